// SPDX-License-Identifier: Apache-2.0
/** @module A managed node group with GPUs: EFA, placement, reservations, local disks, the right image. */
import type { Pool, Taint } from "@dynamo-iac/constructs/estimate";
import { PlacementGroup } from "@pulumi/aws/ec2";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Output,
  output,
  type Resource,
} from "@pulumi/pulumi";
import { accept, announce } from "../../../component/index.js";
import { named } from "../../tags.js";
import { amiType } from "../ami.js";
import { createLaunchTemplate } from "../launch-template.js";
import { createNodeGroup, type NodeGroupSpec } from "../node-group.js";
import { createNodeRole } from "../node-role.js";
import type { GpuNodesOutputs, GpuNodesProps } from "../props.js";
import { checkGpuNodes } from "./checks.js";
import { EfaSecurityGroup } from "./efa.js";
import { poolOf, type ResolvedGpuNodes, resolveGpuNodes } from "./resolve.js";
import { gpuTemplate } from "./template.js";

/**
 * GPU machines of one type that stay what they are: the choice for EFA, reservations and capacity
 * blocks. Elastic pools are better made by Karpenter. Start with few nodes: EKS gives the group up
 * when it cannot get its first ones.
 *
 * @example
 * const decode = new GpuNodes("decode", { cluster, network, machine: aws.p5_48xlarge, max: 4 });
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class GpuNodes extends ComponentResource implements GpuNodesOutputs {
  readonly nodeGroupName: Output<string>;
  readonly nodeRoleArn: Output<string>;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly nodeGroup: Resource;
  readonly pool: Pool;
  readonly efaSecurityGroupId: Output<string> | undefined;
  readonly placementGroupName: Output<string> | undefined;

  constructor(name: string, props: GpuNodesProps, opts?: ComponentResourceOptions) {
    const nodes = resolveGpuNodes(name, props);
    const findings = accept(checkGpuNodes(nodes), nodes.waive);
    super("dynamo-iac:aws:GpuNodes", name, {}, opts);
    announce(this, findings);

    const child = { parent: this };
    this.efaSecurityGroupId = efaGroupOf(nodes, child);
    this.placementGroupName = placementGroupOf(nodes, child);
    const role = createNodeRole(name, nodes.network.region, nodes.tags, child);
    const template = createLaunchTemplate(
      name,
      { ...nodes, diskSpeed: nodes.localDisks === "none" ? imageSpeed : undefined },
      gpuTemplate(nodes, this.efaSecurityGroupId, this.placementGroupName),
      child,
    );
    const group = createNodeGroup(name, groupOf(nodes), role, template, child);

    this.nodeGroupName = group.nodeGroupName;
    this.nodeRoleArn = role.role.arn;
    this.labels = nodes.labels;
    this.taints = nodes.taints;
    this.nodeGroup = group;
    this.pool = poolOf(nodes);
    this.registerOutputs({
      nodeGroupName: this.nodeGroupName,
      nodeRoleArn: this.nodeRoleArn,
      labels: this.labels,
      taints: this.taints,
      efaSecurityGroupId: this.efaSecurityGroupId,
      placementGroupName: this.placementGroupName,
    });
  }
}

/** What a root disk needs so that images of 10 GB and more are there in minutes. */
const imageSpeed = { iops: 16_000, throughput: 1000 };

function efaGroupOf(
  nodes: ResolvedGpuNodes,
  child: CustomResourceOptions,
): Output<string> | undefined {
  const { name, network, tags, efa, efaSecurityGroupId } = nodes;
  if (!efa) return undefined;
  if (efaSecurityGroupId !== undefined) return output(efaSecurityGroupId);
  return new EfaSecurityGroup(`${name}-efa`, { network, tags }, child).securityGroupId;
}

function placementGroupOf(
  { name, tags, placementGroup }: ResolvedGpuNodes,
  child: CustomResourceOptions,
): Output<string> | undefined {
  if (placementGroup === false) return undefined;
  if (placementGroup !== true) return output(placementGroup);
  return new PlacementGroup(name, { strategy: "cluster", tags: named(tags, name) }, child).name;
}

const capacityTypes = {
  "on-demand": "ON_DEMAND",
  reserved: "ON_DEMAND",
  spot: "SPOT",
  "capacity-block": "CAPACITY_BLOCK",
} as const;

function groupOf(nodes: ResolvedGpuNodes): NodeGroupSpec {
  const { network, machine, os, zones, capacity } = nodes;
  return {
    ...nodes,
    subnets: network.privateSubnets.filter(({ zone }) => zones.includes(zone)),
    amiType: amiType({ os, arch: machine.arch, gpu: true }),
    instanceTypes: [machine.type],
    capacityType: capacityTypes[capacity.kind],
  };
}
