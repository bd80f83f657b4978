// SPDX-License-Identifier: Apache-2.0
/** @module Every default of a managed node group with GPUs. */
import type { Pool, Taint } from "@dynamo-iac/constructs/estimate";
import type { Machine, Waiver } from "@dynamo-iac/constructs/facts";
import type { Input } from "@pulumi/pulumi";
import type { ClusterRef } from "../../cluster/props.js";
import type { Tags } from "../../component-props.js";
import type { NetworkRef } from "../../network/props.js";
import type { GpuCapacity, GpuNodesProps, NodeOs } from "../props.js";
import { poolLabel } from "../system-nodes.js";

/** Taint of GPU nodes: nothing runs there that did not ask for it. */
export const gpuTaint: Taint = { key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" };

/** Resource name of an EFA device. */
export const efaResource = "vpc.amazonaws.com/efa";

/** GPU nodes with everything said. */
export interface ResolvedGpuNodes {
  readonly name: string;
  readonly cluster: ClusterRef;
  readonly network: NetworkRef;
  readonly machine: Machine;
  readonly min: number;
  readonly max: number;
  readonly desired: number;
  readonly zones: readonly string[];
  readonly capacity: GpuCapacity;
  readonly efa: boolean;
  /** EFA interfaces of a machine; 0 without EFA. */
  readonly efaInterfaces: number;
  readonly efaSecurityGroupId: Input<string> | undefined;
  /** True for one of our own, a name for an existing one. */
  readonly placementGroup: boolean | Input<string>;
  readonly os: NodeOs;
  readonly diskGiB: number;
  readonly keyArn: Input<string> | undefined;
  readonly localDisks: "raid0" | "none";
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly releaseVersion: string | undefined;
  readonly tags: Tags;
  readonly waive: readonly Waiver[];
}

/** Resolves the props; `name` is the component's, and the pool's. */
export function resolveGpuNodes(name: string, props: GpuNodesProps): ResolvedGpuNodes {
  const { machine, network, efa } = props;
  const capacity = props.capacity ?? { kind: "on-demand" };
  const min = props.min ?? 0;
  const os = props.os ?? "al2023";
  const settings = typeof efa === "object" ? efa : undefined;
  const wanted = efa === undefined ? machine.rdma === "efa" && machine.gpuDirect : efa !== false;
  const interfaces = wanted ? (settings?.interfaces ?? machine.rdmaCount) : 0;
  // A reservation that was not made in a group has no room for machines of that group.
  const placementGroup = props.placementGroup ?? (wanted && capacity.kind === "on-demand");
  const together = wanted || placementGroup !== false || capacity.kind === "capacity-block";
  return {
    name,
    cluster: props.cluster,
    network,
    machine,
    min,
    max: props.max,
    desired: props.desired ?? min,
    zones: props.zones ?? (together ? network.zones.slice(0, 1) : network.zones),
    capacity,
    efa: wanted,
    efaInterfaces: interfaces,
    efaSecurityGroupId: settings?.securityGroupId,
    placementGroup,
    os,
    diskGiB: props.diskGiB ?? 300,
    keyArn: props.keyArn,
    localDisks: props.localDisks ?? (machine.nvmeGB > 0 ? "raid0" : "none"),
    labels: { ...ownLabels(name, os, wanted), ...props.labels },
    taints: props.taints ?? [gpuTaint],
    releaseVersion: props.releaseVersion,
    tags: props.tags ?? {},
    waive: props.waive ?? [],
  };
}

function ownLabels(name: string, os: NodeOs, efa: boolean): Record<string, string> {
  return {
    [poolLabel]: name,
    "nvidia.com/gpu.present": "true",
    // The operator of Dynamo does not recognise EFA by itself.
    ...(efa ? { "nvidia.com/rdma.present": "true" } : {}),
    // Bottlerocket has a device plugin; that of the GPU Operator would be a second one.
    ...(os === "bottlerocket" ? { "nvidia.com/gpu.deploy.device-plugin": "false" } : {}),
  };
}

/** The pool as placement checks see it. */
export function poolOf(nodes: ResolvedGpuNodes): Pool {
  const { name, machine, zones, min, max, capacity, labels, taints, diskGiB } = nodes;
  const efa = machine.rdma === "efa" ? { [efaResource]: nodes.efaInterfaces } : undefined;
  return {
    name,
    machine,
    zones,
    min,
    max,
    capacity: capacity.kind,
    labels,
    taints,
    diskGiB,
    resources: efa,
  };
}
