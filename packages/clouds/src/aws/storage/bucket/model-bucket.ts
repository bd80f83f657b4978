// SPDX-License-Identifier: Apache-2.0
/** @module A bucket for models: encrypted, private, versioned, TLS only. */
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
  interpolate,
  type Output,
} from "@pulumi/pulumi";
import { accept, announce } from "../../../component/index.js";
import { kept } from "../../component-props.js";
import { resourcePolicy } from "../../identity/document.js";
import { named } from "../../tags.js";
import { dataKey } from "../data-key.js";
import type { ModelBucketOutputs, ModelBucketProps } from "../props.js";
import { checkModelBucket, type ResolvedBucket, resolveModelBucket } from "./resolve.js";

/** Parts of uploads that nobody finished cost as much as objects. */
const abandonedUploadDays = 7;

/**
 * A bucket for weights. Nothing of it can become public, objects are encrypted with a key that
 * rotates, and what was overwritten stays for a while. Who may read or write is said by identities:
 * see `policies.inference` and `policies.modelDownload`.
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class ModelBucket extends ComponentResource implements ModelBucketOutputs {
  readonly bucketName: Output<string>;
  readonly bucketArn: Output<string>;
  readonly keyArn: Output<string>;

  constructor(name: string, props: ModelBucketProps, opts?: ComponentResourceOptions) {
    const resolved = resolveModelBucket(name, props);
    const findings = accept(checkModelBucket(resolved), props.waive);
    super("dynamo-iac:aws:ModelBucket", name, {}, opts);
    announce(this, findings);

    const { bucketName, region, removal, tags } = resolved;
    const child = { parent: this };
    this.keyArn = dataKey(name, "Models in", region, resolved, child, ["fsx-s3"]);
    const bucket = new Bucket(
      name,
      {
        ...(bucketName === undefined ? {} : { bucket: bucketName }),
        forceDestroy: removal === "delete",
        tags: named(tags, name),
      },
      { ...child, ...kept(removal) },
    );
    guard(name, bucket, this.keyArn, child);
    keepTidy(resolved, bucket, child);

    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      keyArn: this.keyArn,
    });
  }
}

/** Encryption, and nobody from outside, and nothing without TLS. */
function guard(
  name: string,
  { bucket, arn }: Bucket,
  keyArn: Output<string>,
  child: CustomResourceOptions,
): void {
  new BucketServerSideEncryptionConfiguration(
    name,
    {
      bucket,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
          bucketKeyEnabled: true,
        },
      ],
    },
    child,
  );
  const block = new BucketPublicAccessBlock(
    name,
    {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    child,
  );
  new BucketOwnershipControls(
    name,
    { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
    child,
  );
  new BucketPolicy(
    name,
    {
      bucket,
      policy: resourcePolicy([
        {
          sid: "OnlyTls",
          effect: "Deny",
          principal: "*",
          actions: ["s3:*"],
          resources: [arn, interpolate`${arn}/*`],
          conditions: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
    },
    // S3 refuses two changes of a bucket's policies at a time.
    { ...child, dependsOn: [block] },
  );
}

/** Versions, and an end for what nobody needs. */
function keepTidy(
  { name, oldVersionDays, intelligentTieringDays }: ResolvedBucket,
  { bucket }: Bucket,
  child: CustomResourceOptions,
): void {
  const versioning = new BucketVersioning(
    name,
    { bucket, versioningConfiguration: { status: "Enabled" } },
    child,
  );
  const everything = { prefix: "" };
  const rules = [
    {
      id: "abandoned-uploads",
      status: "Enabled",
      filter: everything,
      abortIncompleteMultipartUpload: { daysAfterInitiation: abandonedUploadDays },
    },
    {
      id: "old-versions",
      status: "Enabled",
      filter: everything,
      noncurrentVersionExpiration: { noncurrentDays: oldVersionDays },
    },
  ];
  const tiering = {
    id: "intelligent-tiering",
    status: "Enabled",
    filter: everything,
    transitions: [{ days: Number(intelligentTieringDays), storageClass: "INTELLIGENT_TIERING" }],
  };
  new BucketLifecycleConfiguration(
    name,
    { bucket, rules: intelligentTieringDays === false ? rules : [...rules, tiering] },
    { ...child, dependsOn: [versioning] },
  );
}
