// SPDX-License-Identifier: Apache-2.0
/** @module A graph as a v1alpha1 manifest, for operators that do not serve v1beta1. */
import {
  type ConvertOptions,
  type DynamoGraphDeployment,
  graphToV1alpha1,
  toYaml,
} from "../api/index.js";
import type { Finding } from "../facts/index.js";

/** A manifest, and what the conversion could not keep. */
export interface V1alpha1Result {
  readonly yaml: string;
  readonly findings: readonly Finding[];
}

/**
 * Converts a v1beta1 graph as the operator does and writes it down, without the annotations in
 * which the operator keeps the rest: an operator that serves only v1alpha1 does not read them.
 */
export function toV1alpha1Yaml(
  graph: DynamoGraphDeployment,
  { carriers = false }: ConvertOptions = {},
): V1alpha1Result {
  const { object, findings } = graphToV1alpha1(graph, { carriers });
  return { yaml: toYaml(object), findings };
}
