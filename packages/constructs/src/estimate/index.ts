// SPDX-License-Identifier: Apache-2.0
/** @module What a graph needs before it runs: GPUs, machines, memory, network, money, time. */
export { type Bill, billOf } from "./cost/bill.js";
export { type CostCheckOptions, checkCost, costFindings, dollars } from "./cost/check.js";
export {
  type ComponentCost,
  type CostAt,
  type CostEstimate,
  type CostOptions,
  estimateCost,
  type ItemCost,
  type Money,
  monthHours,
  type PoolCost,
} from "./cost/cost.js";
export { type LoadBalancerItem, loadBalancersOf } from "./cost/load-balancers.js";
export { type ComponentGpus, componentGpus, type GraphGpus, graphGpus } from "./gpus.js";
export {
  type ComponentMemory,
  checkMemory,
  type MemoryOptions,
  memoryOf,
} from "./memory/check.js";
export { estimateMemory, type MemoryEstimate, type MemoryInput } from "./memory/memory.js";
export type { SizedEngine } from "./memory/model-memory.js";
export { checkPlacement, checkPool, placementFindings } from "./placement/check.js";
export type { Reason } from "./placement/explain.js";
export { type LabelPresence, labelPresence } from "./placement/node-labels.js";
export {
  aboutGraph,
  type Elsewhere,
  type PlacedMachine,
  type PlacedPod,
  type Placement,
  type PlacementOptions,
  type PlacementRow,
  type PoolUse,
  placeGraphs,
  placementRows,
} from "./placement/placement.js";
export { type Pool, regionOf, type Taint } from "./placement/pool.js";
export { type Scale, type Scales, scalesOf } from "./placement/scale.js";
export {
  type WrittenScale,
  type WrittenScales,
  writtenScales,
} from "./placement/written-scales.js";
export { type CarriedPools, carriedPools, writePools } from "./pools/annotation.js";
export { checkPools, type PoolCheckOptions } from "./pools/check.js";
export { type KnownPools, poolsOf, unlimitedMachines } from "./pools/pools.js";
export { checkStartup, type StartupCheckOptions } from "./startup/check.js";
export {
  estimateStartup,
  type StartupEstimate,
  type StartupOptions,
  type WeightStore,
} from "./startup/startup.js";
export { builtInClasses, type KnownClass } from "./storage/classes.js";
export { type StorageItem, storageItems } from "./storage/items.js";
export { weightStoreOf } from "./storage/stores.js";
export { type ClaimedVolume, claimedVolumes } from "./storage/volumes.js";
export { checkTransport, type TransportOptions } from "./transport/check.js";
export { type Connection, connectionsOf } from "./transport/connection.js";
export type { Route, Traffic, Transport } from "./transport/route.js";
