// SPDX-License-Identifier: Apache-2.0
/** @module Pods that may wait although everything fits, because the scheduler spreads others over more machines than they need. */
import { nodeLabels } from "../../facts/index.js";
import { type FilledMachine, get, type Problem, roomFor, tolerance } from "../packing/problem.js";
import { selects } from "./affinity.js";
import type { Demand } from "./demand.js";
import { machinesText, namesOf, type Reason } from "./explain.js";
import type { Pool } from "./pool.js";
import type { Setting } from "./problem.js";

/** What a placement leaves to the scheduler. */
export interface SpreadRisks {
  readonly risks: readonly Reason[];
  readonly notes: readonly string[];
}

/** A component on the machines of one pool. */
interface Tenant {
  readonly task: number;
  readonly demand: Demand;
  readonly needs: readonly number[];
  readonly capacity: readonly number[];
  /** Pods; those that share a machine by rule count as one. */
  readonly count: number;
  /** Machines, when its pods fill one after the other. */
  readonly packed: number;
  /** Machines that its pods may stand on. */
  readonly reach: number;
  /** True when no other pool takes it. */
  readonly bound: boolean;
}

/** A component that needs machines, and those beside which it cannot stand. */
interface Case {
  readonly waiting: Tenant;
  readonly others: readonly Tenant[];
}

/**
 * The default scheduler spreads pods over the machines that are there, and one pod closes a machine to
 * all that may not, or cannot, stand beside it. Counted is the worst case: every pod of the others on a
 * machine of its own, but for components that prefer their own machines, as `placementStrategy:
 * "binpack"` renders it, or that have to be together. Pods of another scheduler are taken as packed,
 * because nothing is known of it; KAI Scheduler packs.
 *
 * @param machines the packing that exists
 */
export function spreadRisks(setting: Setting, machines: readonly FilledMachine[]): SpreadRisks {
  const risks: Reason[] = [];
  const notes: string[] = [];
  const rules = hostRules(setting.problem);
  for (const pool of setting.pools) {
    const cases = casesOf(tenantsOf(setting, pool, rules), rules, pool);
    risks.push(...worstOf(cases, pool).map((one) => riskOf(setting, pool, one)));
    const used = machines.filter(({ site }) => get(setting.places, site).pool === pool).length;
    if (used === pool.max) notes.push(...cases.flatMap((one) => noteOf(setting, pool, one)));
  }
  return { risks, notes };
}

/** What the rules of the graphs say about single machines. */
interface HostRules {
  /** By task: those that it shares no machine with, itself among them when its pods stand alone. */
  readonly apart: ReadonlyMap<number, ReadonlySet<number>>;
  /** Tasks whose pods have to be together. */
  readonly together: ReadonlySet<number>;
}

function hostRules({ rules, levels }: Problem): HostRules {
  const apart = new Map<number, Set<number>>();
  const together = new Set<number>();
  const part = (task: number, other: number) =>
    apart.set(task, (apart.get(task) ?? new Set()).add(other));
  for (const rule of rules) {
    if (levels[rule.level] !== "host") continue;
    switch (rule.kind) {
      case "apart":
        part(rule.tasks[0], rule.tasks[1]);
        part(rule.tasks[1], rule.tasks[0]);
        break;
      case "beside":
        if (rule.others.includes(rule.task)) together.add(rule.task);
        break;
      default:
        for (const task of rule.tasks) together.add(task);
    }
  }
  return { apart, together };
}

function tenantsOf(
  { problem, demands, places }: Setting,
  pool: Pool,
  { apart, together }: HostRules,
): readonly Tenant[] {
  return problem.tasks.flatMap(({ replicas, pods, needs, sites, within }, task) => {
    const own = sites.filter((site) => get(places, site).pool === pool);
    const [first] = own;
    if (first === undefined) return [];
    const demand = get(demands, task);
    const { capacity } = get(problem.sites, first);
    const unit = within === "host" ? pods : 1;
    const count = (replicas * pods) / unit;
    const alone = apart.get(task)?.has(task) === true;
    const room = alone ? 1 : Math.max(1, Math.floor(roomFor(capacity, needs) / unit));
    const packed = Math.max(1, Math.ceil(count / room));
    const spreads = !together.has(task) && !isPacked(demand);
    const bound = own.length === sites.length;
    const reach = spreads ? count : packed;
    return [{ task, demand, needs, capacity, count, packed, reach, bound }];
  });
}

/** Components whose pods ask for the same. */
interface Shape {
  readonly needs: readonly number[];
  readonly tenants: Tenant[];
  /** Pods of all of them. */
  count: number;
}

/**
 * The components that might wait if all pods of the others stood apart; of those with the same others, the
 * one that takes most. Fleets have few shapes, so that not every pair is looked at.
 */
function casesOf(tenants: readonly Tenant[], { apart }: HostRules, { max }: Pool): readonly Case[] {
  const shapes = shapesOf(tenants);
  const byTask = new Map(tenants.map((tenant) => [tenant.task, tenant]));
  const cases = new Map<string, Case>();
  for (const waiting of tenants) {
    if (!waiting.bound) continue;
    const closed = shapes.filter(({ needs }) => !hasRoom(waiting, needs));
    const partners = [...(apart.get(waiting.task) ?? [])]
      .flatMap((task) => byTask.get(task) ?? [])
      .filter((other) => other !== waiting && hasRoom(waiting, other.needs));
    const own = hasRoom(waiting, waiting.needs) ? 0 : waiting.count;
    const count = closed.reduce((sum, shape) => sum + shape.count, total(partners, "count")) - own;
    if (count + waiting.packed <= max) continue;
    const key = [waiting.needs, partners.map(({ task }) => task)].join(" | ");
    const known = cases.get(key);
    if (known !== undefined && known.waiting.packed >= waiting.packed) continue;
    const others = [...closed.flatMap((shape) => shape.tenants), ...partners];
    cases.set(key, { waiting, others: others.filter((other) => other !== waiting) });
  }
  return [...cases.values()];
}

function shapesOf(tenants: readonly Tenant[]): readonly Shape[] {
  const shapes = new Map<string, Shape>();
  for (const tenant of tenants) {
    const key = tenant.needs.join();
    const shape = shapes.get(key) ?? { needs: tenant.needs, tenants: [], count: 0 };
    shape.tenants.push(tenant);
    shape.count += tenant.count;
    shapes.set(key, shape);
  }
  return [...shapes.values()];
}

/** True when a machine with one of the pods has room for another pod. */
function hasRoom({ needs, capacity }: Tenant, other: readonly number[]): boolean {
  return needs.every((need, at) => need + get(other, at) <= get(capacity, at) + tolerance);
}

/** True for pods that another scheduler places, and for those that prefer machines of their own component. */
function isPacked(demand: Demand): boolean {
  const { schedulerName = usualScheduler, affinity } =
    demand.view.component.podTemplate?.spec ?? {};
  if (schedulerName !== usualScheduler) return true;
  const preferred = affinity?.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return preferred.some(
    ({ podAffinityTerm: { topologyKey, labelSelector } }) =>
      topologyKey === nodeLabels.hostname &&
      labelSelector !== undefined &&
      selects(labelSelector, demand),
  );
}

const usualScheduler = "default-scheduler";

function total(tenants: readonly Tenant[], field: "count" | "packed" | "reach"): number {
  return tenants.reduce((sum, tenant) => sum + tenant[field], 0);
}

/** Machines that a pool must have so that nobody waits. */
function enough({ waiting, others }: Case): number {
  return total(others, "reach") + waiting.packed;
}

/** Those of the others that take more machines than they need. */
function spreading({ others }: Case): readonly Tenant[] {
  return others.filter(({ reach, packed }) => reach > packed);
}

/** Of those that wait for the same components, the one that takes most. */
function worstOf(cases: readonly Case[], { max }: Pool): readonly Case[] {
  const worst = new Map<string, Case>();
  for (const one of cases) {
    if (enough(one) <= max) continue;
    const key = spreading(one)
      .map(({ task }) => task)
      .join();
    const known = worst.get(key);
    if (known === undefined || enough(known) < enough(one)) worst.set(key, one);
  }
  return [...worst.values()];
}

function riskOf(setting: Setting, { name, max }: Pool, one: Case): Reason {
  const { waiting, others } = one;
  const loose = spreading(one);
  const first = loose[0] ?? get(others, 0);
  const who = names(setting, others);
  const waits = waiting.demand.view.name;
  const reach = Math.min(total(others, "reach"), max);
  const packed = total(others, "packed");
  const where = packed < reach ? `, where ${packed} would do` : "";
  const grow = `raise the maximum of pool ${name} from ${max} to ${enough(one)}, or give ${waits} a pool of its own`;
  const pack = `set placementStrategy "binpack" for ${names(setting, loose)} (a preferred podAffinity to its own pods on ${nodeLabels.hostname})`;
  return {
    kind: "spread",
    demand: first.demand,
    message: `${waits} needs ${machinesText(waiting.packed)} without pods of ${who}, and the scheduler may spread those ${total(others, "count")} over ${reach} of the ${max} machines of pool ${name}${where}`,
    fix: sentence(packed + waiting.packed <= max && loose.length > 0 ? `${pack}, ${grow}` : grow),
  };
}

/** Said of a pool without a spare machine, where everybody packs who has to. */
function noteOf(setting: Setting, { name, max }: Pool, one: Case): readonly string[] {
  const { waiting, others } = one;
  if (enough(one) > max) return [];
  return [
    `pool ${name} has none of its ${machinesText(max)} to spare: ${waiting.demand.view.name} finds its ${waiting.packed} only while the ${total(others, "count")} pods of ${names(setting, others)} stay on ${total(others, "packed")}, which the scheduler prefers but does not promise`,
  ];
}

function names(setting: Setting, tenants: readonly Tenant[]): string {
  return namesOf(
    setting,
    tenants.map(({ task }) => task),
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
