// SPDX-License-Identifier: Apache-2.0
/** @module Dollars: machines, storage, load balancers, what is idle, and what is not known. */
import {
  billOf,
  checkCost,
  dollars,
  estimateCost,
  loadBalancersOf,
  monthHours,
  type Pool,
  regionOf,
} from "@dynamo-iac/constructs/estimate";
import { aws, azure, gcp, machine } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, worker } from "./graph-builder.js";

const p5: Pool = { name: "p5", machine: aws.p5_48xlarge, max: 4, zones: ["us-east-1a"] };

describe("estimateCost", () => {
  const graph = graphOf("g", [
    frontend(),
    worker("p", { type: "prefill", replicas: 2, gpus: 2 }),
    worker("d", { type: "decode", replicas: 1, gpus: 8 }),
  ]);

  it("pays whole machines, and divides them by GPUs", () => {
    const { max, currency } = estimateCost([graph], [p5]);
    expect(currency).toBe("USD");
    expect(max.placed).toBe(true);
    expect(max.total.usdPerHour).toBeCloseTo(2 * 55.04);
    expect(max.total.usdPerMonth).toBeCloseTo(2 * 55.04 * monthHours);
    expect(max.pools).toEqual([
      {
        pool: "p5",
        type: "p5.48xlarge",
        capacity: "on-demand",
        machines: 2,
        usdPerHour: 55.04,
        region: "us-east-1",
        asOf: "2026-07-20",
      },
    ]);
    const byName = new Map(max.components.map((one) => [one.component, one.usdPerHour]));
    expect(byName.get("d")).toBeCloseTo(55.04);
    expect(byName.get("p")).toBeCloseTo(55.04 / 2);
    expect(byName.get("frontend")).toBe(0);
    expect(byName.get("idle")).toBeCloseTo(55.04 / 2);
    const sum = max.components.reduce((total, { usdPerHour = 0 }) => total + usdPerHour, 0);
    expect(sum).toBeCloseTo(max.total.usdPerHour);
  });

  it("divides machines without GPUs by the larger share of CPU and memory", () => {
    const small = machine({ cloud: "aws", type: "m7i.2xlarge", vcpu: 8, ramGiB: 32 });
    const resources = { requests: { cpu: "3.68", memory: "1Gi" } };
    const component = frontend();
    const main = { name: "main", image: "dynamo-frontend:1.4.0", resources };
    const graph = graphOf("g", [{ ...component, podTemplate: { spec: { containers: [main] } } }]);
    const pool: Pool = { name: "cpu", machine: small, max: 1 };
    const { max } = estimateCost([graph], [pool], { prices: { machines: { "m7i.2xlarge": 0.4 } } });
    expect(max.components[0]).toMatchObject({ component: "frontend", usdPerHour: 0.2 });
  });

  it("differs between the ends of the scale, and a pool keeps its minimum", () => {
    const scales = { p: { min: 0, max: 8 }, d: { min: 0, max: 1 } };
    const { min, max } = estimateCost([graph], [{ ...p5, min: 1 }], { scales });
    expect(min.pools[0]?.machines).toBe(1);
    expect(max.pools[0]?.machines).toBe(3);
    expect(min.total.usdPerHour).toBeCloseTo(55.04);
    const kept = estimateCost([graph], [{ ...p5, min: 4 }], { scales });
    expect(kept.min.total.usdPerHour).toBeCloseTo(4 * 55.04);
    expect(
      kept.min.components.find(({ component }) => component === "idle")?.usdPerHour,
    ).toBeCloseTo(4 * 55.04);
  });

  it("counts every machine of the pools when the replicas do not fit", () => {
    const { max } = estimateCost([graph], [{ ...p5, max: 1 }]);
    expect(max).toMatchObject({ placed: false, total: { usdPerHour: 55.04 } });
  });

  it("names unknown prices instead of counting 0", () => {
    const block: Pool = {
      name: "p5e",
      machine: aws.p5e_48xlarge,
      max: 4,
      capacity: "capacity-block",
    };
    const { max } = estimateCost([graph], [block]);
    expect(max.total).toMatchObject({ usdPerHour: 0, unknown: ["p5e.48xlarge (capacity-block)"] });
    expect(max.pools[0]?.usdPerHour).toBeUndefined();
    expect(max.components.every(({ usdPerHour }) => usdPerHour === undefined)).toBe(true);
    const prices = {
      machines: { "p5e.48xlarge": { "capacity-block": 43.26 } },
      asOf: "2026-09-01",
    };
    expect(estimateCost([graph], [block], { prices }).max.total).toMatchObject({
      usdPerHour: 86.52,
      unknown: [],
    });
  });

  it("counts storage and load balancers where a price is given", () => {
    const storage = [
      { name: "model-cache", kind: "fsx-lustre", sizeGiB: 1000 },
      { name: "scratch", kind: "nvme", sizeGiB: 500 },
    ];
    const loadBalancers = [
      { name: "Service/frontend", objects: 1 },
      { name: "Gateway/models", objects: 1 },
    ];
    const bill = { storage, loadBalancers };
    const bare = estimateCost([graph], [p5], bill).max;
    expect(bare.total.unknown).toEqual([
      "model-cache (fsx-lustre)",
      "Service/frontend (load balancer)",
      "Gateway/models (load balancer)",
    ]);
    const prices = { storage: { "fsx-lustre": 0.146 }, loadBalancer: 0.0225 };
    const { total, items } = estimateCost([graph], [p5], { ...bill, prices }).max;
    expect(total.unknown).toEqual([]);
    expect(items.map(({ usdPerHour }) => usdPerHour)).toEqual([
      (0.146 * 1000) / monthHours,
      0,
      0.0225,
      0.0225,
    ]);
    expect(total.usdPerHour).toBeCloseTo(110.08 + 0.2 + 0.045);
  });

  it("says what runs outside the pools", () => {
    const taints = [{ key: "gpu", effect: "NoSchedule" as const }];
    const tolerations = [{ operator: "Exists" }];
    const graph = graphOf("g", [frontend(), worker("w", { pod: { tolerations } })]);
    expect(estimateCost([graph], [{ ...p5, taints }]).notes).toEqual([
      "not counted: nodes outside the pools for g/frontend",
    ]);
  });
});

describe("billOf", () => {
  it("reads claims and load balancers", () => {
    const claim = {
      kind: "PersistentVolumeClaim",
      metadata: { name: "model-cache" },
      spec: { storageClassName: "efs-sc", resources: { requests: { storage: "100Gi" } } },
    };
    const objects = [
      claim,
      { kind: "Service", metadata: { name: "chat" }, spec: { type: "LoadBalancer" } },
      { kind: "Service", metadata: { name: "inner" }, spec: { type: "ClusterIP" } },
      null,
    ];
    expect(billOf(objects)).toEqual({
      storage: [{ name: "model-cache", kind: "efs-sc", sizeGiB: 100 }],
      loadBalancers: [{ name: "Service/chat", objects: 1 }],
    });
  });
});

describe("loadBalancersOf", () => {
  const ingress = (name: string, ingressClassName?: string, annotations = {}) => ({
    kind: "Ingress",
    metadata: { name, annotations },
    spec: ingressClassName === undefined ? {} : { ingressClassName },
  });
  const group = { "alb.ingress.kubernetes.io/group.name": "models" };

  it.each<[string, readonly unknown[], readonly string[]]>([
    [
      "one each for Services and Gateways",
      [
        { kind: "Service", metadata: { name: "a" }, spec: { type: "LoadBalancer" } },
        { kind: "Service", metadata: { name: "b" }, spec: { type: "LoadBalancer" } },
        { kind: "Gateway", apiVersion: "gateway.networking.k8s.io/v1", metadata: { name: "c" } },
      ],
      ["Service/a × 1", "Service/b × 1", "Gateway/c × 1"],
    ],
    ["one of the controller", [ingress("a", "nginx"), ingress("b", "nginx")], ["Ingress/a × 2"]],
    [
      "one per class, however it is named",
      [
        ingress("a"),
        ingress("b", undefined, { "kubernetes.io/ingress.class": "nginx" }),
        ingress("c", "nginx"),
      ],
      ["Ingress/a × 1", "Ingress/b × 2"],
    ],
    [
      "one per Ingress",
      [ingress("a", "alb"), ingress("b", "alb")],
      ["Ingress/a × 1", "Ingress/b × 1"],
    ],
    [
      "one per group",
      [ingress("a", "alb", group), ingress("b", "alb"), ingress("c", "alb", group)],
      ["Ingress/a × 2", "Ingress/b × 1"],
    ],
    [
      "none for the Gateway of Istio",
      [{ kind: "Gateway", apiVersion: "networking.istio.io/v1", metadata: { name: "a" } }],
      [],
    ],
    [
      "those that the operator makes for a graph",
      [
        {
          kind: "DynamoGraphDeployment",
          metadata: { name: "chat" },
          spec: {
            services: {
              Frontend: { ingress: { enabled: true, ingressControllerClassName: "alb" } },
              Inner: { ingress: { enabled: false } },
              Mesh: { ingress: { enabled: true, useVirtualService: true } },
            },
          },
        },
      ],
      ["DynamoGraphDeployment/chat Frontend × 1"],
    ],
    ["none for what is no object", [null, "text", { kind: "Deployment" }], []],
  ])("counts %s", (_, objects, expected) => {
    const found = loadBalancersOf(objects).map(({ name, objects }) => `${name} × ${objects}`);
    expect(found).toEqual(expected);
  });
});

describe("checkCost", () => {
  const graph = graphOf("g", [worker("w", { gpus: 8 })]);

  it("is silent within the budget", () => {
    expect(checkCost([graph], [p5], { monthlyUsd: 41_000 })).toEqual([]);
  });

  it("fails over the budget", () => {
    expect(checkCost([graph], [p5], { monthlyUsd: 40_000 })).toMatchObject([
      {
        code: "DYN-COST-001",
        severity: "error",
        message: "maximum scale costs $40,179 a month; the budget is $40,000",
      },
    ]);
  });

  it("warns that a budget is not proven with unknown prices", () => {
    const block: Pool = { name: "b", machine: gcp.a4_highgpu_8g, max: 1, capacity: "reserved" };
    expect(checkCost([graph], [block], { monthlyUsd: 1 })).toMatchObject([
      {
        code: "DYN-COST-002",
        message:
          "the price of a4-highgpu-8g (reserved) is not known, so the budget cannot be proven",
      },
    ]);
  });

  it("says when the price is of another region", () => {
    expect(checkCost([graph], [{ ...p5, zones: ["eu-west-1a", "eu-west-1b"] }])).toMatchObject([
      {
        code: "DYN-COST-003",
        object: "Pool/p5",
        message: "p5.48xlarge is counted with the price of us-east-1, and pool p5 is in eu-west-1",
      },
    ]);
    const swedish: Pool = {
      name: "nd",
      machine: azure.Standard_ND96isr_H200_v5,
      max: 1,
      zones: ["eastus2-1"],
    };
    expect(checkCost([graph], [swedish])).toEqual([]);
  });

  it.each([
    ["us-east-1a", "us-east-1"],
    ["eastus-1", "eastus"],
    ["swedencentral-2", "swedencentral"],
    ["us-central1-a", "us-central1"],
    ["", undefined],
  ])("reads the region of zone %s", (zone, region) => {
    expect(regionOf(zone)).toBe(region);
  });

  it.each([
    [0.5, "$0.50"],
    [1234.4, "$1,234"],
  ])("prints %d as %s", (amount, text) => {
    expect(dollars(amount)).toBe(text);
  });
});
