// SPDX-License-Identifier: Apache-2.0
/** @module Laws that every plan keeps, whatever it plans. */
import {
  type Plan,
  type PlannedResource,
  type PlanValue,
  unknownMark,
} from "@dynamo-iac/clouds/plan";
import { expect } from "vitest";

/** Types of AWS that have no tags, by the end of their token. */
const withoutTags = [
  "accessPolicyAssociation:AccessPolicyAssociation",
  "accountPublicAccessBlock:AccountPublicAccessBlock",
  "alias:Alias",
  "anomalySubscription:AnomalySubscription",
  "backupPolicy:BackupPolicy",
  "bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  "bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "bucketOwnershipControls:BucketOwnershipControls",
  "bucketPolicy:BucketPolicy",
  "bucketPublicAccessBlock:BucketPublicAccessBlock",
  "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "bucketVersioning:BucketVersioning",
  "certificateValidation:CertificateValidation",
  "eventTarget:EventTarget",
  "fileSystemPolicy:FileSystemPolicy",
  "lifecyclePolicy:LifecyclePolicy",
  "mountTarget:MountTarget",
  "pullThroughCacheRule:PullThroughCacheRule",
  "queuePolicy:QueuePolicy",
  "record:Record",
  "replicationConfiguration:ReplicationConfiguration",
  "repositoryCreationTemplate:RepositoryCreationTemplate",
  "rolePolicy:RolePolicy",
  "rolePolicyAttachment:RolePolicyAttachment",
  "route:Route",
  "routeTableAssociation:RouteTableAssociation",
  "secretVersion:SecretVersion",
  "selection:Selection",
  "tag:Tag",
];

/** Nothing hangs on a value that only the cloud knows; and where a preview has to leave one open, an update has it. */
export function sameInBothModes(preview: Plan, update: Plan): void {
  const urns = ({ resources }: Plan) => resources.map(({ urn }) => urn);
  expect(urns(update)).toEqual(urns(preview));
  expect(new Set(urns(preview)).size).toBe(preview.resources.length);
  const lacking = preview.resources.flatMap(({ urn, inputs }, index) =>
    openAtLast(inputs, update.resources[index]?.inputs).map((path) => `${urn} ${path}`),
  );
  expect(lacking).toEqual([]);
}

/** Paths of what is unknown in the first value, and missing in the second. */
function openAtLast(value: PlanValue, later: unknown, path = "inputs"): readonly string[] {
  if (value === unknownMark)
    return later === undefined || later === null || later === unknownMark ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    openAtLast(
      inner,
      (later as Readonly<Record<string, unknown>> | undefined)?.[key],
      `${path}.${key}`,
    ),
  );
}

/** Every resource that costs or does something belongs to a component. */
export function haveComponents(plan: Plan): void {
  const byUrn = new Map(plan.resources.map((resource) => [resource.urn, resource]));
  const orphans = plan.resources.filter((resource) => {
    if (resource.kind !== "custom" && resource.kind !== "read") return false;
    return !ancestors(resource, byUrn).some(({ kind }) => kind === "component");
  });
  expect(orphans.map(({ urn }) => urn)).toEqual([]);
}

/** Every resource of AWS that can have tags has these. */
export function haveTags(plan: Plan, tags: Readonly<Record<string, string>>): void {
  const untagged = plan.resources.filter(({ kind, type, inputs }) => {
    if (kind !== "custom" || !type.startsWith("aws:")) return false;
    if (withoutTags.some((end) => type.endsWith(`/${end}`))) return false;
    const own = inputs.tags as Readonly<Record<string, unknown>> | undefined;
    return Object.entries(tags).some(([key, value]) => own?.[key] !== value);
  });
  expect(untagged.map(({ urn }) => urn)).toEqual([]);
}

/** None of these texts stands anywhere in the plan. */
export function hideSecrets(plan: Plan, secrets: readonly string[]): void {
  const text = JSON.stringify(plan);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

/** How many resources there are of each type, by type. */
export function countsOf(plan: Plan): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { type, kind } of plan.resources)
    if (kind !== "stack") counts.set(type, (counts.get(type) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function ancestors(
  resource: PlannedResource,
  byUrn: ReadonlyMap<string, PlannedResource>,
): readonly PlannedResource[] {
  const parent = resource.parent === undefined ? undefined : byUrn.get(resource.parent);
  return parent === undefined ? [] : [parent, ...ancestors(parent, byUrn)];
}
