// SPDX-License-Identifier: Apache-2.0
import { type GraphProps, readGraph, renderGraph } from "@dynamo-iac/constructs";
import { describe, expect, it } from "vitest";

const components = [{ name: "frontend", type: "frontend" as const }];

describe("the operator's settings", () => {
  const cases: readonly (readonly [Partial<GraphProps>, Record<string, string>])[] = [
    [{ orchestrator: "deployment" }, { "nvidia.com/enable-grove": "false" }],
    [{ orchestrator: "grove" }, { "nvidia.com/enable-grove": "true" }],
    [{ groveUpdateStrategy: "OnDelete" }, { "nvidia.com/grove-update-strategy": "OnDelete" }],
    [{ discovery: "etcd" }, { "nvidia.com/dynamo-discovery-backend": "etcd" }],
    [{ discoveryMode: "container" }, { "nvidia.com/dynamo-kube-discovery-mode": "container" }],
    [{ kaiQueue: "team-a" }, { "nvidia.com/kai-scheduler-queue": "team-a" }],
    [{ volcanoQueue: "team-a" }, { "nvidia.com/volcano-queue": "team-a" }],
    [{ metrics: false }, { "nvidia.com/enable-metrics": "false" }],
    [{ vllmExecutor: "ray" }, { "nvidia.com/vllm-distributed-executor-backend": "ray" }],
  ];

  it.each(cases)("%j is written as %j and read back", (options, annotations) => {
    const graph = renderGraph("g", { ...options, components });
    expect(graph.metadata?.annotations).toEqual(annotations);
    expect(readGraph(graph)).toMatchObject(options);
    expect(readGraph(graph).annotations).toBeUndefined();
  });

  it("leave a value that they cannot say in the annotations", () => {
    const annotations = {
      "nvidia.com/enable-grove": "FALSE",
      "nvidia.com/kai-scheduler-queue": "q",
    };
    const props = readGraph(renderGraph("g", { annotations, components }));
    expect(props).toMatchObject({
      annotations: { "nvidia.com/enable-grove": "FALSE" },
      kaiQueue: "q",
    });
  });
});

describe("renderGraph", () => {
  it("names the graph after the construct unless told otherwise", () => {
    expect(renderGraph("chat", { components }).metadata).toEqual({ name: "chat" });
    expect(renderGraph("chat", { name: "other", namespace: "n", components }).metadata).toEqual({
      name: "other",
      namespace: "n",
    });
  });

  it("writes waivers into the object", () => {
    const waive = [{ code: "DYN-API-001", reason: "the operator here is newer" }] as const;
    expect(renderGraph("g", { waive, components }).metadata?.annotations).toEqual({
      "dynamo-iac/waivers": JSON.stringify(waive),
    });
  });

  it("keeps env, labels and annotations of spec apart from those of metadata", () => {
    const graph = renderGraph("g", {
      labels: { a: "1" },
      propagatedLabels: { b: "2" },
      propagatedAnnotations: { c: "3" },
      env: { X: "1" },
      components,
    });
    expect(graph).toMatchObject({
      metadata: { labels: { a: "1" } },
      spec: { labels: { b: "2" }, annotations: { c: "3" }, env: [{ name: "X", value: "1" }] },
    });
    expect(renderGraph("g", readGraph(graph))).toEqual(graph);
  });
});
