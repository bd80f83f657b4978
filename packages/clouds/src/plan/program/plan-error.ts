// SPDX-License-Identifier: Apache-2.0
/** @module Why there is no plan. */

/** `usage`: the caller named something that is not there. `program`: the program itself refused or failed. */
export type PlanFailure = "usage" | "program";

/** There is no plan; the message says why, for people. */
export class PlanError extends Error {
  readonly failure: PlanFailure;

  constructor(failure: PlanFailure, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = "PlanError";
    this.failure = failure;
  }
}
