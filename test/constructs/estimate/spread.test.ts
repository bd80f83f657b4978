// SPDX-License-Identifier: Apache-2.0
/** @module What a placement says of a scheduler that spreads where it packs: DYN-PLACE-017, and the note beside it. */
import { disaggregated, efa, graphObjects, vllm } from "@dynamo-iac/constructs";
import type { Component, PodSpec } from "@dynamo-iac/constructs/api";
import { type GraphView, readGraph } from "@dynamo-iac/constructs/checks";
import { checkPlacement, type Pool, placeGraphs } from "@dynamo-iac/constructs/estimate";
import { aws, labels } from "@dynamo-iac/constructs/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, type WorkerProps, worker } from "./graph-builder.js";

const p5 = (max: number, more: Partial<Pool> = {}): Pool => ({
  name: "p5",
  machine: aws.p5_48xlarge,
  max,
  ...more,
});

const host = "kubernetes.io/hostname";
const selector = (component: string) => ({
  labelSelector: { matchLabels: { [labels.graph]: "g", [labels.component]: component } },
  topologyKey: host,
});

/** Pods that keep off the machines of another component, and prefer those of their own on request. */
function apartFrom(other: string, own?: string): Partial<PodSpec> {
  const podAntiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [selector(other)] };
  const podAffinity = {
    preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 100, podAffinityTerm: selector(own ?? "") },
    ],
  };
  return { affinity: { podAntiAffinity, ...(own === undefined ? {} : { podAffinity }) } };
}

function pair(prefill: WorkerProps, decode: WorkerProps, more: readonly Component[] = []) {
  return graphOf("g", [
    worker("prefill", { type: "prefill", gpus: 2, pod: apartFrom("decode"), ...prefill }),
    worker("decode", { type: "decode", gpus: 2, pod: apartFrom("prefill"), ...decode }),
    ...more,
  ]);
}

const found = (graph: GraphView, pools: readonly Pool[]) =>
  checkPlacement([graph], pools).map(({ code, severity, path, message, fix }) => ({
    code,
    severity,
    path: path.join("."),
    message,
    fix,
  }));

describe("roles that stay off one another's machines", () => {
  it("are warned of a scheduler that spreads one of them over all machines", () => {
    expect(found(pair({ replicas: 6 }, { replicas: 2 }), [p5(4)])).toEqual([
      {
        code: "DYN-PLACE-017",
        severity: "warning",
        path: "spec.components.0.podTemplate.spec.affinity.podAffinity",
        message:
          "decode needs 1 machine without pods of prefill, and the scheduler may spread those 6 over 4 of the 4 machines of pool p5, where 2 would do",
        fix: 'Set placementStrategy "binpack" for prefill (a preferred podAffinity to its own pods on kubernetes.io/hostname), raise the maximum of pool p5 from 4 to 7, or give decode a pool of its own.',
      },
    ]);
  });

  it("are told of both directions", () => {
    const both = found(pair({ replicas: 6 }, { replicas: 6 }), [p5(4)]);
    expect(both.map(({ message }) => message)).toEqual([
      "prefill needs 2 machines without pods of decode, and the scheduler may spread those 6 over 4 of the 4 machines of pool p5, where 2 would do",
      "decode needs 2 machines without pods of prefill, and the scheduler may spread those 6 over 4 of the 4 machines of pool p5, where 2 would do",
    ]);
  });

  it("need nothing when the pool has the machines of the worst case", () => {
    const graph = pair({ replicas: 6 }, { replicas: 2 });
    expect(found(graph, [p5(7)])).toEqual([]);
    expect(found(graph, [p5(6)])).toHaveLength(1);
  });

  it("need nothing when they prefer their own machines, and one is to spare", () => {
    const graph = pair(
      { replicas: 6, pod: apartFrom("decode", "prefill") },
      { replicas: 2, pod: apartFrom("prefill", "decode") },
    );
    expect(found(graph, [p5(4)])).toEqual([]);
  });

  it("are told, with a preference and no spare machine, that it is a preference", () => {
    const graph = pair(
      { replicas: 6, pod: apartFrom("decode", "prefill") },
      { replicas: 2, pod: apartFrom("prefill", "decode") },
    );
    expect(found(graph, [p5(3)]).map(({ code, message }) => [code, message])).toEqual([
      [
        "DYN-PLACE-016",
        "pool p5 has none of its 3 machines to spare: prefill finds its 2 only while the 2 pods of decode stay on 1, which the scheduler prefers but does not promise",
      ],
      [
        "DYN-PLACE-016",
        "pool p5 has none of its 3 machines to spare: decode finds its 1 only while the 6 pods of prefill stay on 2, which the scheduler prefers but does not promise",
      ],
    ]);
  });

  it("are not warned by a preference for the pods of another component", () => {
    const wrong = apartFrom("decode", "decode");
    expect(found(pair({ replicas: 6, pod: wrong }, { replicas: 2 }), [p5(4)])).toHaveLength(1);
  });

  it("are left to a scheduler of their own", () => {
    const pod = { ...apartFrom("decode"), schedulerName: "kai-scheduler" };
    expect(found(pair({ replicas: 6, pod }, { replicas: 2 }), [p5(4)])).toEqual([]);
  });

  it("take a machine each anyway when a pod fills one", () => {
    const graph = pair({ replicas: 3, gpus: 8 }, { replicas: 1, gpus: 8 });
    expect(found(graph, [p5(4)])).toEqual([]);
  });

  it("take a machine each when their own pods stand alone", () => {
    const alone = { requiredDuringSchedulingIgnoredDuringExecution: [selector("prefill")] };
    const pod = { affinity: { podAntiAffinity: alone } };
    expect(found(pair({ replicas: 3, pod }, { replicas: 1 }), [p5(4)])).toEqual([]);
  });

  it("do not compete from pools of their own", () => {
    const on = (name: string) => ({ nodeSelector: { pool: name } });
    const graph = pair(
      { replicas: 6, pod: { ...apartFrom("decode"), ...on("a") } },
      { replicas: 2, pod: { ...apartFrom("prefill"), ...on("b") } },
    );
    const pools = ["a", "b"].map((name) => p5(2, { name, labels: { pool: name } }));
    expect(found(graph, pools)).toEqual([]);
  });
});

describe("pods that cannot stand beside one another", () => {
  const small = worker("small", { replicas: 4, gpus: 2 });
  const large = worker("large", { replicas: 1, gpus: 8 });

  it("are the same for want of room", () => {
    expect(found(graphOf("g", [small, large, frontend()]), [p5(2)])).toMatchObject([
      {
        code: "DYN-PLACE-017",
        path: "spec.components.0.podTemplate.spec.affinity.podAffinity",
        message:
          "large needs 1 machine without pods of small, and the scheduler may spread those 4 over 2 of the 2 machines of pool p5, where 1 would do",
        fix: expect.stringContaining("from 2 to 5"),
      },
    ]);
  });

  it("are not helped by packing each component when the placement mixes them", () => {
    const more = worker("more", { replicas: 1, gpus: 2 });
    const one = worker("small", { replicas: 1, gpus: 2 });
    expect(found(graphOf("g", [one, more, large]), [p5(2)])).toMatchObject([
      {
        message:
          "large needs 1 machine without pods of small, more, and the scheduler may spread those 2 over 2 of the 2 machines of pool p5",
        fix: "Raise the maximum of pool p5 from 2 to 3, or give large a pool of its own.",
      },
    ]);
  });

  it("are said once where many wait for the same", () => {
    const others = ["b", "c"].map((name) => worker(name, { replicas: 1, gpus: 8 }));
    const codes = found(graphOf("g", [small, large, ...others]), [p5(4)]);
    expect(codes).toHaveLength(1);
  });
});

describe("the risk of a placement", () => {
  it("is there only when there is a placement, which it does not change", () => {
    const graph = pair({ replicas: 6 }, { replicas: 2 });
    expect(placeGraphs([graph], [p5(4)])).toMatchObject({ outcome: "placed", reasons: [] });
    expect(placeGraphs([graph], [p5(2)])).toMatchObject({ outcome: "impossible", risks: [] });
  });

  /** A scheduler that never packs: each pod goes to the machine that is emptiest among those that take it. */
  function spreadsOver(pods: readonly number[], max: number): boolean {
    const held = Array.from({ length: max }, () => ({ role: -1, gpus: 0 }));
    for (const [role, count] of pods.entries())
      for (let pod = 0; pod < count; pod += 1) {
        const [machine] = held
          .filter((one) => (one.role === -1 || one.role === role) && one.gpus <= 6)
          .toSorted((a, b) => a.gpus - b.gpus);
        if (machine === undefined) return false;
        machine.role = role;
        machine.gpus += 2;
      }
    return true;
  }

  it("is said whenever a scheduler that spreads leaves a pod without a machine", () => {
    const replicas = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(replicas, replicas, fc.integer({ min: 1, max: 12 }), (prefill, decode, max) => {
        const graph = pair({ replicas: prefill }, { replicas: decode });
        const { outcome, risks } = placeGraphs([graph], [p5(max)]);
        if (outcome !== "placed") return;
        const lands = spreadsOver([prefill, decode], max) && spreadsOver([decode, prefill], max);
        expect(risks.length > 0).toBe(!lands);
      }),
    );
  });
});

describe("a graph of ours", () => {
  const graphOn = (max: number, strategy?: "binpack" | "spread"): GraphView => {
    const role = (replicas: number) => ({
      replicas,
      tensorParallel: 2,
      placementStrategy: strategy,
    });
    const [graph] = graphObjects("g", {
      model: "Qwen/Qwen3-32B",
      engine: vllm(),
      serving: disaggregated({ prefill: role(6), decode: role(2) }),
      nodes: { pool: p5(max), fabric: efa({ perGpu: 4 }) },
    });
    const view = readGraph(graph)?.view;
    if (view === undefined) throw new Error("no graph");
    return view;
  };

  it("packs, so that the pool needs no more than the packing", () => {
    expect(placeGraphs([graphOn(4)], [p5(4)]).risks).toEqual([]);
  });

  it("is warned when it is told to spread", () => {
    expect(found(graphOn(4, "spread"), [p5(4)]).map(({ code }) => code)).toEqual(["DYN-PLACE-017"]);
  });
});
