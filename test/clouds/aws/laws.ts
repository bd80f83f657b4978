// SPDX-License-Identifier: Apache-2.0
/** @module What holds for every component of AWS: the laws of all components, and the user's tags. */
import { expect } from "vitest";
import { mockLaws } from "../../support/clouds/mock-laws.js";
import { planOf } from "../../support/clouds/record.js";
import { tags } from "./refs.js";

/** Holds a program to the laws; it has to pass the tags of the references on. */
export async function laws(build: () => unknown): Promise<void> {
  const preview = await planOf(() => void build());
  const update = await planOf(() => void build(), { mode: "update" });
  for (const { name, broken } of mockLaws)
    expect({ name, broken: broken({ preview, update }) }).toEqual({ name, broken: [] });
  const untagged = update.resources.filter(
    ({ type, kind, inputs }) =>
      kind === "custom" &&
      !withoutTags.some((each) => type.endsWith(`/${each}`)) &&
      (inputs.tags as Record<string, unknown> | undefined)?.team !== tags.team,
  );
  expect(untagged.map(({ urn }) => urn)).toEqual([]);
}

/** Types that have no tags in AWS. */
const withoutTags = [
  "route:Route",
  "routeTableAssociation:RouteTableAssociation",
  "alias:Alias",
  "rolePolicy:RolePolicy",
  "rolePolicyAttachment:RolePolicyAttachment",
  "accessPolicyAssociation:AccessPolicyAssociation",
  "tag:Tag",
  "eventTarget:EventTarget",
  "queuePolicy:QueuePolicy",
  "mountTarget:MountTarget",
  "fileSystemPolicy:FileSystemPolicy",
  "backupPolicy:BackupPolicy",
  "replicationConfiguration:ReplicationConfiguration",
  "bucketPolicy:BucketPolicy",
  "bucketPublicAccessBlock:BucketPublicAccessBlock",
  "bucketVersioning:BucketVersioning",
  "bucketOwnershipControls:BucketOwnershipControls",
  "bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
];
