// SPDX-License-Identifier: Apache-2.0
/** @module Every default of a bucket for models, and what S3 would refuse of it. */
import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { type Say, sayOf } from "../../../component/index.js";
import { checkArn } from "../../ids.js";
import { checkRegion } from "../../region.js";
import { checkTags } from "../../tags.js";
import type { ModelBucketProps } from "../props.js";
import { checkDays } from "../storage-checks.js";

/** The bucket with everything said. */
export type ResolvedBucket = ReturnType<typeof resolveModelBucket>;

/** Resolves the props; `name` is the component's. */
export function resolveModelBucket(name: string, props: ModelBucketProps) {
  return {
    name,
    region: props.region,
    bucketName: props.bucketName,
    oldVersionDays: props.oldVersionDays ?? 30,
    intelligentTieringDays: props.intelligentTieringDays ?? 0,
    keyArn: props.keyArn,
    removal: props.removal ?? ("retain" as const),
    tags: props.tags ?? {},
  };
}

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkModelBucket(bucket: ResolvedBucket): readonly Finding[] {
  const say = sayOf("ModelBucket", bucket.name);
  const { intelligentTieringDays } = bucket;
  return [
    ...checkRegion(bucket.region, say),
    ...checkName(bucket, say),
    ...checkDays(bucket.oldVersionDays, [1, 3650], ["oldVersionDays"], say),
    ...(intelligentTieringDays === false
      ? []
      : checkDays(intelligentTieringDays, [0, 3650], ["intelligentTieringDays"], say)),
    ...checkArn(bucket.keyArn, "kms", ["keyArn"], say),
    ...checkTags(bucket.tags, say),
  ];
}

/** Characters that Pulumi adds to a name that it makes. */
const suffix = 8;

function checkName({ name, bucketName }: ResolvedBucket, say: Say): Finding[] {
  const [field, value, most] =
    bucketName === undefined ? ["name", name, 63 - suffix] : ["bucketName", bucketName, 63];
  const form = /^[a-z0-9][a-z0-9-]*[a-z0-9]$/;
  // A dot in the name breaks the certificate of the bucket's address.
  if (
    value.length >= 3 &&
    value.length <= most &&
    form.test(value) &&
    !/^xn--|-s3alias$/.test(value)
  )
    return [];
  const message = `must be 3 to ${most} lower-case letters, digits and inner hyphens, got ${show(value)}`;
  return [say("DYN-AWS-012", [field], message, 'Use a name such as "dynamo-models".')];
}
