// SPDX-License-Identifier: Apache-2.0
import {
  AddOns,
  Cluster,
  Efs,
  FsxLustre,
  GpuNodes,
  Karpenter,
  ModelBucket,
  Network,
  PodIdentity,
  policies,
  SystemNodes,
} from "@dynamo-iac/clouds/aws";
import { holdsSecret, type Plan } from "@dynamo-iac/clouds/plan";
import { aws } from "@dynamo-iac/constructs/facts";
import { beforeAll, describe, expect, it } from "vitest";
import { planOf } from "../../support/clouds/record.js";

const region = "us-west-2";
const tags = { team: "inference" };

/** An environment as a stack composes it, from the network to an identity. */
function environment(): void {
  const network = new Network("dynamo", { region, clusterName: "dynamo", tags });
  const cluster = new Cluster("dynamo", {
    network,
    access: {
      platform: { principalArn: "arn:aws:iam::123456789012:role/platform", level: "cluster-admin" },
    },
    tags,
  });
  const system = new SystemNodes("system", { cluster, network, tags });
  const karpenter = new Karpenter("karpenter", { cluster, network, tags });
  const securityGroupId = karpenter.efaSecurityGroupId;
  new GpuNodes("decode", {
    cluster,
    network,
    machine: aws.p5_48xlarge,
    max: 2,
    efa: { securityGroupId },
    tags,
  });
  const clients = { nodes: cluster.securityGroupId };
  const files = new Efs("files", { network, clients, tags });
  const models = new ModelBucket("models", { region, tags });
  const [zone = ""] = network.zones;
  const repository = { bucketName: models.bucketName };
  new FsxLustre("weights", { network, zone, clients, capacityGiB: 2400, repository, tags });
  new AddOns("dynamo", {
    cluster,
    nodes: [system.nodeGroup],
    addOns: ["coredns", "aws-ebs-csi-driver", "aws-efs-csi-driver", "snapshot-controller"],
    efsFileSystemArns: [files.fileSystemArn],
    tags,
  });
  new PodIdentity("download", {
    cluster,
    namespace: "inference",
    serviceAccount: "model-download",
    statements: policies.modelDownload({
      region,
      bucketArn: models.bucketArn,
      keyArn: models.keyArn,
    }),
    tags,
  });
}

describe("an environment of these components", () => {
  let preview: Plan;
  let update: Plan;
  beforeAll(async () => {
    preview = await planOf(environment);
    update = await planOf(environment, { mode: "update" });
  });

  it("has the same resources before the cloud has said anything as afterwards", () => {
    const urns = (plan: Plan) => plan.resources.map(({ urn }) => urn);
    expect(urns(preview)).toEqual(urns(update));
    expect(preview.resources.length).toBeGreaterThan(150);
  });

  it("leaves no resource outside of a component", () => {
    const roots = preview.resources.filter(({ parent = "" }) =>
      parent.includes("pulumi:pulumi:Stack"),
    );
    expect(new Set(roots.map(({ kind }) => kind))).toEqual(new Set(["component"]));
  });

  it("asks the cloud for the account alone", () => {
    expect(preview.assumptions.map(({ token }) => token)).toEqual([
      "aws:index/getCallerIdentity:getCallerIdentity",
    ]);
  });

  it("keeps no secret but the way into the cluster", () => {
    const secret = update.resources.filter(({ inputs }) => holdsSecret(inputs));
    expect(secret.map(({ type }) => type)).toEqual(["pulumi:providers:kubernetes"]);
  });

  it("lets nobody in from everywhere, and everything that stores data is encrypted", () => {
    const open = update.resources.filter(
      ({ type, inputs }) =>
        type.includes("Ingress") && ["0.0.0.0/0", "::/0"].includes(String(inputs.cidrIpv4)),
    );
    expect(open).toEqual([]);
    const keyed = update.resources.filter(({ type }) =>
      /:(FileSystem|LustreFileSystem|LogGroup)$/.test(type),
    );
    expect(keyed.length).toBe(4);
    expect(keyed.filter(({ inputs }) => inputs.kmsKeyId === undefined)).toEqual([]);
  });

  it("makes nodes after what they need, and add-ons after nodes", () => {
    const needs = (name: string, type: string) =>
      update.resources
        .filter((each) => each.name === name && each.type.endsWith(type))
        .flatMap(({ dependsOn }) => dependsOn)
        .map((urn) => urn.split("::").slice(-1)[0]);
    expect(needs("system", ":NodeGroup")).toEqual(
      expect.arrayContaining(["dynamo", "dynamo-vpc-cni", "system-AmazonEKSWorkerNodePolicy"]),
    );
    expect(needs("dynamo-coredns", ":Addon")).toContain("system");
    expect(needs("dynamo-aws-ebs-csi-driver", ":Addon")).toContain("dynamo-snapshot-controller");
    expect(needs("dynamo", "providers:kubernetes")).toContain("dynamo-platform");
  });

  it("counts nodes from where their owner left them", () => {
    const groups = update.resources.filter(({ type }) => type.endsWith(":NodeGroup"));
    expect(groups.map(({ ignoreChanges }) => ignoreChanges)).toEqual([
      ["scalingConfig.desiredSize"],
      ["scalingConfig.desiredSize"],
    ]);
  });
});
