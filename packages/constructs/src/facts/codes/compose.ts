// SPDX-License-Identifier: Apache-2.0
/** @module Codes of the Docker Compose target: what one machine without Kubernetes cannot do. */
import type { CodeFacts } from "./code.js";

export const composeCodes = {
  "DYN-CMP-001": {
    severity: "error",
    title: "one replica spans several machines",
    why: "The operator starts every node of a multi-node engine with its own rank and the leader's address. A Compose file describes one machine.",
  },
  "DYN-CMP-002": {
    severity: "error",
    title: "endpoint picker outside Kubernetes",
    why: "The endpoint picker watches pods and an InferencePool and is asked by a gateway. The frontends behind it only obey its headers, so without it they answer nothing.",
  },
  "DYN-CMP-003": {
    severity: "error",
    title: "shared GPU memory outside Kubernetes",
    why: "GPU memory service and failover share GPUs between containers through dynamic resource claims, which the operator writes and Kubernetes resolves.",
  },
  "DYN-CMP-004": {
    severity: "error",
    title: "dynamic resource claim outside Kubernetes",
    why: "A device class and its claim are resolved by drivers in the cluster; Docker gives out devices by id.",
  },
  "DYN-CMP-005": {
    severity: "error",
    title: "more GPUs than the machine has",
    why: "Each replica gets GPUs of its own, as it does from the device plugin.",
  },
  "DYN-CMP-006": {
    severity: "error",
    title: "device that Docker cannot give",
    why: "Extended resources are handed out by device plugins. Of these, only nvidia.com/gpu has a counterpart in Compose.",
  },
  "DYN-CMP-007": {
    severity: "error",
    title: "init container",
    why: "What an init container prepares belongs to one pod and its volumes; the steps of a cluster rarely fit a workstation.",
  },
  "DYN-CMP-008": {
    severity: "error",
    title: "volume that this machine does not have",
    why: "Compose has named volumes, folders of the host, and files written in the Compose file itself. Every other volume needs a driver of the cluster.",
  },
  "DYN-CMP-009": {
    severity: "error",
    title: "ConfigMap is not among the given objects",
    why: "Outside Kubernetes nothing holds ConfigMaps, so their content has to be written into the Compose file.",
  },
  "DYN-CMP-010": {
    severity: "error",
    title: "container without an image",
    why: "Compose starts a container from an image or a build; a component has no build.",
  },
  "DYN-CMP-011": {
    severity: "error",
    title: "flag asks for a plane that is not there",
    why: "A flag wins over the environment, so the process would look for its peers elsewhere than all the others.",
  },
  "DYN-CMP-012": {
    severity: "warning",
    title: "planner is left out",
    why: "The planner scales components by writing Kubernetes objects; on one machine there is nothing to scale.",
  },
  "DYN-CMP-013": {
    severity: "warning",
    title: "starts without its checkpoint",
    why: "Restoring a warm process needs the snapshot agent on the node. The worker loads its model instead.",
  },
  "DYN-CMP-014": {
    severity: "warning",
    title: "topology is left out",
    why: "On one machine everything is in the same place, and the labels that name places are those of cluster nodes.",
  },
  "DYN-CMP-015": {
    severity: "warning",
    title: "network device is left out",
    why: "On one machine KV blocks move over NVLink, PCIe or shared memory. A transport that is told to use a device that is not there fails to start.",
  },
  "DYN-CMP-016": {
    severity: "warning",
    title: "address of another environment is replaced",
    why: "Discovery and messaging run beside the graph in the same Compose file; an address of the cluster leads nowhere here.",
  },
  "DYN-CMP-017": {
    severity: "warning",
    title: "value that only a cluster knows",
    why: "The kubelet fills the value in when the pod starts. There is no kubelet here.",
  },
  "DYN-CMP-018": {
    severity: "warning",
    title: "root file system is writable",
    why: "Docker Compose copies files that are written in the Compose file into the container, which a read-only root refuses.",
  },
  "DYN-CMP-019": {
    severity: "warning",
    title: "network of the host is not used",
    why: "Replicas with the same ports cannot share one network. Each gets an address of its own on a bridge, where every process reaches every other one.",
  },
  "DYN-CMP-020": {
    severity: "warning",
    title: "files are expected in a volume that starts empty",
    why: "A claim becomes a named volume, in which nothing is until somebody puts it there. A process that may not download, or that is told a path instead of a model's name, stops at start.",
  },
  "DYN-CMP-021": {
    severity: "warning",
    title: "probe is left out",
    why: "Docker checks health by running a command in the container. An image that is not ours may have nothing that can ask.",
  },
  "DYN-CMP-022": {
    severity: "warning",
    title: "CPU limit is lowered to the machine",
    why: "Docker refuses to start a container whose CPU limit is above the number of CPUs.",
  },
  "DYN-CMP-023": {
    severity: "warning",
    title: "nothing to send requests to",
    why: "Without a frontend no process of the graph speaks HTTP to users.",
  },
  "DYN-CMP-024": {
    severity: "info",
    title: "keys of a Secret are not known",
    why: "Every key becomes a variable. Without the Secret's object nobody knows which, so they are read from a file beside the Compose file.",
  },
  "DYN-CMP-025": {
    severity: "error",
    title: "nothing is left to run",
    why: "A Compose file needs at least one service.",
  },
  "DYN-CMP-026": {
    severity: "error",
    title: "more containers than one machine runs",
    why: "Every replica is a service of its own, written out in the file. Hundreds of them belong on a cluster.",
  },
} as const satisfies Record<string, CodeFacts>;
