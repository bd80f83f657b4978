// SPDX-License-Identifier: Apache-2.0
/** @module Orders that are worth trying before anything is searched. */
import type { Strategy } from "./greedy.js";
import { get, type Problem } from "./problem.js";

/** A sort key per task or site; smaller comes first. */
type Key = (index: number) => number;

/** Orders of tasks and of machines, without repetition, the most promising one first. */
export function* strategies(problem: Problem): Generator<Strategy> {
  const { tasks } = problem;
  const first: Key = (task) => -(get(tasks, task).needs[0] ?? 0);
  const groups: Key = (task) => -get(tasks, task).pods;
  const choices: Key = (task) => get(tasks, task).sites.length;
  const share: Key = (task) => -largestShare(problem, task);
  const total: Key = (task) => first(task) * get(tasks, task).pods;

  const taskKeys = [
    [first, groups, choices, share],
    [choices, first, groups, share],
    [groups, first, choices, share],
    [total, choices, share],
    [share, groups, choices],
  ];
  const size: Key = (site) => get(get(problem.sites, site).capacity, 0);
  const siteKeys: readonly ((task: number) => readonly Key[])[] = [
    (task) => [(site) => costPerPod(problem, task, site)],
    (task) => [size, (site) => costPerPod(problem, task, site)],
    () => [(site) => popularity(problem, site)],
    () => [],
  ];

  const seen = new Set<string>();
  for (const keysOf of siteKeys) {
    const sites = tasks.map((task, at) => sorted(task.sites, keysOf(at)));
    for (const keys of taskKeys) {
      const strategy = { tasks: sorted([...tasks.keys()], keys), sites };
      const text = JSON.stringify(strategy);
      if (seen.has(text)) continue;
      seen.add(text);
      yield strategy;
    }
  }
}

/** A stable sort by the first key that tells two apart. */
function sorted(list: readonly number[], keys: readonly Key[]): readonly number[] {
  const ranked = list.map((item) => ({ item, values: keys.map((key) => key(item)) }));
  ranked.sort((a, b) => {
    for (const [at, value] of a.values.entries()) {
      const difference = value - (b.values[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return a.item - b.item;
  });
  return ranked.map(({ item }) => item);
}

/** The largest part of a machine that one pod takes, over the sites where it may run. */
function largestShare(problem: Problem, task: number): number {
  const { needs, sites } = get(problem.tasks, task);
  let share = 0;
  for (const site of sites) {
    for (const [at, need] of needs.entries()) {
      const capacity = get(get(problem.sites, site).capacity, at);
      if (need > 0) share = Math.max(share, capacity === 0 ? 1 : need / capacity);
    }
  }
  return share;
}

/** What a machine costs by the part of it that one pod takes. */
function costPerPod(problem: Problem, task: number, site: number): number {
  const { needs } = get(problem.tasks, task);
  const { capacity, pool } = get(problem.sites, site);
  let share = 0;
  for (const [at, need] of needs.entries()) {
    if (need > 0) share = Math.max(share, need / get(capacity, at));
  }
  const { cost, paid } = get(problem.pools, pool);
  return paid > 0 ? 0 : cost * share;
}

/** Tasks that could use a site: machines that few can use are taken first. */
function popularity(problem: Problem, site: number): number {
  return problem.tasks.filter(({ sites }) => sites.includes(site)).length;
}
