// SPDX-License-Identifier: Apache-2.0
/** @module The graphs among the objects of files, as every estimate reads them, and where each is written. */
import { authored } from "@dynamo-iac/constructs";
import { type AnyObject, type DynamoGraphDeployment, toV1beta1 } from "@dynamo-iac/constructs/api";
import { alphaPath, type GraphView, viewGraph, waiversOf } from "@dynamo-iac/constructs/checks";
import { applyWaivers, type Finding } from "@dynamo-iac/constructs/facts";
import type { SourceObject } from "./documents.js";
import { type LocatedFinding, locateFindings } from "./formats/located.js";

/** A graph with the object that it was read from. */
export interface SourceGraph {
  readonly source: SourceObject;
  readonly view: GraphView;
}

/** True for a graph in any version. */
export function isGraph({ value }: SourceObject): boolean {
  return (
    value.kind === "DynamoGraphDeployment" && String(value.apiVersion).startsWith("nvidia.com/")
  );
}

/** Reads a graph in any version; its fields must be readable. */
export function readGraph(source: SourceObject): SourceGraph {
  const graph = betaOf(source);
  return { source, view: viewGraph(graph, { alpha: isAlpha(source) }) };
}

function betaOf({ value }: SourceObject): DynamoGraphDeployment {
  const object = authored(value) as unknown as AnyObject;
  return toV1beta1(object, { carriers: false }).object as unknown as DynamoGraphDeployment;
}

function isAlpha({ value }: SourceObject): boolean {
  return value.apiVersion === "nvidia.com/v1alpha1";
}

/** File name of findings about what the command line says. */
const commandLine = "<command line>";

/**
 * Findings with their lines.
 *
 * @param each the findings of each graph, with paths of v1beta1
 */
export function locateInGraphs(
  each: readonly (readonly Finding[])[],
  graphs: readonly SourceGraph[],
): readonly LocatedFinding[] {
  const written = graphs.map(({ source, view }, at) => {
    const found = (each[at] ?? []).map((found) =>
      isAlpha(source) ? { ...found, path: alphaPath(source.value, view.graph, found.path) } : found,
    );
    return applyWaivers(found, waiversOf(source.value).waivers);
  });
  return locateFindings(
    written,
    graphs.map(({ source }) => source),
  );
}

/** Findings about pools and the budget, which no file holds. */
export function locateOnCommandLine(found: readonly Finding[]): readonly LocatedFinding[] {
  const region = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return found.map((finding) => ({ finding, file: commandLine, region }));
}
