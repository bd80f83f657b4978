// SPDX-License-Identifier: Apache-2.0
/** @module What a user can say of every component of this folder. */
import type { Waiver } from "@dynamo-iac/constructs/facts";
import type { CustomResourceOptions } from "@pulumi/pulumi";

/** Tags by key; AWS takes 50 of them on a resource. */
export type Tags = Readonly<Record<string, string>>;

/** Settings of every component. */
export interface AwsComponentProps {
  /**
   * Tags of every resource of the component that can have some. A tag `Name` is added.
   *
   * @default - `Name` alone
   */
  readonly tags?: Tags | undefined;
  /** Findings that are accepted, each with its reason; they stay visible. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** What happens to the data when the component leaves the program. */
export type Removal = "retain" | "delete";

/** Options of a resource with data: retained data is neither deleted by a mistake nor with its program. */
export function kept(removal: Removal): CustomResourceOptions {
  return removal === "retain" ? { protect: true, retainOnDelete: true } : {};
}
