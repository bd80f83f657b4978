// SPDX-License-Identifier: Apache-2.0
/** @module Open machines and what runs on them, changed step by step and undone the same way. */
import { get, type Problem, type Rule, type Seat, tolerance } from "./problem.js";

/** One open machine. */
export interface Node {
  readonly id: number;
  readonly site: number;
  /** Index into {@link Fleet.blocks}; -1 when the pool has none. */
  readonly block: number;
  readonly free: number[];
  /** Pods by task. */
  readonly counts: Map<number, number>;
  readonly seats: Seat[];
  /** Domain of the machine per level; -1 for none. */
  readonly domains: readonly number[];
}

/** Machines that share a block. */
export interface Block {
  readonly site: number;
  size: number;
}

/** Machines of a problem and their pods. */
export interface Fleet {
  readonly problem: Problem;
  /** Rules by task. */
  readonly rulesOf: readonly (readonly Rule[])[];
  readonly nodes: Node[];
  readonly blocks: Block[];
  /** Open machines by pool. */
  readonly opened: number[];
  /** Placed pods by task. */
  readonly placed: number[];
  /** Pods by level, domain and task. */
  readonly tally: readonly Map<number, Map<number, number>>[];
}

/** A fleet without machines. */
export function emptyFleet(problem: Problem): Fleet {
  const rulesOf: Rule[][] = problem.tasks.map(() => []);
  for (const rule of problem.rules) {
    for (const task of new Set(rule.kind === "beside" ? [rule.task] : rule.tasks))
      get(rulesOf, task).push(rule);
  }
  return {
    problem,
    rulesOf,
    nodes: [],
    blocks: [],
    opened: problem.pools.map(() => 0),
    placed: problem.tasks.map(() => 0),
    tally: problem.levels.map(() => new Map()),
  };
}

/** True when the pool of the site may open one more machine. */
export function canOpen(fleet: Fleet, site: number): boolean {
  const { pool } = get(fleet.problem.sites, site);
  return get(fleet.opened, pool) < get(fleet.problem.pools, pool).max;
}

/** Blocks of a site that a new machine can join, and -1 for a new one; only -1 without blocks. */
export function blockChoices(fleet: Fleet, site: number): readonly number[] {
  const { blockSize } = get(fleet.problem.pools, get(fleet.problem.sites, site).pool);
  if (blockSize === undefined) return [-1];
  const open: number[] = [];
  for (const [at, block] of fleet.blocks.entries()) {
    if (block.site === site && block.size < blockSize) open.push(at);
  }
  return [...open, -1];
}

/** Opens a machine; `block` is one of {@link blockChoices}. */
export function open(fleet: Fleet, site: number, block = -1): Node {
  const { problem } = fleet;
  const { pool, capacity } = get(problem.sites, site);
  const id = fleet.nodes.length;
  let joined = block;
  if (get(problem.pools, pool).blockSize !== undefined) {
    if (block === -1) joined = fleet.blocks.push({ site, size: 0 }) - 1;
    get(fleet.blocks, joined).size += 1;
  }
  const domains = problem.levels.map((level) => {
    if (level === "host") return id;
    return level === "block" ? joined : get(level, site);
  });
  const node: Node = {
    id,
    site,
    block: joined,
    free: [...capacity],
    counts: new Map(),
    seats: [],
    domains,
  };
  fleet.nodes.push(node);
  fleet.opened[pool] = get(fleet.opened, pool) + 1;
  return node;
}

/** Closes the machine that was opened last; it must be empty. */
export function closeLast(fleet: Fleet): void {
  const node = fleet.nodes.pop();
  if (node === undefined) return;
  const { pool } = get(fleet.problem.sites, node.site);
  fleet.opened[pool] = get(fleet.opened, pool) - 1;
  if (node.block === -1) return;
  const block = get(fleet.blocks, node.block);
  block.size -= 1;
  if (block.size === 0 && node.block === fleet.blocks.length - 1) fleet.blocks.pop();
}

/** Puts a pod on a machine. */
export function put(fleet: Fleet, node: Node, seat: Seat): void {
  node.seats.push(seat);
  change(fleet, node, seat.task, 1);
}

/** Takes away the pod that was put there last. */
export function takeLast(fleet: Fleet, node: Node): void {
  const seat = node.seats.pop();
  if (seat !== undefined) change(fleet, node, seat.task, -1);
}

function change(fleet: Fleet, node: Node, task: number, by: 1 | -1): void {
  for (const [at, need] of get(fleet.problem.tasks, task).needs.entries()) {
    node.free[at] = get(node.free, at) - by * need;
  }
  node.counts.set(task, (node.counts.get(task) ?? 0) + by);
  fleet.placed[task] = get(fleet.placed, task) + by;
  for (const [level, tally] of fleet.tally.entries()) {
    const domain = get(node.domains, level);
    let counts = tally.get(domain);
    if (counts === undefined) {
      counts = new Map();
      tally.set(domain, counts);
    }
    counts.set(task, (counts.get(task) ?? 0) + by);
  }
}

/** True when the machine has room for one more pod of the task. */
export function hasRoom(fleet: Fleet, node: Node, task: number): boolean {
  const { needs } = get(fleet.problem.tasks, task);
  for (let at = 0; at < needs.length; at += 1) {
    if (get(needs, at) > get(node.free, at) + tolerance) return false;
  }
  return true;
}

/**
 * True when no rule forbids a pod of the task there. With `besides` the rules of that kind count as
 * well, as for a pod that is started now, after all that are placed.
 */
export function isAllowed(fleet: Fleet, node: Node, task: number, besides: boolean): boolean {
  for (const rule of get(fleet.rulesOf, task)) {
    const domain = get(node.domains, rule.level);
    if (rule.kind === "beside") {
      if (besides && !mayStart(fleet, rule, domain)) return false;
    } else if (rule.kind === "apart") {
      const other = rule.tasks[0] === task ? rule.tasks[1] : rule.tasks[0];
      if (domain !== -1 && podsIn(fleet, rule.level, domain, other) > 0) return false;
    } else {
      if (domain === -1) return false;
      for (const mate of rule.tasks) {
        if (get(fleet.placed, mate) > podsIn(fleet, rule.level, domain, mate)) return false;
      }
    }
  }
  return true;
}

function mayStart(fleet: Fleet, rule: Rule & { readonly kind: "beside" }, domain: number): boolean {
  if (domain === -1) return false;
  if (rule.others.some((other) => podsIn(fleet, rule.level, domain, other) > 0)) return true;
  return (
    rule.others.includes(rule.task) && rule.others.every((other) => get(fleet.placed, other) === 0)
  );
}

function podsIn(fleet: Fleet, level: number, domain: number, task: number): number {
  return get(fleet.tally, level).get(domain)?.get(task) ?? 0;
}

/** Cost of the open machines, beyond those that are paid for anyway. */
export function costOf(fleet: Fleet): number {
  let cost = 0;
  for (const [at, pool] of fleet.problem.pools.entries()) {
    cost += pool.cost * Math.max(0, get(fleet.opened, at) - pool.paid);
  }
  return cost;
}
