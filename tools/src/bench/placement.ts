// SPDX-License-Identifier: Apache-2.0
/** @module Placement of fleets of 10,000 replicas: `node tools/lib/bench/placement.js`. */
import type { Component, DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { type GraphView, viewGraph } from "@dynamo-iac/constructs/checks";
import { type Pool, placeGraphs } from "@dynamo-iac/constructs/estimate";
import { aws, labels } from "@dynamo-iac/constructs/facts";

/** Replicas of one graph by role; its frontend has two. */
interface Shape {
  readonly prefill: number;
  readonly decode: number;
  /** Replicas over two nodes. */
  readonly wide: number;
}

function worker(
  graph: string,
  name: string,
  replicas: number,
  gpus: number,
  tied: boolean,
): Component {
  const own = { [labels.graph]: graph };
  const peer = { ...own, [labels.component]: name === "prefill" ? "decode" : "prefill" };
  const term = (matchLabels: Record<string, string>, topologyKey: string) => ({
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels }, topologyKey },
    ],
  });
  const affinity = {
    podAffinity: term(own, "topology.kubernetes.io/zone"),
    podAntiAffinity: term(peer, "kubernetes.io/hostname"),
  };
  const resources = {
    limits: { "nvidia.com/gpu": String(gpus) },
    requests: { cpu: "8", memory: "100Gi" },
  };
  const containers = [{ name: "main", image: "vllm-runtime:1.4.0", resources }];
  return {
    name,
    type: "worker",
    replicas,
    ...(name === "wide" ? { multinode: { nodeCount: 2 } } : {}),
    podTemplate: { spec: { containers, ...(tied ? { affinity } : {}) } },
  };
}

function graph(at: number, shape: Shape, tied: boolean): GraphView {
  const name = `graph-${at}`;
  const resources = { requests: { cpu: "2", memory: "4Gi" } };
  const frontend: Component = {
    name: "frontend",
    type: "frontend",
    replicas: 2,
    podTemplate: { spec: { containers: [{ name: "main", image: "frontend:1.4.0", resources }] } },
  };
  const components = [
    frontend,
    worker(name, "prefill", shape.prefill, 2, tied),
    worker(name, "decode", shape.decode, 4, tied),
    worker(name, "wide", shape.wide, 8, tied),
  ];
  const object: DynamoGraphDeployment = {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name, namespace: "bench" },
    spec: { components },
  };
  return viewGraph(object);
}

const pools: readonly Pool[] = [
  { name: "p5", machine: aws.p5_48xlarge, max: 8000, zones: ["us-east-1a", "us-east-1b"] },
  { name: "g6e", machine: aws.g6e_12xlarge, max: 4000, zones: ["us-east-1a"] },
];

const fleets: readonly (readonly [number, Shape])[] = [
  [1, { prefill: 4000, decode: 5900, wide: 98 }],
  [100, { prefill: 40, decode: 56, wide: 2 }],
  [500, { prefill: 6, decode: 10, wide: 2 }],
];

for (const tied of [false, true]) {
  for (const [count, shape] of fleets) {
    const graphs = Array.from({ length: count }, (_, at) => graph(at, shape, tied));
    const times = Array.from({ length: 5 }, () => {
      const cpu = process.cpuUsage();
      const start = performance.now();
      const { outcome, machines } = placeGraphs(graphs, pools);
      const wall = performance.now() - start;
      return { outcome, machines: machines.length, wall, cpu: process.cpuUsage(cpu).user / 1000 };
    });
    const middle = times.toSorted((a, b) => a.wall - b.wall)[2];
    const replicas = count * (shape.prefill + shape.decode + shape.wide + 2);
    console.log(
      `${replicas} replicas in ${count} graphs${tied ? " with affinity" : ""}: ${middle?.outcome} on ${middle?.machines} machines in ${middle?.wall.toFixed(0)} ms (${middle?.cpu.toFixed(0)} ms of CPU; median of 5)`,
    );
  }
}
