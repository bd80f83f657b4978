// SPDX-License-Identifier: Apache-2.0
import { type GraphView, viewGraph } from "@dynamo-iac/constructs/checks";
import {
  estimateCost,
  placeGraphs,
  scalesOf,
  writtenScales,
} from "@dynamo-iac/constructs/estimate";
import { aws } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, worker } from "./graph-builder.js";

const metadata = (name: string) => ({ name, namespace: "inference" });

const adapter = (name: string) => ({
  apiVersion: "nvidia.com/v1beta1",
  kind: "DynamoGraphDeploymentScalingAdapter",
  name,
});

const hpa = (target: object, bounds: object, name = "grow") => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: metadata(name),
  spec: { scaleTargetRef: target, ...bounds },
});

const keda = (target: object, bounds: object) => ({
  apiVersion: "keda.sh/v1alpha1",
  kind: "ScaledObject",
  metadata: metadata("load"),
  spec: { scaleTargetRef: target, ...bounds },
});

const pair = () =>
  graphOf("chat", [
    frontend(),
    worker("Prefill", { type: "prefill", gpus: 2, component: { scalingAdapter: {} } }),
    worker("Decode", { type: "decode", gpus: 4, component: { scalingAdapter: {} } }),
  ]);

const written = (graph: GraphView, ...objects: readonly unknown[]) =>
  writtenScales([graph], [graph.graph, ...objects]);

describe("writtenScales", () => {
  it("takes the bounds of autoscalers by way of the adapters", () => {
    const graph = pair();
    const { rows, scales, notes } = written(
      graph,
      hpa(adapter("chat-prefill"), { minReplicas: 2, maxReplicas: 6 }),
      keda(adapter("chat-decode"), { minReplicaCount: 1, maxReplicaCount: 3 }),
    );
    expect(rows).toEqual([
      {
        namespace: "inference",
        graph: "chat",
        component: "Prefill",
        min: 2,
        max: 6,
        writer: "HorizontalPodAutoscaler/grow",
      },
      {
        namespace: "inference",
        graph: "chat",
        component: "Decode",
        min: 1,
        max: 3,
        writer: "ScaledObject/load",
      },
    ]);
    expect(notes).toEqual([]);
    expect(scalesOf(graph, scales)).toEqual([
      { min: 1, max: 1 },
      { min: 2, max: 6 },
      { min: 1, max: 3 },
    ]);
  });

  it.each([
    ["HPA", hpa(adapter("chat-decode"), { maxReplicas: 4 }), { min: 1, max: 4 }],
    ["KEDA", keda(adapter("chat-decode"), {}), { min: 0, max: 100 }],
    [
      "KEDA while idle",
      keda(adapter("chat-decode"), { idleReplicaCount: 0, minReplicaCount: 2, maxReplicaCount: 5 }),
      { min: 0, max: 5 },
    ],
    [
      "bounds the wrong way round",
      hpa(adapter("chat-decode"), { minReplicas: 5, maxReplicas: 2 }),
      { min: 5, max: 5 },
    ],
  ])("knows the defaults of %s", (_, object, scale) => {
    expect(written(pair(), object).scales).toEqual({ "inference/chat/Decode": scale });
  });

  it("says what it does not count, and is silent about what is no part of a graph", () => {
    const graph = pair();
    expect(written(graph, hpa(adapter("chat-encode"), { maxReplicas: 4 })).notes).toEqual([
      "not counted: replicas that HorizontalPodAutoscaler/grow decides, whose target is no component of these graphs",
    ]);
    const deployment = { apiVersion: "apps/v1", kind: "Deployment", name: "chat-decode" };
    expect(written(graph, hpa(deployment, { maxReplicas: 4 })).notes).toHaveLength(1);
    expect(written(graph, hpa(adapter("chat-decode"), {})).notes).toHaveLength(1);
    const foreign = hpa({ kind: "Deployment", name: "website" }, { maxReplicas: 4 });
    expect(written(graph, foreign)).toEqual({ rows: [], scales: {}, notes: [] });
  });

  it("tells graphs of one name in two namespaces apart", () => {
    const here = pair();
    const there = viewGraph({
      ...here.graph,
      metadata: { name: "chat", namespace: "other" },
    });
    const { scales } = writtenScales(
      [here, there],
      [here.graph, there.graph, hpa(adapter("chat-decode"), { maxReplicas: 4 })],
    );
    expect(scalesOf(here, scales)[2]).toEqual({ min: 1, max: 4 });
    expect(scalesOf(there, scales)[2]).toEqual({ min: 1, max: 1 });
  });

  it("does not mistake a graph of another namespace", () => {
    const object = hpa(adapter("chat-decode"), { maxReplicas: 4 });
    const elsewhere = { ...object, metadata: { name: "grow", namespace: "other" } };
    expect(written(pair(), elsewhere).scales).toEqual({});
  });

  it("reads the bounds of a planner out of the file that it is started with", () => {
    const planner = {
      name: "planner",
      type: "planner" as const,
      podTemplate: {
        spec: {
          containers: [
            {
              name: "main",
              image: "nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.4.0",
              command: ["python3", "-m", "dynamo.planner"],
              args: ["--config", "/config/planner.yaml"],
              volumeMounts: [{ name: "config", mountPath: "/config" }],
            },
          ],
          volumes: [{ name: "config", configMap: { name: "planner" } }],
        },
      },
    };
    const base = pair();
    const graph = graphOf("chat", [...(base.graph.spec?.components ?? []), planner]);
    const file = (text: string) => ({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: metadata("planner"),
      data: { "planner.yaml": text },
    });
    const config = "mode: disagg\nmin_endpoint: 1\nmax_gpu_budget: 16\n";
    const { rows, scales } = written(graph, file(config));
    // 2 + 4 GPUs to begin with, then in turn: prefill, decode, prefill, and prefill once more.
    expect(rows).toEqual([
      {
        namespace: "inference",
        graph: "chat",
        component: "Prefill",
        min: 1,
        max: 4,
        writer: "planner",
      },
      {
        namespace: "inference",
        graph: "chat",
        component: "Decode",
        min: 1,
        max: 2,
        writer: "planner",
      },
    ]);
    expect(scalesOf(graph, scales).slice(1, 3)).toEqual([
      { min: 1, max: 4 },
      { min: 1, max: 2 },
    ]);
    expect(written(graph).scales).toEqual({});
    expect(written(graph, file("- no mapping")).scales).toEqual({});
    expect(written(graph, file("environment: global-planner\n")).scales).toEqual({});
    const both = written(
      graph,
      file(config),
      hpa(adapter("chat-decode"), { minReplicas: 3, maxReplicas: 5 }),
    );
    expect(both.scales["inference/chat/Decode"]).toEqual({ min: 3, max: 5 });
  });

  it("decides machines and cost at both ends", () => {
    const graph = pair();
    const { scales } = written(
      graph,
      hpa(adapter("chat-decode"), { minReplicas: 1, maxReplicas: 6 }),
    );
    const pools = [{ name: "p5", machine: aws.p5_48xlarge, max: 8 }];
    expect(placeGraphs([graph], pools, { scales }).machines).toHaveLength(4);
    const { min, max } = estimateCost([graph], pools, { scales });
    expect([min.pools[0]?.machines, max.pools[0]?.machines]).toEqual([1, 4]);
  });
});
