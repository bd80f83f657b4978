// SPDX-License-Identifier: Apache-2.0
/** @module Codes of changes that the API refuses. */
import type { CodeFacts } from "./code.js";

export const updateCodes = {
  "DYN-API-120": {
    severity: "error",
    title: "components added, removed or renamed",
    why: "The admission webhook freezes the set of component names; the graph has to be replaced.",
  },
  "DYN-API-121": {
    severity: "error",
    title: "backend changed",
    why: "The admission webhook freezes backendFramework, also from unset to set; the graph has to be replaced.",
  },
  "DYN-API-122": {
    severity: "error",
    title: "topology constraint changed",
    why: "The admission webhook freezes topologyConstraint of graph and components; the graph has to be replaced.",
  },
  "DYN-API-123": {
    severity: "error",
    title: "KV transfer policy changed",
    why: "The admission webhook freezes experimental.kvTransferPolicy; the graph has to be replaced.",
  },
  "DYN-API-124": {
    severity: "error",
    title: "single node against several nodes",
    why: "The admission webhook refuses to add or remove multinode; nodeCount itself may change.",
  },
  "DYN-API-125": {
    severity: "error",
    title: "minAvailable changed",
    why: "The CRD freezes minAvailable once it is set, and on Grove the webhook sets it to 1 on creation.",
  },
  "DYN-API-126": {
    severity: "error",
    title: "GPU memory layout changed",
    why: "The admission webhook refuses to toggle inter-pod GPU memory service or inter-pod failover, or to change numShadows.",
  },
  "DYN-API-127": {
    severity: "error",
    title: "replicas belong to the scaling adapter",
    why: "The admission webhook lets only the operator and the planner change replicas of a component with a scaling adapter.",
  },
  "DYN-API-128": {
    severity: "error",
    title: "restart during a rolling update",
    why: "The admission webhook refuses a new restart.id while a rolling update is pending or in progress.",
  },
  "DYN-API-129": {
    severity: "error",
    title: "image lost or no longer tells the release",
    why: "The admission webhook lets an old image without a semver tag stay, but refuses to remove an image, or to change it to one without a semver tag and override.",
  },
  "DYN-API-130": {
    severity: "error",
    title: "frozen spec changed",
    why: "The CRD freezes the identity of a DynamoCheckpoint and the spec of PodSnapshot and PodSnapshotContent.",
  },
  "DYN-API-131": {
    severity: "error",
    title: "model changed",
    why: "The admission webhook freezes baseModelName and modelType of a DynamoModel.",
  },
  "DYN-API-132": {
    severity: "error",
    title: "request changed after profiling began",
    why: "The admission webhook freezes the spec of a request in the phases Profiling, Ready, Deploying and Deployed.",
  },
} as const satisfies Record<string, CodeFacts>;
