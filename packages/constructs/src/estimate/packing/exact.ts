// SPDX-License-Identifier: Apache-2.0
/** @module Exhaustive search with memory of dead ends: finds room whenever there is any, or proves that there is none. */
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
import { get, type Problem } from "./problem.js";
import { isReachable } from "./startable.js";

/** How a search ended. */
export type SearchResult =
  | { readonly outcome: "found"; readonly fleet: Fleet; readonly steps: number }
  | { readonly outcome: "none" | "unknown"; readonly steps: number };

interface Search {
  readonly fleet: Fleet;
  /** Replicas in the order in which they are placed. */
  readonly replicas: readonly { readonly task: number; readonly replica: number }[];
  /** States from which everything was tried in vain. */
  readonly dead: Set<string>;
  readonly budget: number;
  steps: number;
}

/** Stands for a search that ran out of steps. */
const exhausted = "exhausted";

/** Looks at every arrangement that differs, up to a number of steps. */
export function searchAll(problem: Problem, budget: number): SearchResult {
  const fleet = emptyFleet(problem);
  const order = [...problem.tasks.keys()].sort(
    (a, b) => weight(problem, b) - weight(problem, a) || a - b,
  );
  const replicas = order.flatMap((task) =>
    Array.from({ length: get(problem.tasks, task).replicas }, (_, replica) => ({ task, replica })),
  );
  const search: Search = { fleet, replicas, dead: new Set(), budget, steps: 0 };
  const placed = placeFrom(search, 0);
  if (placed === true) return { outcome: "found", fleet, steps: search.steps };
  return { outcome: placed === exhausted ? "unknown" : "none", steps: search.steps };
}

function weight(problem: Problem, task: number): number {
  const { needs, pods } = get(problem.tasks, task);
  return get(needs, 0) * pods;
}

/** Places the replicas from that index on. */
function placeFrom(search: Search, index: number): boolean | typeof exhausted {
  const next = search.replicas[index];
  if (next === undefined) return isReachable(search.fleet);
  search.steps += 1;
  if (search.steps > search.budget) return exhausted;
  if (!enoughIsLeft(search, index)) return false;
  const state = stateOf(search.fleet, index);
  if (search.dead.has(state)) return false;
  const placed = placePods(search, index, next, 0, []);
  if (placed === false) search.dead.add(state);
  return placed;
}

/** Places the pods of one replica from that number on, then the replicas behind it. */
function placePods(
  search: Search,
  index: number,
  { task, replica }: { readonly task: number; readonly replica: number },
  pod: number,
  mates: readonly Node[],
): boolean | typeof exhausted {
  const { fleet } = search;
  const { pods, sites } = get(fleet.problem.tasks, task);
  if (pod === pods) return placeFrom(search, index + 1);
  const last = mates.at(-1);

  const attempt = (node: Node) => {
    if (!hasRoom(fleet, node, task) || !isAllowed(fleet, node, task, false)) return false;
    put(fleet, node, { task, replica, pod });
    const placed = placePods(search, index, { task, replica }, pod + 1, [...mates, node]);
    if (placed === true) return true;
    takeLast(fleet, node);
    return placed;
  };

  const alike = new Set<string>();
  for (const node of [...fleet.nodes]) {
    // Pods of a replica are alike too: they go to machines in rising order.
    if (last !== undefined && node.id < last.id) continue;
    if (!sites.includes(node.site) || !sharesHome(fleet, task, mates[0], node)) continue;
    const key = nodeKey(node);
    if (mates.length === 0 && alike.has(key)) continue;
    alike.add(key);
    const placed = attempt(node);
    if (placed !== false) return placed;
  }
  for (const site of sites) {
    if (!canOpen(fleet, site)) continue;
    for (const block of blockChoices(fleet, site)) {
      const node = open(fleet, site, block);
      const placed = sharesHome(fleet, task, mates[0], node) ? attempt(node) : false;
      if (placed !== false) return placed;
      closeLast(fleet);
    }
  }
  return false;
}

function sharesHome(fleet: Fleet, task: number, mate: Node | undefined, node: Node): boolean {
  if (mate === undefined) return true;
  const { within } = get(fleet.problem.tasks, task);
  if (within === "host") return mate.id === node.id;
  const [a, b] = [get(fleet.problem.sites, mate.site), get(fleet.problem.sites, node.site)];
  return (
    a.kind === b.kind && a.zone === b.zone && (within !== "block" || mate.block === node.block)
  );
}

/** False when some resource is short in total. */
function enoughIsLeft({ fleet, replicas }: Search, index: number): boolean {
  const { problem } = fleet;
  const width = get(problem.sites, 0).capacity.length;
  for (let at = 0; at < width; at += 1) {
    let needed = 0;
    for (let rest = index; rest < replicas.length; rest += 1) {
      const { needs, pods } = get(problem.tasks, get(replicas, rest).task);
      needed += get(needs, at) * pods;
    }
    let left = 0;
    for (const node of fleet.nodes) left += Math.max(0, get(node.free, at));
    for (const [pool, { max }] of problem.pools.entries()) {
      const largest = Math.max(
        0,
        ...problem.sites
          .filter((site) => site.pool === pool)
          .map(({ capacity }) => get(capacity, at)),
      );
      left += (max - get(fleet.opened, pool)) * largest;
    }
    if (needed > left + 1e-3) return false;
  }
  return true;
}

function nodeKey(node: Node): string {
  const counts = [...node.counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  return `${node.site}|${node.block}|${counts.map((entry) => entry.join("x")).join(",")}`;
}

/** What is left to decide and on what; machines and blocks that swap places give the same text. */
function stateOf(fleet: Fleet, index: number): string {
  const blocks = new Map<number, string[]>();
  for (const node of fleet.nodes) {
    const counts = [...node.counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
    const text = `${node.site}|${counts.map((entry) => entry.join("x")).join(",")}`;
    blocks.set(node.block, [...(blocks.get(node.block) ?? []), text]);
  }
  const loose = blocks.get(-1) ?? [];
  blocks.delete(-1);
  const racks = [...blocks.values()].map((texts) => texts.sort().join("&")).sort();
  return `${index}/${loose.sort().join("&")}/${racks.join("/")}`;
}
