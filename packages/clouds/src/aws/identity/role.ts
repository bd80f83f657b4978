// SPDX-License-Identifier: Apache-2.0
/** @module Roles with their policies, and those that EKS gives to pods of one cluster. */
import { Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import { type CustomResourceOptions, type Input, output, type Resource } from "@pulumi/pulumi";
import type { ClusterRef } from "../cluster/props.js";
import type { Tags } from "../component-props.js";
import { partitionOf } from "../region.js";
import { named } from "../tags.js";
import { policyDocument, trustPolicy } from "./document.js";
import type { Statement } from "./statement.js";

/** What a role is for, and what it allows. */
export interface RoleSpec {
  /** Name of the role, where somebody else counts on it. @default - made by Pulumi */
  readonly roleName?: string | undefined;
  readonly description: string;
  readonly statements: readonly Statement[];
  /** Names of AWS managed policies, or ARNs. */
  readonly managedPolicies: readonly string[];
  readonly permissionsBoundaryArn?: Input<string> | undefined;
  readonly tags: Tags;
}

/** A role, and what has to be there before somebody takes it. */
export interface RoleWithPolicies {
  readonly role: Role;
  readonly policies: readonly Resource[];
}

/**
 * Makes a role that the Pod Identity service may take for pods of this cluster, and of no other: the
 * account and the ARN of the cluster are conditions of its trust.
 */
export function createPodRole(
  name: string,
  cluster: Pick<ClusterRef, "clusterArn" | "region">,
  spec: RoleSpec,
  child: CustomResourceOptions,
): RoleWithPolicies {
  const account = output(cluster.clusterArn).apply((arn) => arn.split(":")[4] ?? "");
  const trust = trustPolicy("pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"], {
    StringEquals: { "aws:SourceAccount": account },
    ArnEquals: { "aws:SourceArn": cluster.clusterArn },
  });
  return createRole(name, cluster.region, { ...spec, trust }, child);
}

/** Makes a role with its policies; a role without statements has no policy of its own. */
export function createRole(
  name: string,
  region: string,
  spec: RoleSpec & { readonly trust: Input<string> },
  child: CustomResourceOptions,
): RoleWithPolicies {
  const { roleName, description, statements, managedPolicies, tags, trust } = spec;
  const { permissionsBoundaryArn } = spec;
  const role = new Role(
    name,
    {
      ...(roleName === undefined ? {} : { name: roleName }),
      description,
      assumeRolePolicy: trust,
      ...(permissionsBoundaryArn === undefined
        ? {}
        : { permissionsBoundary: permissionsBoundaryArn }),
      tags: named(tags, name),
    },
    child,
  );
  const own =
    statements.length === 0
      ? []
      : [new RolePolicy(name, { role: role.name, policy: policyDocument(statements) }, child)];
  const managed = managedPolicies.map(
    (policy) =>
      new RolePolicyAttachment(
        `${name}-${policy.split("/").at(-1)}`,
        { role: role.name, policyArn: managedPolicyArn(policy, region) },
        child,
      ),
  );
  return { role, policies: [...own, ...managed] };
}

/** The ARN of a policy that AWS manages; an ARN stays what it is. */
export function managedPolicyArn(policy: string, region: string): string {
  return policy.startsWith("arn:")
    ? policy
    : `arn:${partitionOf(region) ?? "aws"}:iam::aws:policy/${policy}`;
}
