// SPDX-License-Identifier: Apache-2.0
/** @module Inference graphs: constructs, serving patterns, and the way back from a manifest. */

export { authored, toYaml } from "../api/index.js";
export { type Difference, differences, graphMeaning } from "../changes/index.js";
export { FindingsError, reportFindings } from "../facts/index.js";
export { App, type AppProps } from "./app.js";
export { Budget, type BudgetProps } from "./budget.js";
export {
  type ComponentProps,
  type PodOptions,
  type PodTemplateOverlay,
  readComponent,
  renderComponent,
} from "./component.js";
export type { ContainerOptions, SidecarProps } from "./container.js";
export {
  type Environment,
  type EnvironmentSource,
  type EnvSource,
  renderEnvironment,
} from "./environment.js";
export { addFindings } from "./finding-source.js";
export {
  type GraphOptions,
  type GraphProps,
  type OperatorOptions,
  readGraph,
  renderGraph,
} from "./graph-options.js";
export { compare } from "./imported/compare.js";
export { addCounts, type ImportCounts, noCounts } from "./imported/counts.js";
export type { ImportedConstruct, ImportedObject } from "./imported/imported-object.js";
export type { Override } from "./imported/pointer.js";
export { rebuild } from "./imported/rebuild.js";
export { importObject } from "./imported.js";
export {
  graphObjects,
  InferenceGraph,
  type InferenceGraphProps,
  type TargetOptions,
} from "./inference-graph.js";
export {
  DynamoCheckpoint,
  DynamoComponentDeployment,
  DynamoGraphDeployment,
  DynamoGraphDeploymentRequest,
  DynamoGraphDeploymentScalingAdapter,
  DynamoModel,
  type ObjectProps,
} from "./kinds.js";
export { KubeObject, type Manifest } from "./kube-object.js";
export { merge } from "./merge.js";
export type { OrderedManifest } from "./ordered.js";
export { type EndpointPickerOptions, endpointPicker } from "./patterns/endpoint-picker.js";
export {
  type EfaOptions,
  efa,
  type Fabric,
  type FabricDevices,
  fabricDevices,
  gkeRoce,
  type HostDirectory,
  type InfinibandOptions,
  infiniband,
  type RoceOptions,
  type SecurityException,
  tcp,
} from "./patterns/fabric.js";
export { type LoraOptions, lora } from "./patterns/lora.js";
export type { ModelCacheSource } from "./patterns/model-cache.js";
export type { NodePlacement } from "./patterns/node-placement.js";
export type { ModelProps, PatternProps } from "./patterns/pattern-props.js";
export type { PlacementStrategy } from "./patterns/placement-strategy.js";
export { type PlannerOptions, planner } from "./patterns/planner.js";
export { hardened } from "./patterns/pod-defaults.js";
export {
  type KvRouterOptions,
  kvRouter,
  type Router,
  randomRouter,
  roundRobinRouter,
} from "./patterns/router.js";
export type { ServiceOptions } from "./patterns/service-options.js";
export {
  type AggregatedServing,
  aggregated,
  type DisaggregatedServing,
  disaggregated,
  type ParallelismOptions,
  type Serving,
  type WorkerOptions,
} from "./patterns/serving.js";
