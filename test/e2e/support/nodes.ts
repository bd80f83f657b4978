// SPDX-License-Identifier: Apache-2.0
/** @module Machines that are not there: kwok reports them ready and runs their pods in name only. */
import type { Pool, Taint } from "@dynamo-iac/constructs/estimate";
import type { KubernetesObject } from "./api-client.js";

/** What a machine looks like from a cluster. */
export interface Machine {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Beside processors and memory. */
  readonly devices: Readonly<Record<string, string>>;
  /** Keep pods away that do not tolerate them. */
  readonly taints: readonly Taint[];
}

const gpus = { "nvidia.com/gpu": "8", "vpc.amazonaws.com/efa": "32", "rdma/ib": "8" };

/** One zone for all, as its label: graphs keep their workers together in one. */
const zoneLabel = "topology.kubernetes.io/zone";
const zone = { [zoneLabel]: "us-east-1a" };

/** So many machines of a pool that a graph carries, as its provisioner would label and taint them. */
export function machinesOf(pool: Pool, count: number): readonly Machine[] {
  const { machine } = pool;
  const [first] = pool.zones ?? [];
  const labels = {
    "node.kubernetes.io/instance-type": machine.type,
    "kubernetes.io/arch": machine.arch,
    ...(first === undefined ? zone : { [zoneLabel]: first }),
    ...pool.labels,
  };
  const devices = {
    "nvidia.com/gpu": String(machine.gpus),
    ...(machine.rdma === "efa" ? { "vpc.amazonaws.com/efa": String(machine.rdmaCount) } : {}),
  };
  const { taints = [] } = pool;
  return Array.from({ length: count }, (_, at) => ({
    name: `${pool.name}-${at}`,
    labels,
    devices,
    taints,
  }));
}

/** A pool machine that only GPU pods may use, as Karpenter and EKS make them. */
export function poolMachine(name: string, instanceType: string): Machine {
  const labels = { ...zone, "node.kubernetes.io/instance-type": instanceType };
  const taint: Taint = { key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" };
  return { name, labels, devices: gpus, taints: [taint] };
}

/** A machine with GPUs that nobody has set apart. */
export function openMachine(name: string): Machine {
  return { name, labels: zone, devices: gpus, taints: [] };
}

/** A machine without GPUs. */
export function plainMachine(name: string): Machine {
  return { name, labels: zone, devices: {}, taints: [] };
}

/** The Node object of a machine. */
export function nodeOf({ name, labels, devices, taints }: Machine): KubernetesObject {
  const capacity = { cpu: "192", memory: "2Ti", pods: "250", ...devices };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name, labels: { "kubernetes.io/hostname": name, ...labels } },
    spec: { taints },
    status: { capacity, allocatable: capacity },
  };
}
