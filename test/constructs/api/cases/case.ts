// SPDX-License-Identifier: Apache-2.0
/** @module One broken object, and what has to be said about it. */

import type { RuleContext } from "@dynamo-iac/constructs/api";
import type { FindingCode } from "@dynamo-iac/constructs/facts";

/** One broken object (or one refused change), and the finding that it must give. */
export interface Case {
  readonly code: FindingCode;
  /** What is wrong. */
  readonly title: string;
  readonly object: unknown;
  /** The object before the change; only for changes. */
  readonly before?: unknown;
  readonly context?: RuleContext;
  /** Path of the finding, as it is printed. */
  readonly path: string;
  /** Part of the message. */
  readonly says: string;
  /** Part of the fix. */
  readonly fix: string;
}
