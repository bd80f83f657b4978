// SPDX-License-Identifier: Apache-2.0
/** @module A DynamoGraphDeployment of either version to the props of an InferenceGraph. */
import {
  type DynamoGraphDeployment,
  type Fields,
  graphToV1alpha1,
  isFields,
  type V1alpha1GraphDeployment,
  withoutCarriers,
} from "../../api/index.js";
import { carriers, type Finding, finding } from "../../facts/index.js";
import { type GraphProps, readGraph } from "../graph-options.js";
import type { TargetOptions } from "../inference-graph.js";
import { alphaParts } from "./alpha.js";
import { withTypedDocuments } from "./documents.js";

/** What an import makes of a graph. */
export interface ReadGraph {
  readonly props: GraphProps & TargetOptions;
  readonly findings: readonly Finding[];
}

/** Reads a graph that has nothing but typed fields. */
export function readAnyGraph(graph: Fields): ReadGraph {
  if (graph.apiVersion === "nvidia.com/v1alpha1") {
    const { beta, rest, findings } = alphaParts(graph as unknown as V1alpha1GraphDeployment);
    const { name, ...props } = readTyped(beta);
    return {
      props: {
        ...(name === undefined ? {} : { name }),
        apiVersion: "nvidia.com/v1alpha1",
        ...props,
        ...(rest === undefined ? {} : { v1alpha1: rest }),
      },
      findings,
    };
  }
  return {
    props: readTyped(withoutCarriers(graph) as unknown as DynamoGraphDeployment),
    findings: carriedFindings(graph),
  };
}

function readTyped(graph: DynamoGraphDeployment): GraphProps {
  const { components, ...props } = readGraph(graph);
  return { ...props, components: components.map(withTypedDocuments) };
}

/** A graph that was written in v1alpha1 and read in v1beta1 hides fields in an annotation. */
function carriedFindings(graph: Fields): readonly Finding[] {
  const { metadata } = graph;
  const key = carriers.graph.spec;
  if (!isFields(metadata) || !isFields(metadata.annotations)) return [];
  if (metadata.annotations[key] === undefined) return [];
  const alpha = graphToV1alpha1(graph as unknown as DynamoGraphDeployment);
  const { rest } = alphaParts(alpha.object);
  if (rest === undefined) return alpha.findings;
  const fields = Object.entries(rest).flatMap(([field, value]) =>
    field === "services" && isFields(value)
      ? Object.keys(value).map((name) => `spec.services.${name}`)
      : [`spec.${field}`],
  );
  return [
    finding(
      "DYN-CNV-002",
      {
        object: `DynamoGraphDeployment/${String(metadata.name ?? "")}`,
        path: ["metadata", "annotations", key],
      },
      `the annotation keeps fields of v1alpha1 (${fields.join(", ")}); they are left out`,
      "Export the graph as dynamographdeployments.v1alpha1.nvidia.com and import that.",
    ),
  ];
}
