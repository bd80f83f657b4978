// SPDX-License-Identifier: Apache-2.0
/** @module The offline plan: what a stack would create, without credentials, network or the Pulumi CLI. */
export type {
  Answer,
  AnswerContext,
  CloudAnswers,
  Computed,
  GivenAnswers,
} from "./answers/answers.js";
export { cloudAnswers } from "./answers/index.js";
export {
  checkModes,
  checkPlan,
  type PlanCheckOptions,
  type PlanFinding,
  resourceLabel,
} from "./checks/check-plan.js";
export type {
  CloudResource,
  ResourceRule,
  RuleProblem,
  StackProblem,
  StackRule,
} from "./checks/rule.js";
export { resourceRules, stackRules } from "./checks/rules.js";
export { type KubernetesResource, kubernetesObjects } from "./kubernetes-objects.js";
export { mermaid } from "./picture/mermaid.js";
export { type Arrow, type Box, type Picture, pictureOf } from "./picture/picture.js";
export { svg } from "./picture/svg.js";
export {
  type Assumption,
  clearSecretMark,
  holdsSecret,
  holdsUnknown,
  type Plan,
  type PlanMode,
  type PlannedResource,
  type PlanObject,
  type PlanValue,
  planModes,
  type ResourceKind,
  resourceKinds,
  secretMark,
  unknownMark,
} from "./plan.js";
export { type PlanStackOptions, planStack, planStackModes } from "./plan-stack.js";
export { PlanError, type PlanFailure } from "./program/plan-error.js";
export { readStackProgram, type StackProgram } from "./program/stack-program.js";
export { type RecordOptions, recordProgram } from "./record/record.js";
export type { QuotaNeed } from "./review/quotas.js";
export {
  type GraphGpuCount,
  type PlanCounts,
  type PlanGpus,
  type PlanReview,
  type ReviewOptions,
  reviewPlan,
} from "./review/review.js";
export { type PlanWaiver, waiverKey, waiverOf, waiversOfConfig } from "./waivers.js";
