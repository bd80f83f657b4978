// SPDX-License-Identifier: Apache-2.0
/** @module Graphs that no pool takes: the exact reason, and what would help. */
import { checkPlacement, type Pool, placeGraphs } from "@dynamo-iac/constructs/estimate";
import { aws, gcp } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { graphOf, worker } from "./graph-builder.js";
import { messages, pool, rows, zone } from "./placed.js";

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
