// SPDX-License-Identifier: Apache-2.0
/** @module Who may do what in a cluster: access entries of EKS, no aws-auth ConfigMap. */
import { AccessEntry, AccessPolicyAssociation } from "@pulumi/aws/eks";
import type { CustomResourceOptions, Input, Resource } from "@pulumi/pulumi";
import type { Tags } from "../component-props.js";
import { partitionOf } from "../region.js";
import { named } from "../tags.js";
import type { AccessLevel, ClusterAccess } from "./props.js";

const policies: Readonly<Record<AccessLevel, string>> = {
  "cluster-admin": "AmazonEKSClusterAdminPolicy",
  admin: "AmazonEKSAdminPolicy",
  edit: "AmazonEKSEditPolicy",
  view: "AmazonEKSViewPolicy",
  "admin-view": "AmazonEKSAdminViewPolicy",
};

/** ARN of an access policy of EKS. */
export function accessPolicyArn(policy: string, region: string): string {
  return `arn:${partitionOf(region) ?? "aws"}:eks::aws:cluster-access-policy/${policy}`;
}

/** The cluster that entries are for. */
export interface EntryScope {
  readonly name: string;
  readonly region: string;
  readonly clusterName: Input<string>;
  readonly tags: Tags;
}

/** Makes the entries of people and programs. */
export function createAccess(
  { name, region, clusterName, tags }: EntryScope,
  access: Readonly<Record<string, ClusterAccess>>,
  child: CustomResourceOptions,
): readonly Resource[] {
  return Object.entries(access).map(([id, { principalArn, level, namespaces }]) => {
    const entry = new AccessEntry(
      `${name}-${id}`,
      { clusterName, principalArn, type: "STANDARD", tags: named(tags, `${name}-${id}`) },
      child,
    );
    return new AccessPolicyAssociation(
      `${name}-${id}`,
      {
        clusterName,
        principalArn,
        policyArn: accessPolicyArn(policies[level], region),
        accessScope:
          namespaces === undefined || namespaces.length === 0
            ? { type: "cluster" }
            : { type: "namespace", namespaces: [...namespaces] },
      },
      { ...child, dependsOn: [entry] },
    );
  });
}
