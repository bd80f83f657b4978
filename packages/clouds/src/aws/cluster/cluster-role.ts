// SPDX-License-Identifier: Apache-2.0
/** @module The roles of a cluster: its control plane's, and in Auto Mode its nodes'. */
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { trustPolicy } from "../identity/document.js";
import { createRole, type RoleWithPolicies } from "../identity/role.js";
import type { ResolvedCluster } from "./resolve.js";

/** Makes the role that EKS takes to run the cluster. */
export function createClusterRole(
  cluster: ResolvedCluster,
  child: CustomResourceOptions,
): RoleWithPolicies {
  const { name, network, clusterName, compute, tags } = cluster;
  const auto = compute === "auto";
  return createRole(
    `${name}-control-plane`,
    network.region,
    {
      description: `Control plane of ${clusterName}`,
      trust: trustPolicy(
        "eks.amazonaws.com",
        auto ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"],
      ),
      statements: [],
      managedPolicies: auto
        ? [
            "AmazonEKSClusterPolicy",
            "AmazonEKSComputePolicy",
            "AmazonEKSBlockStoragePolicy",
            "AmazonEKSLoadBalancingPolicy",
            "AmazonEKSNetworkingPolicy",
          ]
        : ["AmazonEKSClusterPolicy"],
      tags,
    },
    child,
  );
}

/** Makes the role of nodes that Auto Mode starts: it joins the cluster and pulls images, no more. */
export function createAutoNodeRole(
  name: string,
  region: string,
  tags: ResolvedCluster["tags"],
  child: CustomResourceOptions,
  roleName?: string,
): RoleWithPolicies {
  return createRole(
    name,
    region,
    {
      roleName,
      description: "Nodes of EKS Auto Mode",
      trust: trustPolicy("ec2.amazonaws.com"),
      statements: [],
      managedPolicies: ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"],
      tags,
    },
    child,
  );
}
