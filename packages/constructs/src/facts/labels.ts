// SPDX-License-Identifier: Apache-2.0
/** @module Annotation and label keys of the Dynamo operator, of node provisioners, and our own. */

/** Annotations that a user may set. @see deploy/operator/internal/consts/consts.go */
export const annotations = {
  enableGrove: "nvidia.com/enable-grove",
  groveUpdateStrategy: "nvidia.com/grove-update-strategy",
  discoveryBackend: "nvidia.com/dynamo-discovery-backend",
  kubeDiscoveryMode: "nvidia.com/dynamo-kube-discovery-mode",
  kaiQueue: "nvidia.com/kai-scheduler-queue",
  volcanoQueue: "nvidia.com/volcano-queue",
  enableMetrics: "nvidia.com/enable-metrics",
  vllmExecutor: "nvidia.com/vllm-distributed-executor-backend",
  originVersion: "nvidia.com/dynamo-operator-origin-version",
  deploymentStrategy: "nvidia.com/deployment-strategy",
  maxSurge: "nvidia.com/deployment-rolling-update-max-surge",
  maxUnavailable: "nvidia.com/deployment-rolling-update-max-unavailable",
  disablePullSecretDiscovery: "nvidia.com/disable-image-pull-secret-discovery",
} as const;

/** Annotations in which the conversion webhook keeps what the other version cannot say. Never authored. */
export const carriers = {
  graph: { spec: "nvidia.com/dgd-spec", status: "nvidia.com/dgd-status" },
  component: { spec: "nvidia.com/dcd-spec", status: "nvidia.com/dcd-status" },
  request: { spec: "nvidia.com/dgdr-spec", status: "nvidia.com/dgdr-status" },
} as const;

/** Pod labels that selectors may use. */
export const labels = {
  graph: "nvidia.com/dynamo-graph-deployment-name",
  component: "nvidia.com/dynamo-component",
  componentType: "nvidia.com/dynamo-component-type",
  componentClass: "nvidia.com/dynamo-component-class",
  dynamoNamespace: "nvidia.com/dynamo-namespace",
} as const;

/** Annotation in which a rendered object carries its waivers: a JSON list, for whoever checks the YAML. */
export const waiverAnnotation = "dynamo-iac/waivers";

/** Annotation in which a rendered claim carries its throughput, when nothing else in the manifest tells it. */
export const throughputAnnotation = "dynamo-iac/throughput";

/** Annotation in which a graph carries the pools of machines that its workers name: a JSON list. */
export const poolsAnnotation = "dynamo-iac/pools";

/** Annotation of a pod template: the privilege that a fabric takes, and why it needs it. */
export const exceptionAnnotation = "dynamo-iac/security-exception";

/** Node labels that kubelet, clouds and node provisioners set, and by which pods choose their nodes. */
export const nodeLabels = {
  arch: "kubernetes.io/arch",
  hostname: "kubernetes.io/hostname",
  instanceType: "node.kubernetes.io/instance-type",
  zone: "topology.kubernetes.io/zone",
  capacityType: "karpenter.sh/capacity-type",
  /** Name of the Karpenter NodePool that made the node; also on EKS Auto Mode and AKS. */
  nodePool: "karpenter.sh/nodepool",
  /** Type of the capacity reservation: `default` or `capacity-block`. */
  reservationType: "karpenter.k8s.aws/capacity-reservation-type",
  /** Name of the GKE ComputeClass that made the node. */
  computeClass: "cloud.google.com/compute-class",
} as const;
