// SPDX-License-Identifier: Apache-2.0
/** @module The EKS cluster itself, with its key, its log group and the addresses that may call it. */
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Cluster as EksCluster } from "@pulumi/aws/eks";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type { CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import { EncryptionKey } from "../encryption-key.js";
import type { RoleWithPolicies } from "../identity/role.js";
import { named } from "../tags.js";
import type { ResolvedCluster } from "./resolve.js";

/** Pools that Auto Mode makes by itself: one for controllers, one for everything without a GPU. */
const autoPools = ["system", "general-purpose"];

/** Makes the key of Secrets and logs, unless one was given. */
export function clusterKey(cluster: ResolvedCluster, child: CustomResourceOptions): Input<string> {
  const { name, keyArn, network, clusterName, deletionProtection, tags } = cluster;
  if (keyArn !== undefined) return keyArn;
  const props = {
    region: network.region,
    purpose: `Secrets and logs of the cluster ${clusterName}`,
    logGroups: [logGroupOf(clusterName)],
    removal: deletionProtection ? ("retain" as const) : ("delete" as const),
    tags,
  };
  return new EncryptionKey(`${name}-cluster`, props, child).keyArn;
}

/** EKS writes into the log group of this name, and makes one that is kept for ever when there is none. */
function logGroupOf(clusterName: string): string {
  return `/aws/eks/${clusterName}/cluster`;
}

/** Makes the cluster. Its name is fixed: tags, policies and kubeconfigs are made from it. */
export function createControlPlane(
  cluster: ResolvedCluster,
  key: Input<string>,
  { role, policies }: RoleWithPolicies,
  autoNodes: RoleWithPolicies | undefined,
  child: CustomResourceOptions,
): EksCluster {
  const { name, clusterName, network, tags, publicCidrs, serviceCidr } = cluster;
  const logs = new LogGroup(
    `${name}-control-plane`,
    {
      name: logGroupOf(clusterName),
      kmsKeyId: key,
      retentionInDays: cluster.logRetentionDays,
      tags: named(tags, `${name}-control-plane`),
    },
    child,
  );
  return new EksCluster(
    name,
    {
      name: clusterName,
      version: cluster.kubernetesVersion,
      roleArn: role.arn,
      vpcConfig: {
        subnetIds: network.intraSubnets.map(({ id }) => id),
        endpointPrivateAccess: true,
        endpointPublicAccess: publicCidrs !== undefined,
        ...(publicCidrs === undefined ? {} : { publicAccessCidrs: [...publicCidrs] }),
      },
      accessConfig: {
        authenticationMode: "API",
        bootstrapClusterCreatorAdminPermissions: cluster.creatorAdmin,
      },
      encryptionConfig: { provider: { keyArn: key }, resources: ["secrets"] },
      enabledClusterLogTypes: [...cluster.logs],
      kubernetesNetworkConfig: {
        ipFamily: "ipv4",
        serviceIpv4Cidr: serviceCidr,
        ...(autoNodes === undefined ? {} : { elasticLoadBalancing: { enabled: true } }),
      },
      ...autoMode(autoNodes),
      bootstrapSelfManagedAddons: false,
      upgradePolicy: { supportType: "STANDARD" },
      zonalShiftConfig: { enabled: true },
      deletionProtection: cluster.deletionProtection,
      tags: named(tags, clusterName),
    },
    {
      ...child,
      dependsOn: [logs, ...policies, ...(autoNodes?.policies ?? [])],
      // EKS would refuse the deletion as well, but only when half of the environment is gone.
      protect: cluster.deletionProtection,
    },
  );
}

/** EKS wants the three switches of Auto Mode all on, or all off. */
function autoMode(nodes: RoleWithPolicies | undefined) {
  if (nodes === undefined) return {};
  return {
    computeConfig: { enabled: true, nodePools: autoPools, nodeRoleArn: nodes.role.arn },
    storageConfig: { blockStorage: { enabled: true } },
  };
}

/** Lets private addresses outside of the nodes call the API server. */
export function admitApiClients(
  { name, apiClientCidrs, tags }: ResolvedCluster,
  securityGroupId: Output<string>,
  child: CustomResourceOptions,
): void {
  for (const cidr of apiClientCidrs) {
    const id = `${name}-api-${cidr.replaceAll(/[./]/g, "-")}`;
    new SecurityGroupIngressRule(
      id,
      {
        securityGroupId,
        description: "Kubernetes API",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: cidr,
        tags: named(tags, id),
      },
      child,
    );
  }
}
