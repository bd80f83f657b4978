// SPDX-License-Identifier: Apache-2.0
/** @module Two revisions of a graph and of what stands around it: what changes, restarts, costs and opens. */
export {
  type Changes,
  type CompareOptions,
  compareObjects,
  type ObjectChange,
  type PoolsOfSides,
} from "./compare-objects.js";
export { type BillAt, type CostChange, costChange, type PricedSide } from "./costs.js";
export { type Consequence, type Effect, effects, hardest } from "./effects/index.js";
export { type FieldChange, fieldChanges } from "./fields.js";
export {
  changedFindings,
  type FindingChanges,
  findingChanges,
  type KeyedFinding,
  namedPath,
} from "./findings.js";
export {
  type ComponentChange,
  compareGraphs,
  type GpuChange,
  type GraphChange,
  type TermChange,
  type WriterOf,
} from "./graphs.js";
export { type Identity, identityOf, identityText, type Pair, pairObjects } from "./identity.js";
export { type Difference, differences, graphMeaning } from "./meaning.js";
export {
  factChanges,
  protection,
  type SecurityChange,
  type SecurityFact,
  securityChanges,
  weakness,
} from "./security/index.js";
export { type Term, type TermName, terms } from "./term.js";
