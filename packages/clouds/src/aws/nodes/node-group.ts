// SPDX-License-Identifier: Apache-2.0
/** @module A managed node group of EKS. */
import type { Taint } from "@dynamo-iac/constructs/estimate";
import type { LaunchTemplate } from "@pulumi/aws/ec2";
import { NodeGroup } from "@pulumi/aws/eks";
import { type CustomResourceOptions, interpolate } from "@pulumi/pulumi";
import type { ClusterRef } from "../cluster/props.js";
import type { Tags } from "../component-props.js";
import type { RoleWithPolicies } from "../identity/role.js";
import type { SubnetRef } from "../network/props.js";
import { named } from "../tags.js";

/** A node group with everything said. */
export interface NodeGroupSpec {
  readonly cluster: ClusterRef;
  readonly subnets: readonly SubnetRef[];
  readonly amiType: string;
  readonly instanceTypes: readonly string[];
  readonly capacityType: "ON_DEMAND" | "SPOT" | "CAPACITY_BLOCK";
  readonly min: number;
  readonly max: number;
  readonly desired: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly releaseVersion: string | undefined;
  readonly tags: Tags;
}

const effects: Readonly<Record<Taint["effect"], string>> = {
  NoSchedule: "NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
};

/**
 * Makes a node group that follows the cluster's release, repairs broken nodes, and changes one node at
 * a time. The number of nodes belongs to whoever scales it once it is made.
 */
export function createNodeGroup(
  name: string,
  spec: NodeGroupSpec,
  { role, policies }: RoleWithPolicies,
  template: LaunchTemplate,
  child: CustomResourceOptions,
): NodeGroup {
  const { cluster, min, max, desired, releaseVersion } = spec;
  return new NodeGroup(
    name,
    {
      clusterName: cluster.clusterName,
      nodeGroupNamePrefix: `${name}-`,
      nodeRoleArn: role.arn,
      subnetIds: spec.subnets.map(({ id }) => id),
      amiType: spec.amiType,
      instanceTypes: [...spec.instanceTypes],
      capacityType: spec.capacityType,
      scalingConfig: { minSize: min, maxSize: max, desiredSize: desired },
      updateConfig: { maxUnavailable: 1 },
      nodeRepairConfig: { enabled: true },
      launchTemplate: { id: template.id, version: interpolate`${template.latestVersion}` },
      version: cluster.kubernetesVersion,
      ...(releaseVersion === undefined ? {} : { releaseVersion }),
      labels: { ...spec.labels },
      taints: spec.taints.map(({ key, value, effect }) => ({
        key,
        ...(value === undefined ? {} : { value }),
        effect: effects[effect],
      })),
      tags: named(spec.tags, name),
    },
    {
      ...child,
      dependsOn: [...cluster.ready, ...policies],
      ignoreChanges: ["scalingConfig.desiredSize"],
    },
  );
}
