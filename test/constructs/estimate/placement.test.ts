// SPDX-License-Identifier: Apache-2.0
/** @module Graphs on pools: the table of who runs where. */
import { checkPlacement, placeGraphs, scalesOf } from "@dynamo-iac/constructs/estimate";
import { aws, azure, gcp, machine } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, worker } from "./graph-builder.js";
import { messages, pool, rows } from "./placed.js";

describe("a placement", () => {
  it("packs replicas by GPUs and tells what is left over", () => {
    const graph = graphOf("qwen", [
      frontend(),
      worker("prefill", { type: "prefill", replicas: 6, gpus: 2 }),
      worker("decode", { type: "decode", replicas: 1, gpus: 4 }),
    ]);
    const placement = placeGraphs([graph], [pool(aws.p5_48xlarge, 4)]);
    expect(placement).toMatchObject({ outcome: "placed", reasons: [], elsewhere: [] });
    expect(rows(placement)).toEqual([
      "1 × p5.48xlarge: frontend × 1, prefill × 2, decode × 1",
      "1 × p5.48xlarge: prefill × 4",
    ]);
    expect(placement.pools).toEqual([
      { pool: "p5", type: "p5.48xlarge", machines: 2, max: 4, gpus: 16, gpusFree: 0 },
    ]);
    const [first] = placement.machines;
    expect(first).toMatchObject({ name: "p5-1", pool: "p5", zone: undefined, block: undefined });
    expect(first?.pods).toContainEqual({ graph: "qwen", component: "decode", replica: 0, node: 0 });
    expect(first?.free).toMatchObject({ "nvidia.com/gpu": 0 });
  });

  it("is the same every time", () => {
    const graph = graphOf("qwen", [frontend(), worker("w", { replicas: 20, gpus: 3 })]);
    const pools = [pool(aws.p5_48xlarge, 9), pool(aws.g6_12xlarge, 9)];
    expect(placeGraphs([graph], pools)).toEqual(placeGraphs([graph], pools));
  });

  it("takes the cheaper machines", () => {
    const graph = graphOf("small", [worker("w", { replicas: 4 })]);
    const placement = placeGraphs([graph], [pool(aws.p5_48xlarge, 4), pool(aws.g6_12xlarge, 4)]);
    expect(rows(placement)).toEqual(["1 × g6.12xlarge: w × 4"]);
  });

  it("keeps the nodes of a replica in one zone and spreads them over machines", () => {
    const graph = graphOf("wide", [worker("w", { replicas: 2, gpus: 8, nodes: 2 })]);
    const two = { zones: ["us-east-1a", "us-east-1b"] };
    const placement = placeGraphs([graph], [pool(aws.p5_48xlarge, 4, two)]);
    const zones = placement.machines.map((one) => [one.pods[0]?.replica, one.zone]);
    expect(new Set(zones.map(String)).size).toBe(2);
    expect(zones).toHaveLength(4);
  });

  it("counts the GPUs of the planner's budget, not the replicas as written", () => {
    const config = { mode: "disagg", max_gpu_budget: 12, min_endpoint: 2 };
    const planner = {
      name: "planner",
      type: "planner" as const,
      podTemplate: {
        spec: {
          containers: [
            {
              name: "main",
              image: "dynamo-planner:1.4.0",
              command: ["python3", "-m", "dynamo.planner"],
              args: ["--config", JSON.stringify(config)],
            },
          ],
        },
      },
    };
    const split = ["--disaggregation-mode"];
    const graph = graphOf("planned", [
      planner,
      worker("p", { type: "prefill", gpus: 1, args: [...split, "prefill"] }),
      worker("d", { type: "decode", gpus: 2, args: [...split, "decode"] }),
    ]);
    expect(scalesOf(graph)).toEqual([
      { min: 1, max: 1 },
      { min: 2, max: 4 },
      { min: 2, max: 4 },
    ]);
    const { pools } = placeGraphs([graph], [pool(aws.p5_48xlarge, 4)]);
    expect(pools[0]).toMatchObject({ machines: 2, gpusFree: 4 });
    const given = { "planned/d": { min: 0, max: 1 }, p: { min: 1, max: 1 } };
    expect(scalesOf(graph, given)).toEqual([
      { min: 1, max: 1 },
      { min: 1, max: 1 },
      { min: 0, max: 1 },
    ]);
  });

  it("leaves pods without devices to nodes outside when no pool takes them", () => {
    const graph = graphOf("qwen", [
      frontend({}, 2),
      worker("w", { pod: { tolerations: [{ key: "nvidia.com/gpu", operator: "Exists" }] } }),
    ]);
    const taints = [{ key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" as const }];
    const gpuPool = pool(aws.g6_xlarge, 1, { taints });
    expect(placeGraphs([graph], [gpuPool])).toMatchObject({
      outcome: "placed",
      elsewhere: [{ graph: "qwen", component: "frontend", replicas: 2 }],
    });
    const small = machine({ cloud: "aws", type: "m7i.xlarge", vcpu: 4, ramGiB: 16 });
    const placement = placeGraphs([graph], [gpuPool, pool(small, 1)]);
    expect(placement.elsewhere).toEqual([]);
    expect(rows(placement)).toEqual(["1 × g6.xlarge: w × 1", "1 × m7i.xlarge: frontend × 2"]);
  });

  it("says what it assumed of resource claims", () => {
    const claim = { name: "gpu", resourceClaimTemplateName: "t" };
    const claimed = worker("w", {
      gpus: 0,
      args: ["--tensor-parallel-size", "2"],
      container: { resources: { claims: [{ name: "gpu" }] } },
      pod: { resourceClaims: [claim] },
    });
    const graph = graphOf("dra", [claimed]);
    expect(messages([graph], [pool(aws.g6_12xlarge, 1)])).toEqual([
      [
        "DYN-PLACE-016",
        "dra/w takes its devices through a resource claim; counted as 2 GPUs per pod, of whatever kind",
        "Check that this holds in your cluster.",
      ],
    ]);
  });

  it("asks nothing of pools when no replica is there", () => {
    expect(
      placeGraphs([graphOf("off", [worker("w", { replicas: 0, gpus: 64 })])], []),
    ).toMatchObject({
      outcome: "placed",
      machines: [],
    });
  });
});

describe("a pool", () => {
  const graph = graphOf("g", [worker("w")]);

  it.each([
    [{ max: -1 }, "max"],
    [{ max: 1.5 }, "max"],
    [{ min: 3, max: 2 }, "min"],
  ])("fails with limits %j", (limits, field) => {
    const [found] = checkPlacement([graph], [pool(aws.g6_xlarge, 2, limits)]);
    expect(found).toMatchObject({ code: "DYN-PLACE-015", object: "Pool/g6", path: [field] });
  });

  it("fails with machines that cannot be had that way", () => {
    const [found] = checkPlacement([graph], [pool(gcp.a4x_highgpu_4g, 2)]);
    expect(found).toMatchObject({
      code: "DYN-PLACE-014",
      message: "a4x-highgpu-4g is not offered as on-demand; it is offered as reserved",
    });
  });

  it("offers the devices of its fabric", () => {
    const asks = (resource: string, count: number) => [
      graphOf("g", [worker("w", { replicas: 2, requests: { [resource]: String(count) } })]),
    ];
    const ib = azure.Standard_ND96isr_H100_v5;
    expect(placeGraphs(asks("rdma/shared_ib", 1), [pool(ib, 1)]).outcome).toBe("placed");
    expect(placeGraphs(asks("rdma/ib", 8), [pool(ib, 1)]).outcome).toBe("impossible");
    const roce = pool(gcp.a4_highgpu_8g, 2, { capacity: "reserved" });
    const nic = "networking.gke.io.networks/rdma-0";
    expect(placeGraphs(asks(nic, 1), [roce]).machines).toHaveLength(2);
    const given = pool(aws.g6_12xlarge, 1, { resources: { "example.com/nic": 2 } });
    expect(placeGraphs(asks("example.com/nic", 1), [given]).outcome).toBe("placed");
  });
});
