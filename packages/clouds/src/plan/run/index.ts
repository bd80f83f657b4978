// SPDX-License-Identifier: Apache-2.0
/** @module The part of the plan that starts a program, apart: whoever waits for it loads the rest meanwhile. */
export { type PlanStackOptions, planStack, planStackModes } from "../plan-stack.js";
export { PlanError, type PlanFailure } from "../program/plan-error.js";
