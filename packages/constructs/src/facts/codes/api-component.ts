// SPDX-License-Identifier: Apache-2.0
/** @module Codes of the rules about one component. */
import type { CodeFacts } from "./code.js";

export const componentCodes = {
  "DYN-API-050": {
    severity: "error",
    title: "main container without image",
    why: "The admission webhook wants an image on the main container of every component, also of frontend, planner and epp.",
  },
  "DYN-API-051": {
    severity: "error",
    title: "image does not tell the Dynamo release",
    why: "The 1.4 admission webhook reads the release from the image tag; without a semver tag it wants runtimeVersionOverride.",
  },
  "DYN-API-052": {
    severity: "error",
    title: "minAvailable above replicas",
    why: "The CRD wants minAvailable to be at most replicas (1 when unset), unless replicas is 0.",
  },
  "DYN-API-053": {
    severity: "error",
    title: "shared memory below zero",
    why: "The admission webhook refuses a negative size of /dev/shm.",
  },
  "DYN-API-054": {
    severity: "error",
    title: "shared memory without size",
    why: "The CRD wants sharedMemory to be disabled or to have a size above 0.",
  },
  "DYN-API-055": {
    severity: "error",
    title: "eppConfig on another component",
    why: "The CRD takes eppConfig only on a component of type epp.",
  },
  "DYN-API-056": {
    severity: "error",
    title: "endpoint picker needs one configuration",
    why: "The CRD (v1alpha1: the admission webhook) wants exactly one of configMapRef and config.",
  },
  "DYN-API-057": {
    severity: "error",
    title: "ConfigMap without name",
    why: "The admission webhook wants a name in eppConfig.configMapRef.",
  },
  "DYN-API-058": {
    severity: "error",
    title: "endpoint picker without configuration",
    why: "The admission webhook wants eppConfig on a component of type epp.",
  },
  "DYN-API-059": {
    severity: "error",
    title: "endpoint picker over several nodes",
    why: "The admission webhook refuses multinode on a component of type epp.",
  },
  "DYN-API-060": {
    severity: "error",
    title: "endpoint picker needs one replica",
    why: "The admission webhook takes exactly 1 replica of a component of type epp.",
  },
  "DYN-API-061": {
    severity: "error",
    title: "frontend sidecar not found",
    why: "The admission webhook wants frontendSidecar to name a container of podTemplate.",
  },
  "DYN-API-062": {
    severity: "error",
    title: "sidecar-frontend exists twice",
    why: "frontendSidecar of v1alpha1 creates a container of that name; the admission webhook refuses a second one.",
  },
  "DYN-API-063": {
    severity: "error",
    title: "GPU memory service outside of a worker",
    why: "The admission webhook takes GPU memory service only on worker, prefill and decode.",
  },
  "DYN-API-064": {
    severity: "error",
    title: "GPU memory service without a GPU",
    why: "The admission webhook wants a GPU limit of at least 1 on the main container; the operator turns it into a shared claim.",
  },
  "DYN-API-065": {
    severity: "error",
    title: "inter-pod GPU memory service needs vLLM",
    why: "Only vLLM has it, and the admission webhook wants backendFramework vllm to be set explicitly.",
  },
  "DYN-API-066": {
    severity: "error",
    title: "GPU memory clients outside of the pod",
    why: "The CRD takes extraClientContainers only with GPU memory service inside one pod.",
  },
  "DYN-API-067": {
    severity: "error",
    title: "extraClientPods is reserved",
    why: "The CRD has the field, but refuses every entry until it is implemented.",
  },
  "DYN-API-068": {
    severity: "error",
    title: "GPU memory client not found",
    why: "The 1.4.0 admission webhook wants every name of extraClientContainers to be a container of the pod.",
  },
  "DYN-API-069": {
    severity: "error",
    title: "failover without matching GPU memory service",
    why: "The standby engine takes over the weights in GPU memory; the admission webhook wants GPU memory service in the same mode.",
  },
  "DYN-API-070": {
    severity: "error",
    title: "inter-pod failover on the wrong component",
    why: "The admission webhook takes inter-pod failover only on workers with a GPU, never on epp, frontend or planner.",
  },
  "DYN-API-071": {
    severity: "error",
    title: "too many standby engines",
    why: "Inside one pod the admission webhook takes exactly 1 shadow.",
  },
  "DYN-API-072": {
    severity: "error",
    title: "checkpoint job beside a reference",
    why: "The CRD refuses checkpoint.job when checkpointRef names a checkpoint that exists already.",
  },
  "DYN-API-073": {
    severity: "error",
    title: "checkpoint clients without GPU memory service",
    why: "The admission webhook takes job.gmsClientContainers only with GPU memory service inside one pod.",
  },
  "DYN-API-074": {
    severity: "error",
    title: "volume mount without path",
    why: "The admission webhook (v1alpha1) and the operator want a name and a path on every mount, except for vLLM's compilation cache.",
  },
  "DYN-API-075": {
    severity: "error",
    title: "ingress without host",
    why: "The admission webhook wants ingress.host when the ingress is enabled.",
  },
  "DYN-API-076": {
    severity: "warning",
    title: "field without effect",
    why: "The operator ignores this v1alpha1 field; the admission webhook only warns.",
  },
  "DYN-API-077": {
    severity: "error",
    title: "compilation cache without path",
    why: "Only vLLM has a default path; for other backends the operator fails the graph.",
  },
  "DYN-API-078": {
    severity: "error",
    title: "compilation cache in conflict",
    why: "The operator wants the cache writable, alone on its path, and a volume of that name to be exactly that claim.",
  },
  "DYN-API-079": {
    severity: "warning",
    title: "shared memory is replaced",
    why: "The operator mounts its own volume shared-memory at /dev/shm unless sharedMemorySize is 0.",
  },
  "DYN-API-080": {
    severity: "error",
    title: "container without image",
    why: "The CRD wants an image on every sidecar and init container; only main may rely on defaults elsewhere.",
  },
} as const satisfies Record<string, CodeFacts>;
