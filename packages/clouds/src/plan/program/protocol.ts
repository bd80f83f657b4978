// SPDX-License-Identifier: Apache-2.0
/** @module What the two processes of a plan say to each other. */
import type { GivenAnswers } from "../answers/answers.js";
import type { Plan, PlanMode } from "../plan.js";
import type { PlanFailure } from "./plan-error.js";

/** What to run. */
export interface RunRequest {
  /** As the caller names it. */
  readonly folder: string;
  readonly stack: string;
  /** One plan for each, in this order. */
  readonly modes: readonly PlanMode[];
  readonly answers?: GivenAnswers | undefined;
  readonly fingerprintKey?: string | undefined;
  /**
   * Errors know their place. The SDK writes a stack trace for every promise and resource, which takes
   * a third of the time of a run; a program that failed without traces runs once more with them.
   */
  readonly traces: boolean;
}

/** Why there are no more plans. */
export interface RunFailure {
  readonly failure: PlanFailure;
  /** For people. */
  readonly message: string;
}

/** A plan, as soon as it is there, or a failure. */
export type RunReply = { readonly plan: Plan } | RunFailure;
