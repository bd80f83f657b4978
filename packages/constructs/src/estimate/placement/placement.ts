// SPDX-License-Identifier: Apache-2.0
/** @module Which machine holds which replicas at maximum scale, or exactly why none does. */
import type { GraphView } from "../../checks/index.js";
import { pack } from "../packing/pack.js";
import { type FilledMachine, get } from "../packing/problem.js";
import { packingReason, plainReasons, type Reason } from "./explain.js";
import { gpuResource, type Pool } from "./pool.js";
import { demandsOf, type Setting, type SettingOptions, settingOf } from "./problem.js";
import { type SpreadRisks, spreadRisks } from "./spread.js";

/** A pod on a machine. */
export interface PlacedPod {
  readonly graph: string;
  readonly component: string;
  /** From 0. */
  readonly replica: number;
  /** Node of a multi-node replica, from 0. */
  readonly node: number;
}

/** An open machine and what runs on it. */
export interface PlacedMachine {
  /** Pool and number, such as `p5-1`. */
  readonly name: string;
  readonly pool: string;
  /** Machine type. */
  readonly type: string;
  /** Undefined when the pool names no zones. */
  readonly zone: string | undefined;
  /** Number of its NVLink domain; undefined when NVLink ends at the machine. */
  readonly block: number | undefined;
  readonly pods: readonly PlacedPod[];
  /** What is left over, by resource, in cores, GiB, GB and pieces; unknown amounts are left out. */
  readonly free: Readonly<Record<string, number>>;
}

/** How much of a pool is in use. */
export interface PoolUse {
  readonly pool: string;
  readonly type: string;
  /** Machines with pods on them. */
  readonly machines: number;
  readonly max: number;
  /** GPUs of the machines in use. */
  readonly gpus: number;
  /** GPUs of them that no pod has. */
  readonly gpusFree: number;
}

/** Replicas that run on nodes outside the given pools. */
export interface Elsewhere {
  readonly graph: string;
  readonly component: string;
  readonly replicas: number;
}

/** The answer for graphs on pools. */
export interface Placement {
  /** `undecided`: nothing found, and no proof that there is nothing. */
  readonly outcome: "placed" | "impossible" | "undecided";
  /**
   * Machines with pods on them. When single components can run nowhere, these are the machines of
   * the others; when the pools are too small for all together, there are none.
   */
  readonly machines: readonly PlacedMachine[];
  readonly pools: readonly PoolUse[];
  readonly elsewhere: readonly Elsewhere[];
  /** Why not; empty when placed. */
  readonly reasons: readonly Reason[];
  /** Why pods may wait although all are placed: the scheduler spreads where this placement packs. */
  readonly risks: readonly Reason[];
  /** What was assumed or left out of account. */
  readonly notes: readonly string[];
}

/** What decides a placement besides graphs and pools. */
export interface PlacementOptions extends SettingOptions {
  /** Steps of the exhaustive search that runs when the quick ways find nothing. @default 20000 */
  readonly searchSteps?: number | undefined;
}

/**
 * Packs every replica of the graphs onto machines of the pools: GPUs, CPU, memory, local disk, fabric
 * devices, pods per node, zones, node selectors, taints, required affinity and anti-affinity, topology
 * constraints, and whole groups of multi-node replicas.
 *
 * "Placed" comes with the table, "impossible" with proof, and `risks` say where a scheduler that does
 * not pack may miss the placement. Spread constraints and preferences besides are not considered, nor
 * are pods of anybody else.
 */
export function placeGraphs(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: PlacementOptions = {},
): Placement {
  const reasons: Reason[] = [];
  let demands = demandsOf(graphs, options);
  let setting = settingOf(demands, pools, options);
  // What cannot run at all must not keep the rest from its table.
  for (;;) {
    const found = plainReasons(setting, reasons.length > 0);
    if (found.length === 0) break;
    reasons.push(...found);
    const out = new Set(found.map(({ demand }) => demand));
    demands = demands.filter((demand) => !out.has(demand));
    setting = settingOf(demands, pools, options);
  }
  const packing = pack(setting.problem, options);
  const filled = packing.outcome === "placed" ? packing.machines : [];
  const machines = machinesOf(setting, filled);
  const spread = packing.outcome === "placed" ? spreadRisks(setting, filled) : noRisks;
  if (packing.outcome !== "placed") reasons.push(packingReason(setting, packing));
  return {
    outcome: outcomeOf(reasons),
    machines,
    pools: poolUses(setting, machines),
    elsewhere: setting.elsewhere.map(({ graph, view, replicas }) => ({
      graph: graph.name,
      component: view.name,
      replicas,
    })),
    reasons,
    risks: spread.risks,
    notes: [
      ...setting.demands.flatMap((demand) => demand.notes),
      ...setting.rules.notes,
      ...spread.notes,
    ],
  };
}

const noRisks: SpreadRisks = { risks: [], notes: [] };

/** What an answer says of one graph alone, without what it assumed of all. */
export function aboutGraph(placement: Placement, view: GraphView): Placement {
  const about = ({ demand }: Reason) => demand.graph === view;
  return {
    ...placement,
    reasons: placement.reasons.filter(about),
    risks: placement.risks.filter(about),
    notes: [],
  };
}

/** Only a search that gave up leaves the question open, and only when nothing else is proven. */
function outcomeOf(reasons: readonly Reason[]): Placement["outcome"] {
  if (reasons.length === 0) return "placed";
  return reasons.every(({ kind }) => kind === "undecided") ? "undecided" : "impossible";
}

/** Machines in the order of the pools and zones, numbered per pool. */
function machinesOf(setting: Setting, filled: readonly FilledMachine[]): readonly PlacedMachine[] {
  const { places, demands, resources } = setting;
  const numbers = new Map<string, number>();
  return filled
    .toSorted((a, b) => a.site - b.site)
    .map(({ site, block, free, seats }) => {
      const { pool, zone } = get(places, site);
      const number = (numbers.get(pool.name) ?? 0) + 1;
      numbers.set(pool.name, number);
      const pods = seats
        .toSorted((a, b) => a.task - b.task || a.replica - b.replica || a.pod - b.pod)
        .map(({ task, replica, pod }) => {
          const { graph, view } = get(demands, task);
          return { graph: graph.name, component: view.name, replica, node: pod };
        });
      const left = resources.map((resource, at) => [resource, Math.max(0, get(free, at))] as const);
      return {
        name: `${pool.name}-${number}`,
        pool: pool.name,
        type: pool.machine.type,
        zone: zone === "" ? undefined : zone,
        block,
        pods,
        free: Object.fromEntries(left.filter(([, rest]) => Number.isFinite(rest))),
      };
    });
}

function poolUses({ pools }: Setting, machines: readonly PlacedMachine[]): readonly PoolUse[] {
  return pools.map(({ name, machine, max }) => {
    const used = machines.filter(({ pool }) => pool === name);
    return {
      pool: name,
      type: machine.type,
      machines: used.length,
      max,
      gpus: used.length * Math.floor(machine.gpus),
      gpusFree: used.reduce((sum, { free }) => sum + (free[gpuResource] ?? 0), 0),
    };
  });
}

/** One line of a placement: machines that hold the same. */
export interface PlacementRow {
  readonly pool: string;
  readonly type: string;
  readonly zone: string | undefined;
  /** Machines alike. */
  readonly count: number;
  /** What each holds: `decode × 2, prefill × 1`. */
  readonly pods: string;
  readonly free: Readonly<Record<string, number>>;
}

/** The machines of a placement as a table, with machines that hold the same on one line. */
export function placementRows(placement: Placement): readonly PlacementRow[] {
  const several =
    new Set(placement.machines.flatMap(({ pods }) => pods.map(({ graph }) => graph))).size > 1;
  const rows = new Map<string, PlacementRow>();
  for (const { pool, type, zone, pods, free } of placement.machines) {
    const counts = new Map<string, number>();
    for (const { graph, component } of pods) {
      const name = several ? `${graph}/${component}` : component;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const text = [...counts].map(([name, count]) => `${name} × ${count}`).join(", ");
    const key = JSON.stringify([pool, zone, text]);
    const count = (rows.get(key)?.count ?? 0) + 1;
    rows.set(key, { pool, type, zone, count, pods: text, free });
  }
  return [...rows.values()];
}
