// SPDX-License-Identifier: Apache-2.0
/** @module Every assignment of pods to machines, one after the other: slow, and simple enough to be believed. */
import type {
  Level,
  Problem,
  Rule,
} from "../../../../packages/constructs/src/estimate/packing/problem.js";

/** A machine that could be open. */
export interface Place {
  readonly pool: number;
  readonly site: number;
  readonly block: number;
}

/** A pod that needs a place. */
interface Pod {
  readonly task: number;
  readonly replica: number;
}

/** True when some assignment of all pods to machines breaks no limit and no rule. */
export function fitsSomehow(problem: Problem): boolean {
  const pods = podsOf(problem);
  for (const places of fleets(problem)) if (assign(problem, pods, places, [])) return true;
  return false;
}

function podsOf(problem: Problem): readonly Pod[] {
  return problem.tasks.flatMap((task, at) =>
    Array.from({ length: task.replicas * task.pods }, (_, pod) => ({
      task: at,
      replica: Math.floor(pod / task.pods),
    })),
  );
}

/** All pools at their maximum, in every combination of sites and blocks. */
function* fleets(problem: Problem): Generator<readonly Place[]> {
  const slots = problem.pools.flatMap(({ max }, pool) => Array.from({ length: max }, () => pool));
  function* extend(places: readonly Place[]): Generator<readonly Place[]> {
    const pool = slots[places.length];
    if (pool === undefined) {
      yield places;
      return;
    }
    const size = problem.pools[pool]?.blockSize;
    for (const [site, facts] of problem.sites.entries()) {
      if (facts.pool !== pool) continue;
      // Machines of a pool are alike, so only how many stand at each site makes a difference.
      const before = places.at(-1);
      if (before?.pool === pool && before.site > site) continue;
      const blocks = size === undefined ? [-1] : places.map((_, at) => at).concat(places.length);
      for (const block of blocks) {
        const mates = places.filter((place) => size !== undefined && place.block === block);
        if (mates.length >= (size ?? Number.POSITIVE_INFINITY)) continue;
        if (block !== -1 && block !== places.length && mates.length === 0) continue;
        if (mates.some((mate) => mate.site !== site)) continue;
        yield* extend([...places, { pool, site, block }]);
      }
    }
  }
  yield* extend([]);
}

function assign(
  problem: Problem,
  pods: readonly Pod[],
  places: readonly Place[],
  chosen: readonly number[],
): boolean {
  const pod = pods[chosen.length];
  if (pod === undefined) return isLegal(problem, pods, places, chosen);
  for (const [at, place] of places.entries()) {
    if (problem.tasks[pod.task]?.sites.includes(place.site) !== true) continue;
    const next = [...chosen, at];
    if (!hasRoom(problem, pods, places, next, at)) continue;
    if (assign(problem, pods, places, next)) return true;
  }
  return false;
}

function hasRoom(
  problem: Problem,
  pods: readonly Pod[],
  places: readonly Place[],
  chosen: readonly number[],
  at: number,
): boolean {
  const left = [...(problem.sites[places[at]?.site ?? -1]?.capacity ?? [])];
  for (let pod = 0; pod < chosen.length; pod += 1) {
    if (chosen[pod] !== at) continue;
    const needs = problem.tasks[pods[pod]?.task ?? -1]?.needs ?? [];
    for (let resource = 0; resource < left.length; resource += 1) {
      left[resource] = (left[resource] ?? 0) - (needs[resource] ?? 0);
    }
  }
  return left.every((amount) => amount >= -1e-6);
}

/** Checks a full assignment against every rule; also used on the answers of the solver. */
export function isLegal(
  problem: Problem,
  pods: readonly Pod[],
  places: readonly Place[],
  chosen: readonly number[],
): boolean {
  const domainOf = (level: Level | undefined, pod: number): number => {
    const place = places[chosen[pod] ?? -1];
    if (level === "host") return chosen[pod] ?? -1;
    if (level === "block") return place?.block ?? -1;
    return level?.[place?.site ?? -1] ?? -1;
  };
  return (
    groupsAreTogether(problem, pods, places, chosen) &&
    problem.rules.every(
      (rule) => rule.kind === "beside" || isKept(problem, rule, pods, domainOf),
    ) &&
    canBeStarted(problem, pods, domainOf)
  );
}

function groupsAreTogether(
  problem: Problem,
  pods: readonly Pod[],
  places: readonly Place[],
  chosen: readonly number[],
): boolean {
  const homes = new Map<string, string>();
  return pods.every(({ task, replica }, at) => {
    const facts = problem.tasks[task];
    const place = places[chosen[at] ?? -1];
    if (facts === undefined || place === undefined || facts.pods === 1) return true;
    const { zone, kind } = problem.sites[place.site] ?? { zone: -1, kind: -1 };
    const narrow = { zone: "", block: place.block, host: chosen[at] }[facts.within];
    const home = `${zone}|${kind}|${narrow}`;
    const key = `${task}|${replica}`;
    const other = homes.get(key) ?? home;
    homes.set(key, home);
    return other === home;
  });
}

function isKept(
  problem: Problem,
  rule: Rule & { kind: "apart" | "bond" },
  pods: readonly Pod[],
  domainOf: (level: Level | undefined, pod: number) => number,
): boolean {
  const level = problem.levels[rule.level];
  const domains = pods.map((_, at) => domainOf(level, at));
  if (rule.kind === "bond") {
    const own = domains.filter((_, at) => rule.tasks.includes(pods[at]?.task ?? -1));
    return !own.includes(-1) && new Set(own).size <= 1;
  }
  const [a, b] = rule.tasks;
  return pods.every((one, i) =>
    pods.every(
      (other, j) =>
        i === j ||
        one.task !== a ||
        other.task !== b ||
        domains[i] === -1 ||
        domains[i] !== domains[j],
    ),
  );
}

/** Starts pod by pod, in any order, as the scheduler would. */
function canBeStarted(
  problem: Problem,
  pods: readonly Pod[],
  domainOf: (level: Level | undefined, pod: number) => number,
): boolean {
  const rules = problem.rules.filter((rule) => rule.kind === "beside");
  if (rules.length === 0) return true;
  const seen = new Set<number>();
  const start = (running: number): boolean => {
    if (running === 2 ** pods.length - 1) return true;
    if (seen.has(running)) return false;
    seen.add(running);
    return pods.some((pod, at) => {
      const bit = 2 ** at;
      if ((running & bit) !== 0) return false;
      const ok = rules.every((rule) => {
        if (rule.task !== pod.task) return true;
        const level = problem.levels[rule.level];
        const domain = domainOf(level, at);
        if (domain === -1) return false;
        const others = pods.flatMap((other, other_at) =>
          (running & (2 ** other_at)) !== 0 && rule.others.includes(other.task) ? [other_at] : [],
        );
        if (others.some((other) => domainOf(level, other) === domain)) return true;
        return others.length === 0 && rule.others.includes(pod.task);
      });
      return ok && start(running | bit);
    });
  };
  return start(0);
}
