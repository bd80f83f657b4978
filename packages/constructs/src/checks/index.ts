// SPDX-License-Identifier: Apache-2.0
/** @module Checks on plain objects: what is wrong, where, with which numbers, and how to mend it. */
export {
  type AutoscaledComponent,
  type Autoscaling,
  autoscaledComponents,
} from "./across/autoscaled.js";
export { type PlannerFile, plannerFiles } from "./across/planner-files.js";
export { alphaPath } from "./alpha-path.js";
export { checkAcross, checkEach, checkObject, checkObjects } from "./check.js";
export { companionFits, type Misfit } from "./companions.js";
export type { Environment } from "./environment.js";
export { createMasks, isMasked, type Masks } from "./masking.js";
export type { CheckOptions, Orchestrator } from "./options.js";
export {
  isMet,
  type OrchestratorNeed,
  type OrchestratorPlan,
  orchestratorsFor,
} from "./orchestrators.js";
export { defaultCommand, type Engine, type Mode, startedCommand } from "./process.js";
export { scaledByPlanner } from "./replicas.js";
export { type ReadGraph, readGraph } from "./subject.js";
export { compareRelease } from "./version.js";
export {
  type ComponentView,
  type GraphView,
  mainContainer,
  type Role,
  type ViewOptions,
  viewGraph,
} from "./view.js";
export { type Waivers, waiversOf } from "./waivers.js";
