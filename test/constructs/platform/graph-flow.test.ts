// SPDX-License-Identifier: Apache-2.0
/** @module Addresses, credentials and planes of the platform reach a graph by type. */
import { App, aggregated, InferenceGraph, kvRouter, vllm } from "@dynamo-iac/constructs";
import { Etcd, Nats } from "@dynamo-iac/constructs/platform";
import { Chart } from "cdk8s";
import { describe, expect, it } from "vitest";
import { written } from "./construct.js";

const pattern = {
  model: "Qwen/Qwen3-0.6B",
  engine: vllm(),
  serving: aggregated(),
  router: kvRouter(),
} as const;

describe("a graph with the environment of the platform", () => {
  it("sends its events through NATS, and nothing is found wrong with it", () => {
    const app = new App();
    const chart = new Chart(app, "chart", { namespace: "platform" });
    const nats = new Nats(chart, "nats");
    const graph = new InferenceGraph(chart, "qwen", { ...pattern, env: nats.clientEnvironment() });
    expect(written(graph).spec.env).toEqual([
      { name: "NATS_SERVER", value: nats.address },
      { name: "NATS_AUTH_USERNAME", value: "dynamo" },
      {
        name: "NATS_AUTH_PASSWORD",
        valueFrom: { secretKeyRef: { name: "nats-auth", key: "password" } },
      },
      { name: "DYN_EVENT_PLANE", value: "nats" },
    ]);
    expect(app.findings().map(({ code }) => code)).toEqual(["DYN-NATS-016"]);
  });

  it("finds its processes through etcd, and nothing is found wrong with it", () => {
    const app = new App();
    const chart = new Chart(app, "chart", { namespace: "platform" });
    const etcd = new Etcd(chart, "etcd");
    const env = etcd.clientEnvironment();
    const graph = new InferenceGraph(chart, "qwen", { ...pattern, discovery: "etcd", env });
    expect(written(graph).spec.env).toContainEqual({
      name: "ETCD_ENDPOINTS",
      value: etcd.endpoints.join(","),
    });
    expect(app.findings()).toEqual([]);
  });
});
