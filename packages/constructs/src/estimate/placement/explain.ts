// SPDX-License-Identifier: Apache-2.0
/** @module Why replicas find no machine, in words and numbers, and what would help. */
import { type Machine, machinePrice, machines, usableGpuGiB } from "../../facts/index.js";
import type { Shortage } from "../packing/bounds.js";
import { type Packing, pack } from "../packing/pack.js";
import { get, type Problem } from "../packing/problem.js";
import { type Obstacle, obstacleTo } from "./admission.js";
import type { Demand } from "./demand.js";
import { gpuResource, type Pool, zonesOf } from "./pool.js";
import type { Setting } from "./problem.js";

/** One reason why a placement does not exist, or may not come about. */
export interface Reason {
  /**
   * What kind of reason: no machine for a pod, too few machines, pods that wait for each other, not known,
   * or machines that others are spread over.
   */
  readonly kind: "pod" | "machines" | "affinity" | "undecided" | "spread";
  /** The component that it is about; the first one when it is about several. */
  readonly demand: Demand;
  readonly message: string;
  readonly fix: string;
}

/** Replicas up to which larger pools are tried for the advice. */
const fewReplicas = 2000;

/**
 * Reasons that need no search: pods that no pool takes, and pods that wait in vain.
 *
 * @param setting without the components that were found to run nowhere before
 * @param again true when there were such components
 */
export function plainReasons(setting: Setting, again: boolean): readonly Reason[] {
  return setting.demands.flatMap((demand, task): readonly Reason[] => {
    const stuck = setting.rules.stuck.get(task);
    if (stuck !== undefined && again) {
      const message = `${demand.view.name} starts only beside pods that run nowhere`;
      return [{ kind: "affinity", demand, message, fix: "Mend what keeps those pods off." }];
    }
    if (stuck !== undefined) {
      const fix =
        "Select labels that pods of these graphs have, or remove the required pod affinity.";
      return [{ kind: "affinity", demand, message: stuck, fix }];
    }
    return get(setting.problem.tasks, task).sites.length === 0
      ? [homeless(demand, setting.pools)]
      : [];
  });
}

/** Why a packing failed although every pod has a pool that takes it. */
export function packingReason(setting: Setting, packing: Packing): Reason {
  const { problem } = setting;
  const everyone = [...problem.tasks.keys()];
  if (packing.outcome === "impossible" && packing.shortage !== undefined) {
    const { shortage } = packing;
    const demand = get(setting.demands, get(shortage.tasks, 0));
    return {
      kind: "machines",
      demand,
      message: shortageText(setting, shortage),
      fix: larger(setting, shortage.pools),
    };
  }
  const demand = get(setting.demands, 0);
  const open = problem.pools.reduce((sum, { max }) => sum + max, 0);
  const who = `${countOf(setting, everyone)} of ${namesOf(setting, everyone)}`;
  const pools = [...problem.pools.keys()];
  if (packing.outcome === "undecided") {
    const message = `found no place for ${who} on ${machinesText(open)} after ${packing.steps} steps of search; that is no proof that there is none`;
    return { kind: "undecided", demand, message, fix: larger(setting, pools) };
  }
  const steps = packing.outcome === "impossible" ? packing.steps : 0;
  const message = `${who} have no arrangement on ${machinesText(open)} in ${poolsText(setting, pools)}; every one that differs was tried (${steps} steps)`;
  return { kind: "machines", demand, message, fix: larger(setting, pools) };
}

function homeless(demand: Demand, pools: readonly Pool[]): Reason {
  const { view } = demand;
  if (pools.length === 0) {
    return {
      kind: "pod",
      demand,
      message: `${view.name} ${needsText(demand, gpuResource)}, and there is no pool`,
      fix: "Add a pool.",
    };
  }
  const found = pools.map((pool) => {
    const [obstacle] = zonesOf(pool).flatMap((zone) => obstacleTo(demand, pool, zone) ?? []);
    return { pool, obstacle };
  });
  const room = found.find(({ obstacle }) => obstacle?.kind === "room")?.obstacle;
  const resource = room?.kind === "room" ? room.resource : gpuResource;
  const texts = found.map(
    ({ pool, obstacle }) => `pool ${pool.name} ${obstacleText(pool, obstacle, resource)}`,
  );
  const shut = found.filter(({ pool, obstacle }) => pool.max > 0 && obstacle?.kind !== "room");
  const fitting = shut.length > 0 ? undefined : bestMachine(demand, pools);
  const hint = fitting === undefined ? "" : `; ${fitting.type} would fit`;
  const what =
    room === undefined ? "is kept off every pool" : `${needsText(demand, resource)} on one node`;
  return {
    kind: "pod",
    demand,
    message: `${view.name} ${what}; ${texts.join("; ")}${hint}`,
    fix: fixFor(demand, shut[0], fitting),
  };
}

function fixFor(
  { view }: Demand,
  shut: { readonly pool: Pool; readonly obstacle: Obstacle | undefined } | undefined,
  fitting: Machine | undefined,
): string {
  if (shut?.obstacle?.kind === "taint")
    return `Give ${view.name} a toleration for the taint of pool ${shut.pool.name}.`;
  if (shut?.obstacle?.kind === "label")
    return `Change the node selector of ${view.name}, or the labels and zones of pool ${shut.pool.name}.`;
  return fitting === undefined
    ? `Ask for less per pod of ${view.name}, or spread it over several nodes.`
    : `Add a pool of ${fitting.type}, or ask for less per pod of ${view.name}.`;
}

function obstacleText(pool: Pool, obstacle: Obstacle | undefined, asked: string): string {
  if (pool.max <= 0) return "may have no machine";
  if (obstacle === undefined) return "would take it";
  if (obstacle.kind !== "room") return obstacle.text;
  const { machine } = pool;
  if (obstacle.resource === gpuResource && machine.fractional)
    return `has a slice of one GPU on ${machine.type}, which engines cannot use`;
  const unit = obstacle.resource === asked ? "" : ` ${unitOf(obstacle.resource, obstacle.offered)}`;
  return `has at most ${amount(obstacle.offered)}${unit} on ${machine.type}`;
}

/** `needs 8 GPUs` */
function needsText({ needs }: Demand, resource: string): string {
  const needed = needs[resource] ?? 0;
  return `needs ${amount(needed)} ${unitOf(resource, needed)}`;
}

/** The unit of an amount of a resource. */
export function unitOf(resource: string, count: number): string {
  switch (resource) {
    case gpuResource:
      return count === 1 ? "GPU" : "GPUs";
    case "cpu":
      return "CPU cores";
    case "memory":
      return "GiB of memory";
    case "ephemeral-storage":
      return "GB of local disk";
    case "pods":
      return count === 1 ? "pod" : "pods";
    default:
      return resource;
  }
}

/** An amount with as many digits as matter. */
export function amount(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The machine that somebody would take instead: same cloud, same GPU if there is one, else the cheapest. */
function bestMachine(demand: Demand, pools: readonly Pool[]): Machine | undefined {
  const clouds = new Set(pools.map(({ machine }) => machine.cloud));
  const own = new Set(pools.map(({ machine }) => machine.gpuModel));
  const least = Math.min(...pools.map(({ machine }) => usableGpuGiB(machine)));
  const candidates = machines.filter((machine) => {
    if (!clouds.has(machine.cloud) || machine.fractional || usableGpuGiB(machine) < least)
      return false;
    if (pools.some((pool) => pool.machine.type === machine.type)) return false;
    const pool: Pool = {
      name: "",
      machine,
      max: 1,
      labels: pools[0]?.labels,
      zones: pools[0]?.zones,
    };
    return zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === undefined);
  });
  const cost = (machine: Machine) =>
    machinePrice(machine, "on-demand").usdPerHour ?? Number.POSITIVE_INFINITY;
  return candidates.toSorted((a, b) => {
    const same = Number(own.has(b.gpuModel)) - Number(own.has(a.gpuModel));
    if (same !== 0) return same;
    return cost(a) === cost(b) ? a.gpus - b.gpus : cost(a) - cost(b);
  })[0];
}

function shortageText(setting: Setting, shortage: Shortage): string {
  const { tasks, pools, needed, available } = shortage;
  const who = namesOf(setting, tasks);
  if (shortage.kind === "total") {
    const resource = get(setting.resources, shortage.resource);
    return `${countOf(setting, tasks)} of ${who} need ${amount(needed)} ${unitOf(resource, needed)}, and ${poolsText(setting, pools)} ${pools.length === 1 ? "has" : "have"} ${amount(available)}`;
  }
  const each =
    shortage.perMachine === 1 ? "a machine each" : `a machine per ${shortage.perMachine}`;
  return `the pods of ${countOf(setting, tasks)} of ${who} need ${each}, ${machinesText(needed)} in all, and ${poolsText(setting, pools)} ${pools.length === 1 ? "has" : "have"} at most ${available}`;
}

/** The components of tasks, the first of many. */
export function namesOf({ demands }: Setting, tasks: readonly number[]): string {
  const names = tasks.map((task) => get(demands, task).view.name);
  return names.length > 6
    ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} others`
    : names.join(", ");
}

function countOf({ problem }: Setting, tasks: readonly number[]): string {
  const replicas = tasks.reduce((sum, task) => sum + get(problem.tasks, task).replicas, 0);
  return replicas === 1 ? "1 replica" : `${replicas} replicas`;
}

/** `1 machine`, `4 machines` */
export function machinesText(count: number): string {
  return count === 1 ? "1 machine" : `${count} machines`;
}

/** `pool p5 (4 × p5.48xlarge)` */
function poolsText({ pools }: Setting, indexes: readonly number[]): string {
  const texts = indexes.map((at) => {
    const { name, max, machine } = get(pools, at);
    return `${name} (${max} × ${machine.type})`;
  });
  return `${texts.length === 1 ? "pool" : "pools"} ${texts.join(", ")}`;
}

/** The smallest growth of one pool that makes everything fit, as advice. */
function larger(setting: Setting, candidates: readonly number[]): string {
  const { problem, pools } = setting;
  const otherwise = "Raise the maximum of a pool, add a pool, or lower the replicas.";
  if (problem.tasks.reduce((sum, { replicas }) => sum + replicas, 0) > fewReplicas)
    return otherwise;
  for (const at of candidates) {
    const more = growth((by) => packs(problem, at, by));
    if (more === undefined) continue;
    const { name, max } = get(pools, at);
    return `Raise the maximum of pool ${name} from ${max} to ${max + more}, or lower the replicas.`;
  }
  return otherwise;
}

function packs(problem: Problem, pool: number, by: number): boolean {
  const pools = problem.pools.map((limit, at) =>
    at === pool ? { ...limit, max: limit.max + by } : limit,
  );
  return pack({ ...problem, pools }, { searchSteps: 2000, first: true }).outcome === "placed";
}

/** The smallest number from 1 on that passes a test which larger numbers pass too; undefined beyond 4096. */
function growth(passes: (by: number) => boolean): number | undefined {
  let high = 1;
  while (!passes(high)) {
    high *= 2;
    if (high > 4096) return undefined;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}
