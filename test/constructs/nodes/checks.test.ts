// SPDX-License-Identifier: Apache-2.0
/** @module One spoiled pool for every finding: code, field, numbers and advice; sound ones stay silent. */
import { aws, azure, efa, gcp, machine } from "@dynamo-iac/constructs";
import { checkPools } from "@dynamo-iac/constructs/estimate";
import { formatPath } from "@dynamo-iac/constructs/facts";
import type { GpuNodePool } from "@dynamo-iac/constructs/nodes";
import { describe, expect, it } from "vitest";
import { aks, codesOf, eksAutoMode, existing, gke, karpenter, written } from "./pools.js";

type Spoiled = readonly [
  title: string,
  pool: () => GpuNodePool,
  code: string,
  path: string,
  message: RegExp,
  fix: RegExp,
];

const { p5_48xlarge, p6e_gb200_36xlarge, g6e_2xlarge, g6f_large } = aws;

const spoiled: readonly Spoiled[] = [
  [
    "a fabric on spot capacity",
    () => karpenter({ capacity: "spot" }),
    "DYN-NODE-003",
    "capacity",
    /p5\.48xlarge takes part in efa as spot capacity/,
    /"reserved" or "on-demand", or fabric to false/,
  ],
  [
    "a fabric over two zones",
    () => karpenter({ zones: ["us-west-2a", "us-west-2b"] }),
    "DYN-NODE-004",
    "zones",
    /efa may stand in 2 zones \(us-west-2a, us-west-2b\)/,
    /one pool and one graph per zone/,
  ],
  [
    "a second driver on Amazon's image",
    () => karpenter({ driverOwner: "gpu-operator" }),
    "DYN-NODE-005",
    "driverOwner",
    /nodes of Karpenter bring the NVIDIA driver/,
    /Set driverOwner to "provider"/,
  ],
  [
    "a second driver on GKE",
    () => gke({ driverOwner: "gpu-operator" }),
    "DYN-NODE-005",
    "driverOwner",
    /nodes of a GKE ComputeClass bring the NVIDIA driver/,
    /Set driverOwner to "provider"/,
  ],
  [
    "the data centre driver on a virtual GPU",
    () =>
      existing({ machine: azure.Standard_NV36ads_A10_v5, zones: [], driverOwner: "gpu-operator" }),
    "DYN-NODE-014",
    "driverOwner",
    /Standard_NV36ads_A10_v5 has a virtual GPU/,
    /Set driverOwner to "provider"/,
  ],
  [
    "a slice of a GPU",
    () => karpenter({ machine: g6f_large }),
    "DYN-NODE-006",
    "machine",
    /g6f\.large has 0\.125 of a GPU \(2\.79 GiB\)/,
    /whole GPUs/,
  ],
  [
    "queued capacity on Karpenter",
    () => karpenter({ machine: g6e_2xlarge, capacity: "queued" }),
    "DYN-NODE-007",
    "capacity",
    /Karpenter cannot ask for "queued" capacity; it knows on-demand, spot, reserved, capacity-block/,
    /GpuNodePool\.existing\(\)/,
  ],
  [
    "reserved capacity on AKS",
    () => aks({ capacity: "reserved" }),
    "DYN-NODE-007",
    "capacity",
    /AKS node auto-provisioning cannot ask for "reserved" capacity; it knows on-demand, spot/,
    /GpuNodePool\.existing\(\)/,
  ],
  [
    "a machine of another cloud",
    () => karpenter({ machine: gcp.g2_standard_24 }),
    "DYN-NODE-008",
    "machine",
    /Karpenter makes machines of aws, and g2-standard-24 is one of gcp/,
    /machine of aws/,
  ],
  [
    "a minimum that Karpenter does not keep",
    () => karpenter({ min: 1 }),
    "DYN-NODE-009",
    "min",
    /Karpenter keeps no minimum, got min 1 of max 4/,
    /Set min to 0, or to 4 for a static pool/,
  ],
  [
    "a minimum on GKE",
    () => gke({ min: 6 }),
    "DYN-NODE-009",
    "min",
    /a GKE ComputeClass keeps no minimum, got min 6 of max 6/,
    /Set min to 0/,
  ],
  [
    "GPU nodes for everybody",
    () => karpenter({ taints: [] }),
    "DYN-NODE-011",
    "taints",
    /nothing keeps other pods off p5\.48xlarge/,
    /effect NoSchedule/,
  ],
  [
    "a name with capitals",
    () => karpenter({ name: "P5_pool" }),
    "DYN-NODE-012",
    "name",
    /DNS label of at most 63 characters, got "P5_pool"/,
    /lower-case letters/,
  ],
  [
    "a label value with a space",
    () => karpenter({ labels: { team: "search team" } }),
    "DYN-NODE-012",
    "labels.team",
    /got "team": "search team"/,
    /at most 63/,
  ],
  [
    "a label that Karpenter keeps to itself",
    () => karpenter({ labels: { "karpenter.sh/nodepool": "other" } }),
    "DYN-NODE-012",
    'labels["karpenter.sh/nodepool"]',
    /Karpenter keeps the labels of this domain to itself/,
    /domain of your own/,
  ],
  [
    "a taint whose value is an operator",
    () => karpenter({ taints: [{ key: "nvidia.com/gpu", value: "Exists", effect: "NoSchedule" }] }),
    "DYN-NODE-012",
    "taints[0].value",
    /"Exists" is an operator of tolerations/,
    /such as "true"/,
  ],
  [
    "a taint without a key",
    () => karpenter({ taints: [{ key: "", effect: "NoSchedule" }] }),
    "DYN-NODE-012",
    "taints[0]",
    /got "": ""/,
    /at most 63/,
  ],
  [
    "a capacity block in no zone",
    () => karpenter({ capacity: "capacity-block", zones: [] }),
    "DYN-NODE-013",
    "zones",
    /one zone, got none/,
    /zone of the block/,
  ],
  [
    "a reservation that nothing is taken from",
    () => karpenter({ reservation: { tags: { team: "search" } } }),
    "DYN-NODE-013",
    "capacity",
    /capacity on-demand takes nothing from it/,
    /"reserved" or "capacity-block"/,
  ],
  [
    "a list of no reservations",
    () => karpenter({ capacity: "reserved", reservation: { ids: [] } }),
    "DYN-NODE-013",
    "reservation.ids",
    /got an empty list/,
    /cr-0123456789abcdef0/,
  ],
  [
    "GKE capacity reserved nowhere",
    () => gke({ machine: gcp.a4_highgpu_8g, capacity: "reserved" }),
    "DYN-NODE-013",
    "reservations",
    /names no reservation, got 0/,
    /Give reservations/,
  ],
  [
    "GKE reservations that nothing is taken from",
    () => gke({ reservations: [{ name: "a" }] }),
    "DYN-NODE-013",
    "capacity",
    /has 1 reservations, and capacity on-demand/,
    /"reserved"/,
  ],
  [
    "a disk that one image fills",
    () => gke({ machine: gcp.a2_highgpu_1g, diskGiB: 50 }),
    "DYN-NODE-015",
    "diskGiB",
    /share 53 GB of a2-highgpu-1g/,
    /100 or more/,
  ],
  [
    "a part of an NVLink rack",
    () => karpenter({ machine: p6e_gb200_36xlarge, capacity: "capacity-block", max: 20 }),
    "DYN-NODE-016",
    "max",
    /20 machines of p6e-gb200\.36xlarge are 1\.1 racks of 18/,
    /such as 36/,
  ],
  [
    "a persistent disk on an A4",
    () =>
      gke({
        machine: gcp.a4_highgpu_8g,
        capacity: "reserved",
        reservations: [{ name: "a" }],
        bootDiskType: "pd-ssd",
      }),
    "DYN-NODE-017",
    "bootDiskType",
    /a4-highgpu-8g attaches Hyperdisk only, got pd-ssd/,
    /hyperdisk-balanced/,
  ],
  [
    "a fabric that the machine lacks",
    () => karpenter({ machine: g6e_2xlarge, fabric: efa({ perGpu: 1 }) }),
    "DYN-NODE-019",
    "fabric",
    /g6e\.2xlarge has no interfaces for efa/,
    /tcp\(\)/,
  ],
  [
    "more machines at least than at most",
    () => existing({ min: 5, max: 2 }),
    "DYN-PLACE-015",
    "min",
    /keeps 5 to 2 machines/,
    /0 ≤ min ≤ max/,
  ],
  [
    "half a machine",
    () => karpenter({ max: 1.5 }),
    "DYN-PLACE-015",
    "max",
    /0 to 1\.5 machines/,
    /0 ≤ min ≤ max/,
  ],
  [
    "capacity that the machine is not offered as",
    () => karpenter({ machine: p6e_gb200_36xlarge, max: 18 }),
    "DYN-PLACE-014",
    "capacity",
    /p6e-gb200\.36xlarge is not offered as on-demand/,
    /capacity-block/,
  ],
];

describe("a spoiled pool", () => {
  it.each(spoiled)("%s", (_, build, code, path, message, fix) => {
    const found = build().findings();
    expect(found.map((one) => [one.code, formatPath(one.path)])).toEqual([[code, path]]);
    expect(found[0]?.object).toMatch(/^Pool\//);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.fix).toMatch(fix);
  });

  it("tells all its mistakes at once", () => {
    const pool = karpenter({ capacity: "spot", min: 9, driverOwner: "gpu-operator", taints: [] });
    expect([...codesOf(pool)].sort()).toEqual([
      "DYN-NODE-003",
      "DYN-NODE-005",
      "DYN-NODE-009",
      "DYN-NODE-011",
      "DYN-PLACE-015",
    ]);
  });

  it("may be accepted with a reason", () => {
    const reason = "trial of interruption handling";
    const pool = karpenter({ capacity: "spot", waive: [{ code: "DYN-NODE-003", reason }] });
    expect(codesOf(pool)).toEqual([]);
    expect(pool.findings().map(({ waived }) => waived)).toEqual([reason]);
  });
});

describe("a reason", () => {
  const reserved = [{ code: "DYN-NODE-013", reason: "none" }] as const;

  it("travels with the objects of the pool, for whoever checks the YAML", () => {
    const waive = [{ code: "DYN-PLACE-014", reason: "agreed with the vendor" }] as const;
    const pool = karpenter({ machine: p6e_gb200_36xlarge, max: 18, waive });
    expect(codesOf(pool)).toEqual([]);
    expect(checkPools(written(pool)).flat()).toMatchObject([
      { code: "DYN-PLACE-014", waived: "agreed with the vendor" },
    ]);
    const a4 = gke({ machine: gcp.a4_highgpu_8g, waive: [...waive, ...reserved] });
    expect(checkPools(written(a4)).flat()).toMatchObject([{ waived: "agreed with the vendor" }]);
  });
});

describe("a sound pool is silent", () => {
  const own = machine({
    cloud: "other",
    type: "dgx-h100",
    gpuModel: "H100-SXM",
    gpus: 8,
    gpuMemGiB: 80,
    vcpu: 224,
    ramGiB: 2048,
    nvmeGB: 30_000,
    rdma: "ib-ndr-400",
    rdmaCount: 8,
  });
  it.each([
    ["spot without a fabric", () => karpenter({ capacity: "spot", fabric: false })],
    ["spot machines without RDMA", () => karpenter({ machine: g6e_2xlarge, capacity: "spot" })],
    ["several zones without RDMA", () => karpenter({ machine: g6e_2xlarge, zones: ["a", "b"] })],
    ["a static pool", () => karpenter({ min: 4, max: 4 })],
    [
      "a whole rack",
      () => karpenter({ machine: p6e_gb200_36xlarge, capacity: "capacity-block", max: 18 }),
    ],
    [
      "a reservation by id",
      () => karpenter({ capacity: "reserved", reservation: { ids: ["cr-1"] } }),
    ],
    [
      "machines of one's own",
      () => existing({ machine: own, min: 2, max: 2, driverOwner: "gpu-operator" }),
    ],
    ["EKS Auto Mode", () => eksAutoMode({ machine: p5_48xlarge, capacity: "reserved" })],
  ])("%s", (_, build) => {
    expect(build().findings()).toEqual([]);
  });
});
