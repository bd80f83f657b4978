// SPDX-License-Identifier: Apache-2.0
/**
 * @module DynamoGraphDeploymentRequest between v1alpha1 and v1beta1.
 *
 * @see deploy/operator/api/v1alpha1/dynamographdeploymentrequest_conversion.go
 */
import { carriers } from "../../facts/index.js";
import type { V1alpha1GraphDeploymentRequest } from "../v1alpha1/request.js";
import type { DynamoGraphDeploymentRequest } from "../v1beta1/request.js";
import { load, unload } from "./carrier.js";
import { compact } from "./json.js";
import { type Conversion, type ConvertOptions, courseOf } from "./loss.js";
import {
  alphaRequestFindings,
  alphaRequestRemainder,
  alphaRequestSpec,
  betaRequestFindings,
  betaRequestRemainder,
  betaRequestSpec,
  type SparseAlphaRequest,
  type SparseBetaRequest,
} from "./request-spec.js";
import {
  alphaRequestStatus,
  alphaStatusFindings,
  alphaStatusRemainder,
  betaRequestStatus,
  betaStatusFindings,
  betaStatusRemainder,
  type SparseAlphaRequestStatus,
  type SparseBetaRequestStatus,
} from "./request-status.js";

/** Annotations of operators before 1.4: no longer read, but taken off. */
const retired = [
  "config-map-ref",
  "output-pvc",
  "enable-gpu-discovery",
  "deployment-overrides",
  "profiling-config",
  "status-backend",
  "profiling-results",
  "deployment-status",
  "profiling-job-name",
].map((name) => `nvidia.com/dgdr-${name}`);

/** The request in v1beta1. */
export function requestToV1beta1(
  alpha: V1alpha1GraphDeploymentRequest,
  options: ConvertOptions = {},
): Conversion<DynamoGraphDeploymentRequest> {
  const { spec, status, metadata, ...source } = structuredClone(alpha);
  const course = courseOf(alpha, "v1beta1", carriers.request.spec, options);
  const carried = unload(metadata, carriers.request, course.object, retired);
  const cargo = {
    spec: alphaRequestRemainder(spec),
    status: status && alphaStatusRemainder(status),
  };
  const object: DynamoGraphDeploymentRequest = compact({
    ...source,
    apiVersion: "nvidia.com/v1beta1" as const,
    metadata: load(carried.metadata, carriers.request, course.carriers ? cargo : {}),
    spec: betaRequestSpec(spec, carried.spec as SparseBetaRequest | undefined),
    status:
      status && betaRequestStatus(status, carried.status as SparseBetaRequestStatus | undefined),
  });
  return {
    object,
    findings: [
      ...carried.findings,
      ...alphaRequestFindings(spec, course),
      ...(status === undefined ? [] : alphaStatusFindings(status, course)),
    ],
  };
}

/** The request in v1alpha1. */
export function requestToV1alpha1(
  beta: DynamoGraphDeploymentRequest,
  options: ConvertOptions = {},
): Conversion<V1alpha1GraphDeploymentRequest> {
  const { spec, status, metadata, ...source } = structuredClone(beta);
  const course = courseOf(beta, "v1alpha1", carriers.request.spec, options);
  const carried = unload(metadata, carriers.request, course.object, retired);
  const saved = carried.status as SparseAlphaRequestStatus | undefined;
  const alphaStatus = status && alphaRequestStatus(status, saved);
  const cargo = {
    spec: betaRequestRemainder(spec),
    status: status && alphaStatus && betaStatusRemainder(status, alphaStatus),
  };
  const object: V1alpha1GraphDeploymentRequest = compact({
    ...source,
    apiVersion: "nvidia.com/v1alpha1" as const,
    metadata: load(carried.metadata, carriers.request, course.carriers ? cargo : {}),
    spec: alphaRequestSpec(spec, carried.spec as SparseAlphaRequest | undefined),
    status: alphaStatus,
  });
  return {
    object,
    findings: [
      ...carried.findings,
      ...betaRequestFindings(spec, course),
      ...(status && alphaStatus ? betaStatusFindings(status, alphaStatus, course) : []),
    ],
  };
}
