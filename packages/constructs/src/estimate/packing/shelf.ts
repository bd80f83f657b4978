// SPDX-License-Identifier: Apache-2.0
/** @module Open machines sorted so that the tightest one with room is found without looking at all. */
import type { Fleet, Node } from "./fleet.js";
import { get } from "./problem.js";

/** Open machines by what is left of the first resource; machines alike are looked at once. */
export interface Shelf {
  /** Puts a machine where it belongs by what is left on it. */
  add(node: Node): void;
  /** Takes a machine away, whatever has become of it since; nothing when it is not there. */
  remove(node: Node): void;
  /** The tightest machine of the sites that passes the test; undefined when none does. */
  tightest(task: number, sites: readonly number[], test: (node: Node) => boolean): Node | undefined;
}

/** Machines of one site with the same amount left, by what else tells them apart. */
type Alike = Map<string, Node[]>;

interface Spot {
  readonly left: number;
  readonly key: string;
}

/** An empty shelf for a fleet. */
export function openMachines(fleet: Fleet): Shelf {
  const { problem } = fleet;
  const bySite: readonly Map<number, Alike>[] = problem.sites.map(() => new Map());
  // Pods of these tasks make two machines differ even when the same room is left.
  const ruled = problem.tasks.map((_, task) => get(fleet.rulesOf, task).length > 0);
  const mates = new Set(
    problem.rules.flatMap((rule) => (rule.kind === "beside" ? rule.others : [])),
  );
  const matters = ruled.map((own, task) => own || mates.has(task));
  // A replica that wants a machine for itself asks each one by name.
  const named = problem.tasks.some(({ within, pods }) => within === "host" && pods > 1);

  const keyOf = (node: Node): string => {
    let key = `${node.block}:${node.free.join(",")}`;
    for (const [task, count] of node.counts) {
      if (count > 0 && get(matters, task)) key += `;${task}`;
    }
    return named ? `${key}#${node.id}` : key;
  };

  // Where each machine was put, so that it is found again after it has changed.
  const spots: (Spot | undefined)[] = [];

  return {
    add(node) {
      const left = get(node.free, 0);
      const key = keyOf(node);
      const levels = get(bySite, node.site);
      let alike = levels.get(left);
      if (alike === undefined) {
        alike = new Map();
        levels.set(left, alike);
      }
      let same = alike.get(key);
      if (same === undefined) {
        same = [];
        alike.set(key, same);
      }
      same.push(node);
      spots[node.id] = { left, key };
    },
    remove(node) {
      const spot = spots[node.id];
      if (spot === undefined) return;
      const levels = get(bySite, node.site);
      const alike = levels.get(spot.left);
      const same = alike?.get(spot.key);
      // Nearly always the machine that was put there last.
      same?.splice(same.lastIndexOf(node), 1);
      if (same?.length === 0) alike?.delete(spot.key);
      if (alike?.size === 0) levels.delete(spot.left);
      spots[node.id] = undefined;
    },
    tightest(task, sites, test) {
      const need = get(get(problem.tasks, task).needs, 0);
      const levels: { readonly left: number; readonly alike: Alike }[] = [];
      for (const site of sites) {
        for (const [left, alike] of get(bySite, site)) {
          if (left >= need) levels.push({ left, alike });
        }
      }
      levels.sort((a, b) => a.left - b.left);
      for (const { alike } of levels) {
        for (const nodes of alike.values()) {
          const node = nodes.at(-1);
          if (node !== undefined && test(node)) return node;
        }
      }
      return undefined;
    },
  };
}
