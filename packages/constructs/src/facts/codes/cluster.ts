// SPDX-License-Identifier: Apache-2.0
/** @module Codes about a graph against its cluster, against other objects, and about waivers. */
import type { CodeFacts } from "./code.js";

export const clusterCodes = {
  "DYN-VER-001": {
    severity: "error",
    title: "API version that this Dynamo release does not serve",
    why: "The API server refuses an object of a version that the CRD does not serve.",
  },
  "DYN-VER-002": {
    severity: "warning",
    title: "setting that this Dynamo release does not know",
    why: "An older CRD prunes unknown fields and an older operator ignores unknown annotations, so the setting has no effect.",
  },
  "DYN-VER-003": {
    severity: "error",
    title: "Kubernetes is too old for Dynamo",
    why: "The CRDs use validation rules of Kubernetes 1.30.",
  },
  "DYN-VER-004": {
    severity: "error",
    title: "Kubernetes is too old for GPU memory service",
    why: "GPU memory service and failover take GPUs through DRA, resource.k8s.io/v1, which Kubernetes serves since 1.34.",
  },
  "DYN-VER-005": {
    severity: "error",
    title: "Grove that does not fit this Dynamo release",
    why: "Each operator reads one Grove API: 1.4 that of 0.1.0-alpha.11, which renamed ClusterTopology to ClusterTopologyBinding; 1.3 the one before alpha.9.",
  },
  "DYN-VER-006": {
    severity: "warning",
    title: "KAI scheduler is older than this Dynamo release was built with",
    why: "Dynamo 1.1 to 1.4 are released with KAI 0.13.4 and ask for that version or newer.",
  },
  "DYN-VER-007": {
    severity: "warning",
    title: "image is newer than the operator",
    why: "An operator renders environment, probes and flags for the releases that it knows.",
  },
  "DYN-VER-008": {
    severity: "error",
    title: "GPU driver is too old for the image",
    why: "The CUDA version of the image needs a newer driver; the engine does not start.",
  },
  "DYN-PLAT-001": {
    severity: "error",
    title: "no orchestrator for a multi-node component",
    why: "Pods of several nodes are started together by Grove, or by LeaderWorkerSet with Volcano. Without either the operator fails with: no multinode orchestrator available.",
  },
  "DYN-PLAT-002": {
    severity: "error",
    title: "LeaderWorkerSet needs command and args",
    why: "The operator rewrites both for leader and workers and fails when one is empty.",
  },
  "DYN-PLAT-003": {
    severity: "warning",
    title: "annotation without effect",
    why: "The scheduler or orchestrator that would read it does not run this graph.",
  },
  "DYN-PLAT-004": {
    severity: "warning",
    title: "topology awareness without Grove",
    why: "Only Grove places pods by topologyConstraint.",
  },
  "DYN-PLAT-005": {
    severity: "warning",
    title: "topology awareness without a scheduler that has it",
    why: "Grove translates topologyConstraint for the scheduler; the default scheduler does not read it, KAI does.",
  },
  "DYN-PLAT-006": {
    severity: "error",
    title: "scheduler that is not installed",
    why: "A pod whose schedulerName nobody answers to stays pending without an event.",
  },
  "DYN-PLAT-007": {
    severity: "error",
    title: "queues of two schedulers",
    why: "The operator has either KAI or Volcano schedule the pods of Grove; its chart refuses both.",
  },
  "DYN-PLAT-008": {
    severity: "error",
    title: "topology domain that its binding does not allow",
    why: "The admission webhook refuses a domain that the ClusterTopologyBinding lacks, and one of a component that is broader than that of its graph.",
  },
  "DYN-PLAT-009": {
    severity: "warning",
    title: "topology binding that is not among the objects",
    why: "The admission webhook refuses a graph whose ClusterTopologyBinding does not exist when the graph is created.",
  },
  "DYN-PLAT-010": {
    severity: "warning",
    title: "multi-node component without gang scheduling",
    why: "Grove groups the pods of a replica; only KAI or Volcano place the group together or not at all.",
  },
  "DYN-CONF-001": {
    severity: "error",
    title: "engine configuration file is missing",
    why: "The file of the engine is mounted from a ConfigMap that has no such key, so the engine stops at start.",
  },
  "DYN-CONF-002": {
    severity: "error",
    title: "engine configuration file cannot be read",
    why: "The engine stops at start when its file is no YAML mapping.",
  },
  "DYN-CONF-003": {
    severity: "error",
    title: "engine configuration value that the engine refuses",
    why: "The engine checks its configuration at start and exits on a wrong value.",
  },
  "DYN-MODEL-001": {
    severity: "warning",
    title: "model that no graph serves",
    why: "A DynamoModel finds its workers by modelRef.name of a component; without a match it stays not ready.",
  },
  "DYN-MODEL-002": {
    severity: "error",
    title: "LoRA for a worker that loads none",
    why: "Adapters are loaded over the worker's system port, which offers it only with DYN_LORA_ENABLED, and into an engine that was started with LoRA support.",
  },
  "DYN-OBJ-001": {
    severity: "warning",
    title: "object occurs twice",
    why: "Of two objects with the same kind, name and namespace only the one that is applied last exists.",
  },
  "DYN-WAIVE-001": {
    severity: "error",
    title: "waiver that cannot be read",
    why: "Waivers are a JSON list of objects with code and reason; anything else waives nothing.",
  },
} as const satisfies Record<string, CodeFacts>;
