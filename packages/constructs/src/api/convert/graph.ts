// SPDX-License-Identifier: Apache-2.0
/**
 * @module DynamoGraphDeployment between v1alpha1 and v1beta1.
 *
 * @see deploy/operator/api/v1alpha1/dynamographdeployment_conversion.go
 */
import { carriers } from "../../facts/index.js";
import type { V1alpha1GraphDeployment } from "../v1alpha1/graph.js";
import type { DynamoGraphDeployment } from "../v1beta1/graph.js";
import { load, unload } from "./carrier.js";
import {
  alphaGraphSpec,
  betaGraphSpec,
  type SparseAlphaSpec,
  type SparseBetaSpec,
} from "./graph-spec.js";
import {
  alphaGraphStatus,
  betaGraphStatus,
  graphStatusRemainder,
  type SparseAlphaStatus,
} from "./graph-status.js";
import { compact } from "./json.js";
import { type Conversion, type ConvertOptions, courseOf, spellingFindings } from "./loss.js";

/** The graph in v1beta1. */
export function graphToV1beta1(
  alpha: V1alpha1GraphDeployment,
  options: ConvertOptions = {},
): Conversion<DynamoGraphDeployment> {
  const { spec, status, metadata, ...source } = structuredClone(alpha);
  const course = courseOf(alpha, "v1beta1", carriers.graph.spec, options);
  const carried = unload(metadata, carriers.graph, course.object);
  const up = betaGraphSpec(spec, carried.spec as SparseBetaSpec | undefined, course);
  const statusLeft = status && graphStatusRemainder(status);
  const cargo = course.carriers ? { spec: up.remainder, status: statusLeft } : {};
  const object: DynamoGraphDeployment = compact({
    ...source,
    apiVersion: "nvidia.com/v1beta1" as const,
    metadata: load(carried.metadata, carriers.graph, cargo),
    spec: up.spec,
    status: status && betaGraphStatus(status),
  });
  const spelled =
    statusLeft === undefined
      ? []
      : spellingFindings(course, ["status", "services"], "componentName");
  return { object, findings: [...carried.findings, ...up.findings, ...spelled] };
}

/** The graph in v1alpha1. */
export function graphToV1alpha1(
  beta: DynamoGraphDeployment,
  options: ConvertOptions = {},
): Conversion<V1alpha1GraphDeployment> {
  const { spec, status, metadata, ...source } = structuredClone(beta);
  const course = courseOf(beta, "v1alpha1", carriers.graph.spec, options);
  const carried = unload(metadata, carriers.graph, course.object);
  const saved = carried.spec as SparseAlphaSpec | undefined;
  const down = alphaGraphSpec(spec, saved, !carried.found, course);
  const cargo = course.carriers ? { spec: down.remainder } : {};
  const object: V1alpha1GraphDeployment = compact({
    ...source,
    apiVersion: "nvidia.com/v1alpha1" as const,
    metadata: load(carried.metadata, carriers.graph, cargo),
    spec: down.spec,
    status: status && alphaGraphStatus(status, carried.status as SparseAlphaStatus | undefined),
  });
  return { object, findings: [...carried.findings, ...down.findings] };
}
