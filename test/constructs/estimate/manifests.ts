// SPDX-License-Identifier: Apache-2.0
/** @module Graphs out of manifests, as every estimate starts from them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DynamoGraphDeployment, toV1beta1 } from "@dynamo-iac/constructs/api";
import { type GraphView, viewGraph } from "@dynamo-iac/constructs/checks";
import { loadAll } from "js-yaml";
import { shared } from "../../support/shared.js";

/** The folder of upstream manifests; undefined in a clone without it. */
export const folder = shared("conformance/dgd");

/** Names of the manifests. */
export const manifests: readonly string[] =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith(".yaml"));

/** The graphs of a text with any number of documents. */
export function graphsIn(text: string): readonly GraphView[] {
  return loadAll(text).flatMap((document) => {
    const object = document as { kind?: string; apiVersion?: string } | null;
    if (object?.kind !== "DynamoGraphDeployment") return [];
    const alpha = object.apiVersion === "nvidia.com/v1alpha1";
    const { object: graph } = toV1beta1(object as Parameters<typeof toV1beta1>[0]);
    return [viewGraph(graph as DynamoGraphDeployment, { alpha })];
  });
}

/** The graphs of one upstream manifest. */
export function graphsOf(name: string): readonly GraphView[] {
  return graphsIn(readFileSync(join(folder ?? "", name), "utf8"));
}
