// SPDX-License-Identifier: Apache-2.0
import {
  AutoModeNodes,
  type AutoModeNodesProps,
  Karpenter,
  type KarpenterProps,
} from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, policyOf, record } from "./recorder.js";
import { cluster, network, tags } from "./refs.js";

const auto = { ...cluster, compute: "auto" } as const;
const keyArn = "arn:aws:kms:us-west-2:123456789012:key/k";
const make = (props: Partial<KarpenterProps> = {}) =>
  new Karpenter("karpenter", { cluster, network, tags, ...props });
const build = (props: Partial<KarpenterProps> = {}) => record(() => make(props));
const makeAuto = (props: Partial<AutoModeNodesProps> = {}) =>
  new AutoModeNodes("gpu", { cluster: auto, network, tags, ...props });

describe("Karpenter", () => {
  it("keeps the laws of components", async () => {
    await laws(() => make());
    await laws(() => make({ efa: false, keyArn, tagSubnets: true }));
  });

  it("lets its nodes join, under the name that node classes expect", async () => {
    const { resources, result } = await build();
    expect(one(resources, "role:Role", "karpenter-nodes").inputs.name).toBe(
      "KarpenterNodeRole-dynamo",
    );
    expect(result.nodeClass.role).toBe("KarpenterNodeRole-dynamo");
    expect(one(resources, "accessEntry:AccessEntry", "karpenter").inputs).toMatchObject({
      type: "EC2_LINUX",
      clusterName: "dynamo",
    });
  });

  it("hears of interruptions in a queue that nobody else can write into", async () => {
    const { resources } = await build();
    const queue = one(resources, "queue:Queue", "karpenter").inputs;
    expect(queue).toMatchObject({ name: "dynamo", sqsManagedSseEnabled: true });
    const rules = ofType(resources, "eventRule:EventRule");
    expect(
      rules.map(({ inputs }) => JSON.parse(String(inputs.eventPattern))["detail-type"][0]),
    ).toEqual([
      "AWS Health Event",
      "EC2 Instance Rebalance Recommendation",
      "EC2 Capacity Reservation Instance Interruption Warning",
      "EC2 Spot Instance Interruption Warning",
      "EC2 Instance State-change Notification",
    ]);
    expect(ofType(resources, "eventTarget:EventTarget")).toHaveLength(5);
    const [write, tls] = policyOf(
      one(resources, "queuePolicy:QueuePolicy", "karpenter").inputs.policy,
    );
    expect(write?.Principal).toEqual({ Service: "events.amazonaws.com" });
    expect(write?.Condition?.ArnEquals?.["aws:SourceArn"]).toHaveLength(5);
    expect(tls).toMatchObject({
      Effect: "Deny",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  it("has a controller whose rights fit into a role, also with a key for disks", async () => {
    const { resources } = await build({ keyArn });
    const { policy } = one(resources, "rolePolicy:RolePolicy", "karpenter-controller").inputs;
    expect(String(policy).length).toBeLessThan(10_240);
    const pass = policyOf(policy).find(({ Sid }) => Sid === "PassNodeRole");
    expect(pass?.Resource).toEqual(["arn:aws:iam:us-west-2:123456789012:karpenter-nodes"]);
    expect(policyOf(policy).some(({ Sid }) => Sid === "GrantDisks")).toBe(true);
  });

  it("tags the groups of the cluster and of EFA, so that node classes find them", async () => {
    const { resources, result } = await build();
    expect(one(resources, "tag:Tag", "karpenter-cluster").inputs).toEqual({
      resourceId: "sg-0123456789abcdef0",
      key: "karpenter.sh/discovery",
      value: "dynamo",
    });
    expect(
      one(resources, "securityGroup:SecurityGroup", "karpenter-efa").inputs.tags,
    ).toMatchObject({
      "karpenter.sh/discovery": "dynamo",
    });
    expect(ofType(resources, "tag:Tag")).toHaveLength(1);
    expect(result.nodeClass.securityGroupIds).toHaveLength(2);
  });

  it("tags the subnets of an existing network on request", async () => {
    const { resources } = await build({ tagSubnets: true, efa: false });
    const tagged = ofType(resources, "tag:Tag").map(({ inputs }) => inputs.resourceId);
    expect(tagged).toEqual(["sg-0123456789abcdef0", ...network.privateSubnets.map(({ id }) => id)]);
    expect(ofType(resources, "securityGroup:SecurityGroup")).toEqual([]);
  });

  it.each<[string, Partial<KarpenterProps>, readonly string[]]>([
    ["Auto Mode", { cluster: auto }, ["DYN-AWS-062 cluster"]],
    ["long name", { cluster: { ...cluster, name: "a".repeat(47) } }, ["DYN-AWS-012 cluster.name"]],
    ["namespace", { namespace: "Karpenter" }, ["DYN-AWS-042 namespace"]],
    ["service account", { serviceAccount: "a_b" }, ["DYN-AWS-042 serviceAccount"]],
    ["key", { keyArn: "key" }, ["DYN-AWS-011 keyArn"]],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => make(props)))).toEqual(expected);
  });
});

describe("AutoModeNodes", () => {
  it("keep the laws of components", async () => {
    await laws(() => makeAuto());
  });

  it("are let in with the policy of Auto Mode, and may only join and pull images", async () => {
    const { resources, result } = await record(() => makeAuto());
    expect(one(resources, "accessEntry:AccessEntry", "gpu").inputs.type).toBe("EC2");
    expect(
      one(resources, "accessPolicyAssociation:AccessPolicyAssociation", "gpu").inputs.policyArn,
    ).toBe("arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy");
    expect(
      ofType(resources, "rolePolicyAttachment:RolePolicyAttachment").map(
        ({ inputs }) => inputs.policyArn,
      ),
    ).toEqual([
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
      "arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy",
    ]);
    expect(result.nodeClass.role).toBe("KarpenterNodeRole-dynamo");
  });

  it("are refused where the cluster is not in Auto Mode", async () => {
    expect(brief(await refused(() => makeAuto({ cluster })))).toEqual(["DYN-AWS-062 cluster"]);
  });
});
