// SPDX-License-Identifier: Apache-2.0
/** @module What starts and places pods together, and the queues and places that they know. */
export {
  isMet,
  type OrchestratorNeed,
  type OrchestratorPlan,
  orchestratorsFor,
} from "../../checks/index.js";
export { type TopologyLevel, topologyLevels } from "../../facts/index.js";
export type { GroveOptions, GroveValues } from "./charts/grove.js";
export type { KaiOptions, KaiValues } from "./charts/kai.js";
export type { LwsOptions, LwsValues } from "./charts/lws.js";
export type { VolcanoOptions, VolcanoValues } from "./charts/volcano.js";
export type { ClusterObjectProps } from "./cluster-object.js";
export type { ChartOptions, HelmChart } from "./helm-chart.js";
export { DynamoKaiQueues, KaiQueue } from "./kai-queue.js";
export type { KaiQueueProps } from "./kai-queue-object.js";
export { KaiTopology, type KaiTopologyProps } from "./kai-topology.js";
export { Orchestration } from "./orchestration.js";
export type { OrchestrationProps } from "./props.js";
export type { QueueResource, QueueResources } from "./queue-amounts.js";
export {
  ClusterTopologyBinding,
  type ClusterTopologyBindingProps,
  type SchedulerTopology,
} from "./topology-binding.js";
export { VolcanoQueue, type VolcanoQueueProps, type VolcanoResources } from "./volcano-queue.js";
