// SPDX-License-Identifier: Apache-2.0
/** @module What became of one resource of a stack that is no Kubernetes object. */
import type {
  Consequence,
  Effect,
  FieldChange,
  SecurityChange,
} from "@dynamo-iac/constructs/changes";

/** One resource. Secrets in it are marked. */
export interface ResourceChange {
  /** Type and name, as `aws:efs/fileSystem:FileSystem models`. */
  readonly label: string;
  readonly change: "created" | "deleted" | "changed" | "renamed";
  readonly effect: Effect;
  readonly consequences: readonly Consequence[];
  readonly fields: readonly FieldChange[];
  readonly security: readonly SecurityChange[];
}
