// SPDX-License-Identifier: Apache-2.0
/** @module Machines that are not there: kwok reports them ready and runs their pods in name only. */
import type { KubernetesObject } from "./api-client.js";

/** What a machine looks like from a cluster. */
export interface Machine {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Beside processors and memory. */
  readonly devices: Readonly<Record<string, string>>;
  /** Keep pods away that do not tolerate them. */
  readonly taints: readonly string[];
}

const gpus = { "nvidia.com/gpu": "8", "vpc.amazonaws.com/efa": "32", "rdma/ib": "8" };

/** A pool machine that only GPU pods may use, as Karpenter and EKS make them. */
export function poolMachine(name: string, instanceType: string): Machine {
  const labels = { "node.kubernetes.io/instance-type": instanceType };
  return { name, labels, devices: gpus, taints: ["nvidia.com/gpu"] };
}

/** A machine with GPUs that nobody has set apart. */
export function openMachine(name: string): Machine {
  return { name, labels: {}, devices: gpus, taints: [] };
}

/** A machine without GPUs. */
export function plainMachine(name: string): Machine {
  return { name, labels: {}, devices: {}, taints: [] };
}

/** The Node object of a machine. */
export function nodeOf({ name, labels, devices, taints }: Machine): KubernetesObject {
  const capacity = { cpu: "192", memory: "2Ti", pods: "250", ...devices };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name, labels: { "kubernetes.io/hostname": name, ...labels } },
    spec: { taints: taints.map((key) => ({ key, value: "present", effect: "NoSchedule" })) },
    status: { capacity, allocatable: capacity },
  };
}
