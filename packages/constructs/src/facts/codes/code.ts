// SPDX-License-Identifier: Apache-2.0
/** @module The shape of one row of the code table. */

/** What every finding with this code has in common; docs/errors.md is generated from it. */
export interface CodeFacts {
  readonly severity: "error" | "warning" | "info";
  /** What the finding says, in a few words. */
  readonly title: string;
  /** The rule, and who enforces it: the CRD, an admission webhook, the operator, the runtime, or this library. */
  readonly why: string;
}
