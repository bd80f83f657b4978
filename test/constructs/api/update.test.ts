// SPDX-License-Identifier: Apache-2.0
/** @module Changes that the API refuses, and those that it takes. */
import { checkUpdate } from "@dynamo-iac/constructs/api";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { updateCases } from "./cases/update-cases.js";
import { alphaGraph, deployment, graph, graphWith, model, request, worker } from "./objects.js";

describe("checkUpdate", () => {
  it.each(updateCases)("fails $code: $title", ({ before, object, code, path, says, fix }) => {
    const findings = checkUpdate(before, object);
    expect(findings.map((found) => [found.code, formatPath(found.path)])).toEqual([[code, path]]);
    expect(findings[0]?.message).toContain(says);
    expect(findings[0]?.fix).toContain(fix);
  });

  const multinode = (nodeCount: number) => graphWith({ multinode: { nodeCount } });
  const manual = { ...request({ autoApply: false }), status: { phase: "Ready" } };
  it.each([
    ["nothing", graph(), graph()],
    ["more replicas", graph(), graphWith({ replicas: 9 })],
    ["another node count", multinode(2), multinode(4)],
    ["the default of minAvailable, written out", graph(), graphWith({ minAvailable: 1 })],
    [
      "replicas left to the scaling adapter",
      graphWith({ scalingAdapter: {}, replicas: 5 }),
      graphWith({ scalingAdapter: {}, replicas: undefined }),
    ],
    [
      "the other version of the same graph",
      alphaGraph(),
      graph({ components: [worker({ name: "Decode", replicas: 1 })] }),
    ],
    [
      "a legacy tag that stays",
      graphWith({}, { image: "x:my-tag" }),
      graphWith({ replicas: 3 }, { image: "x:my-tag" }),
    ],
    [
      "a new tag with an override",
      graph(),
      graphWith({ runtimeVersionOverride: "1.4.0" }, { image: "x:my-tag" }),
    ],
    [
      "any tag of a component deployment",
      deployment(),
      deployment(worker({}, { image: "x:my-tag" }) as unknown as Record<string, unknown>),
    ],
    ["the default model type, written out", model(), model({ modelType: "base" })],
    [
      "a request before profiling",
      { ...request(), status: { phase: "Pending" } },
      request({ model: "b" }),
    ],
    ["a ready request that is applied", manual, request({ autoApply: true })],
    [
      "the release of a ready request",
      manual,
      request({ autoApply: false, runtimeVersionOverride: "1.4.0" }),
    ],
    ["an object of another name", graph(), graph({ components: [] }, { name: "other" })],
  ])("accepts %s", (_, before, after) => {
    expect(checkUpdate(before, after)).toEqual([]);
  });

  it("fails DYN-API-129 when the override goes and the tag does not tell the release", () => {
    const image = "x:my-tag";
    const before = graphWith({ runtimeVersionOverride: "1.4.0" }, { image });
    expect(checkUpdate(before, graphWith({}, { image })).map(({ code }) => code)).toEqual([
      "DYN-API-129",
    ]);
  });

  it("takes minAvailable as unset without Grove", () => {
    const found = checkUpdate(graph(), graphWith({ minAvailable: 2 }), { grove: false });
    expect(found).toEqual([]);
  });
});
