// SPDX-License-Identifier: Apache-2.0
/** @module Rules about node groups with GPUs: machine, EFA, capacity, zones, taints. */
import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { type Say, sayOf } from "../../../component/index.js";
import { checkArn, checkId } from "../../ids.js";
import { checkTags } from "../../tags.js";
import {
  checkCompute,
  checkCounts,
  checkDisk,
  checkGroupName,
  checkLabels,
  checkNodeZones,
  checkTaints,
} from "../node-checks.js";
import { gpuTaint, type ResolvedGpuNodes } from "./resolve.js";

/** System, kubelet, and one image of an engine. */
const leastDiskGiB = 100;

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkGpuNodes(nodes: ResolvedGpuNodes): readonly Finding[] {
  const say = sayOf("GpuNodes", nodes.name);
  return [
    ...checkGroupName(nodes.name, say),
    ...checkCompute(nodes.cluster.compute, "standard", say),
    ...checkMachine(nodes, say),
    ...checkCounts(nodes, say),
    ...checkNodeZones(nodes.zones, nodes.network.zones, say),
    ...checkTogether(nodes, say),
    ...checkEfa(nodes, say),
    ...checkCapacity(nodes, say),
    ...checkPlacementGroup(nodes, say),
    ...checkDisk(nodes.diskGiB, leastDiskGiB, say),
    ...checkLocalDisks(nodes, say),
    ...checkLabels(nodes.labels, say),
    ...checkTaints(nodes.taints, say),
    ...checkGpuTaint(nodes, say),
    ...checkArn(nodes.keyArn, "kms", ["keyArn"], say),
    ...checkTags(nodes.tags, say),
  ];
}

function checkMachine({ machine }: ResolvedGpuNodes, say: Say): Finding[] {
  const path = ["machine"];
  const { cloud, type, gpus, fractional } = machine;
  if (cloud !== "aws" && cloud !== "other") {
    const message = `${type} is a machine of ${cloud}`;
    return [say("DYN-AWS-063", path, message, "Use a machine of aws, such as aws.g6e_12xlarge.")];
  }
  if (fractional) {
    const message = `${type} has ${gpus} of a GPU, for which the images of EKS have no driver`;
    return [say("DYN-AWS-063", path, message, "Use a machine with whole GPUs.")];
  }
  if (gpus > 0) return [];
  return [say("DYN-AWS-063", path, `${type} has no GPU`, "Use SystemNodes for it.")];
}

/** EFA, cluster placement groups and capacity blocks end at the zone. */
function checkTogether(nodes: ResolvedGpuNodes, say: Say): Finding[] {
  const { zones, efa, placementGroup, capacity } = nodes;
  const reasons = [
    ...(efa ? ["EFA never crosses a zone"] : []),
    ...(placementGroup !== false ? ["a cluster placement group is in one zone"] : []),
    ...(capacity.kind === "capacity-block" ? ["a capacity block is in one zone"] : []),
  ];
  if (zones.length <= 1 || reasons.length === 0) return [];
  const message = `${zones.length} zones, but ${reasons.join(" and ")}`;
  const fix = "Name one zone, and make a group of nodes for each of the others.";
  return [say("DYN-AWS-054", ["zones"], message, fix)];
}

function checkEfa(nodes: ResolvedGpuNodes, say: Say): Finding[] {
  const { machine, efa, efaInterfaces, efaSecurityGroupId, capacity, os } = nodes;
  const { type, rdma, rdmaCount } = machine;
  if (!efa) return [];
  if (rdma !== "efa") {
    const message = `${type} has no EFA`;
    return [say("DYN-AWS-055", ["efa"], message, "Set efa to false, or use a larger machine.")];
  }
  const found: Finding[] = [];
  if (!Number.isInteger(efaInterfaces) || efaInterfaces < 1 || efaInterfaces > rdmaCount) {
    const message = `must be a whole number of 1 to ${rdmaCount} for ${type}, got ${show(efaInterfaces)}`;
    const fix = `Set interfaces to ${rdmaCount}, or leave it out.`;
    found.push(say("DYN-AWS-056", ["efa", "interfaces"], message, fix));
  }
  if (efaSecurityGroupId !== undefined)
    found.push(...checkId(efaSecurityGroupId, "sg", ["efa", "securityGroupId"], say));
  if (capacity.kind === "spot") {
    const message = "one machine that is taken away breaks the KV transfers of all others with it";
    const fix = 'Set capacity to { kind: "on-demand" } or a reservation, or efa to false.';
    found.push(say("DYN-AWS-057", ["capacity"], message, fix));
  }
  if (os === "bottlerocket") {
    const message =
      "Bottlerocket hands out EFA devices without regard to the GPU that they are next to";
    found.push(say("DYN-AWS-066", ["os"], message, 'Set os to "al2023".'));
  }
  return found;
}

function checkCapacity({ machine, capacity }: ResolvedGpuNodes, say: Say): Finding[] {
  const path = ["capacity"];
  const { type, capacities } = machine;
  const found: Finding[] = [];
  if (capacities !== undefined && !capacities.includes(capacity.kind)) {
    const message = `${type} can be had by ${capacities.join(", ")} only, not ${capacity.kind}`;
    const fix = `Set capacity to { kind: ${show(capacities[0])}, ... }.`;
    found.push(say("DYN-AWS-058", path, message, fix));
  }
  if (capacity.kind === "capacity-block")
    return [...found, ...checkId(capacity.reservationId, "cr", [...path, "reservationId"], say)];
  if (capacity.kind !== "reserved") return found;
  const { reservationId, resourceGroupArn, beyond } = capacity;
  if (beyond === "on-demand" && resourceGroupArn === undefined) {
    const message = "machines that name one reservation start there or not at all";
    const fix = "Set resourceGroupArn to a group with the reservation, or leave beyond out.";
    found.push(say("DYN-AWS-061", [...path, "beyond"], message, fix));
  }
  if ((reservationId === undefined) === (resourceGroupArn === undefined)) {
    const message =
      reservationId === undefined ? "no reservation is named" : "two reservations are named";
    const fix = "Set reservationId or resourceGroupArn, one of them.";
    found.push(say("DYN-AWS-061", path, message, fix));
  }
  return [
    ...found,
    ...(reservationId === undefined
      ? []
      : checkId(reservationId, "cr", [...path, "reservationId"], say)),
    ...checkArn(resourceGroupArn, "resource-groups", [...path, "resourceGroupArn"], say),
  ];
}

/** What a reservation was made for cannot be changed, and its machines stand where they stand. */
function checkPlacementGroup({ placementGroup, capacity }: ResolvedGpuNodes, say: Say): Finding[] {
  if (placementGroup !== true || !["reserved", "capacity-block"].includes(capacity.kind)) return [];
  const message = "a new placement group has nothing of a reservation that was made before it";
  const fix = "Leave placementGroup out, or name the group in which the reservation was made.";
  return [say("DYN-AWS-064", ["placementGroup"], message, fix)];
}

function checkLocalDisks({ machine, localDisks }: ResolvedGpuNodes, say: Say): Finding[] {
  if (localDisks === "none" || machine.nvmeGB > 0) return [];
  const message = `${machine.type} has no local disk to join`;
  return [
    say("DYN-AWS-065", ["localDisks"], message, 'Leave localDisks out, or set it to "none".'),
  ];
}

function checkGpuTaint({ taints }: ResolvedGpuNodes, say: Say): Finding[] {
  if (taints.some(({ key, effect }) => key === gpuTaint.key && effect !== "PreferNoSchedule"))
    return [];
  const message = "pods without GPUs can take the CPU and memory that workers need";
  const fix =
    'Add { key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" }, or leave taints out.';
  return [say("DYN-AWS-059", ["taints"], message, fix)];
}
