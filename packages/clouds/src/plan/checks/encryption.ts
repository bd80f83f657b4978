// SPDX-License-Identifier: Apache-2.0
/** @module Storage that would lie in clear text on somebody's disks. */
import { at, has, items } from "@dynamo-iac/constructs/api";
import type { FieldPath } from "@dynamo-iac/constructs/facts";
import { unknownMark } from "../plan.js";
import type { ResourceRule, RuleProblem } from "./rule.js";

const on: ReadonlySet<unknown> = new Set([true, "true", unknownMark]);

function problem(path: FieldPath, what: string, got: unknown): RuleProblem {
  return {
    code: "DYN-CLOUD-004",
    path,
    message: `${what} is not encrypted: encrypted is ${got === undefined ? "not set, which is false" : String(got)}`,
    fix: "Set encrypted to true; name a key of your own with it.",
  };
}

const flags: Readonly<Record<string, readonly [path: FieldPath, what: string]>> = {
  "aws:efs/fileSystem:FileSystem": [["encrypted"], "the file system"],
  "aws:ebs/volume:Volume": [["encrypted"], "the volume"],
};

/** DYN-CLOUD-004 for file systems and volumes */
export const unencryptedStorage: ResourceRule = {
  code: "DYN-CLOUD-004",
  types: Object.keys(flags),
  *check({ type, inputs }) {
    const row = flags[type];
    if (row === undefined) return;
    const value = at(inputs, ...row[0]);
    if (!on.has(value)) yield problem(row[0], row[1], value);
  },
};

/** DYN-CLOUD-004 for the disks of machines */
export const unencryptedDisks: ResourceRule = {
  code: "DYN-CLOUD-004",
  types: ["aws:ec2/launchTemplate:LaunchTemplate", "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass"],
  *check({ type, inputs }) {
    const base: FieldPath = type.startsWith("kubernetes:") ? ["spec"] : [];
    const disks = items(at(inputs, ...base, "blockDeviceMappings"));
    for (const [position, disk] of disks.entries()) {
      if (!has(disk, "ebs") || at(disk, "ebs") === unknownMark) continue;
      const value = at(disk, "ebs", "encrypted");
      const path = [...base, "blockDeviceMappings", position, "ebs", "encrypted"];
      if (!on.has(value)) yield problem(path, `disk ${at(disk, "deviceName") ?? position}`, value);
    }
  },
};

const ebsDrivers: ReadonlySet<unknown> = new Set(["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"]);

/** DYN-CLOUD-004 for volumes that claims will make */
export const unencryptedClass: ResourceRule = {
  code: "DYN-CLOUD-004",
  types: ["kubernetes:storage.k8s.io/v1:StorageClass"],
  *check({ inputs }) {
    if (!ebsDrivers.has(at(inputs, "provisioner"))) return;
    const value = at(inputs, "parameters", "encrypted");
    if (!on.has(value)) yield problem(["parameters", "encrypted"], "a volume of the class", value);
  },
};

/** DYN-CLOUD-005 */
export const clusterSecretsKey: ResourceRule = {
  code: "DYN-CLOUD-005",
  types: ["aws:eks/cluster:Cluster"],
  *check({ inputs }) {
    const config = at(inputs, "encryptionConfig");
    if (config === unknownMark || has(config, "provider")) return;
    yield {
      code: "DYN-CLOUD-005",
      path: ["encryptionConfig"],
      message: "the Secrets of the cluster are not encrypted with a key of yours",
      fix: "Set encryptionConfig with the ARN of a KMS key that rotates, and resources: [secrets].",
    };
  },
};
