// SPDX-License-Identifier: Apache-2.0
/** @module What the storage drivers of Kubernetes may do. */
import type { Input } from "@pulumi/pulumi";
import { partitionOf } from "../../region.js";
import type { Statement } from "../statement.js";
import { keyUse } from "./keys.js";
import { objectsOf } from "./models.js";

/** File systems that a driver looks after. */
export interface FileSystems {
  readonly region: string;
  /** ARNs of the file systems. */
  readonly fileSystemArns: readonly Input<string>[];
}

/** The EFS driver: makes and deletes its own access points on the named file systems. */
export function efsDriver({ region, fileSystemArns }: FileSystems): readonly Statement[] {
  if (fileSystemArns.length === 0) return [];
  const points = `arn:${partitionOf(region) ?? "aws"}:elasticfilesystem:${region}:*:access-point/*`;
  return [
    {
      sid: "Find",
      actions: [
        "ec2:DescribeAvailabilityZones",
        "elasticfilesystem:DescribeAccessPoints",
        "elasticfilesystem:DescribeFileSystems",
        "elasticfilesystem:DescribeMountTargets",
      ],
      resources: ["*"],
    },
    {
      sid: "MakeAccessPoints",
      actions: ["elasticfilesystem:CreateAccessPoint"],
      resources: fileSystemArns,
      conditions: {
        Null: { "aws:RequestTag/efs.csi.aws.com/cluster": "false" },
        "ForAllValues:StringEquals": { "aws:TagKeys": "efs.csi.aws.com/cluster" },
      },
    },
    {
      sid: "TagAccessPoints",
      actions: ["elasticfilesystem:TagResource"],
      resources: [points],
      conditions: { StringEquals: { "elasticfilesystem:CreateAction": "CreateAccessPoint" } },
    },
    {
      sid: "DeleteAccessPoints",
      actions: ["elasticfilesystem:DeleteAccessPoint"],
      resources: [points],
      conditions: { StringEquals: { "aws:ResourceTag/efs.csi.aws.com/cluster": "true" } },
    },
  ];
}

/** Mounts of EFS with IAM: reads and writes, never as root. */
export function efsMounts({ fileSystemArns }: FileSystems): readonly Statement[] {
  return [
    {
      sid: "Mount",
      actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      resources: fileSystemArns,
    },
  ];
}

/** The FSx driver with static volumes only looks; nothing is made by it. */
export function fsxDriver(): readonly Statement[] {
  return [{ sid: "Find", actions: ["fsx:DescribeFileSystems"], resources: ["*"] }];
}

/** Buckets that are mounted. */
export interface Buckets {
  readonly region: string;
  readonly bucketArns: readonly Input<string>[];
  /** KMS keys of the objects. @default - none */
  readonly keyArns?: readonly Input<string>[] | undefined;
}

/** The Mountpoint driver: reads the named buckets. */
export function mountpointDriver({ region, bucketArns, keyArns }: Buckets): readonly Statement[] {
  return [
    { sid: "List", actions: ["s3:ListBucket"], resources: bucketArns },
    { sid: "Read", actions: ["s3:GetObject"], resources: bucketArns.map((arn) => objectsOf(arn)) },
    ...keyUse("read", keyArns ?? [], "s3", region),
  ];
}
