// SPDX-License-Identifier: Apache-2.0
/** @module First-fit decreasing: fast, and right whenever it finds room. */
import {
  blockChoices,
  canOpen,
  closeLast,
  emptyFleet,
  type Fleet,
  hasRoom,
  isAllowed,
  type Node,
  open,
  put,
  takeLast,
} from "./fleet.js";
import { get, type Problem, type Rule } from "./problem.js";
import { openMachines, type Shelf } from "./shelf.js";

/** Orders in which a run looks at tasks and at machines to open. */
export interface Strategy {
  /** Tasks, the first one placed first. */
  readonly tasks: readonly number[];
  /** Sites in the order in which machines are opened, by task. */
  readonly sites: readonly (readonly number[])[];
}

/** A run in progress. */
interface Run {
  readonly fleet: Fleet;
  readonly shelf: Shelf;
  readonly strategy: Strategy;
  /** Placements in order, so that they can be undone. */
  readonly done: (Node | "opened")[];
  /** Machine types and zones, or blocks, that hold no further replica of a task. */
  readonly full: readonly Set<string>[];
}

/** Places every replica; undefined when some replica finds no room on this way. */
export function placeGreedily(problem: Problem, strategy: Strategy): Fleet | undefined {
  const fleet = emptyFleet(problem);
  const run: Run = {
    fleet,
    shelf: openMachines(fleet),
    strategy,
    done: [],
    full: problem.tasks.map(() => new Set()),
  };
  for (const bundle of bundles(problem, strategy.tasks)) {
    if (!placeBundle(run, bundle)) return undefined;
  }
  return fleet;
}

/** Tasks that have to share a domain, and the sites of each domain that could be theirs. */
interface Bundle {
  readonly tasks: readonly number[];
  /** Undefined when nothing binds the tasks together. */
  readonly domains: readonly ReadonlySet<number>[] | undefined;
}

/** Tasks joined by bonds and affinity over groups of sites, in the order of their first task. */
function bundles(problem: Problem, order: readonly number[]): readonly Bundle[] {
  const joined = problem.tasks.map((_, task) => task);
  const root = (task: number): number => {
    const up = get(joined, task);
    return up === task ? task : root(up);
  };
  const levels = new Map<number, number>();
  for (const rule of problem.rules) {
    const mates = rule.kind === "beside" ? [rule.task, ...rule.others] : rule.tasks;
    if (rule.kind === "apart" || typeof problem.levels[rule.level] === "string") continue;
    for (const mate of mates) joined[root(mate)] = root(mates[0] ?? mate);
    for (const mate of mates) levels.set(mate, rule.level);
  }
  const byRoot = new Map<number, number[]>();
  for (const task of order) {
    const key = root(task);
    byRoot.set(key, [...(byRoot.get(key) ?? []), task]);
  }
  return [...byRoot.values()].map((tasks) => {
    const level = tasks.map((task) => levels.get(task)).find((found) => found !== undefined);
    return { tasks, domains: level === undefined ? undefined : domainsOf(problem, level) };
  });
}

function domainsOf(problem: Problem, level: number): readonly ReadonlySet<number>[] {
  const domains = new Map<number, Set<number>>();
  for (const site of problem.sites.keys()) {
    const mapping = get(problem.levels, level);
    const domain = typeof mapping === "string" ? -1 : get(mapping, site);
    if (domain === -1) continue;
    domains.set(domain, (domains.get(domain) ?? new Set()).add(site));
  }
  return [...domains.values()];
}

function placeBundle(run: Run, { tasks, domains }: Bundle): boolean {
  for (const domain of domains ?? []) {
    const mark = run.done.length;
    if (placeAll(run, tasks, domain)) return true;
    undo(run, mark);
    for (const full of run.full) full.clear();
  }
  return placeAll(run, tasks, undefined);
}

/** Places the tasks in turn; one whose neighbours are not there yet waits for them. */
function placeAll(
  run: Run,
  tasks: readonly number[],
  domain: ReadonlySet<number> | undefined,
): boolean {
  let waiting = [...tasks];
  while (waiting.length > 0) {
    const [ready, rest] = split(waiting, (task) => !waitsForOthers(run, task));
    if (ready.length === 0) return false;
    for (const task of ready) if (!placeTask(run, task, domain)) return false;
    waiting = rest;
  }
  return true;
}

function split(list: readonly number[], test: (item: number) => boolean): [number[], number[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}

/** True while no pod runs that one of the task's affinity rules asks for. */
function waitsForOthers({ fleet }: Run, task: number): boolean {
  return get(fleet.rulesOf, task).some(
    (rule: Rule) =>
      rule.kind === "beside" &&
      !rule.others.includes(task) &&
      rule.others.every((other) => get(fleet.placed, other) === 0),
  );
}

function placeTask(run: Run, task: number, domain: ReadonlySet<number> | undefined): boolean {
  const { replicas, pods } = get(run.fleet.problem.tasks, task);
  for (let replica = 0; replica < replicas; replica += 1) {
    const placed =
      pods === 1
        ? placePod(run, task, replica, 0, (site) => domain?.has(site) ?? true)
        : placeGroup(run, task, replica, domain);
    if (placed === undefined) return false;
  }
  return true;
}

/** Puts one pod on the tightest open machine, else on a new one; undefined when nothing takes it. */
function placePod(
  run: Run,
  task: number,
  replica: number,
  pod: number,
  admits: (site: number, block: number | undefined, node: number | undefined) => boolean,
): Node | undefined {
  const { fleet, shelf } = run;
  const sites = get(run.strategy.sites, task);
  const tightest = shelf.tightest(
    task,
    sites,
    (node) =>
      admits(node.site, node.block, node.id) &&
      hasRoom(fleet, node, task) &&
      isAllowed(fleet, node, task, true),
  );
  if (tightest !== undefined) return seat(run, tightest, task, replica, pod);
  for (const site of sites) {
    if (!admits(site, undefined, undefined) || !canOpen(fleet, site)) continue;
    for (const block of blockChoices(fleet, site)) {
      const node = open(fleet, site, block);
      if (admits(site, node.block, node.id) && isAllowed(fleet, node, task, true)) {
        run.done.push("opened");
        return seat(run, node, task, replica, pod);
      }
      closeLast(fleet);
    }
  }
  return undefined;
}

function seat(run: Run, node: Node, task: number, replica: number, pod: number): Node {
  run.shelf.remove(node);
  put(run.fleet, node, { task, replica, pod });
  run.shelf.add(node);
  run.done.push(node);
  return node;
}

/** Places the pods of one replica where they share what they have to share; undefined when nowhere. */
function placeGroup(
  run: Run,
  task: number,
  replica: number,
  domain: ReadonlySet<number> | undefined,
): Node | undefined {
  const { problem } = run.fleet;
  const { pods, within } = get(problem.tasks, task);
  const full = get(run.full, task);
  // Every failed try rules out one machine type and zone, block or machine; so this ends.
  for (;;) {
    const mark = run.done.length;
    let home: string | undefined;
    const homeOf = (site: number, block: number | undefined, node: number | undefined) => {
      const { kind, zone } = get(problem.sites, site);
      if (within === "host") return node === undefined ? undefined : `host ${site} ${node}`;
      if (within === "block" && block !== -1)
        return block === undefined ? undefined : `block ${site} ${block}`;
      return `${kind} ${zone}`;
    };
    let last: Node | undefined;
    for (let pod = 0; pod < pods; pod += 1) {
      last = placePod(run, task, replica, pod, (site, block, node) => {
        if (domain?.has(site) === false) return false;
        const here = homeOf(site, block, node);
        // A machine that is not open yet is asked again when it is.
        if (here === undefined) return true;
        return home === undefined ? !full.has(here) : here === home;
      });
      if (last === undefined) break;
      home ??= homeOf(last.site, last.block, last.id);
    }
    if (last !== undefined) return last;
    undo(run, mark);
    if (home === undefined) return undefined;
    full.add(home);
  }
}

function undo(run: Run, mark: number): void {
  while (run.done.length > mark) {
    const step = run.done.pop();
    if (step === "opened") {
      const last = run.fleet.nodes.at(-1);
      if (last !== undefined) run.shelf.remove(last);
      closeLast(run.fleet);
    } else if (step !== undefined) {
      run.shelf.remove(step);
      takeLast(run.fleet, step);
      run.shelf.add(step);
    }
  }
}
