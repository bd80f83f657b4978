// SPDX-License-Identifier: Apache-2.0
/** @module Whether a full fleet can be reached: affinity looks at what runs already when a pod starts. */
import type { Fleet } from "./fleet.js";
import { get, type Rule } from "./problem.js";

/** Pods of one task whose machines nobody tells apart. */
interface Cell {
  readonly task: number;
  readonly domains: readonly number[];
}

/** True when the pods can be started in some order without breaking an affinity rule at any time. */
export function isReachable(fleet: Fleet): boolean {
  const { rules } = fleet.problem;
  const besides = rules.filter((rule) => rule.kind === "beside");
  if (besides.length === 0) return true;
  const cells = cellsOf(fleet, new Set(besides.map(({ level }) => level)));
  const seen = new Set<string>();

  const start = (started: readonly boolean[]): boolean => {
    if (!started.includes(false)) return true;
    const key = started.map(Number).join("");
    if (seen.has(key)) return false;
    seen.add(key);
    return cells.some(
      (cell, at) =>
        started[at] === false &&
        besides.every((rule) => rule.task !== cell.task || mayStart(rule, cell, cells, started)) &&
        start(started.with(at, true)),
    );
  };
  return start(cells.map(() => false));
}

function cellsOf(fleet: Fleet, levels: ReadonlySet<number>): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const node of fleet.nodes) {
    const domains = node.domains.map((domain, level) => (levels.has(level) ? domain : -1));
    for (const [task, count] of node.counts) {
      if (count > 0) cells.set(`${task}:${domains.join(",")}`, { task, domains });
    }
  }
  return [...cells.values()];
}

function mayStart(
  rule: Rule & { readonly kind: "beside" },
  cell: Cell,
  cells: readonly Cell[],
  started: readonly boolean[],
): boolean {
  const domain = get(cell.domains, rule.level);
  if (domain === -1) return false;
  let any = false;
  for (const [at, other] of cells.entries()) {
    if (started[at] !== true || !rule.others.includes(other.task)) continue;
    if (get(other.domains, rule.level) === domain) return true;
    any = true;
  }
  return !any && rule.others.includes(rule.task);
}
