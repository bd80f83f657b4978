// SPDX-License-Identifier: Apache-2.0
/** @module The role of nodes: they join the cluster and pull images. Pods have identities of their own. */
import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { Tags } from "../component-props.js";
import { trustPolicy } from "../identity/document.js";
import { createRole, type RoleWithPolicies } from "../identity/role.js";

/** Makes a role for nodes. The CNI is not among its rights: its pods have an identity. */
export function createNodeRole(
  name: string,
  region: string,
  tags: Tags,
  child: CustomResourceOptions,
  roleName?: string,
): RoleWithPolicies {
  return createRole(
    name,
    region,
    {
      roleName,
      description: `Nodes of ${name}`,
      trust: trustPolicy("ec2.amazonaws.com"),
      statements: [],
      managedPolicies: ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"],
      tags,
    },
    child,
  );
}
