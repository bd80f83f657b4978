// SPDX-License-Identifier: Apache-2.0
/** @module NVIDIA Dynamo as cdk8s constructs: one typed inference graph, checked before it is deployed. */

export {
  frontendProgram,
  globalPlannerProgram,
  globalRouterProgram,
  mocker,
  plannerProgram,
  routerProgram,
  sglang,
  trtllm,
  vllm,
} from "./engines/index.js";
export type { Finding, Machine, Severity, Waiver } from "./facts/index.js";
export {
  aws,
  azure,
  dynamoImage,
  dynamoVersion,
  findMachine,
  gcp,
  machine,
} from "./facts/index.js";
export * from "./graph/index.js";
