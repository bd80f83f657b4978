// SPDX-License-Identifier: Apache-2.0
import { EfaSecurityGroup, GpuNodes, type GpuNodesProps, zonesWith } from "@dynamo-iac/clouds/aws";

import { aws, azure, machine } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { efaInterfaces } from "../../../packages/clouds/src/aws/nodes/gpu/efa.js";
import { offerOf } from "../../../packages/constructs/src/estimate/placement/pool.js";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, record } from "./recorder.js";
import { cluster, network, tags } from "./refs.js";

const make = (props: Partial<GpuNodesProps> = {}) =>
  new GpuNodes("decode", { cluster, network, machine: aws.p5_48xlarge, max: 4, tags, ...props });
const build = (props: Partial<GpuNodesProps> = {}) => record(() => make(props));
const template = async (props: Partial<GpuNodesProps> = {}) =>
  one((await build(props)).resources, "launchTemplate:LaunchTemplate", "decode").inputs;
const group = async (props: Partial<GpuNodesProps> = {}) =>
  one((await build(props)).resources, "nodeGroup:NodeGroup", "decode").inputs;

describe("GpuNodes with EFA", () => {
  it("keep the laws of components", async () => {
    await laws(() => make());
  });

  it("start with one interface for IP and one for each EFA device", async () => {
    const { networkInterfaces } = await template();
    const interfaces = networkInterfaces as Record<string, unknown>[];
    expect(interfaces).toHaveLength(33);
    expect(interfaces[0]).toEqual({
      networkCardIndex: 0,
      deviceIndex: 0,
      interfaceType: "interface",
      associatePublicIpAddress: "false",
      deleteOnTermination: "true",
      securityGroups: ["sg-0123456789abcdef0", "sg-decode-efa"],
    });
    expect(interfaces[1]).toMatchObject({ networkCardIndex: 0, deviceIndex: 1 });
    expect(interfaces[32]).toMatchObject({ networkCardIndex: 31, deviceIndex: 0 });
    expect(interfaces.slice(1).every((each) => each.interfaceType === "efa-only")).toBe(true);
  });

  it("are in a security group that allows itself in and out, and nothing else", async () => {
    const { resources } = await build();
    const rules = resources.filter(({ type }) => /(Ingress|Egress)Rule$/.test(type));
    expect(rules.map(({ type }) => type.split(":").at(-1))).toEqual([
      "SecurityGroupEgressRule",
      "SecurityGroupIngressRule",
    ]);
    for (const { inputs } of rules)
      expect(inputs).toMatchObject({
        securityGroupId: "sg-decode-efa",
        referencedSecurityGroupId: "sg-decode-efa",
        ipProtocol: "-1",
      });
    expect(
      one(resources, "securityGroup:SecurityGroup", "decode-efa").inputs.egress,
    ).toBeUndefined();
  });

  it("stand close together in one zone", async () => {
    const { resources } = await build();
    expect(one(resources, "placementGroup:PlacementGroup", "decode").inputs.strategy).toBe(
      "cluster",
    );
    expect(await template()).toMatchObject({ placement: { groupName: "decode-0123456" } });
    expect(await group()).toMatchObject({ subnetIds: [network.privateSubnets[0]?.id] });
  });

  it("share the security group of others on request", async () => {
    const shared = "sg-00000000000000001";
    const { resources } = await build({ efa: { securityGroupId: shared } });
    expect(ofType(resources, "securityGroup:SecurityGroup")).toEqual([]);
    const { networkInterfaces } = await template({ efa: { securityGroupId: shared } });
    expect((networkInterfaces as { securityGroups: unknown }[])[7]?.securityGroups).toEqual([
      "sg-0123456789abcdef0",
      shared,
    ]);
  });

  it.each([
    [aws.p5_48xlarge, 32, [0, 1, 2, 31]],
    [aws.p5en_48xlarge, 16, [0, 1, 2, 15]],
    [aws.p6_b200_48xlarge, 8, [0, 1, 2, 7]],
    [aws.p6_b300_48xlarge, 16, [1, 2, 3, 16]],
    [aws.p6e_gb200_36xlarge, 4, [1, 5, 9, 13]],
  ] as const)("use the cards of $type that have EFA", ({ type }, count, cards) => {
    const [first, ...rest] = efaInterfaces({ type }, count);
    expect(first).toEqual({ networkCardIndex: 0, deviceIndex: 0, interfaceType: "interface" });
    expect(rest).toHaveLength(count);
    const used = rest.map(({ networkCardIndex }) => networkCardIndex);
    expect([used[0], used[1], used[2], used.at(-1)]).toEqual(cards);
    const places = rest.map((each) => `${each.networkCardIndex} ${each.deviceIndex}`);
    expect(new Set([...places, "0 0"]).size).toBe(count + 1);
  });
});

describe("GpuNodes", () => {
  it("tell graphs what they offer", async () => {
    const { result } = await build({ efa: { interfaces: 8 }, labels: { team: "llm" } });
    expect(result.pool).toMatchObject({
      name: "decode",
      zones: ["us-west-2a"],
      min: 0,
      max: 4,
      capacity: "on-demand",
      labels: {
        "dynamo/pool": "decode",
        "nvidia.com/gpu.present": "true",
        "nvidia.com/rdma.present": "true",
        team: "llm",
      },
      taints: [{ key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" }],
    });
    expect(offerOf(result.pool)).toMatchObject({ "nvidia.com/gpu": 8, "vpc.amazonaws.com/efa": 8 });
  });

  it("offer no EFA when it is off, spread over all zones then, and need no group", async () => {
    const { result, resources } = await build({ efa: false });
    expect(offerOf(result.pool)["vpc.amazonaws.com/efa"]).toBe(0);
    expect(result.pool.zones).toEqual(network.zones);
    expect(result.labels["nvidia.com/rdma.present"]).toBeUndefined();
    expect(ofType(resources, "placementGroup:PlacementGroup")).toEqual([]);
    const { inputs } = one(resources, "launchTemplate:LaunchTemplate", "decode");
    expect(inputs.networkInterfaces).toBeUndefined();
  });

  it.each([
    [aws.p5_48xlarge, "al2023", "AL2023_x86_64_NVIDIA"],
    [aws.p5_48xlarge, "bottlerocket", "BOTTLEROCKET_x86_64_NVIDIA"],
    [aws.g5g_xlarge, "al2023", "AL2023_ARM_64_NVIDIA"],
    [aws.g5g_xlarge, "bottlerocket", "BOTTLEROCKET_ARM_64_NVIDIA"],
  ] as const)("run $type with the image for %s", async (each, os, amiType) => {
    const { amiType: used, instanceTypes } = await group({ machine: each, os, efa: false });
    expect([used, instanceTypes]).toEqual([amiType, [each.type]]);
  });

  it("start with no machine, with the taint, and are repaired", async () => {
    expect(await group()).toMatchObject({
      scalingConfig: { minSize: 0, desiredSize: 0, maxSize: 4 },
      taints: [{ key: "nvidia.com/gpu", value: "true", effect: "NO_SCHEDULE" }],
      nodeRepairConfig: { enabled: true },
      capacityType: "ON_DEMAND",
    });
  });

  it("join local disks for images, each system in its own way", async () => {
    const decoded = async (props: Partial<GpuNodesProps>) =>
      Buffer.from(String((await template(props)).userData), "base64").toString();
    expect(await decoded({})).toContain("strategy: RAID0");
    expect(await decoded({})).toMatch(
      /boundary="dynamo"\r\n\r\n--dynamo\r\nContent-Type: application\/node\.eks\.aws\r\n\r\napiVersion/,
    );
    expect(await decoded({ os: "bottlerocket" })).toContain(
      '["apiclient", "ephemeral-storage", "init"]',
    );
  });

  it("have a fast root disk where images cannot go elsewhere", async () => {
    const { blockDeviceMappings, userData } = await template({ localDisks: "none" });
    expect(userData).toBeUndefined();
    expect(blockDeviceMappings).toMatchObject([
      { ebs: { volumeSize: 300, iops: 16_000, throughput: 1000, encrypted: "true" } },
    ]);
  });

  it("come from a reservation, and from nowhere else", async () => {
    const reservationId = "cr-0123456789abcdef0";
    const capacity = { kind: "reserved", reservationId } as const;
    expect(await template({ capacity })).toMatchObject({
      capacityReservationSpecification: {
        capacityReservationPreference: "capacity-reservations-only",
        capacityReservationTarget: { capacityReservationId: reservationId },
      },
    });
    // The reservation was not made in a new placement group.
    expect((await template({ capacity })).placement).toBeUndefined();
  });

  it("come from a group of reservations, then on demand", async () => {
    const resourceGroupArn = "arn:aws:resource-groups:us-west-2:123456789012:group/gpus";
    const capacity = { kind: "reserved", resourceGroupArn, beyond: "on-demand" } as const;
    expect((await template({ capacity })).capacityReservationSpecification).toEqual({
      capacityReservationTarget: { capacityReservationResourceGroupArn: resourceGroupArn },
    });
  });

  it("come from a capacity block", async () => {
    const capacity = { kind: "capacity-block", reservationId: "cr-0123456789abcdef0" } as const;
    expect(await template({ capacity, machine: aws.p6e_gb200_36xlarge })).toMatchObject({
      instanceMarketOptions: { marketType: "capacity-block" },
      capacityReservationSpecification: {
        capacityReservationTarget: { capacityReservationId: "cr-0123456789abcdef0" },
      },
    });
    expect(await group({ capacity, machine: aws.p6e_gb200_36xlarge })).toMatchObject({
      capacityType: "CAPACITY_BLOCK",
      amiType: "AL2023_ARM_64_NVIDIA",
    });
  });
});

describe("GPU nodes that are refused", () => {
  const cr = "cr-0123456789abcdef0";
  const plain = machine({ cloud: "aws", type: "m7i.large", vcpu: 2, ramGiB: 8 });
  it.each<[string, Partial<GpuNodesProps>, readonly string[]]>([
    ["Azure", { machine: azure.Standard_ND96isr_H100_v5 }, ["DYN-AWS-063 machine"]],
    ["slice of a GPU", { machine: aws.g6f_large, localDisks: "none" }, ["DYN-AWS-063 machine"]],
    ["no GPU", { machine: plain }, ["DYN-AWS-063 machine"]],
    ["order", { min: 5 }, ["DYN-AWS-050 desired"]],
    ["zone", { zones: ["us-west-2d"] }, ["DYN-AWS-053 zones[0]"]],
    ["no zone", { zones: [] }, ["DYN-AWS-053 zones"]],
    ["EFA over zones", { zones: ["us-west-2a", "us-west-2b"] }, ["DYN-AWS-054 zones"]],
    ["EFA without EFA", { machine: aws.g6e_2xlarge, efa: true }, ["DYN-AWS-055 efa"]],
    ["too many interfaces", { efa: { interfaces: 33 } }, ["DYN-AWS-056 efa.interfaces"]],
    ["no interface", { efa: { interfaces: 0 } }, ["DYN-AWS-056 efa.interfaces"]],
    ["security group", { efa: { securityGroupId: "efa" } }, ["DYN-AWS-011 efa.securityGroupId"]],
    ["spot with EFA", { capacity: { kind: "spot" } }, ["DYN-AWS-057 capacity"]],
    ["block only", { machine: aws.p6e_gb200_36xlarge }, ["DYN-AWS-058 capacity"]],
    ["label", { labels: { "a b": "" } }, ['DYN-AWS-060 labels["a b"]']],
    ["no reservation", { capacity: { kind: "reserved" } }, ["DYN-AWS-061 capacity"]],
    [
      "reservation id",
      { capacity: { kind: "reserved", reservationId: "cr" } },
      ["DYN-AWS-011 capacity.reservationId"],
    ],
    [
      "beyond one",
      { capacity: { kind: "reserved", reservationId: cr, beyond: "on-demand" } },
      ["DYN-AWS-061 capacity.beyond"],
    ],
    [
      "block id",
      { capacity: { kind: "capacity-block", reservationId: "x" } },
      ["DYN-AWS-011 capacity.reservationId"],
    ],
    ["small disk", { diskGiB: 50 }, ["DYN-AWS-052 diskGiB"]],
    ["no disks", { machine: aws.g5g_xlarge, localDisks: "raid0" }, ["DYN-AWS-065 localDisks"]],
    ["Auto Mode", { cluster: { ...cluster, compute: "auto" } }, ["DYN-AWS-062 cluster"]],
  ])("%s", async (_, props, expected) => {
    const found = await refused(() => make(props));
    expect(brief(found.filter(({ severity }) => severity === "error"))).toEqual(expected);
  });

  it("hear how many interfaces there are", async () => {
    const [found] = await refused(() => make({ efa: { interfaces: 33 } }));
    expect(found).toMatchObject({
      message: "must be a whole number of 1 to 32 for p5.48xlarge, got 33",
      fix: "Set interfaces to 32, or leave it out.",
    });
  });

  it.each<[string, Partial<GpuNodesProps>, string]>([
    ["no taint", { taints: [] }, "DYN-AWS-059 taints"],
    [
      "new group beside a reservation",
      { placementGroup: true, capacity: { kind: "reserved", reservationId: cr } },
      "DYN-AWS-064 placementGroup",
    ],
    ["Bottlerocket with EFA", { os: "bottlerocket" }, "DYN-AWS-066 os"],
  ])("are warned: %s", async (_, props, expected) => {
    // An error beside the warning brings both to light.
    expect(brief(await refused(() => make({ ...props, diskGiB: 1 })))).toContain(expected);
    expect(ofType((await build(props)).resources, "nodeGroup:NodeGroup")).toHaveLength(1);
  });
});

describe("zonesWith", () => {
  it("keeps the zones that have the machine, in the order of the list", async () => {
    const { result } = await record(() =>
      zonesWith(aws.p5_48xlarge, ["us-west-2c", "us-west-2b", "us-west-2a"]),
    );
    expect(await result).toEqual(["us-west-2c", "us-west-2a"]);
  });

  it("asks by id when zones are ids", async () => {
    const { result } = await record(() => zonesWith(aws.p5_48xlarge, ["usw2-az2", "usw2-az1"]));
    expect(await result).toEqual(["usw2-az1"]);
  });
});

describe("EfaSecurityGroup", () => {
  it("keeps the laws and is found by Karpenter", async () => {
    const build = () => new EfaSecurityGroup("efa", { network, tags, clusterName: "dynamo" });
    await laws(build);
    const { resources } = await record(build);
    expect(one(resources, "securityGroup:SecurityGroup", "efa").inputs.tags).toMatchObject({
      "karpenter.sh/discovery": "dynamo",
    });
  });
});
