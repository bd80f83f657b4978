// SPDX-License-Identifier: Apache-2.0
/** @module A bucket for what programs of the cluster write: logs, traces, backups. */
import {
  Bucket,
  BucketLifecycleConfiguration,
  BucketOwnershipControls,
  BucketPolicy,
  BucketPublicAccessBlock,
  BucketServerSideEncryptionConfiguration,
  BucketVersioning,
} from "@pulumi/aws/s3";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
  interpolate,
  type Output,
} from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../../component/index.js";
import { type AwsComponentProps, kept, type Removal } from "../component-props.js";
import { resourcePolicy } from "../identity/document.js";
import type { Statement } from "../identity/statement.js";
import { checkTags, named } from "../tags.js";

/** Settings of the bucket. */
export interface PrivateBucketProps extends AwsComponentProps {
  /** ARN of the KMS key of the objects. */
  readonly keyArn: Input<string>;
  /** Objects are deleted after so many days; the program deletes them itself before. @default - never */
  readonly expireDays?: number | undefined;
  /** Keeps former versions for thirty days, against deletion by mistake. @default false */
  readonly versions?: boolean | undefined;
  /** @default "delete" */
  readonly removal?: Removal | undefined;
}

/** A bucket that nobody on the internet can open, encrypted with one key, reached over TLS only. */
export class PrivateBucket extends ComponentResource {
  readonly bucketName: Output<string>;
  readonly bucketArn: Output<string>;

  constructor(name: string, props: PrivateBucketProps, opts?: ComponentResourceOptions) {
    const { tags = {}, removal = "delete" } = props;
    const findings = accept(checkTags(tags, sayOf("PrivateBucket", name)), props.waive);
    super("dynamo-iac:aws:PrivateBucket", name, {}, opts);
    announce(this, findings);

    const child = { parent: this };
    const bucket = new Bucket(
      name,
      { tags: named(tags, name), forceDestroy: removal === "delete" },
      { ...child, ...kept(removal) },
    );
    close(name, bucket, child);
    encrypt(name, bucket, props.keyArn, child);
    forget(name, bucket, props, child);
    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    this.registerOutputs({ bucketName: this.bucketName, bucketArn: this.bucketArn });
  }
}

/** What a program does with a bucket of its own. */
export function bucketUse(bucketArn: Input<string>): readonly Statement[] {
  return [
    { sid: "List", actions: ["s3:ListBucket"], resources: [bucketArn] },
    {
      sid: "ReadAndWrite",
      actions: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      resources: [interpolate`${bucketArn}/*`],
    },
  ];
}

function close(name: string, bucket: Bucket, child: CustomResourceOptions): void {
  const block = new BucketPublicAccessBlock(
    name,
    {
      bucket: bucket.bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    child,
  );
  new BucketOwnershipControls(
    name,
    { bucket: bucket.bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
    child,
  );
  const policy = resourcePolicy([
    {
      sid: "OnlyTls",
      effect: "Deny",
      principal: "*",
      actions: ["s3:*"],
      resources: [bucket.arn, interpolate`${bucket.arn}/*`],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
  // S3 refuses two changes of access to one bucket at the same time.
  new BucketPolicy(name, { bucket: bucket.bucket, policy }, { ...child, dependsOn: [block] });
}

function encrypt(
  name: string,
  bucket: Bucket,
  keyArn: Input<string>,
  child: CustomResourceOptions,
): void {
  new BucketServerSideEncryptionConfiguration(
    name,
    {
      bucket: bucket.bucket,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
          bucketKeyEnabled: true,
        },
      ],
    },
    child,
  );
}

function forget(
  name: string,
  bucket: Bucket,
  { versions = false, expireDays }: PrivateBucketProps,
  child: CustomResourceOptions,
): void {
  if (versions)
    new BucketVersioning(
      name,
      { bucket: bucket.bucket, versioningConfiguration: { status: "Enabled" } },
      child,
    );
  const everything = { status: "Enabled", filter: { prefix: "" } };
  new BucketLifecycleConfiguration(
    name,
    {
      bucket: bucket.bucket,
      rules: [
        {
          ...everything,
          id: "unfinished",
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
        ...(versions
          ? [{ ...everything, id: "former", noncurrentVersionExpiration: { noncurrentDays: 30 } }]
          : []),
        ...(expireDays === undefined
          ? []
          : [{ ...everything, id: "old", expiration: { days: expireDays } }]),
      ],
    },
    child,
  );
}
