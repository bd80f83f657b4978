// SPDX-License-Identifier: Apache-2.0
/** @module Add-ons of EKS: rights, versions, and what they need. */
import { AddOns, type AddOnsProps } from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { checkAddOns } from "../../../packages/clouds/src/aws/cluster/add-ons.js";
import {
  addOnVersions,
  kubernetesVersions,
} from "../../../packages/clouds/src/aws/cluster/versions.js";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, policyOf, record } from "./recorder.js";
import { cluster as ref, tags } from "./refs.js";

describe("AddOns", () => {
  const arns = {
    efsFileSystemArns: ["arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-1"],
    bucketArns: ["arn:aws:s3:::models"],
    keyArns: ["arn:aws:kms:us-west-2:123456789012:key/k"],
  };
  const every = Object.keys(addOnVersions["1.35"]) as (keyof (typeof addOnVersions)["1.35"])[];
  const add = (props: Partial<AddOnsProps> = {}) =>
    new AddOns("dynamo", { cluster: ref, nodes: [], tags, ...props });

  it("keeps the laws of components with every add-on", async () => {
    await laws(() => add({ addOns: every, ...arns }));
  });

  it("installs DNS, volumes, snapshots, metrics and the agent that finds broken GPUs", async () => {
    const { resources } = await record(() => add());
    expect(ofType(resources, "addon:Addon").map(({ inputs }) => inputs.addonName)).toEqual([
      "aws-ebs-csi-driver",
      "coredns",
      "eks-node-monitoring-agent",
      "metrics-server",
      "snapshot-controller",
    ]);
  });

  it("gives the EFS driver rights on the named file systems, its mounts none as root", async () => {
    const { resources } = await record(() => add({ addOns: ["aws-efs-csi-driver"], ...arns }));
    const mounts = one(
      resources,
      "rolePolicy:RolePolicy",
      "dynamo-aws-efs-csi-driver-efs-csi-node-sa",
    ).inputs.policy;
    expect(policyOf(mounts)).toEqual([
      {
        Effect: "Allow",
        Sid: "Mount",
        Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Resource: arns.efsFileSystemArns,
      },
    ]);
  });

  it.each<[string, Partial<AddOnsProps>, readonly string[]]>([
    ["twice", { addOns: ["coredns", "coredns"] }, ["DYN-AWS-028 addOns"]],
    [
      "built in",
      { cluster: { ...ref, compute: "auto" }, addOns: ["coredns"] },
      ["DYN-AWS-028 addOns"],
    ],
    ["version", { versions: { coredns: "1.13" } }, ["DYN-AWS-027 versions.coredns"]],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => add(props)))).toEqual(expected);
  });

  it("warns of storage drivers that may use no storage", () => {
    const addOns = ["aws-efs-csi-driver", "aws-mountpoint-s3-csi-driver"] as const;
    const found = checkAddOns("dynamo", { cluster: ref, nodes: [], addOns });
    expect(brief(found)).toEqual(["DYN-AWS-029 efsFileSystemArns", "DYN-AWS-029 bucketArns"]);
    expect(checkAddOns("dynamo", { cluster: ref, nodes: [], addOns, ...arns })).toEqual([]);
  });

  it("pins every add-on for every release of Kubernetes, kube-proxy to the same minor", () => {
    for (const version of kubernetesVersions) {
      const pins = addOnVersions[version];
      expect(Object.values(pins).every((pin) => /^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(pin))).toBe(
        true,
      );
      expect(pins["kube-proxy"].startsWith(`v${version}.`)).toBe(true);
    }
  });
});
