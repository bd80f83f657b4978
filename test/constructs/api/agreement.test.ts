// SPDX-License-Identifier: Apache-2.0
/** @module A rule that both versions have decides the same before and after conversion. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  checkRules,
  graphToV1alpha1,
  graphToV1beta1,
  type V1alpha1GraphDeployment,
} from "@dynamo-iac/constructs/api";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { shared } from "../../support/shared.js";
import { componentCases } from "./cases/component-cases.js";
import { gpuMemoryCases } from "./cases/gpu-memory-cases.js";
import { graphCases } from "./cases/graph-cases.js";
import { alphaGraph } from "./objects.js";

/** Rules about what only v1alpha1 can write, or v1beta1 cannot. */
const alphaOnly: ReadonlySet<string> = new Set([
  "DYN-API-011",
  "DYN-API-021",
  "DYN-API-038",
  "DYN-API-054",
  "DYN-API-062",
  "DYN-API-071",
  "DYN-API-074",
  "DYN-API-075",
  "DYN-API-076",
]);

/** Cases in which the conversion takes away what the rule is about. */
const lost: ReadonlyMap<string, string> = new Map([
  [
    "clients in other pods of a v1alpha1 service that is switched off",
    "v1beta1 has no disabled setting",
  ],
  ["a sidecar that does not exist", "v1alpha1 cannot name a sidecar"],
  ["a cache that is mounted read-only", "a v1alpha1 mount beside the container has no readOnly"],
]);

const rulesOf = (object: unknown, context = {}) =>
  [...new Set(checkRules(object, context).map(({ code }) => code))]
    .filter((code) => !alphaOnly.has(code))
    .toSorted();

const isAlpha = (object: unknown): object is V1alpha1GraphDeployment =>
  Reflect.get(Object(object), "apiVersion") === "nvidia.com/v1alpha1" &&
  Reflect.get(Object(object), "kind") === "DynamoGraphDeployment";

const folder = shared("conformance/dgd");
const manifests =
  folder === undefined
    ? []
    : readdirSync(folder)
        .flatMap((file) => loadAll(readFileSync(join(folder, file), "utf8")))
        .filter(isAlpha);

const cases = [...graphCases, ...componentCases, ...gpuMemoryCases].filter(
  ({ title }) => !lost.has(title),
);

describe("rules on both versions", () => {
  it.each(cases.filter(({ object }) => isAlpha(object)))(
    "agree on v1alpha1 and its conversion: $code $title",
    ({ object, context }) => {
      const graph = graphToV1beta1(object as V1alpha1GraphDeployment).object;
      expect(rulesOf(graph, context)).toEqual(rulesOf(object, context));
    },
  );

  it.each(
    cases.filter(
      ({ object }) => Reflect.get(Object(object), "apiVersion") === "nvidia.com/v1beta1",
    ),
  )("agree on v1beta1 and its conversion: $code $title", ({ object, context }) => {
    const graph = graphToV1alpha1(object as Parameters<typeof graphToV1alpha1>[0]).object;
    expect(rulesOf(graph, context)).toEqual(rulesOf(object, context));
  });

  it("agree on real manifests and on a small one", () => {
    for (const manifest of [alphaGraph(), ...manifests])
      expect(rulesOf(graphToV1beta1(manifest).object)).toEqual(rulesOf(manifest));
  });
});
