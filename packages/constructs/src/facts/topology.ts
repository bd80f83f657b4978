// SPDX-License-Identifier: Apache-2.0
/** @module Node labels that say where a machine stands, from broad to narrow, and who sets them. */
import type { Cloud } from "./machines/index.js";

/** A node label that names a place. */
export interface TopologyLabel {
  readonly key: string;
  /** Position among all labels: of two, the one with the higher number is the narrower place. */
  readonly breadth: number;
  /** Whose nodes have it; undefined for the nodes of every cluster. */
  readonly cloud?: Cloud | undefined;
  /** Which machines have it, where not all of the cloud do. */
  readonly machines?: "rdma" | "nvlink-domain" | undefined;
}

/**
 * The labels.
 *
 * The AWS layers are set for instance types with a placement in UltraClusters (unverified on every
 * EKS node type); the Google ones for GPU machines with compact placement or a dense reservation;
 * `nvidia.com/gpu.clique` by GPU feature discovery on machines of an NVLink domain.
 */
export const topologyLabels: readonly TopologyLabel[] = [
  { key: "topology.kubernetes.io/region", breadth: 0 },
  { key: "topology.kubernetes.io/zone", breadth: 1 },
  { key: "topology.k8s.aws/network-node-layer-1", breadth: 2, cloud: "aws", machines: "rdma" },
  { key: "topology.k8s.aws/network-node-layer-2", breadth: 3, cloud: "aws", machines: "rdma" },
  { key: "topology.k8s.aws/network-node-layer-3", breadth: 4, cloud: "aws", machines: "rdma" },
  { key: "cloud.google.com/gce-topology-block", breadth: 2, cloud: "gcp", machines: "rdma" },
  { key: "cloud.google.com/gce-topology-subblock", breadth: 3, cloud: "gcp", machines: "rdma" },
  { key: "nvidia.com/gpu.clique", breadth: 5, machines: "nvlink-domain" },
  { key: "cloud.google.com/gce-topology-host", breadth: 6, cloud: "gcp", machines: "rdma" },
  { key: "kubernetes.io/hostname", breadth: 7 },
];

/** One level of a topology: the name that graphs use, and the node label behind it. */
export interface TopologyLevel {
  /** Name of the level, such as `rack`: lower-case letters, digits and hyphens, up to 63. */
  readonly domain: string;
  /** Node label whose value names the place. */
  readonly key: string;
}

const zone: TopologyLevel = { domain: "zone", key: "topology.kubernetes.io/zone" };
const host: TopologyLevel = { domain: "host", key: "kubernetes.io/hostname" };

/** Levels for the usual clusters, broad to narrow. */
export const topologyLevels = {
  /** Any cluster: zone and host. */
  any: [zone, host],
  /** Instances of an AWS UltraCluster: zone, block, rack, host. */
  aws: [
    zone,
    { domain: "block", key: "topology.k8s.aws/network-node-layer-2" },
    { domain: "rack", key: "topology.k8s.aws/network-node-layer-3" },
    host,
  ],
  /** Google GPU machines with compact placement: zone, block, rack (Google's sub-block), host. */
  gcp: [
    zone,
    { domain: "block", key: "cloud.google.com/gce-topology-block" },
    { domain: "rack", key: "cloud.google.com/gce-topology-subblock" },
    host,
  ],
  /** Machines of an NVLink domain such as GB200 NVL72: zone, rack, host. */
  nvlink: [zone, { domain: "rack", key: "nvidia.com/gpu.clique" }, host],
} as const satisfies Readonly<Record<string, readonly TopologyLevel[]>>;
