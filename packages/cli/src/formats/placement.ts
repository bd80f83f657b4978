// SPDX-License-Identifier: Apache-2.0
/** @module A placement for people and for programs: which machine holds what, and what is left over. */
import { type Placement, placementRows } from "@dynamo-iac/constructs/estimate";
import { plural } from "./located.js";
import { figure, table } from "./table.js";

/** The placement as tables. Why there is none is told by its findings. */
export function placementText(placement: Placement, notes: readonly string[]): string {
  const { outcome, reasons, pools, elsewhere } = placement;
  const machines = table(
    "Machines",
    ["number", "type", "pool", "zone", "each holds", "left over on each"],
    placementRows(placement).map(({ count, type, pool, zone, pods, free }) => [
      String(count),
      type,
      pool,
      zone ?? "any",
      pods,
      freeText(free),
    ]),
  );
  const use = table(
    "Pools",
    ["pool", "type", "machines", "of at most", "GPUs", "free GPUs"],
    pools.map(({ pool, type, machines: used, max, gpus, gpusFree }) => [
      pool,
      type,
      String(used),
      String(max),
      String(gpus),
      String(gpusFree),
    ]),
  );
  const outside = table(
    "On nodes outside the pools",
    ["graph", "component", "replicas"],
    elsewhere.map(({ graph, component, replicas }) => [graph, component, String(replicas)]),
  );
  return [
    machines,
    use,
    outside,
    ...notes.map((note) => `${note}\n`),
    outcome === "placed"
      ? "placed: every replica at maximum scale has its machine\n"
      : `${outcome}: ${plural(reasons.length, "reason")} below\n`,
  ].join("");
}

/** Resources that people count, in their order; fabric devices and pods are in the JSON. */
const shown = [
  ["nvidia.com/gpu", "GPU"],
  ["cpu", "cores"],
  ["memory", "GiB"],
] as const;

function freeText(free: Readonly<Record<string, number>>): string {
  return shown
    .flatMap(([resource, unit]) => {
      const left = free[resource];
      return left === undefined ? [] : [`${figure(left)} ${unit}`];
    })
    .join(", ");
}

/** The placement as plain data. */
export function placementData(placement: Placement, notes: readonly string[]): object {
  const { outcome, machines, pools, elsewhere, reasons } = placement;
  return {
    outcome,
    machines: machines.map(({ zone = null, block = null, ...machine }) => ({
      ...machine,
      zone,
      block,
    })),
    pools,
    elsewhere,
    reasons: reasons.map(({ kind, demand, message, fix }) => ({
      kind,
      graph: demand.graph.name,
      component: demand.view.name,
      message,
      fix,
    })),
    notes: [...placement.notes, ...notes],
  };
}
