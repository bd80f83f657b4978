// SPDX-License-Identifier: Apache-2.0
/** @module Shortages that can be proven by counting. */
import { get, type Problem, roomFor } from "./problem.js";

/** Why no arrangement exists, with the numbers. */
export type Shortage =
  /** Tasks that may run only on these pools need more of one resource than the pools have. */
  | {
      readonly kind: "total";
      readonly tasks: readonly number[];
      readonly pools: readonly number[];
      readonly resource: number;
      readonly needed: number;
      readonly available: number;
    }
  /** The pods of these tasks need a machine each, or one for a few of them, and there are too few. */
  | {
      readonly kind: "machines";
      readonly tasks: readonly number[];
      readonly pools: readonly number[];
      readonly perMachine: number;
      readonly needed: number;
      readonly available: number;
    };

/** A shortage that no arrangement can mend; undefined when counting finds none. */
export function shortageOf(problem: Problem): Shortage | undefined {
  for (const [task, { sites }] of problem.tasks.entries()) {
    const short = sites.length === 0 ? undefined : machinesShort(problem, task);
    if (short !== undefined) return short;
  }
  const reaches = new Map<string, ReadonlySet<number>>();
  for (const { sites } of problem.tasks) reaches.set(sites.join(","), new Set(sites));
  reaches.set("all", new Set(problem.sites.keys()));
  for (const reach of reaches.values()) {
    const short = totalShort(problem, reach) ?? largeShort(problem, reach);
    if (short !== undefined) return short;
  }
  return undefined;
}

/** One task alone: pods that fit an empty machine, times machines. */
function machinesShort(problem: Problem, task: number): Shortage | undefined {
  const { replicas, pods, needs, sites } = get(problem.tasks, task);
  const alone = problem.rules.some(
    (rule) =>
      rule.kind === "apart" &&
      rule.tasks[0] === task &&
      rule.tasks[1] === task &&
      problem.levels[rule.level] === "host",
  );
  let available = 0;
  let machines = 0;
  let most = 0;
  const pools = poolsOf(problem, new Set(sites));
  for (const pool of pools) {
    const rooms = sites
      .map((site) => get(problem.sites, site))
      .filter((site) => site.pool === pool)
      .map(({ capacity }) => (alone ? 1 : roomFor(capacity, needs)));
    const room = Math.max(...rooms);
    const { max } = get(problem.pools, pool);
    if (room === Number.POSITIVE_INFINITY) return undefined;
    available += max * room;
    machines += max;
    most = Math.max(most, room);
  }
  const needed = replicas * pods;
  if (needed <= available) return undefined;
  return {
    kind: "machines",
    tasks: [task],
    pools,
    perMachine: most,
    needed: Math.ceil(needed / most),
    available: machines,
  };
}

/** All tasks that run nowhere else: their sum of each resource. */
function totalShort(problem: Problem, reach: ReadonlySet<number>): Shortage | undefined {
  const tasks = tasksWithin(problem, reach);
  const pools = poolsOf(problem, reach);
  const width = problem.sites[0]?.capacity.length ?? 0;
  for (let resource = 0; resource < width; resource += 1) {
    let needed = 0;
    for (const task of tasks) {
      const { replicas, pods, needs } = get(problem.tasks, task);
      needed += replicas * pods * get(needs, resource);
    }
    let available = 0;
    for (const pool of pools)
      available += get(problem.pools, pool).max * largest(problem, pool, resource);
    if (needed > available + 1e-3)
      return { kind: "total", tasks, pools, resource, needed, available };
  }
  return undefined;
}

/** Pods that take more than half of the largest machine: no two of them share one. */
function largeShort(problem: Problem, reach: ReadonlySet<number>): Shortage | undefined {
  const tasks = tasksWithin(problem, reach);
  const pools = poolsOf(problem, reach);
  const available = pools.reduce((sum, pool) => sum + get(problem.pools, pool).max, 0);
  const width = problem.sites[0]?.capacity.length ?? 0;
  for (let resource = 0; resource < width; resource += 1) {
    const half = Math.max(0, ...pools.map((pool) => largest(problem, pool, resource))) / 2;
    const large = tasks.filter(
      (task) => get(get(problem.tasks, task).needs, resource) > half + 1e-3,
    );
    const needed = large.reduce((sum, task) => {
      const { replicas, pods } = get(problem.tasks, task);
      return sum + replicas * pods;
    }, 0);
    if (half > 0 && needed > available)
      return { kind: "machines", tasks: large, pools, perMachine: 1, needed, available };
  }
  return undefined;
}

function tasksWithin(problem: Problem, reach: ReadonlySet<number>): readonly number[] {
  return [...problem.tasks.keys()].filter((task) =>
    get(problem.tasks, task).sites.every((site) => reach.has(site)),
  );
}

function poolsOf(problem: Problem, reach: ReadonlySet<number>): readonly number[] {
  return [...new Set([...reach].map((site) => get(problem.sites, site).pool))].sort(
    (a, b) => a - b,
  );
}

function largest(problem: Problem, pool: number, resource: number): number {
  const capacities = problem.sites.filter((site) => site.pool === pool);
  return Math.max(0, ...capacities.map(({ capacity }) => get(capacity, resource)));
}
