// SPDX-License-Identifier: Apache-2.0
/** @module Nodes without GPUs for operators, controllers, metrics and frontends. */
import type { Taint } from "@dynamo-iac/constructs/estimate";
import { type Finding, findMachine, show } from "@dynamo-iac/constructs/facts";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { accept, announce, type Say, sayOf } from "../../component/index.js";
import { checkArn } from "../ids.js";
import { checkTags } from "../tags.js";
import { amiType } from "./ami.js";
import { createLaunchTemplate } from "./launch-template.js";
import {
  checkCompute,
  checkCounts,
  checkDisk,
  checkGroupName,
  checkLabels,
  checkTaints,
} from "./node-checks.js";
import { createNodeGroup } from "./node-group.js";
import { createNodeRole } from "./node-role.js";
import type { NodeGroupOutputs, SystemNodesProps } from "./props.js";

/** Label by which pods ask for nodes of a pool. */
export const poolLabel = "dynamo/pool";

/** Images of the platform, without those of engines. */
const leastDiskGiB = 20;

/**
 * A managed node group over all zones of the network. It starts before add-ons, because they need
 * nodes, and has no taint by default, because they tolerate none.
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class SystemNodes extends ComponentResource implements NodeGroupOutputs {
  readonly nodeGroupName: Output<string>;
  readonly nodeRoleArn: Output<string>;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly nodeGroup: Resource;

  constructor(name: string, props: SystemNodesProps, opts?: ComponentResourceOptions) {
    const nodes = resolveSystemNodes(name, props);
    const findings = accept(checkSystemNodes(nodes), props.waive);
    super("dynamo-iac:aws:SystemNodes", name, {}, opts);
    announce(this, findings);

    const { cluster, network, os, arch, tags } = nodes;
    const child = { parent: this };
    const role = createNodeRole(name, network.region, tags, child);
    const template = createLaunchTemplate(name, nodes, {}, child);
    const group = createNodeGroup(
      name,
      {
        ...nodes,
        cluster,
        subnets: network.privateSubnets,
        amiType: amiType({ os, arch, gpu: false }),
        capacityType: "ON_DEMAND",
      },
      role,
      template,
      child,
    );

    this.nodeGroupName = group.nodeGroupName;
    this.nodeRoleArn = role.role.arn;
    this.labels = nodes.labels;
    this.taints = nodes.taints;
    this.nodeGroup = group;
    this.registerOutputs({
      nodeGroupName: this.nodeGroupName,
      nodeRoleArn: this.nodeRoleArn,
      labels: this.labels,
      taints: this.taints,
    });
  }
}

/** The nodes with everything said. */
export type ResolvedSystemNodes = ReturnType<typeof resolveSystemNodes>;

/** Resolves the props; `name` is the component's. */
export function resolveSystemNodes(name: string, props: SystemNodesProps) {
  const min = props.min ?? 2;
  const max = props.max ?? 8;
  return {
    name,
    cluster: props.cluster,
    network: props.network,
    instanceTypes: props.instanceTypes ?? defaultTypes[props.arch ?? "amd64"],
    arch: props.arch ?? ("amd64" as const),
    min,
    max,
    desired: props.desired ?? Math.min(Math.max(3, min), max),
    os: props.os ?? ("bottlerocket" as const),
    diskGiB: props.diskGiB ?? 100,
    keyArn: props.keyArn,
    labels: { [poolLabel]: "system", ...props.labels },
    taints: props.taints ?? [],
    releaseVersion: props.releaseVersion,
    tags: props.tags ?? {},
  };
}

const defaultTypes = {
  amd64: ["m7i.2xlarge", "m6i.2xlarge"],
  arm64: ["m8g.2xlarge", "m7g.2xlarge"],
} as const;

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkSystemNodes(nodes: ResolvedSystemNodes): readonly Finding[] {
  const say = sayOf("SystemNodes", nodes.name);
  return [
    ...checkGroupName(nodes.name, say),
    ...checkCompute(nodes.cluster.compute, "standard", say),
    ...checkCounts(nodes, say),
    ...checkTypes(nodes.instanceTypes, nodes.arch, say),
    ...checkDisk(nodes.diskGiB, leastDiskGiB, say),
    ...checkLabels(nodes.labels, say),
    ...checkTaints(nodes.taints, say),
    ...checkArn(nodes.keyArn, "kms", ["keyArn"], say),
    ...checkTags(nodes.tags, say),
  ];
}

function checkTypes(types: readonly string[], arch: "amd64" | "arm64", say: Say): Finding[] {
  const path = ["instanceTypes"];
  if (types.length === 0)
    return [say("DYN-AWS-051", path, "no machine type", "Name one, or leave instanceTypes out.")];
  return types.flatMap((type, index) => {
    const at = [...path, index];
    if (!/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(type)) {
      const message = `must be a machine type of EC2, got ${show(type)}`;
      return [say("DYN-AWS-051", at, message, 'Use a type such as "m7i.2xlarge".')];
    }
    if (findMachine(type) !== undefined) {
      const message = `${type} has GPUs, which nothing on system nodes uses`;
      return [say("DYN-AWS-051", at, message, "Use GpuNodes for it.")];
    }
    if (isGraviton(type) === (arch === "arm64")) return [];
    const message = `${type} has another processor than ${arch}, so that its image does not start`;
    return [say("DYN-AWS-051", at, message, `Use a type for ${arch}, or set arch.`)];
  });
}

/** Families of Graviton have a g behind their generation: m7g, c8gn, r6gd, x2gd, im4gn, a1. */
function isGraviton(type: string): boolean {
  return /^([a-z]+\d+g[a-z]*|a1)\./.test(type);
}
