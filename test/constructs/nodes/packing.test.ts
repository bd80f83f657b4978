// SPDX-License-Identifier: Apache-2.0
/** @module Which pods prefer machines of their own role: those that would take whole machines from another one. */
import {
  aggregated,
  aws,
  azure,
  disaggregated,
  efa,
  graphObjects,
  type PatternProps,
  tcp,
  vllm,
  type WorkerOptions,
} from "@dynamo-iac/constructs";
import type { DynamoGraphDeployment, PodSpec } from "@dynamo-iac/constructs/api";
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { describe, expect, it } from "vitest";
import { aks, karpenter } from "./pools.js";

const two = { replicas: 4, tensorParallel: 2 };
const eight = { replicas: 1, tensorParallel: 8 };

function affinities(props: Partial<PatternProps>): Readonly<Record<string, PodSpec["affinity"]>> {
  const serving = disaggregated({ prefill: two, decode: two });
  const [graph] = graphObjects("qwen", {
    model: "Qwen/Qwen3-32B",
    engine: vllm(),
    serving,
    ...props,
  }) as [DynamoGraphDeployment];
  expect(checkObjects([graph]).filter(({ severity }) => severity === "error")).toEqual([]);
  return Object.fromEntries(
    (graph.spec?.components ?? []).map((one) => [one.name, one.podTemplate?.spec?.affinity]),
  );
}

/** The components whose pods prefer machines. */
function packed(props: Partial<PatternProps>): readonly string[] {
  return Object.entries(affinities(props)).flatMap(([name, affinity]) =>
    affinity?.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution === undefined
      ? []
      : [name],
  );
}

const roles = (prefill: WorkerOptions, decode: WorkerOptions) => ({
  serving: disaggregated({ prefill, decode }),
});

describe("a role that takes machines from the other", () => {
  it("prefers machines where its own pods run", () => {
    const { prefill } = affinities({ nodes: karpenter() });
    expect(prefill?.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution).toEqual([
      {
        podAffinityTerm: {
          labelSelector: {
            matchLabels: {
              "nvidia.com/dynamo-component": "prefill",
              "nvidia.com/dynamo-graph-deployment-name": "qwen",
            },
          },
          topologyKey: "kubernetes.io/hostname",
        },
        weight: 100,
      },
    ]);
  });

  it("is one that must not share machines with it, and one whose pods leave it no room", () => {
    expect(packed({ nodes: karpenter() })).toEqual(["prefill", "decode"]);
    expect(packed({ nodes: { fabric: efa({ perGpu: 4 }) } })).toEqual(["prefill", "decode"]);
    const h100 = aks({ machine: azure.Standard_ND96isr_H100_v5 });
    expect(packed({ nodes: h100, ...roles(two, eight) })).toEqual(["prefill"]);
    expect(packed({ nodes: h100, ...roles(eight, two) })).toEqual(["decode"]);
    const { prefill } = affinities({ nodes: karpenter({ fabric: tcp() }), ...roles(two, eight) });
    expect(Object.keys(prefill ?? {})).toEqual(["podAffinity"]);
  });

  it("is none whose pods take a machine each, share machines, or have a pool of their own", () => {
    expect(packed({ nodes: karpenter(), ...roles(eight, eight) })).toEqual([]);
    expect(packed({ nodes: karpenter(), ...roles(two, eight) })).toEqual(["prefill"]);
    expect(packed({ nodes: aks({ machine: azure.Standard_ND96isr_H100_v5 }) })).toEqual([]);
    expect(packed({ nodes: karpenter({ fabric: tcp() }) })).toEqual([]);
    const p5en = karpenter({ name: "p5en", machine: aws.p5en_48xlarge });
    const apart = roles({ ...two, nodes: karpenter() }, { ...two, nodes: p5en });
    expect(packed(apart)).toEqual([]);
    expect(packed({ serving: aggregated(two), nodes: karpenter() })).toEqual([]);
    expect(packed({})).toEqual([]);
  });
});

describe("placementStrategy", () => {
  it("spreads a role that would pack, and packs one that would not", () => {
    const spread = roles({ ...two, placementStrategy: "spread" }, two);
    expect(packed({ nodes: karpenter(), ...spread })).toEqual(["decode"]);
    const serving = aggregated({ ...two, placementStrategy: "binpack" });
    expect(packed({ serving })).toEqual(["worker"]);
  });

  it("gives way to a preference that is written out, and keeps what else is required", () => {
    const term = { labelSelector: {}, topologyKey: "rack" };
    const preferred = [{ weight: 1, podAffinityTerm: term }];
    const podAffinity = { preferredDuringSchedulingIgnoredDuringExecution: preferred };
    const own = roles({ ...two, affinity: { podAffinity } }, two);
    const { prefill } = affinities({ nodes: karpenter(), ...own });
    expect(prefill?.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution).toEqual(
      preferred,
    );
    expect(prefill?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution).toHaveLength(1);
    expect(prefill?.podAntiAffinity).toBeDefined();
  });
});
