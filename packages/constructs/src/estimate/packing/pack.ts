// SPDX-License-Identifier: Apache-2.0
/** @module Finds room for every replica, or proves that there is none, or says that it does not know. */
import { type Shortage, shortageOf } from "./bounds.js";
import { searchAll } from "./exact.js";
import { costOf, type Fleet } from "./fleet.js";
import { placeGreedily } from "./greedy.js";
import type { FilledMachine, Problem } from "./problem.js";
import { strategies } from "./strategies.js";

/** The answer to a packing problem. */
export type Packing =
  | { readonly outcome: "placed"; readonly machines: readonly FilledMachine[] }
  /** Proven: by counting, or by having tried every arrangement that differs. */
  | {
      readonly outcome: "impossible";
      readonly shortage: Shortage | undefined;
      /** Arrangements that were looked at; 0 when counting was enough. */
      readonly steps: number;
    }
  /** Not found, and not proven impossible within the steps of the search. */
  | { readonly outcome: "undecided"; readonly steps: number };

/** How much work an answer may take. */
export interface PackOptions {
  /** Steps of the exhaustive search, which runs only when the quick ways find nothing. @default 20000 */
  readonly searchSteps?: number | undefined;
  /** True takes the first solution instead of the cheapest one. @default false */
  readonly first?: boolean | undefined;
}

/** Replicas from which on the first solution is taken instead of the cheapest one, of a few ways. */
const manyReplicas = 2000;
const fewWays = 8;

/** Pods up to which the search may take all its steps; with more, each step is dearer. */
const fewPods = 50;

/**
 * Packs every replica. A positive answer is a table that any reader can check; a negative one is
 * given only with proof.
 */
export function pack(problem: Problem, options: PackOptions = {}): Packing {
  if (problem.tasks.every(({ replicas }) => replicas === 0))
    return { outcome: "placed", machines: [] };
  const homeless = problem.tasks.some(({ replicas, sites }) => replicas > 0 && sites.length === 0);
  if (homeless) return { outcome: "impossible", shortage: undefined, steps: 0 };
  const shortage = shortageOf(problem);
  if (shortage !== undefined) return { outcome: "impossible", shortage, steps: 0 };
  const quick = cheapest(problem, options.first ?? false);
  if (quick !== undefined) return { outcome: "placed", machines: machinesOf(quick) };
  const pods = problem.tasks.reduce((sum, task) => sum + task.replicas * task.pods, 0);
  const steps = (options.searchSteps ?? 20_000) * Math.min(1, fewPods / pods);
  const search = searchAll(problem, Math.floor(steps));
  if (search.outcome === "found") return { outcome: "placed", machines: machinesOf(search.fleet) };
  return search.outcome === "none"
    ? { outcome: "impossible", shortage: undefined, steps: search.steps }
    : { outcome: "undecided", steps: search.steps };
}

/** The cheapest solution of the quick ways; for a large fleet, or on demand, the first one. */
function cheapest(problem: Problem, first: boolean): Fleet | undefined {
  const replicas = problem.tasks.reduce((sum, task) => sum + task.replicas, 0);
  let best: Fleet | undefined;
  let ways = 0;
  for (const strategy of strategies(problem)) {
    ways += 1;
    if (replicas > manyReplicas && ways > fewWays) return undefined;
    const fleet = placeGreedily(problem, strategy);
    if (fleet === undefined) continue;
    if (first || replicas > manyReplicas) return fleet;
    if (best === undefined || isBetter(fleet, best)) best = fleet;
  }
  return best;
}

function isBetter(a: Fleet, b: Fleet): boolean {
  const [costA, costB] = [costOf(a), costOf(b)];
  if (costA !== costB) return costA < costB;
  return a.nodes.length < b.nodes.length;
}

function machinesOf(fleet: Fleet): readonly FilledMachine[] {
  return fleet.nodes.map(({ site, block, free, seats }) => ({
    site,
    block: block === -1 ? undefined : block,
    free,
    seats,
  }));
}
