// SPDX-License-Identifier: Apache-2.0
/** @module Codes about pools of GPU nodes: what they are made of, who makes them, what graphs say of them. */
import type { CodeFacts } from "./code.js";

export const nodeCodes = {
  "DYN-NODE-001": {
    severity: "error",
    title: "annotation of pools that cannot be read",
    why: "A graph carries the pools of its workers in the annotation dynamo-iac/pools, so that whoever checks the YAML knows the machines. What cannot be read is not checked.",
  },
  "DYN-NODE-002": {
    severity: "warning",
    title: "two descriptions of one pool",
    why: "Graphs and node provisioners name a pool by its name. When they describe it differently, one of them was changed and the other was not, and every estimate depends on which one is believed.",
  },
  "DYN-NODE-003": {
    severity: "error",
    title: "RDMA fabric on spot capacity",
    why: "A reclaimed machine breaks every KV transfer and collective that it takes part in, and machines with a fabric are rarely there a second time. Spot suits single-node workers over TCP.",
  },
  "DYN-NODE-004": {
    severity: "warning",
    title: "RDMA pool over several zones",
    why: "EFA, InfiniBand, RoCE and NVLink never cross a zone. With one pool per zone the autoscaler adds machines where the graph already runs.",
  },
  "DYN-NODE-005": {
    severity: "error",
    title: "two owners of the NVIDIA driver",
    why: "Exactly one of node image and GPU Operator may install the driver. Both at once leave nodes without a usable GPU.",
  },
  "DYN-NODE-006": {
    severity: "error",
    title: "slice of a GPU",
    why: "Engines ask for whole GPUs and use CUDA IPC and RDMA, which slices of a GPU do not offer.",
  },
  "DYN-NODE-007": {
    severity: "error",
    title: "capacity that the provisioner cannot ask for",
    why: "Each node provisioner knows some ways of paying for machines and has no field for the others.",
  },
  "DYN-NODE-008": {
    severity: "error",
    title: "machine of another cloud",
    why: "A provisioner makes machines of its own cloud only; a type that it does not know leaves pods pending without an error.",
  },
  "DYN-NODE-009": {
    severity: "error",
    title: "minimum that the provisioner does not keep",
    why: "These provisioners make nodes for pending pods and remove empty ones; they have no field for a minimum.",
  },
  "DYN-NODE-010": {
    severity: "error",
    title: "amd64 image on arm64 machines",
    why: "An image for another processor fails with 'exec format error' at start. Released images of Dynamo are for both.",
  },
  "DYN-NODE-011": {
    severity: "warning",
    title: "GPU nodes without a taint",
    why: "Without a taint any pod may fill CPU and memory of GPU machines, and keeps them from being removed when no worker needs them.",
  },
  "DYN-NODE-012": {
    severity: "error",
    title: "name, label or taint that Kubernetes refuses",
    why: "Names of pools are DNS labels, and label and taint values have at most 63 letters, digits, '-', '_' and '.'. Provisioners keep some label domains to themselves.",
  },
  "DYN-NODE-013": {
    severity: "error",
    title: "capacity without a reservation to take it from",
    why: "Reserved capacity and capacity blocks are bought first; the node class has to name the reservation, and a block lies in one zone.",
  },
  "DYN-NODE-014": {
    severity: "error",
    title: "driver that does not run on a virtual GPU",
    why: "Machines with vGPUs need NVIDIA's GRID driver, which the cloud's node image brings. The GPU Operator installs the data centre driver.",
  },
  "DYN-NODE-015": {
    severity: "warning",
    title: "node disk too small for engine images",
    why: "Engine images are 10 to 25 GB (unverified), two releases lie on the disk during an update, and kubelet evicts pods when it fills up.",
  },
  "DYN-NODE-016": {
    severity: "warning",
    title: "part of an NVLink rack",
    why: "Machines of one NVLink domain are sold and placed together; a maximum that is no multiple of the rack cannot be had.",
  },
  "DYN-NODE-017": {
    severity: "error",
    title: "disk type that the machine cannot attach",
    why: "Newer machine families of Google Cloud attach Hyperdisk only; creating a node with a persistent disk fails.",
  },
  "DYN-NODE-018": {
    severity: "error",
    title: "pools of one cluster with different driver owners",
    why: "The GPU Operator has one setting for the driver of all GPU nodes of a cluster.",
  },
  "DYN-NODE-019": {
    severity: "error",
    title: "fabric that the machine does not have",
    why: "A pod that asks for fabric devices which no node of the pool offers stays pending for ever.",
  },
  "DYN-NODE-020": {
    severity: "error",
    title: "value that chart gpu-operator does not read",
    why: "Helm ignores a key that no template reads, so a misspelt setting is silently not there.",
  },
  "DYN-NODE-021": {
    severity: "error",
    title: "networks that do not match the machine",
    why: "A worker joins one RDMA network per GPU, by number. A node whose networks are fewer or named otherwise never runs it.",
  },
} as const satisfies Record<string, CodeFacts>;
