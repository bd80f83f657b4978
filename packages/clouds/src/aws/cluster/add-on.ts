// SPDX-License-Identifier: Apache-2.0
/** @module One add-on of EKS at a pinned version, with the identity of its pods. */
import { Addon } from "@pulumi/aws/eks";
import type { CustomResourceOptions, Input, Resource } from "@pulumi/pulumi";
import type { Tags } from "../component-props.js";
import { createPodRole } from "../identity/role.js";
import type { Statement } from "../identity/statement.js";
import { named } from "../tags.js";
import type { ClusterRef } from "./props.js";
import type { AddOnName } from "./versions.js";

/** What the pods of one service account of an add-on may do. */
export interface AddOnIdentity {
  readonly serviceAccount: string;
  readonly statements: readonly Statement[];
  readonly managedPolicies: readonly string[];
}

/** An add-on with everything said. */
export interface AddOnSpec {
  readonly addOn: AddOnName;
  readonly version: string;
  /** Values of its chart. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly identities?: readonly AddOnIdentity[] | undefined;
}

/** The cluster that an add-on belongs to. */
export interface AddOnScope extends Pick<ClusterRef, "region" | "clusterArn"> {
  readonly prefix: string;
  readonly clusterName: Input<string>;
  readonly tags: Tags;
}

/** Makes an add-on. What somebody changed by hand is put back, at creation and at every update. */
export function createAddOn(
  scope: AddOnScope,
  { addOn, version, values, identities = [] }: AddOnSpec,
  child: CustomResourceOptions,
  after: readonly Resource[] = [],
): Addon {
  const name = `${scope.prefix}-${addOn}`;
  const roles = identities.map(({ serviceAccount, statements, managedPolicies }) => {
    const id = identities.length === 1 ? name : `${name}-${serviceAccount}`;
    const { role, policies } = createPodRole(
      id,
      scope,
      {
        description: `Add-on ${addOn}, service account ${serviceAccount}`,
        statements,
        managedPolicies,
        tags: scope.tags,
      },
      child,
    );
    return { serviceAccount, roleArn: role.arn, policies };
  });
  return new Addon(
    name,
    {
      clusterName: scope.clusterName,
      addonName: addOn,
      addonVersion: version,
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      ...(values === undefined ? {} : { configurationValues: JSON.stringify(values) }),
      ...(roles.length === 0
        ? {}
        : {
            podIdentityAssociations: roles.map(({ serviceAccount, roleArn }) => ({
              serviceAccount,
              roleArn,
            })),
          }),
      tags: named(scope.tags, name),
    },
    { ...child, dependsOn: [...after, ...roles.flatMap(({ policies }) => policies)] },
  );
}

/**
 * The CNI: prefixes of 16 addresses, so that large machines are not short of interfaces, and network
 * policies.
 */
export const networkingAddOn = {
  values: {
    enableNetworkPolicy: "true",
    env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" },
  },
  identities: [
    { serviceAccount: "aws-node", statements: [], managedPolicies: ["AmazonEKS_CNI_Policy"] },
  ],
} as const satisfies Partial<AddOnSpec>;
