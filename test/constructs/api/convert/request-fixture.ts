// SPDX-License-Identifier: Apache-2.0
/** @module Requests of both versions, with as little in them as the schemas allow. */
import type {
  DynamoGraphDeploymentRequest,
  V1alpha1GraphDeploymentRequest,
} from "@dynamo-iac/constructs/api";

export type Alpha = V1alpha1GraphDeploymentRequest;
export type Beta = DynamoGraphDeploymentRequest;

const metadata = { name: "r" };
export const config = { profilerImage: "profiler:1.4.0" };

export function alpha(spec: Partial<Alpha["spec"]>, status?: Alpha["status"]): Alpha {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeploymentRequest",
    metadata,
    spec: { model: "m", backend: "vllm", autoApply: true, profilingConfig: config, ...spec },
    ...(status && { status }),
  };
}

export function beta(spec: Partial<Beta["spec"]>, status?: Beta["status"]): Beta {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeploymentRequest",
    metadata,
    spec: { model: "m", backend: "vllm", autoApply: true, image: "profiler:1.4.0", ...spec },
    ...(status && { status }),
  };
}

export function saved(object: Alpha | Beta, part: "spec" | "status" = "spec"): unknown {
  const annotation = object.metadata.annotations?.[`nvidia.com/dgdr-${part}`];
  return annotation === undefined ? undefined : JSON.parse(annotation);
}
