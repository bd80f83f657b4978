// SPDX-License-Identifier: Apache-2.0
/** @module Graphs that somebody wrote as YAML: every object of the files, judged as if it were ours. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ApiObject, type Chart } from "cdk8s";
import { loadAll } from "js-yaml";

interface Document {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: {
    readonly components?: readonly { readonly name: string; readonly type?: string }[];
  };
}

/**
 * Puts the objects of the files into the chart; those without a namespace go into the chart's.
 *
 * @returns the Service of the first graph's frontend; undefined when no graph has one
 * @throws when a file cannot be read, or holds something that is no Kubernetes object
 */
export function importGraphs(
  chart: Chart,
  graphs: readonly { readonly manifest: string }[],
): string | undefined {
  const documents = graphs.flatMap(({ manifest }) => read(manifest));
  for (const [index, document] of documents.entries())
    new ApiObject(chart, `${index}-${document.kind}-${document.metadata.name}`, document);
  for (const { kind, metadata, spec } of documents) {
    const frontend = spec?.components?.find(({ type }) => type === "frontend");
    if (kind === "DynamoGraphDeployment" && frontend !== undefined)
      return `${metadata.name}-${frontend.name}`.toLowerCase().replaceAll(".", "-");
  }
  return undefined;
}

/** Paths are relative to the folder of Pulumi.yaml, where Pulumi runs the program. */
function read(manifest: string): readonly Document[] {
  const file = resolve(manifest);
  return loadAll(readFileSync(file, "utf8"))
    .filter((document) => document !== null && document !== undefined)
    .map((document, index) => {
      if (isDocument(document)) return document;
      throw new Error(
        `${manifest}, document ${index + 1}: not a Kubernetes object with apiVersion, kind and metadata.name`,
      );
    });
}

function isDocument(value: unknown): value is Document {
  const { apiVersion, kind, metadata } = Object(value) as Partial<Document>;
  return (
    typeof apiVersion === "string" &&
    typeof kind === "string" &&
    typeof Object(metadata).name === "string"
  );
}
