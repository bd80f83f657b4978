// SPDX-License-Identifier: Apache-2.0
/** @module The packing solver against brute force: random problems, and what its answers promise. */
import { describe, expect, it } from "vitest";
import { pack } from "../../../../packages/constructs/src/estimate/packing/pack.js";
import type {
  FilledMachine,
  Problem,
} from "../../../../packages/constructs/src/estimate/packing/problem.js";
import { fitsSomehow, isLegal } from "./brute-force.js";
import { randomProblem } from "./random-problem.js";

/** Seeds; more with `PACK_CASES`. */
const cases = Number(process.env.PACK_CASES ?? 3_000);

/** What is wrong with an answer; empty when nothing is. */
function faults(problem: Problem, machines: readonly FilledMachine[]): readonly string[] {
  const found: string[] = [];
  for (const [pool, { max }] of problem.pools.entries()) {
    const open = machines.filter(({ site }) => problem.sites[site]?.pool === pool).length;
    if (open > max) found.push(`pool ${pool} has ${open} of ${max} machines`);
  }
  const blocks = new Map<number, FilledMachine[]>();
  const seats = new Map<string, number>();
  for (const [at, machine] of machines.entries()) {
    const { site, block } = machine;
    if (block !== undefined) blocks.set(block, [...(blocks.get(block) ?? []), machine]);
    const room = [...(problem.sites[site]?.capacity ?? [])];
    for (const { task, replica, pod } of machine.seats) {
      const key = `${task}/${replica}/${pod}`;
      if (seats.has(key)) found.push(`${key} twice`);
      seats.set(key, at);
      if (problem.tasks[task]?.sites.includes(site) !== true) found.push(`${key} on site ${site}`);
      for (const [resource, need] of (problem.tasks[task]?.needs ?? []).entries())
        room[resource] = (room[resource] ?? 0) - need;
    }
    if (
      room.some(
        (left, resource) => left < -1e-6 || Math.abs(left - (machine.free[resource] ?? 0)) > 1e-6,
      )
    )
      found.push(`machine ${at} has ${room.join()} left, and says ${machine.free.join()}`);
  }
  for (const mates of blocks.values()) {
    const sites = new Set(mates.map(({ site }) => site));
    const pool = problem.sites[mates[0]?.site ?? -1]?.pool ?? -1;
    if (sites.size > 1 || mates.length > (problem.pools[pool]?.blockSize ?? 0)) found.push("block");
  }
  const pods = problem.tasks.flatMap((task, at) =>
    Array.from({ length: task.replicas * task.pods }, (_, pod) => ({
      task: at,
      replica: Math.floor(pod / task.pods),
      pod: pod % task.pods,
    })),
  );
  const chosen = pods.map(({ task, replica, pod }) => seats.get(`${task}/${replica}/${pod}`) ?? -1);
  if (chosen.includes(-1)) found.push("a pod without a machine");
  const places = machines.map(({ site, block }) => ({
    pool: problem.sites[site]?.pool ?? -1,
    site,
    block: block ?? -1,
  }));
  if (found.length === 0 && !isLegal(problem, pods, places, chosen)) found.push("a rule is broken");
  return found;
}

describe("pack", () => {
  it(`agrees with brute force on ${cases} random problems`, { timeout: 600_000 }, () => {
    const outcomes = { placed: 0, impossible: 0, undecided: 0 };
    let searched = 0;
    const wrong: string[] = [];
    for (let seed = 1; seed <= cases; seed += 1) {
      const problem = randomProblem(seed);
      const packing = pack(problem);
      outcomes[packing.outcome] += 1;
      if (packing.outcome === "placed") {
        const problems = faults(problem, packing.machines);
        if (problems.length > 0) wrong.push(`${seed}: ${problems.join("; ")}`);
        continue;
      }
      if (packing.outcome === "impossible" && packing.steps > 0) searched += 1;
      // A placement that has passed every check needs no second opinion; a refusal does.
      if (packing.outcome === "undecided" || fitsSomehow(problem))
        wrong.push(`${seed}: ${packing.outcome}, but brute force places it`);
    }
    expect(wrong).toEqual([]);
    expect(outcomes.undecided).toBe(0);
    // Neither side is rare, or the comparison would prove little.
    expect(outcomes.placed).toBeGreaterThan(cases / 5);
    expect(outcomes.impossible).toBeGreaterThan(cases / 5);
    if (process.env.PACK_SHOW !== undefined) console.log(outcomes, searched);
  });
});
