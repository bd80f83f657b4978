// SPDX-License-Identifier: Apache-2.0
/** @module Statements of IAM policies as typed data. */
import type { Input } from "@pulumi/pulumi";

/** One action of one service, such as `s3:GetObject`. */
export type Action = `${string}:${string}`;

/** Conditions: operator, then key, then the values of which one has to match. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, Input<string> | readonly Input<string>[]>>>
>;

/** What is allowed. */
export interface Statement {
  /** Letters and digits; tells a reader what it is for. */
  readonly sid: string;
  readonly actions: readonly Action[];
  /** ARNs; `*` only for actions that AWS cannot limit to a resource. */
  readonly resources: readonly Input<string>[];
  /** @default - none */
  readonly conditions?: Conditions | undefined;
}
