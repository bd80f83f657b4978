// SPDX-License-Identifier: Apache-2.0
/** @module Groups of machines that a plan pays for directly: managed node groups. */
import { at, entries, items, text } from "@dynamo-iac/constructs/api";
import type { Pool, Taint } from "@dynamo-iac/constructs/estimate";
import { type Capacity, findMachine, type Machine, machine } from "@dynamo-iac/constructs/facts";
import { nodeGroupType } from "../checks/machines.js";
import { behind, byUrn } from "../checks/rule.js";
import type { Plan, PlannedResource } from "../plan.js";

const capacities: Readonly<Record<string, Capacity>> = {
  SPOT: "spot",
  CAPACITY_BLOCK: "capacity-block",
};

const effects: Readonly<Record<string, Taint["effect"]>> = {
  NO_SCHEDULE: "NoSchedule",
  NO_EXECUTE: "NoExecute",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
};

/** Label of nodes that names their pool, as graphs know it. */
const poolLabel = "dynamo/pool";

/** The node groups of a plan as pools; a group of a type that nobody knows is left out. */
export function nodeGroupPools(plan: Plan): readonly Pool[] {
  const all = byUrn(plan.resources);
  const groups = plan.resources.filter(({ type }) => type === nodeGroupType);
  const labels = groups.map((group) => text(at(group.inputs, "labels", poolLabel)));
  return groups.flatMap((group, position) => {
    const zones = behind(group, "subnetIds", "aws:ec2/subnet:Subnet", all).flatMap(
      ({ inputs }) => text(at(inputs, "availabilityZone")) ?? [],
    );
    const label = labels[position];
    // A pool of several groups, one per zone, has the name of neither.
    const alone = labels.filter((other) => other === label).length === 1;
    const name = label !== undefined && alone ? label : group.name;
    return poolOf(group, name, [...new Set(zones)].sort());
  });
}

/** True for a pool that graphs carry, and that the plan makes out of several groups. */
export function isSplit(pool: Pool, groups: readonly Pool[]): boolean {
  return groups.some(({ name, labels }) => name !== pool.name && labels?.[poolLabel] === pool.name);
}

function poolOf(group: PlannedResource, name: string, zones: readonly string[]): readonly Pool[] {
  const { inputs } = group;
  const [type] = items(inputs.instanceTypes).filter((one) => typeof one === "string");
  const known = type === undefined ? undefined : (findMachine(type) ?? plainMachine(type));
  if (known === undefined) return [];
  const sizes = at(inputs, "scalingConfig");
  return [
    {
      name,
      machine: known,
      min: count(at(sizes, "minSize")) ?? 0,
      max: count(at(sizes, "maxSize")) ?? 0,
      ...(zones.length === 0 ? {} : { zones }),
      capacity: capacities[text(inputs.capacityType) ?? ""] ?? "on-demand",
      labels: Object.fromEntries(
        entries(inputs.labels).flatMap(([key, value]) =>
          typeof value === "string" ? [[key, value] as const] : [],
        ),
      ),
      taints: items(inputs.taints).flatMap(taintOf),
    },
  ];
}

function taintOf(taint: unknown): readonly Taint[] {
  const key = text(at(taint, "key"));
  const effect = effects[text(at(taint, "effect")) ?? ""];
  if (key === undefined || effect === undefined) return [];
  return [{ key, effect, value: text(at(taint, "value")) }];
}

function count(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** Sizes of machines without GPUs: AWS gives a `large` 2 vCPUs, and each step twice as many. */
const sizes: Readonly<Record<string, number>> = { medium: 1, large: 2, xlarge: 4 };

/** GiB of memory per vCPU, by the letter of the family. */
const memoryPerVcpu: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8, t: 4 };

/** `m7i.2xlarge` has 8 vCPUs and 32 GiB; undefined for families that do not follow the scheme. */
export function plainMachine(type: string): Machine | undefined {
  const [, family = "", size = ""] = /^([cmrt])\d[a-z0-9-]*\.(\w+)$/.exec(type) ?? [];
  const perVcpu = memoryPerVcpu[family];
  const times = /^(\d+)xlarge$/.exec(size)?.[1];
  const vcpu = sizes[size] ?? (times === undefined ? undefined : 4 * Number(times));
  // Burstable machines have their own sizes.
  if (perVcpu === undefined || vcpu === undefined || family === "t") return undefined;
  const arch = /^[a-z]\d+g/.test(type) ? "arm64" : "amd64";
  return machine({
    cloud: "aws",
    type,
    vcpu,
    ramGiB: vcpu * perVcpu,
    arch,
    source: "the naming scheme of Amazon EC2",
  });
}
