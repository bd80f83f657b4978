// SPDX-License-Identifier: Apache-2.0
/** @module Fields whose name differs between v1alpha1 and v1beta1. */

/** v1alpha1 name, then v1beta1 name. */
const pairs = [
  ["services", "components"],
  ["envs", "env"],
  ["componentType", "type"],
  ["subComponentType", "type"],
  ["extraPodSpec", "podTemplate.spec"],
  ["extraPodMetadata", "podTemplate.metadata"],
  ["mainContainer", 'containers (name: "main")'],
  ["sharedMemory", "sharedMemorySize"],
  ["mountPoint", "mountPath"],
  ["envFromSecret", "podTemplate.spec.containers[].envFrom"],
  ["topologyProfile", "clusterTopologyName"],
  ["gpuMemoryService", "experimental.gpuMemoryService"],
  ["failover", "experimental.failover"],
  ["checkpoint", "experimental.checkpoint"],
  ["serviceName", "componentName"],
] as const;

const toV1beta1: ReadonlyMap<string, string> = new Map(pairs);
const toV1alpha1: ReadonlyMap<string, string> = new Map(
  pairs.map(([alpha, beta]) => [beta, alpha]),
);

/** What this API version calls a field that the other version calls `name`. */
export function otherVersionName(apiVersion: string, name: string): string | undefined {
  return (apiVersion.endsWith("/v1beta1") ? toV1beta1 : toV1alpha1).get(name);
}
