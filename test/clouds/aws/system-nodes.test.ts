// SPDX-License-Identifier: Apache-2.0
import { SystemNodes, type SystemNodesProps } from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, record } from "./recorder.js";
import { cluster, network, tags } from "./refs.js";

const make = (props: Partial<SystemNodesProps> = {}) =>
  new SystemNodes("system", { cluster, network, tags, ...props });
const build = (props: Partial<SystemNodesProps> = {}) => record(() => make(props));

describe("SystemNodes", () => {
  it("keeps the laws of components", async () => {
    await laws(() => make());
  });

  it("spreads three machines over all zones, and repairs and updates them one by one", async () => {
    const { resources } = await build();
    expect(one(resources, "nodeGroup:NodeGroup", "system").inputs).toMatchObject({
      amiType: "BOTTLEROCKET_x86_64",
      instanceTypes: ["m7i.2xlarge", "m6i.2xlarge"],
      scalingConfig: { minSize: 2, desiredSize: 3, maxSize: 8 },
      subnetIds: network.privateSubnets.map(({ id }) => id),
      nodeRepairConfig: { enabled: true },
      updateConfig: { maxUnavailable: 1 },
      version: "1.35",
      labels: { "dynamo/pool": "system" },
      taints: [],
    });
  });

  it("encrypts every disk and keeps pods from the credentials of the node", async () => {
    const { resources } = await build();
    const { inputs } = one(resources, "launchTemplate:LaunchTemplate", "system");
    expect(inputs.metadataOptions).toEqual({
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    expect(inputs.blockDeviceMappings).toMatchObject([
      { deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeType: "gp3", volumeSize: 4 } },
      { deviceName: "/dev/xvdb", ebs: { encrypted: "true", volumeType: "gp3", volumeSize: 100 } },
    ]);
    expect(inputs.tagSpecifications).toHaveLength(3);
  });

  it("lets nodes join and pull images, no more", async () => {
    const { resources } = await build();
    expect(
      ofType(resources, "rolePolicyAttachment:RolePolicyAttachment").map(
        ({ inputs }) => inputs.policyArn,
      ),
    ).toEqual([
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
      "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
    ]);
    expect(ofType(resources, "rolePolicy:RolePolicy")).toEqual([]);
  });

  it("has one disk and the other image with Amazon Linux on Graviton", async () => {
    const { resources } = await build({ os: "al2023", arch: "arm64" });
    const group = one(resources, "nodeGroup:NodeGroup", "system").inputs;
    expect(group).toMatchObject({
      amiType: "AL2023_ARM_64_STANDARD",
      instanceTypes: ["m8g.2xlarge", "m7g.2xlarge"],
    });
    const template = one(resources, "launchTemplate:LaunchTemplate", "system").inputs;
    expect(template.blockDeviceMappings).toHaveLength(1);
  });

  it.each<[string, Partial<SystemNodesProps>, readonly string[]]>([
    ["order", { min: 3, desired: 2 }, ["DYN-AWS-050 desired"]],
    ["fraction", { max: 2.5 }, ["DYN-AWS-050 max"]],
    ["none", { min: 0, max: 0, desired: 0 }, ["DYN-AWS-050 max"]],
    ["GPUs", { instanceTypes: ["p5.48xlarge"] }, ["DYN-AWS-051 instanceTypes[0]"]],
    ["Graviton", { instanceTypes: ["m7g.large"] }, ["DYN-AWS-051 instanceTypes[0]"]],
    [
      "no Graviton",
      { arch: "arm64", instanceTypes: ["m7i.large"] },
      ["DYN-AWS-051 instanceTypes[0]"],
    ],
    ["no type", { instanceTypes: [] }, ["DYN-AWS-051 instanceTypes"]],
    ["nonsense", { instanceTypes: ["large"] }, ["DYN-AWS-051 instanceTypes[0]"]],
    ["small disk", { diskGiB: 8 }, ["DYN-AWS-052 diskGiB"]],
    [
      "label of Kubernetes",
      { labels: { "kubernetes.io/role": "x" } },
      ['DYN-AWS-060 labels["kubernetes.io/role"]'],
    ],
    ["label key", { labels: { "a b": "x" } }, ['DYN-AWS-060 labels["a b"]']],
    ["label value", { labels: { team: "a b" } }, ["DYN-AWS-060 labels.team"]],
    ["taint", { taints: [{ key: "a/b/c", effect: "NoSchedule" }] }, ["DYN-AWS-060 taints[0]"]],
    ["Auto Mode", { cluster: { ...cluster, compute: "auto" } }, ["DYN-AWS-062 cluster"]],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => make(props)))).toEqual(expected);
  });

  it("refuses a name that EKS could not complete", async () => {
    const name = "a".repeat(38);
    const found = await refused(() => new SystemNodes(name, { cluster, network }));
    expect(brief(found)).toEqual(["DYN-AWS-012 name"]);
  });
});
