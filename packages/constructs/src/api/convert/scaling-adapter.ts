// SPDX-License-Identifier: Apache-2.0
/**
 * @module DynamoGraphDeploymentScalingAdapter between v1alpha1 and v1beta1: one field has another name.
 *
 * @see deploy/operator/api/v1alpha1/dynamographdeploymentscalingadapter_conversion.go
 */
import type { V1alpha1ScalingAdapter } from "../v1alpha1/scaling-adapter.js";
import type { DynamoGraphDeploymentScalingAdapter } from "../v1beta1/scaling-adapter.js";
import { compact } from "./json.js";
import type { Conversion } from "./loss.js";

/** The scaling adapter in v1beta1. */
export function scalingAdapterToV1beta1(
  alpha: V1alpha1ScalingAdapter,
): Conversion<DynamoGraphDeploymentScalingAdapter> {
  const { spec, status, ...source } = structuredClone(alpha);
  const { serviceName, ...graph } = spec.dgdRef;
  const object: DynamoGraphDeploymentScalingAdapter = compact({
    ...source,
    apiVersion: "nvidia.com/v1beta1" as const,
    spec: { ...spec, dgdRef: { ...graph, componentName: serviceName } },
    status: status && { ...status, replicas: status.replicas ?? 0 },
  });
  return { object, findings: [] };
}

/** The scaling adapter in v1alpha1. */
export function scalingAdapterToV1alpha1(
  beta: DynamoGraphDeploymentScalingAdapter,
): Conversion<V1alpha1ScalingAdapter> {
  const { spec, ...source } = structuredClone(beta);
  const { componentName, ...graph } = spec.dgdRef;
  return {
    object: {
      ...source,
      apiVersion: "nvidia.com/v1alpha1",
      spec: { ...spec, dgdRef: { ...graph, serviceName: componentName } },
    },
    findings: [],
  };
}
