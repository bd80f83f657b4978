// SPDX-License-Identifier: Apache-2.0
/** @module Codes of the rules about a whole graph. */
import type { CodeFacts } from "./code.js";

export const graphCodes = {
  "DYN-API-020": {
    severity: "error",
    title: "graph without components",
    why: "The admission webhook refuses a graph that has no component.",
  },
  "DYN-API-021": {
    severity: "error",
    title: "service name is no component name",
    why: "A v1alpha1 service becomes a v1beta1 component of the same name, and the v1beta1 CRD takes 1 to 63 letters, digits and hyphens.",
  },
  "DYN-API-022": {
    severity: "error",
    title: "two components with one name",
    why: "Names of child objects are lower-cased, so the v1beta1 CRD refuses component names that differ only in case.",
  },
  "DYN-API-023": {
    severity: "error",
    title: "more than one endpoint picker",
    why: "The CRD admits at most one component of type epp per graph.",
  },
  "DYN-API-024": {
    severity: "warning",
    title: "restart in a manifest",
    why: "The CRD refuses spec.restart when the graph is created; the manifest works only for a graph that exists already.",
  },
  "DYN-API-025": {
    severity: "error",
    title: "needs Grove",
    why: "The admission webhook takes priorityClassName, minAvailable, inter-pod GPU memory service and clusterTopologyName only for graphs that run on Grove.",
  },
  "DYN-API-026": {
    severity: "error",
    title: "component name too long for Grove",
    why: "Grove allows 45 characters for the names of PodCliqueSet, scaling group and clique together; the admission webhook refuses a graph beyond that.",
  },
  "DYN-API-027": {
    severity: "info",
    title: "PodCliqueSet gets a shortened name",
    why: "Long graph names are cut and hashed to fit Grove's 45 characters, so pods and the PodCliqueSet are not named after the graph.",
  },
  "DYN-API-028": {
    severity: "error",
    title: "origin version is no version",
    why: "The admission webhook refuses an annotation nvidia.com/dynamo-operator-origin-version that is not semver.",
  },
  "DYN-API-029": {
    severity: "error",
    title: "unknown vLLM executor",
    why: "CRD and admission webhook take only mp and ray in the annotation nvidia.com/vllm-distributed-executor-backend.",
  },
  "DYN-API-030": {
    severity: "error",
    title: "unknown Grove update strategy",
    why: "The admission webhook takes only RollingRecreate and OnDelete, in exactly this spelling.",
  },
  "DYN-API-031": {
    severity: "error",
    title: "unknown discovery mode",
    why: "The admission webhook takes only pod and container in the annotation nvidia.com/dynamo-kube-discovery-mode.",
  },
  "DYN-API-032": {
    severity: "error",
    title: "failover needs container discovery",
    why: "With a standby engine in the same pod the pod has two workers; the admission webhook wants them discovered per container.",
  },
  "DYN-API-033": {
    severity: "error",
    title: "restart order is wrong",
    why: "The admission webhook wants every component exactly once in restart.strategy.order, and no order with Parallel.",
  },
  "DYN-API-034": {
    severity: "error",
    title: "topology constraint is incomplete",
    why: "The admission webhook wants a graph-wide topology under every component's, and a pack domain on one of the two levels.",
  },
  "DYN-API-035": {
    severity: "error",
    title: "KV transfer needs one source of domains",
    why: "The CRD wants exactly one of labelKey and clusterTopologyName.",
  },
  "DYN-API-036": {
    severity: "error",
    title: "preferredWeight without preference",
    why: "The CRD wants preferredWeight if and only if enforcement is preferred.",
  },
  "DYN-API-037": {
    severity: "error",
    title: "label prefix too long",
    why: "The CRD bounds the DNS prefix of labelKey by 253 characters.",
  },
  "DYN-API-038": {
    severity: "error",
    title: "volume claim is incomplete",
    why: "The CRD wants size, storageClass and volumeAccessMode for a claim that is to be created; the admission webhook wants its name.",
  },
  "DYN-API-039": {
    severity: "error",
    title: "Service name not possible",
    why: "The operator names Services after graph and component (and a hash without Grove); Kubernetes wants at most 63 characters and a letter first.",
  },
  "DYN-API-040": {
    severity: "error",
    title: "Dynamo namespace too long",
    why: "The operator puts <namespace>-<graph> into a pod label, and Kubernetes bounds label values by 63 characters.",
  },
} as const satisfies Record<string, CodeFacts>;
