// SPDX-License-Identifier: Apache-2.0
/** @module What downloads of models and inference pods may do with a bucket. */
import { type Input, interpolate, type Output } from "@pulumi/pulumi";
import type { Statement } from "../statement.js";
import { keyUse } from "./keys.js";

/** Part of a bucket. */
export interface ModelObjects {
  readonly region: string;
  readonly bucketArn: Input<string>;
  /** Prefix of the objects, without a slash at its ends. @default - the whole bucket */
  readonly prefix?: string | undefined;
  /** KMS key of the objects. @default - the key of S3 */
  readonly keyArn?: Input<string> | undefined;
}

/** ARNs of the objects of a bucket below a prefix. */
export function objectsOf(bucketArn: Input<string>, prefix?: string): Output<string> {
  return interpolate`${bucketArn}/${prefix === undefined ? "" : `${prefix}/`}*`;
}

/** Inference pods: read the weights. */
export function inference(objects: ModelObjects): readonly Statement[] {
  const { bucketArn, prefix, region } = objects;
  return [
    list(objects),
    { sid: "Read", actions: ["s3:GetObject"], resources: [objectsOf(bucketArn, prefix)] },
    ...keyUse("read", keysOf(objects), "s3", region),
  ];
}

/** The download Job: reads and writes, but deletes nothing. */
export function modelDownload(objects: ModelObjects): readonly Statement[] {
  const { bucketArn, prefix, region } = objects;
  return [
    list(objects),
    {
      sid: "ReadAndWrite",
      actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      resources: [objectsOf(bucketArn, prefix)],
    },
    ...keyUse("write", keysOf(objects), "s3", region),
  ];
}

/** Synchronisation from elsewhere: as the download Job, and it removes what the source no longer has. */
export function modelSync(objects: ModelObjects): readonly Statement[] {
  const { bucketArn, prefix } = objects;
  return [
    ...modelDownload(objects),
    { sid: "Delete", actions: ["s3:DeleteObject"], resources: [objectsOf(bucketArn, prefix)] },
  ];
}

function list({ bucketArn, prefix }: ModelObjects): Statement {
  return {
    sid: "List",
    actions: ["s3:ListBucket"],
    resources: [bucketArn],
    ...(prefix === undefined
      ? {}
      : { conditions: { StringLike: { "s3:prefix": [prefix, `${prefix}/*`] } } }),
  };
}

function keysOf({ keyArn }: ModelObjects): readonly Input<string>[] {
  return keyArn === undefined ? [] : [keyArn];
}
