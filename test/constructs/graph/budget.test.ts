// SPDX-License-Identifier: Apache-2.0
import {
  App,
  aggregated,
  aws,
  Budget,
  type BudgetProps,
  InferenceGraph,
  KubeObject,
  vllm,
} from "@dynamo-iac/constructs";
import type { Pool } from "@dynamo-iac/constructs/estimate";
import { GpuNodePool } from "@dynamo-iac/constructs/nodes";
import { Chart } from "cdk8s";
import { describe, expect, it } from "vitest";

const p5: Pool = { name: "p5", machine: aws.p5_48xlarge, max: 4 };

/** An app with one graph: two workers of eight GPUs, each on a machine of $40,179 a month. */
function appWith(props: BudgetProps, more: (chart: Chart) => object = () => ({})) {
  const app = new App({ report: () => undefined });
  const chart = new Chart(app, "qwen3", { namespace: "inference" });
  new InferenceGraph(chart, "qwen3", {
    model: { id: "Qwen/Qwen3-32B" },
    engine: vllm({ maxModelLen: 32_768 }),
    serving: aggregated({ replicas: 2, tensorParallel: 8 }),
    ...more(chart),
  });
  return { app, chart, budget: new Budget(app, "budget", props) };
}

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

describe("Budget", () => {
  it("is silent about what it holds", () => {
    const { app, budget } = appWith({ monthlyUsd: 81_000, pools: [p5] });
    expect(budget.findings()).toEqual([]);
    expect(app.findings().filter(({ code }) => code.startsWith("DYN-COST"))).toEqual([]);
    expect(Math.round(budget.estimate().max.total.usdPerMonth)).toBe(80_358);
  });

  it("stops the synthesis of what exceeds it, unless that is waived", () => {
    const over = { monthlyUsd: 80_000, pools: [p5] };
    const { app, budget } = appWith(over);
    expect(budget.findings()).toMatchObject([
      {
        code: "DYN-COST-001",
        message: "maximum scale costs $80,358 a month; the budget is $80,000",
      },
    ]);
    expect(() => app.synth()).toThrow(/DYN-COST-001/);
    const waive = [{ code: "DYN-COST-001", reason: "a month of tests" }] as const;
    expect(appWith({ ...over, waive }).budget.findings()[0]?.waived).toBe("a month of tests");
  });

  it("takes the pools that graphs name", () => {
    const { budget } = appWith({ monthlyUsd: 1 }, (chart) => ({
      nodes: GpuNodePool.existing(chart, "p5", { machine: aws.p5_48xlarge, max: 4 }),
    }));
    expect(codes(budget.findings())).toContain("DYN-COST-001");
    expect(budget.estimate().max.pools).toMatchObject([{ pool: "p5", machines: 2 }]);
  });

  it("takes prices, and lists what has none", () => {
    const { chart, budget } = appWith({
      monthlyUsd: 1_000,
      pools: [p5],
      prices: { machines: { "p5.48xlarge": 0.5 } },
    });
    expect(budget.findings()).toEqual([]);
    new KubeObject(chart, "cache", {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "models" },
      ...{ spec: { storageClassName: "efs", resources: { requests: { storage: "100Gi" } } } },
    });
    expect(budget.findings()).toMatchObject([
      {
        code: "DYN-COST-002",
        message: "the price of models (efs) is not known, so the budget cannot be proven",
      },
    ]);
  });

  it("counts what an autoscaler may make of it", () => {
    const { chart, budget } = appWith({ monthlyUsd: 100_000, pools: [p5] });
    new KubeObject(chart, "grow", {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "grow" },
      ...{
        spec: {
          maxReplicas: 4,
          scaleTargetRef: {
            apiVersion: "nvidia.com/v1beta1",
            kind: "DynamoGraphDeploymentScalingAdapter",
            name: "qwen3-worker",
          },
        },
      },
    });
    expect(codes(budget.findings())).toEqual(["DYN-COST-001"]);
    expect(budget.estimate().max.pools[0]?.machines).toBe(4);
  });

  it("is about its chart when it stands in one", () => {
    const { app } = appWith({ monthlyUsd: 81_000, pools: [p5] });
    const empty = new Budget(new Chart(app, "other"), "budget", { monthlyUsd: 1, pools: [p5] });
    expect(empty.findings()).toEqual([]);
  });

  it("is not proven without pools", () => {
    expect(appWith({ monthlyUsd: 1 }).budget.findings()).toMatchObject([
      {
        code: "DYN-COST-004",
        severity: "warning",
        message:
          "no pool is known for qwen3, so their machines are in no sum and the budget of $1 is not proven",
      },
    ]);
  });
});
