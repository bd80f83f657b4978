// SPDX-License-Identifier: Apache-2.0
/** @module Graphs against the pools of their own manifests: silent without pools, all findings at once with them. */
import {
  App,
  aggregated,
  aws,
  disaggregated,
  FindingsError,
  graphObjects,
  InferenceGraph,
  type PatternProps,
  vllm,
} from "@dynamo-iac/constructs";
import { checkPools, type Pool } from "@dynamo-iac/constructs/estimate";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { Chart } from "cdk8s";
import { describe, expect, it } from "vitest";
import { manifestsOf } from "./synthesized.js";

const p5: Pool = { name: "p5", machine: aws.p5_48xlarge, max: 1, labels: { pool: "p5" } };
const base: PatternProps = {
  model: "Qwen/Qwen3-32B",
  engine: vllm(),
  serving: aggregated({ tensorParallel: 4, replicas: 2 }),
  nodes: { nodeSelector: { pool: "p5" }, pool: p5 },
};

const graph = (props: Partial<PatternProps> = {}) => graphObjects("g", { ...base, ...props });
const found = (...objects: readonly object[]) =>
  checkPools(objects).map((each) => each.map(({ code, path }) => `${code} ${formatPath(path)}`));

describe("graphs that carry their pools", () => {
  it("are sound when everything fits", () => {
    expect(found(...graph())).toEqual([[]]);
  });

  it("are refused when replicas, memory and transport do not fit, all at once", () => {
    const pool = { ...p5, machine: aws.g6e_2xlarge };
    const nodes = { nodeSelector: { pool: "p5" }, pool };
    const serving = disaggregated({ prefill: { replicas: 2 }, decode: { replicas: 2 } });
    const [first = []] = found(...graph({ serving, nodes }));
    expect(first.toSorted()).toEqual([
      "DYN-MEM-010 spec.components[1]",
      "DYN-MEM-010 spec.components[2]",
      "DYN-NET-001 spec.components[1]",
      "DYN-PLACE-011 spec.components[1]",
    ]);
  });

  it("share their pools", () => {
    const [one] = graph();
    const [two] = graphObjects("h", base);
    expect(found(one ?? {}, two ?? {})).toEqual([["DYN-PLACE-011 spec.components[1]"], []]);
  });

  it("are counted at the scale that an autoscaler may reach", () => {
    const autoscaler = (maxReplicaCount: number) => ({
      apiVersion: "keda.sh/v1alpha1",
      kind: "ScaledObject",
      metadata: { name: "worker" },
      spec: {
        maxReplicaCount,
        scaleTargetRef: {
          apiVersion: "nvidia.com/v1beta1",
          kind: "DynamoGraphDeploymentScalingAdapter",
          name: "g-worker",
        },
        triggers: [],
      },
    });
    const props = { serving: aggregated({ tensorParallel: 4, replicas: 1, scalingAdapter: {} }) };
    expect(found(...graph(props), autoscaler(2)).flat()).toEqual([]);
    expect(found(...graph(props), autoscaler(3))[0]).toEqual(["DYN-PLACE-011 spec.components[1]"]);
  });

  it("keep the path of the version in which they are written", () => {
    const app = new App({ report: () => undefined });
    const chart = new Chart(app, "chart");
    new InferenceGraph(chart, "g", {
      ...base,
      serving: aggregated({ tensorParallel: 4, replicas: 3 }),
      apiVersion: "nvidia.com/v1alpha1",
    });
    expect(found(...manifestsOf(app))).toEqual([["DYN-PLACE-011 spec.services.worker"]]);
  });

  it("wait with the placement until the limits of the pools are right", () => {
    const pool = { ...p5, min: 2 };
    const nodes = { nodeSelector: { pool: "p5" }, pool };
    expect(found(...graph({ nodes }))).toEqual([["DYN-PLACE-015 min"]]);
  });

  it("accept a finding with a reason, as everywhere", () => {
    const waive = [{ code: "DYN-PLACE-011", reason: "the pool grows next week" }] as const;
    const serving = aggregated({ tensorParallel: 4, replicas: 3 });
    expect(checkPools(graph({ serving, waive })).flat()).toMatchObject([
      { code: "DYN-PLACE-011", waived: "the pool grows next week" },
    ]);
  });

  it("must not run an amd64 image on arm64 machines", () => {
    const pool: Pool = {
      ...p5,
      machine: aws.p6e_gb200_36xlarge,
      max: 18,
      capacity: "capacity-block",
    };
    const image = "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0-efa-amd64";
    const serving = aggregated({ image });
    const nodes = { nodeSelector: { pool: "p5" }, pool };
    const [one] = checkPools(graph({ serving, nodes })).flat();
    expect(one).toMatchObject({
      code: "DYN-NODE-010",
      message:
        "vllm-runtime:1.4.0-efa-amd64 is for amd64, and p6e-gb200.36xlarge of pool p5 is arm64",
      fix: "Use the tag without -amd64, which is for both processors.",
    });
    expect(formatPath(one?.path ?? [])).toBe(
      "spec.components[1].podTemplate.spec.containers[0].image",
    );
  });
});

describe("graphs without pools", () => {
  const bare = graph({ nodes: undefined, serving: aggregated({ tensorParallel: 64 }) });

  it("are not looked at", () => {
    expect(found(...bare)).toEqual([[]]);
  });

  it("are not looked at beside pools that they do not name", () => {
    const [carrying] = graph();
    expect(found(carrying ?? {}, ...bare)).toEqual([[], []]);
  });

  it("are looked at when a selector names a pool of the manifests", () => {
    const nodePool = {
      apiVersion: "karpenter.sh/v1",
      kind: "NodePool",
      metadata: { name: "p5" },
      spec: {
        limits: { "nvidia.com/gpu": "8" },
        template: {
          spec: {
            nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "p5" },
            requirements: [
              { key: "node.kubernetes.io/instance-type", operator: "In", values: ["p5.48xlarge"] },
            ],
          },
        },
      },
    };
    const nodes = { nodeSelector: { "karpenter.sh/nodepool": "p5" } };
    const serving = aggregated({ tensorParallel: 4, replicas: 3 });
    expect(found(nodePool, ...graph({ nodes, serving }))).toEqual([
      [],
      ["DYN-PLACE-011 spec.components[1]"],
    ]);
  });
});

describe("App.synth", () => {
  function synthesis(props: Partial<PatternProps>): readonly string[] {
    const app = new App({ report: () => undefined });
    new InferenceGraph(new Chart(app, "chart"), "g", { ...base, ...props });
    try {
      app.synth();
      return [];
    } catch (error) {
      if (!(error instanceof FindingsError)) throw error;
      return error.findings.map(({ code, construct }) => `${code} ${construct}`);
    }
  }

  it("writes nothing when the replicas do not fit the machines", () => {
    expect(synthesis({ serving: aggregated({ tensorParallel: 4, replicas: 3 }) })).toEqual([
      "DYN-PLACE-011 chart/g",
    ]);
  });
});
