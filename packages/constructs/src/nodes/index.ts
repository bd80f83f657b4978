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
