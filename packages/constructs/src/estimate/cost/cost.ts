// SPDX-License-Identifier: Apache-2.0
/** @module Dollars per hour and month at minimum and maximum scale, by pool and by component. */
import type { GraphView } from "../../checks/index.js";
import { machinePrice, type PriceOverrides, storagePrice } from "../../facts/index.js";
import { demandOf } from "../placement/demand.js";
import {
  type PlacedMachine,
  type Placement,
  type PlacementOptions,
  placeGraphs,
} from "../placement/placement.js";
import { gpuResource, offerOf, type Pool, regionOf, zonesOf } from "../placement/pool.js";
import type { StorageItem } from "../storage/items.js";
import type { LoadBalancerItem } from "./load-balancers.js";

/** Hours of a month, as clouds count them. */
export const monthHours = 730;

/** An amount of money. What is not known is named, and is in neither sum. */
export interface Money {
  readonly usdPerHour: number;
  readonly usdPerMonth: number;
  /** Names of what has no known price; the sums are lower bounds when there are any. */
  readonly unknown: readonly string[];
}

/** The machines of one pool. */
export interface PoolCost {
  readonly pool: string;
  readonly type: string;
  readonly capacity: string;
  readonly machines: number;
  /** Of one machine; undefined when nobody knows. */
  readonly usdPerHour: number | undefined;
  /** Region and day of the price; undefined for an override. */
  readonly region: string | undefined;
  readonly asOf: string | undefined;
}

/** The part of the machines that a component has, by GPUs, or by its largest share where there are none. */
export interface ComponentCost {
  /** Undefined for what nobody uses. */
  readonly graph: string | undefined;
  /** `idle` for what nobody uses. */
  readonly component: string;
  /** Undefined when the price of a machine that it uses is not known. */
  readonly usdPerHour: number | undefined;
}

/** Storage or load balancers. */
export interface ItemCost {
  readonly name: string;
  readonly usdPerHour: number | undefined;
}

/** The bill at one scale. */
export interface CostAt {
  readonly total: Money;
  readonly pools: readonly PoolCost[];
  readonly components: readonly ComponentCost[];
  readonly items: readonly ItemCost[];
  /** False when the replicas do not fit; every pool then counts at its maximum. */
  readonly placed: boolean;
}

/** What graphs on pools cost. */
export interface CostEstimate {
  readonly min: CostAt;
  readonly max: CostAt;
  readonly currency: "USD";
  /** What is not in the sums. */
  readonly notes: readonly string[];
}

/** What decides the cost besides graphs and pools. */
export interface CostOptions extends Omit<PlacementOptions, "at"> {
  readonly prices?: PriceOverrides | undefined;
  /** Storage that is paid for. @default - none */
  readonly storage?: readonly StorageItem[] | undefined;
  /** Load balancers that are paid for. @default - none */
  readonly loadBalancers?: readonly LoadBalancerItem[] | undefined;
}

/**
 * What the graphs cost on the pools at both ends of their scales. A machine is paid whole, whatever
 * runs on it, and a pool keeps its minimum of machines.
 */
export function estimateCost(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: CostOptions = {},
): CostEstimate {
  const placements = [
    placeGraphs(graphs, pools, { ...options, at: "min" }),
    placeGraphs(graphs, pools, { ...options, at: "max" }),
  ] as const;
  const outside = placements[1].elsewhere.map(({ graph, component }) => `${graph}/${component}`);
  return {
    min: costAt(graphs, pools, placements[0], options),
    max: costAt(graphs, pools, placements[1], options),
    currency: "USD",
    notes:
      outside.length === 0
        ? []
        : [`not counted: nodes outside the pools for ${outside.join(", ")}`],
  };
}

function costAt(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  placement: Placement,
  options: CostOptions,
): CostAt {
  const short = placement.outcome !== "placed" && placement.machines.length === 0;
  const poolCosts = pools.map((pool): PoolCost => {
    const { name, machine, min = 0, max, capacity = "on-demand" } = pool;
    const used = placement.machines.filter((placed) => placed.pool === name).length;
    const price = machinePrice(machine, capacity, options.prices);
    return {
      pool: name,
      type: machine.type,
      capacity,
      machines: short ? max : Math.max(min, used),
      ...price,
    };
  });
  const items = itemCosts(options);
  return {
    total: totalOf(poolCosts, items),
    pools: poolCosts,
    components: componentCosts(graphs, pools, placement.machines, poolCosts),
    items,
    placed: placement.outcome === "placed",
  };
}

function itemCosts({
  storage = [],
  loadBalancers = [],
  prices = {},
}: CostOptions): readonly ItemCost[] {
  const volumes = storage.map(({ name, kind, className, sizeGiB }) => {
    const perMonth = prices.storage?.[className ?? kind] ?? storagePrice(kind, prices);
    const usdPerHour = perMonth === undefined ? undefined : (perMonth * sizeGiB) / monthHours;
    return { name: `${name} (${kind})`, usdPerHour };
  });
  const balancers = loadBalancers.map(({ name }) => ({
    name: `${name} (load balancer)`,
    usdPerHour: prices.loadBalancer,
  }));
  return [...volumes, ...balancers];
}

function totalOf(pools: readonly PoolCost[], items: readonly ItemCost[]): Money {
  const unknown: string[] = [];
  let usdPerHour = 0;
  for (const { type, machines, usdPerHour: each, capacity } of pools) {
    if (machines === 0) continue;
    if (each === undefined) unknown.push(`${type} (${capacity})`);
    else usdPerHour += each * machines;
  }
  for (const item of items) {
    if (item.usdPerHour === undefined) unknown.push(item.name);
    else usdPerHour += item.usdPerHour;
  }
  return { usdPerHour, usdPerMonth: usdPerHour * monthHours, unknown };
}

/** Divides every machine among the pods on it; what they leave is idle. */
function componentCosts(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  machines: readonly PlacedMachine[],
  costs: readonly PoolCost[],
): readonly ComponentCost[] {
  const needs = new Map(
    graphs.flatMap((graph) =>
      graph.components.map(
        (view) => [`${graph.name}/${view.name}`, demandOf(graph, view, 1).needs] as const,
      ),
    ),
  );
  const sums = new Map<string, ComponentCost>();
  const add = (graph: string | undefined, component: string, amount: number | undefined) => {
    const key = `${graph ?? ""}/${component}`;
    const before = sums.get(key);
    const both = before === undefined ? 0 : before.usdPerHour;
    const usdPerHour = amount === undefined || both === undefined ? undefined : both + amount;
    sums.set(key, { graph, component, usdPerHour });
  };
  for (const { pool: name, pods } of machines) {
    const pool = pools.find((one) => one.name === name);
    const price = costs.find((one) => one.pool === name)?.usdPerHour;
    if (pool === undefined) continue;
    let idle = 1;
    for (const { graph, component } of pods) {
      const share = Math.min(idle, shareOf(needs.get(`${graph}/${component}`) ?? {}, pool));
      idle -= share;
      add(graph, component, price === undefined ? undefined : price * share);
    }
    if (idle > 1e-9) add(undefined, "idle", price === undefined ? undefined : price * idle);
  }
  for (const { pool, machines: open, usdPerHour } of costs) {
    const empty = open - machines.filter((machine) => machine.pool === pool).length;
    if (empty > 0)
      add(undefined, "idle", usdPerHour === undefined ? undefined : usdPerHour * empty);
  }
  return [...sums.values()];
}

/** The part of a machine that a pod keeps from others. */
function shareOf(needs: Readonly<Record<string, number>>, pool: Pool): number {
  const offer = offerOf(pool);
  const part = (resource: string) => {
    const whole = offer[resource] ?? 0;
    return whole > 0 && Number.isFinite(whole) ? (needs[resource] ?? 0) / whole : 0;
  };
  return pool.machine.gpus >= 1 ? part(gpuResource) : Math.max(part("cpu"), part("memory"));
}

/** The region of a pool, when its zones tell one. */
export function poolRegion(pool: Pool): string | undefined {
  const regions = new Set(zonesOf(pool).map(regionOf));
  const [region] = regions;
  return regions.size === 1 ? region : undefined;
}
