// SPDX-License-Identifier: Apache-2.0
/** @module Graphs and pools as a packing problem. */
import type { GraphView } from "../../checks/index.js";
import { machinePrice, type PriceOverrides } from "../../facts/index.js";
import type { Problem } from "../packing/problem.js";
import { type Obstacle, obstacleTo } from "./admission.js";
import { groupLevel, type Place, type Rules, rulesOf } from "./affinity.js";
import { type Demand, demandOf } from "./demand.js";
import { blockSizeOf, gpuResource, offerOf, type Pool, zonesOf } from "./pool.js";
import { type Scales, scalesOf } from "./scale.js";

/** A packing problem with the names behind its numbers. */
export interface Setting {
  readonly problem: Problem;
  /** By task. */
  readonly demands: readonly Demand[];
  /** By site. */
  readonly places: readonly Place[];
  /** By resource index. */
  readonly resources: readonly string[];
  readonly pools: readonly Pool[];
  readonly rules: Rules;
  /** Pods that need no device and that no pool takes: they run on nodes outside these pools. */
  readonly elsewhere: readonly Demand[];
}

/** What decides how much has to be placed. */
export interface SettingOptions {
  /** Ranges of replicas that something outside the graphs decides. @default - planner, else as written */
  readonly scales?: Scales | undefined;
  /** Which end of the ranges is placed. @default "max" */
  readonly at?: "min" | "max" | undefined;
  /** True when the cluster has nodes beside the pools, for pods that need no device. @default - only for pods that the pools refuse */
  readonly otherNodes?: boolean | undefined;
  /** Prices that decide between two placements. @default - the price tables */
  readonly prices?: PriceOverrides | undefined;
}

/** What the components of the graphs ask for, at one end of their ranges. */
export function demandsOf(
  graphs: readonly GraphView[],
  options: SettingOptions,
): readonly Demand[] {
  return graphs.flatMap((graph) => {
    const scales = scalesOf(graph, options.scales);
    return graph.components.map((view, at) =>
      demandOf(graph, view, scales[at]?.[options.at ?? "max"] ?? view.replicas),
    );
  });
}

/** Demands and pools as a problem. */
export function settingOf(
  all: readonly Demand[],
  pools: readonly Pool[],
  options: SettingOptions,
): Setting {
  const places = pools.flatMap((pool) => zonesOf(pool).map((zone) => ({ pool, zone })));
  const wanted = all.filter(({ replicas }) => replicas > 0);
  const cpuPools = pools.some(({ machine }) => machine.gpus === 0);
  const isElsewhere = (demand: Demand) =>
    !cpuPools &&
    isPlain(demand) &&
    (options.otherNodes === true || places.every((place) => isShut(demand, place)));
  const elsewhere = wanted.filter(isElsewhere);
  const demands = wanted.filter((demand) => !elsewhere.includes(demand));

  const resources = resourcesOf(demands);
  const rules = rulesOf(demands, places);
  const problem: Problem = {
    pools: pools.map((pool) => ({
      max: pool.max,
      blockSize: blockSizeOf(pool),
      cost: costOf(pool, options.prices),
      paid: pool.min ?? 0,
    })),
    sites: places.map(({ pool, zone }) => ({
      pool: pools.indexOf(pool),
      zone: indexOf(places, (place) => place.zone === zone),
      kind: indexOf(pools, (other) => other.machine.type === pool.machine.type),
      capacity: resources.map((resource) => offerOf(pool)[resource] ?? 0),
    })),
    tasks: demands.map((demand) => ({
      replicas: demand.replicas,
      pods: demand.pods,
      needs: resources.map((resource) => demand.needs[resource] ?? 0),
      sites: places.flatMap((place, at) =>
        place.pool.max > 0 && obstacleTo(demand, place.pool, place.zone) === undefined ? [at] : [],
      ),
      within: groupLevel(demand, places),
    })),
    levels: rules.levels,
    rules: rules.rules,
  };
  return { problem, demands, places, resources, pools, rules, elsewhere };
}

function indexOf<T>(list: readonly T[], test: (item: T) => boolean): number {
  return list.findIndex(test);
}

/** GPUs come first; the search looks at them before anything else. */
function resourcesOf(demands: readonly Demand[]): readonly string[] {
  const others = new Set(demands.flatMap(({ needs }) => Object.keys(needs)));
  others.delete(gpuResource);
  return [gpuResource, ...[...others].sort()];
}

/** True for pods that any ordinary node could run. */
function isPlain({ needs }: Demand): boolean {
  return Object.keys(needs).every(
    (resource) => !resource.includes("/") && !resource.startsWith("hugepages-"),
  );
}

/** True when taints or labels keep the pods off, whatever room there is. */
function isShut(demand: Demand, { pool, zone }: Place): boolean {
  const obstacle: Obstacle | undefined = obstacleTo(demand, pool, zone);
  return obstacle !== undefined && obstacle.kind !== "room";
}

/** Dollars, or GPUs where the price is not known: enough to prefer one placement to another. */
function costOf({ machine, capacity }: Pool, prices: PriceOverrides | undefined): number {
  const { usdPerHour } = machinePrice(machine, capacity ?? "on-demand", prices);
  return usdPerHour ?? Math.max(1, machine.gpus) * 10;
}
