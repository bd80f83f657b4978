// SPDX-License-Identifier: Apache-2.0
/** @module Small random packing problems, in the shapes that graphs and pools have. */
import type {
  Problem,
  Rule,
  Task,
} from "../../../../packages/constructs/src/estimate/packing/problem.js";

/** Random numbers that repeat with the seed (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const pick = <T>(random: (below: number) => number, list: readonly T[]): T =>
  list[random(list.length)] as T;

/** A problem with at most 7 pods and 5 machines. */
export function randomProblem(seed: number): Problem {
  const random = randomOf(seed);
  const chance = (percent: number) => random(100) < percent;
  const zones = chance(50) ? 1 : 2;
  const poolCount = 1 + random(zones === 1 ? 3 : 2);
  const machines = zones === 1 ? 5 : 4;
  let left = machines;
  const pools = Array.from({ length: poolCount }, () => {
    const max = Math.min(left, 1 + random(3));
    left -= max;
    return {
      max,
      blockSize: chance(15) ? 1 + random(2) : undefined,
      cost: 1 + random(9),
      paid: random(2),
    };
  });
  const kinds = pools.map(() => random(2));
  const shapes = Array.from({ length: 2 }, () => [
    pick(random, [1, 2, 4, 8]),
    4 + random(7),
    1 + random(4),
  ]);
  const sites = pools.flatMap((_, pool) => {
    const capacity = shapes[kinds[pool] ?? 0] ?? [];
    const own =
      zones === 2 && chance(30) ? [random(2)] : Array.from({ length: zones }, (_, zone) => zone);
    return own.map((zone) => ({ pool, zone, kind: kinds[pool] ?? 0, capacity }));
  });

  let pods = zones === 1 ? 7 : 5;
  const tasks: Task[] = [];
  for (const _ of Array.from({ length: 1 + random(4) })) {
    const size = chance(20) ? 2 + random(2) : 1;
    const replicas = Math.min(1 + random(3), Math.floor(pods / size));
    if (replicas === 0) continue;
    pods -= replicas * size;
    const home = pick(random, sites).capacity;
    const most = (resource: number) => home[resource] ?? 0;
    const needs = [
      pick(
        random,
        [0, 1, 1, 2, 2, 4, 8].filter((gpus) => gpus <= most(0)),
      ),
      random(Math.min(6, most(1)) + 1),
      chance(30) ? 1 + random(Math.min(2, most(2))) : 0,
    ];
    const roomy = sites.flatMap((site, at) =>
      site.capacity.every((room, resource) => room >= (needs[resource] ?? 0)) && !chance(10)
        ? [at]
        : [],
    );
    tasks.push({
      replicas,
      pods: size,
      needs,
      sites: roomy,
      within: pick(random, ["zone", "zone", "zone", "block", "host"]),
    });
  }
  const byZone = sites.map(({ zone }) => zone);
  const labelled = sites.map(({ pool }) => (chance(30) ? -1 : pool));
  const levels = ["host", "block", byZone, labelled] as const;
  const rules: Rule[] = [];
  const someTask = () => random(tasks.length);
  const level = () => pick(random, [0, 0, 2, 2, 2, 1, 3]);
  const blocks = pools.some(({ blockSize }) => blockSize !== undefined);
  for (const _ of Array.from({ length: pick(random, [0, 0, 0, 1, 1, 2]) })) {
    const chosen = level();
    // Without blocks every machine is in block -1, which is no domain.
    const at = chosen === 1 && !blocks ? 0 : chosen;
    const others = tasks.map((_, task) => task).filter(() => chance(60));
    switch (random(5)) {
      case 0:
      case 1:
        rules.push({ kind: "apart", tasks: [someTask(), someTask()], level: at });
        break;
      case 2:
      case 3:
        rules.push({ kind: "beside", task: someTask(), others, level: at });
        break;
      default:
        rules.push({ kind: "bond", tasks: [...new Set([someTask(), someTask()])], level: at });
    }
  }
  return { pools, sites, tasks, levels, rules };
}
