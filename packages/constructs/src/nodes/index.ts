// SPDX-License-Identifier: Apache-2.0
/** @module GPU nodes: pools of machines that graphs name, and what has to run on the nodes. */
export { fabricOf } from "./fabric-of.js";
export { GpuNodePool } from "./gpu-node-pool.js";
export type {
  AksProps,
  CustomAmi,
  DisruptionProps,
  DriverOwner,
  EksAutoModeProps,
  ExistingProps,
  GkeProps,
  GkeReservation,
  GpuNodePoolProps,
  Hugepages,
  KarpenterPoolProps,
  KarpenterProps,
  NetworkInterface,
  Reservation,
  Tags,
} from "./props.js";
export type { Provisioner } from "./resolve.js";
export {
  type DcgmExporterProps,
  type DcgmExporterValues,
  dcgmExporter,
} from "./software/dcgm-exporter.js";
export { type DcgmField, dcgmFields } from "./software/dcgm-metrics.js";
export { type EfaDevicePluginValues, efaDevicePlugin } from "./software/efa-device-plugin.js";
export {
  GkeRdmaNetworks,
  type GkeRdmaNetworksProps,
  type GkeSubnet,
} from "./software/gke-networks.js";
export {
  GpuOperator,
  type GpuOperatorProps,
  type GpuOperatorRelease,
  gpuOperator,
} from "./software/gpu-operator.js";
export type { GpuOperatorValues } from "./software/gpu-operator-values.js";
export {
  InfinibandNodes,
  type InfinibandNodesProps,
  type NetworkOperatorValues,
} from "./software/infiniband.js";
export type { DaemonToleration, NodeChart, NodesOfPool } from "./software/node-chart.js";
