// SPDX-License-Identifier: Apache-2.0
/** @module Pools that manifests describe: check, placement and estimate know them without an option, import keeps them. */
import { App, aggregated, aws, InferenceGraph, vllm } from "@dynamo-iac/constructs";
import { GpuNodePool } from "@dynamo-iac/constructs/nodes";
import { Chart } from "cdk8s";
import { describe, expect, it } from "vitest";
import { dynamoIac } from "../support/cli.js";

/** A pool of two machines with room for four workers, and a graph with so many. */
function manifests(replicas: number): string {
  const chart = new Chart(new App({ report: () => undefined }), "chart");
  const nodes = GpuNodePool.karpenter(chart, "p5", {
    cluster: "prod",
    machine: aws.p5_48xlarge,
    zones: ["us-east-1a"],
    max: 2,
  });
  new InferenceGraph(chart, "qwen", {
    model: "Qwen/Qwen3-32B",
    engine: vllm(),
    serving: aggregated({ replicas, tensorParallel: 4 }),
    nodes,
  });
  return chart
    .toJson()
    .map((object: unknown) => JSON.stringify(object))
    .join("\n---\n");
}

const run = (command: string, replicas: number, ...options: readonly string[]) =>
  dynamoIac([command, "-", ...options], { stdin: manifests(replicas) });

describe("pools of manifests", () => {
  it("are where placement puts the replicas", async () => {
    const { code, out } = await run("placement", 4, "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: "placed",
      pools: [{ pool: "p5", type: "p5.48xlarge", machines: 2, max: 2 }],
    });
  });

  it("are what estimate counts", async () => {
    const { code, out } = await run("estimate", 4, "--budget", "1000");
    expect(out).toMatch(/p5\.48xlarge {2}on-demand/);
    expect(out).toMatch(/DYN-COST-001/);
    expect(code).toBe(1);
  });

  it("are too small in check, with the line of the component", async () => {
    expect((await run("check", 4)).code).toBe(0);
    const { code, out } = await run("check", 5);
    expect(code).toBe(1);
    expect(out).toMatch(/DYN-PLACE-011 DynamoGraphDeployment\/qwen spec\.components\[1\]/);
    expect(out).toMatch(/Raise the maximum of pool p5 from 2 to 3/);
  });

  it("are changed by what the command line says of them, and keep the rest", async () => {
    const { code, out } = await run("placement", 5, "--pool", "p5=p5.48xlarge,max=3");
    expect(out).toMatch(/p5 +p5\.48xlarge +3 +3/);
    expect(out).toMatch(/us-east-1a/);
    expect(code).toBe(0);
  });

  it("stand beside pools of the command line", async () => {
    const { out } = await run("placement", 5, "--pool", "more=p5.48xlarge,max=1");
    // The graph's selector keeps it off the other pool.
    expect(out).toMatch(/DYN-PLACE-011/);
    expect(out).toMatch(/more +p5\.48xlarge +0 +1/);
  });

  it("that cannot be read are told with their line", async () => {
    const spoiled = manifests(1).replaceAll("p5.48xlarge", "p5.48xlarg");
    const { code, out } = await dynamoIac(["check", "-"], { stdin: spoiled });
    expect(code).toBe(1);
    expect(out).toMatch(/<stdin>:\d+:\d+ error DYN-NODE-001 NodePool\/p5/);
    expect(out).toMatch(/error DYN-NODE-001 DynamoGraphDeployment\/qwen/);
    expect(out).toMatch(/did you mean p5\.48xlarge\?/);
  });

  it("stay with an imported graph", async () => {
    const { code, out } = await run("import", 4);
    expect(code).toBe(0);
    expect(out).toContain("dynamo-iac/pools");
    const verified = await run("import", 4, "--verify");
    expect(verified.out).toMatch(/DynamoGraphDeployment\/qwen identical/);
    expect(verified.code).toBe(0);
  });
});
