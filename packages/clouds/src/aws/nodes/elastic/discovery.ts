// SPDX-License-Identifier: Apache-2.0
/** @module How Karpenter and Auto Mode find what a node needs: by one tag, and one name of a role. */
import { Tag } from "@pulumi/aws/ec2";
import type { CustomResourceOptions, Output } from "@pulumi/pulumi";
import type { ClusterRef } from "../../cluster/props.js";
import { EfaSecurityGroup } from "../gpu/efa.js";
import type { ElasticNodesProps, NodeClassFacts } from "../props.js";

/** Tag of everything that nodes of a cluster are made from. */
export const discoveryKey = "karpenter.sh/discovery";

/** Name of the nodes' role. @see Karpenter's getting-started guide */
export function nodeRoleName({ name }: Pick<ClusterRef, "name">): string {
  return `KarpenterNodeRole-${name}`;
}

/** Makes the EFA group, and tags what others made. */
export function createDiscovery(
  name: string,
  props: ElasticNodesProps,
  child: CustomResourceOptions,
): Output<string> | undefined {
  const { cluster, network, tags = {}, efa = true, tagSubnets = false } = props;
  const tag = (id: string, resourceId: ClusterRef["securityGroupId"]) =>
    new Tag(`${name}-${id}`, { resourceId, key: discoveryKey, value: cluster.name }, child);
  // EKS makes the group of a cluster, so that nobody else could tag it.
  tag("cluster", cluster.securityGroupId);
  if (tagSubnets)
    for (const [index, { id, zone }] of network.privateSubnets.entries())
      tag(`${zone}-${index}`, id);
  if (!efa) return undefined;
  const group = new EfaSecurityGroup(
    `${name}-efa`,
    { network, clusterName: cluster.name, tags },
    child,
  );
  return group.securityGroupId;
}

/** What node classes say, by ids for those who want no tags. */
export function nodeClassFacts(
  { cluster, network, keyArn, tags = {} }: ElasticNodesProps,
  efaGroupId: Output<string> | undefined,
): NodeClassFacts {
  return {
    role: nodeRoleName(cluster),
    discoveryTags: { [discoveryKey]: cluster.name },
    subnetIds: network.privateSubnets.map(({ id }) => id),
    securityGroupIds: [cluster.securityGroupId, ...(efaGroupId === undefined ? [] : [efaGroupId])],
    keyArn,
    tags,
  };
}
