// SPDX-License-Identifier: Apache-2.0
/** @module What the two processes of a plan say to each other. */
import type { GivenAnswers } from "../answers/answers.js";
import type { Plan, PlanMode } from "../plan.js";
import type { StackProgram } from "./stack-program.js";

/** What to run. */
export interface RunRequest {
  readonly program: StackProgram;
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

/** A plan, as soon as it is there; or why there will be no more. */
export type RunReply = { readonly plan: Plan } | { readonly failure: string };
