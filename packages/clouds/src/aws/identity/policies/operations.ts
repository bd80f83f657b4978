// SPDX-License-Identifier: Apache-2.0
/** @module What secrets, backups and previews in continuous integration may do. */
import type { Input } from "@pulumi/pulumi";
import { partitionOf } from "../../region.js";
import type { Statement } from "../statement.js";
import { keyUse } from "./keys.js";
import { objectsOf } from "./models.js";

/** Secrets that External Secrets copies into the cluster. */
export interface SecretsScope {
  readonly region: string;
  readonly secretArns: readonly Input<string>[];
  /** KMS keys of the secrets. @default - the key of Secrets Manager */
  readonly keyArns?: readonly Input<string>[] | undefined;
}

/** External Secrets: reads the named secrets. */
export function externalSecrets(scope: SecretsScope): readonly Statement[] {
  return [
    {
      sid: "Read",
      actions: [
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:ListSecretVersionIds",
      ],
      resources: scope.secretArns,
    },
    ...keyUse("read", scope.keyArns ?? [], "secretsmanager", scope.region),
  ];
}

/** Where Velero keeps its backups. */
export interface BackupBucket {
  readonly region: string;
  readonly bucketArn: Input<string>;
  /** KMS key of the backups. @default - the key of S3 */
  readonly keyArn?: Input<string> | undefined;
}

/**
 * Velero: writes its bucket, and takes snapshots of volumes that the EBS driver made.
 *
 * @see vmware-tanzu/velero-plugin-for-aws: README, permissions
 */
export function velero({ region, bucketArn, keyArn }: BackupBucket): readonly Statement[] {
  const made = { Null: { "aws:ResourceTag/ebs.csi.aws.com/cluster": "false" } };
  const taken = { Null: { "aws:ResourceTag/velero.io/backup": "false" } };
  const ec2 = `arn:${partitionOf(region) ?? "aws"}:ec2:${region}`;
  const volumes = `${ec2}:*:volume/*`;
  const snapshots = `${ec2}::snapshot/*`;
  return [
    { sid: "List", actions: ["s3:ListBucket"], resources: [bucketArn] },
    {
      sid: "Keep",
      actions: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
      ],
      resources: [objectsOf(bucketArn)],
    },
    { sid: "Find", actions: ["ec2:DescribeSnapshots", "ec2:DescribeVolumes"], resources: ["*"] },
    {
      sid: "TakeFrom",
      actions: ["ec2:CreateSnapshot"],
      resources: [volumes],
      conditions: made,
    },
    {
      sid: "Take",
      actions: ["ec2:CreateSnapshot"],
      resources: [snapshots],
    },
    {
      sid: "Tag",
      actions: ["ec2:CreateTags"],
      resources: [snapshots, volumes],
      conditions: { StringEquals: { "ec2:CreateAction": ["CreateSnapshot", "CreateVolume"] } },
    },
    {
      sid: "Restore",
      actions: ["ec2:CreateVolume"],
      resources: [volumes, snapshots],
    },
    {
      sid: "Forget",
      actions: ["ec2:DeleteSnapshot"],
      resources: [snapshots],
      conditions: taken,
    },
    ...keyUse("write", keyArn === undefined ? [] : [keyArn], "s3", region),
  ];
}
