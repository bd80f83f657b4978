// SPDX-License-Identifier: Apache-2.0
/** @module Graphs on pools: the table, or the exact reason why there is none. */
import {
  checkPlacement,
  type Pool,
  placeGraphs,
  placementRows,
  scalesOf,
} from "@dynamo-iac/constructs/estimate";
import { aws, azure, gcp, labels, type Machine, machine } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, near, worker } from "./graph-builder.js";

const pool = (one: Machine, max: number, more: Partial<Pool> = {}): Pool => ({
  name: one.type.split(/[.-]/)[0] ?? one.type,
  machine: one,
  max,
  ...more,
});

/** Rows without what is left over. */
function rows(placement: ReturnType<typeof placeGraphs>): readonly string[] {
  return placementRows(placement).map(({ count, type, zone, pods }) => {
    return `${count} × ${type}${zone === undefined ? "" : ` in ${zone}`}: ${pods}`;
  });
}

const messages = (graphs: Parameters<typeof checkPlacement>[0], pools: readonly Pool[]) =>
  checkPlacement(graphs, pools).map(({ code, message, fix }) => [code, message, fix]);

const zone = "topology.kubernetes.io/zone";
const host = "kubernetes.io/hostname";

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

describe("a pod that no machine takes", () => {
  const one = (props: Parameters<typeof worker>[1], pools: readonly Pool[]) =>
    messages([graphOf("g", [worker("decode", { type: "decode", ...props })])], pools);

  it("fails with too few GPUs on a node, and names a machine that has them", () => {
    expect(one({ gpus: 8 }, [pool(aws.g6_24xlarge, 4)])).toEqual([
      [
        "DYN-PLACE-010",
        "decode needs 8 GPUs on one node; pool g6 has at most 4 on g6.24xlarge; g6.48xlarge would fit",
        "Add a pool of g6.48xlarge, or ask for less per pod of decode.",
      ],
    ]);
    expect(one({ gpus: 8 }, [pool(aws.g6e_24xlarge, 4), pool(aws.p5_4xlarge, 4)])[0]?.[1]).toBe(
      "decode needs 8 GPUs on one node; pool g6e has at most 4 on g6e.24xlarge; pool p5 has at most 1 on p5.4xlarge; g6e.48xlarge would fit",
    );
  });

  it.each([
    [
      "memory",
      { requests: { memory: "500Gi" } },
      aws.g6_24xlarge,
      "decode needs 500 GiB of memory on one node; pool g6 has at most 353.3 on g6.24xlarge",
    ],
    [
      "shared memory",
      { component: { sharedMemorySize: "100Gi" } },
      aws.g6_4xlarge,
      "decode needs 100 GiB of memory on one node; pool g6 has at most 58.9 on g6.4xlarge",
    ],
    [
      "CPU",
      { requests: { cpu: "17" } },
      aws.g6_4xlarge,
      "decode needs 17 CPU cores on one node; pool g6 has at most 14.7 on g6.4xlarge",
    ],
    [
      "disk",
      { requests: { "ephemeral-storage": "900G" } },
      aws.g6_4xlarge,
      "decode needs 900 GB of local disk on one node; pool g6 has at most 552 on g6.4xlarge",
    ],
    [
      "EFA",
      { requests: { "vpc.amazonaws.com/efa": "2" } },
      aws.g7e_12xlarge,
      "decode needs 2 vpc.amazonaws.com/efa on one node; pool g7e has at most 1 on g7e.12xlarge",
    ],
    [
      "InfiniBand on EFA",
      { requests: { "rdma/ib": "1" } },
      aws.p5_48xlarge,
      "decode needs 1 rdma/ib on one node; pool p5 has at most 0 on p5.48xlarge",
    ],
    [
      "a slice of a GPU",
      {},
      aws.g6f_4xlarge,
      "decode needs 1 GPU on one node; pool g6f has a slice of one GPU on g6f.4xlarge, which engines cannot use",
    ],
  ] as const)("fails with too little: %s", (_, props, machineType, message) => {
    const [[code, text] = []] = one(props, [pool(machineType, 4)]);
    expect(code).toBe("DYN-PLACE-010");
    expect(text?.startsWith(message)).toBe(true);
  });

  it("fails with a taint that it does not tolerate", () => {
    const taints = [{ key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" as const }];
    expect(one({}, [pool(aws.g6_xlarge, 4, { taints })])).toEqual([
      [
        "DYN-PLACE-010",
        "decode is kept off every pool; pool g6 has the taint nvidia.com/gpu=true:NoSchedule",
        "Give decode a toleration for the taint of pool g6.",
      ],
    ]);
  });

  it.each([
    [{ key: "nvidia.com/gpu", operator: "Exists" }, true],
    [{ operator: "Exists" }, true],
    [{ key: "nvidia.com/gpu", value: "true" }, true],
    [{ key: "nvidia.com/gpu", operator: "Equal", value: "present" }, false],
    [{ key: "nvidia.com/gpu", operator: "Exists", effect: "NoExecute" }, false],
    [{ key: "other", operator: "Exists" }, false],
  ])("tolerates a taint as the scheduler does: %j", (toleration, placed) => {
    const taints = [
      { key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" as const },
      { key: "soft", effect: "PreferNoSchedule" as const },
    ];
    const found = one({ pod: { tolerations: [toleration] } }, [pool(aws.g6_xlarge, 4, { taints })]);
    expect(found.length === 0).toBe(placed);
  });

  it("needs no toleration on GKE for the device that it asks for", () => {
    const taints = [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" as const }];
    expect(one({}, [pool(gcp.g2_standard_4, 1, { taints })])).toEqual([]);
  });

  it.each([
    [{ "node.kubernetes.io/instance-type": "g6.xlarge" }, true],
    [{ "node.kubernetes.io/instance-type": "g6.2xlarge" }, false],
    [{ "nvidia.com/gpu.product": "NVIDIA-L4" }, true],
    [{ "nvidia.com/gpu.product": "NVIDIA-L40S" }, false],
    [{ "nvidia.com/gpu.present": "true", "kubernetes.io/arch": "amd64" }, true],
    [{ "kubernetes.io/arch": "arm64" }, false],
    [{ [zone]: "us-east-1b" }, true],
    [{ [zone]: "us-east-1c" }, false],
    [{ "karpenter.sh/capacity-type": "spot" }, false],
    [{ "topology.kubernetes.io/region": "us-east-1" }, true],
    [{ team: "a" }, true],
    [{ team: "b" }, false],
    [{ nobody: "knows" }, false],
  ])("obeys the node selector %j", (nodeSelector, placed) => {
    const here = pool(aws.g6_xlarge, 4, {
      zones: ["us-east-1a", "us-east-1b"],
      labels: { team: "a" },
    });
    expect(one({ pod: { nodeSelector } }, [here]).length === 0).toBe(placed);
  });

  it.each([
    [{ key: "team", operator: "In", values: ["a", "b"] }, true],
    [{ key: "team", operator: "NotIn", values: ["a"] }, false],
    [{ key: "team", operator: "Exists" }, true],
    [{ key: "team", operator: "DoesNotExist" }, false],
    [{ key: "rack", operator: "DoesNotExist" }, true],
    [{ key: "slots", operator: "Gt", values: ["3"] }, true],
    [{ key: "slots", operator: "Lt", values: ["3"] }, false],
    [{ key: "nvidia.com/gpu.product", operator: "In", values: ["NVIDIA-L4", "NVIDIA-H200"] }, true],
  ])("obeys node affinity %j", (expression, placed) => {
    const required = { nodeSelectorTerms: [{ matchExpressions: [expression] }] };
    const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required } };
    const here = pool(aws.g6_xlarge, 4, { labels: { team: "a", slots: "4" } });
    expect(one({ pod: { affinity } }, [here]).length === 0).toBe(placed);
  });

  it("tells GB200 from B200", () => {
    const nodeSelector = { "nvidia.com/gpu.product": "NVIDIA-B200" };
    expect(one({ pod: { nodeSelector } }, [pool(aws.p6_b200_48xlarge, 1)])).toEqual([]);
    expect(
      one({ pod: { nodeSelector } }, [
        pool(aws.p6e_gb200_36xlarge, 1, { capacity: "capacity-block" }),
      ]),
    ).toHaveLength(1);
    expect(
      one(
        { pod: { nodeSelector: { "cloud.google.com/gke-accelerator": "nvidia-h100-mega-80gb" } } },
        [pool(gcp.a3_megagpu_8g, 1)],
      ),
    ).toEqual([]);
  });

  it("does not keep the others from their table", () => {
    const graph = graphOf("g", [worker("small", { gpus: 1 }), worker("huge", { gpus: 16 })]);
    const placement = placeGraphs([graph], [pool(aws.g6_xlarge, 2)]);
    expect(placement.outcome).toBe("impossible");
    expect(rows(placement)).toEqual(["1 × g6.xlarge: small × 1"]);
    expect(placement.reasons).toHaveLength(1);
  });

  it("is an error without any pool", () => {
    expect(one({ gpus: 2 }, [])[0]?.[1]).toBe("decode needs 2 GPUs, and there is no pool");
  });
});

describe("pools that are too small", () => {
  it("fails with the sum, and tells how many more are enough", () => {
    const graph = graphOf("g", [
      worker("prefill", { type: "prefill", replicas: 5, gpus: 4 }),
      worker("decode", { type: "decode", replicas: 3, gpus: 8 }),
    ]);
    expect(messages([graph], [pool(aws.p5_48xlarge, 4)])).toEqual([
      [
        "DYN-PLACE-011",
        "8 replicas of prefill, decode need 44 GPUs, and pool p5 (4 × p5.48xlarge) has 32",
        "Raise the maximum of pool p5 from 4 to 6, or lower the replicas.",
      ],
    ]);
  });

  it("fails when GPUs are left that no pod can use", () => {
    const graph = graphOf("g", [worker("w", { replicas: 3, gpus: 5 })]);
    expect(messages([graph], [pool(aws.p5_48xlarge, 2)])[0]?.slice(1)).toEqual([
      "the pods of 3 replicas of w need a machine each, 3 machines in all, and pool p5 (2 × p5.48xlarge) has at most 2",
      "Raise the maximum of pool p5 from 2 to 3, or lower the replicas.",
    ]);
  });

  it("fails when only trying everything shows it", () => {
    const graph = graphOf("g", [worker("a", { replicas: 4, gpus: 3 }), worker("b", { gpus: 4 })]);
    const [[code, message, fix] = []] = messages([graph], [pool(aws.p5_48xlarge, 2)]);
    expect([code, fix]).toEqual([
      "DYN-PLACE-011",
      "Raise the maximum of pool p5 from 2 to 3, or lower the replicas.",
    ]);
    expect(message).toMatch(
      /^5 replicas of a, b have no arrangement on 2 machines in pool p5 \(2 × p5.48xlarge\); every one that differs was tried \(\d+ steps\)$/,
    );
  });

  it("is a warning when the search gives up", () => {
    const sizes = [7, 6, 5, 4, 3, 3].map((gpus, at) => worker(`w${at}`, { gpus, replicas: 3 }));
    const graph = graphOf("g", sizes);
    const [found] = checkPlacement([graph], [pool(aws.p5_48xlarge, 11)], { searchSteps: 5 });
    expect(found).toMatchObject({ code: "DYN-PLACE-012", severity: "warning" });
    expect(found?.message).toMatch(
      /^found no place for 18 replicas .* that is no proof that there is none$/,
    );
  });

  it("names the pool only whose growth helps", () => {
    const tied = { nodeSelector: { "node.kubernetes.io/instance-type": "p5.48xlarge" } };
    const graph = graphOf("g", [worker("w", { replicas: 3, gpus: 8, pod: tied })]);
    const pools = [pool(aws.g6_48xlarge, 5), pool(aws.p5_48xlarge, 2)];
    expect(messages([graph], pools)[0]?.[2]).toBe(
      "Raise the maximum of pool p5 from 2 to 3, or lower the replicas.",
    );
  });
});

describe("affinity", () => {
  const graphLabel = { [labels.graph]: "g" };
  const other = (name: string) => ({ ...graphLabel, [labels.component]: name });
  const zones = { zones: ["a", "b"] };

  it("keeps replicas on machines of their own", () => {
    const apart = near("podAntiAffinity", other("w"), host);
    const graph = graphOf("g", [worker("w", { replicas: 3, pod: apart })]);
    expect(rows(placeGraphs([graph], [pool(aws.p5_48xlarge, 3)]))).toEqual([
      "3 × p5.48xlarge: w × 1",
    ]);
    expect(messages([graph], [pool(aws.p5_48xlarge, 2)])[0]?.[1]).toBe(
      "the pods of 3 replicas of w need a machine each, 3 machines in all, and pool p5 (2 × p5.48xlarge) has at most 2",
    );
  });

  it("keeps components apart, whichever of them asks for it", () => {
    const graph = graphOf("g", [
      worker("p", {
        type: "prefill",
        replicas: 2,
        gpus: 2,
        pod: near("podAntiAffinity", other("d"), host),
      }),
      worker("d", { type: "decode", replicas: 2, gpus: 2 }),
    ]);
    expect(rows(placeGraphs([graph], [pool(aws.p5_48xlarge, 2)]))).toEqual([
      "1 × p5.48xlarge: p × 2",
      "1 × p5.48xlarge: d × 2",
    ]);
  });

  it("keeps a graph in one zone", () => {
    const together = near("podAffinity", graphLabel, zone);
    const graph = graphOf("g", [
      worker("p", { type: "prefill", replicas: 2, gpus: 8, pod: together }),
      worker("d", { type: "decode", replicas: 2, gpus: 8, pod: together }),
    ]);
    const placement = placeGraphs([graph], [pool(aws.p5_48xlarge, 4, zones)]);
    expect(new Set(placement.machines.map((one) => one.zone)).size).toBe(1);
    const pools = [
      pool(aws.p5_48xlarge, 2, { name: "a", zones: ["a"] }),
      pool(aws.p5_48xlarge, 2, { name: "b", zones: ["b"] }),
    ];
    const [found] = checkPlacement([graph], pools);
    expect(found).toMatchObject({
      code: "DYN-PLACE-011",
      fix: "Raise the maximum of pool a from 2 to 4, or lower the replicas.",
    });
  });

  it("puts a pod beside the one that it asks for", () => {
    const graph = graphOf("g", [
      frontend(near("podAffinity", other("w"), host)),
      worker("w", { gpus: 8 }),
      worker("v", { gpus: 8 }),
    ]);
    const { machines } = placeGraphs([graph], [pool(aws.p5_48xlarge, 2)]);
    const names = machines.map(({ pods }) => pods.map(({ component }) => component).sort());
    expect(names).toContainEqual(["frontend", "w"]);
  });

  it("fails when nobody has the label", () => {
    const wrong = { [labels.graph]: "g", [labels.componentType]: "prefill" };
    const graph = graphOf("g", [frontend(near("podAffinity", wrong, zone)), worker("w")]);
    expect(messages([graph], [pool(aws.g6_xlarge, 2)])).toEqual([
      [
        "DYN-PLACE-013",
        "frontend starts only beside pods that its affinity selects, and no pod of these graphs is selected",
        "Select labels that pods of these graphs have, or remove the required pod affinity.",
      ],
    ]);
  });

  it("fails when two wait for each other", () => {
    const graph = graphOf("g", [
      worker("a", { pod: near("podAffinity", other("b"), host) }),
      worker("b", { pod: near("podAffinity", other("a"), host) }),
    ]);
    expect(messages([graph], [pool(aws.p5_48xlarge, 2)])[0]?.[1]).toBe(
      "a starts only beside b, which cannot start before it either",
    );
  });

  it("fails for a pod whose neighbour runs nowhere", () => {
    const graph = graphOf("g", [
      frontend(near("podAffinity", other("w"), zone)),
      worker("w", { gpus: 8 }),
    ]);
    expect(messages([graph], [pool(aws.g6_xlarge, 2)])[1]?.[1]).toBe(
      "frontend starts only beside pods that run nowhere",
    );
  });

  it("leaves affinity to pods of somebody else out of account, and says so", () => {
    const graph = graphOf("g", [worker("w", { pod: near("podAffinity", { app: "redis" }, zone) })]);
    expect(messages([graph], [pool(aws.g6_xlarge, 2)])[0]?.slice(0, 2)).toEqual([
      "DYN-PLACE-016",
      "pod affinity by app is about pods that are not in these graphs; not considered",
    ]);
  });

  it("does not look at pods of another namespace", () => {
    const graph = graphOf("g", [
      worker("w", { pod: near("podAntiAffinity", { [labels.component]: "w" }, host) }),
    ]);
    const twin = graphOf("h", [worker("w")]);
    const elsewhere = { ...twin, namespace: "other" };
    const one = [pool(aws.p5_48xlarge, 1)];
    expect(placeGraphs([graph, twin], one).outcome).toBe("impossible");
    expect(placeGraphs([graph, elsewhere], one).outcome).toBe("placed");
  });
});

describe("topology", () => {
  const nvl = (max: number, more: Partial<Pool> = {}) =>
    pool(aws.p6e_gb200_36xlarge, max, { capacity: "capacity-block", blockMachines: 2, ...more });
  const claims = { resourceClaims: [{ name: "c", resourceClaimTemplateName: "domain" }] };

  it("keeps a replica with a ComputeDomain in one NVLink domain", () => {
    const graph = graphOf("g", [worker("w", { gpus: 4, nodes: 2, replicas: 2, pod: claims })]);
    const placement = placeGraphs([graph], [nvl(4)]);
    for (const one of placement.machines) {
      const mate = placement.machines.find(
        (machineOf) => machineOf !== one && machineOf.pods[0]?.replica === one.pods[0]?.replica,
      );
      expect(mate?.block).toBe(one.block);
    }
    const three = graphOf("g", [worker("w", { gpus: 4, nodes: 3, pod: claims })]);
    expect(placeGraphs([three], [nvl(4)]).outcome).toBe("impossible");
    expect(placeGraphs([three], [nvl(4, { blockMachines: 3 })]).outcome).toBe("placed");
  });

  it("packs a graph into the domain of its topology constraint", () => {
    const constraint = { clusterTopologyName: "t", packDomain: "zone" };
    const components = [worker("p", { gpus: 8, replicas: 2 }), worker("d", { gpus: 8 })];
    const graph = graphOf("g", components, { topologyConstraint: constraint });
    const two = pool(aws.p5_48xlarge, 3, { zones: ["a", "b"] });
    const placement = placeGraphs([graph], [two]);
    expect(new Set(placement.machines.map((one) => one.zone)).size).toBe(1);
    const split = ["a", "b"].map((name) => pool(aws.p5_48xlarge, 2, { name, zones: [name] }));
    expect(placeGraphs([graph], split).outcome).toBe("impossible");
  });

  it("packs a component onto one machine, and its nodes too", () => {
    const component = { topologyConstraint: { packDomain: "host" } };
    const graph = graphOf("g", [worker("w", { gpus: 4, replicas: 2, component })]);
    expect(rows(placeGraphs([graph], [pool(aws.p5_48xlarge, 4)]))).toEqual([
      "1 × p5.48xlarge: w × 2",
    ]);
    const nodes = graphOf("g", [worker("w", { gpus: 4, nodes: 2, replicas: 2, component })]);
    expect(rows(placeGraphs([nodes], [pool(aws.p5_48xlarge, 4)]))).toEqual([
      "2 × p5.48xlarge: w × 2",
    ]);
  });

  it("says which domain it does not know", () => {
    const constraint = { clusterTopologyName: "t", packDomain: "spine" };
    const graph = graphOf("g", [worker("w")], { topologyConstraint: constraint });
    expect(placeGraphs([graph], [pool(aws.p5_48xlarge, 4)]).notes).toEqual([
      'topology domain "spine" is not known of these pools; not considered',
    ]);
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
