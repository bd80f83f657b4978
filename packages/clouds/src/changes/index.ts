// SPDX-License-Identifier: Apache-2.0
/** @module Two plans of a stack: what is created, changed, replaced and deleted, and what that costs in data and security. */
export { type JudgedPlan, planFindings } from "./findings.js";
export { type TypeFacts, typeFacts } from "./replacing.js";
export { comparePlans, type PlanChanges, type ResourceChange } from "./resources.js";
