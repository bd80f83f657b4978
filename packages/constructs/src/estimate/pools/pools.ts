// SPDX-License-Identifier: Apache-2.0
/** @module The pools that manifests know of: from node provisioners, and from what graphs carry. */
import { at, objectLabel, text } from "../../api/index.js";
import { type Finding, finding, poolsAnnotation, show } from "../../facts/index.js";
import { checkPool } from "../placement/check.js";
import type { Pool } from "../placement/pool.js";
import { carriedPools, compact } from "./annotation.js";
import { readComputeClass } from "./compute-class.js";
import { readNodePool } from "./karpenter.js";
import type { SaidPool } from "./said.js";

/** Machines of a pool that names no maximum: more than most graphs need, few enough to pay attention. */
export const unlimitedMachines = 64;

/** The pools of manifests. */
export interface KnownPools {
  /** By name, each once: those of the manifests in their order, then further ones that were given. */
  readonly pools: readonly Pool[];
  /** DYN-NODE-001, 002 and the limits of a pool, by object, in the order of the objects. */
  readonly each: readonly (readonly Finding[])[];
}

/**
 * Every pool that the manifests describe with a known machine.
 *
 * A field that a Karpenter NodePool (with its node class) or a GKE ComputeClass fixes is taken from
 * there; the annotation `dynamo-iac/pools` of provisioners and graphs tells the rest.
 *
 * @param given pools that somebody names in so many words, such as on a command line; what they say
 *   wins over a pool of the same name
 */
export function poolsOf(objects: readonly unknown[], given: readonly Pool[] = []): KnownPools {
  const said = saidPools(objects);
  const known = new Map<string, Known>();
  const each = objects.map((object, index) => {
    const { pools, findings } = carriedPools(object);
    const differences = pools.flatMap((carried) => {
      const provisioner = said.get(carried.name);
      const pool = overlaid(carried, provisioner);
      const source = provisioner?.label ?? objectLabel(object);
      const first = known.get(pool.name) ?? { pool, source, index };
      known.set(pool.name, first);
      return differenceOf(carried, first, object);
    });
    return [...findings, ...differences];
  });
  for (const { pool, label, index } of said.values()) {
    const { machine, max = unlimitedMachines } = pool;
    if (known.has(pool.name) || machine === undefined) continue;
    known.set(pool.name, { pool: { ...pool, machine, max }, source: label, index });
  }
  for (const { pool, index } of known.values()) {
    if (index !== undefined && !given.some(({ name }) => name === pool.name))
      each[index]?.push(...checkPool(pool));
  }
  for (const pool of given)
    known.set(pool.name, { pool: { ...known.get(pool.name)?.pool, ...present(pool) }, source: "" });
  return { pools: [...known.values()].map(({ pool }) => pool), each };
}

/** The fields that are there, so that an absent one hides nothing. */
function present(pool: Pool): Pool {
  const fields = Object.entries(pool).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as unknown as Pool;
}

interface Known {
  readonly pool: Pool;
  /** The object that described it first. */
  readonly source: string;
  readonly index?: number | undefined;
}

interface Said {
  readonly pool: SaidPool;
  readonly label: string;
  readonly index: number;
}

/** What provisioners say, by the name of the pool. */
function saidPools(objects: readonly unknown[]): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const [index, object] of objects.entries()) {
    const pool = readPool(object, objects);
    if (pool !== undefined) said.set(pool.name, { pool, label: objectLabel(object), index });
  }
  return said;
}

function readPool(object: unknown, objects: readonly unknown[]): SaidPool | undefined {
  const [group] = (text(at(object, "apiVersion")) ?? "").split("/");
  const kind = at(object, "kind");
  if (kind === "NodePool" && group === "karpenter.sh") return readNodePool(object, objects);
  if (kind === "ComputeClass" && group === "cloud.google.com") return readComputeClass(object);
  return undefined;
}

/** The pool with the fields that its provisioner fixes; itself when that changes nothing. */
function overlaid(pool: Pool, said: Said | undefined): Pool {
  if (said === undefined) return pool;
  const merged = { ...pool, ...said.pool };
  return differingFields(pool, merged).length === 0 ? pool : merged;
}

function differenceOf(carried: Pool, { pool, source }: Known, object: unknown): readonly Finding[] {
  const fields = differingFields(carried, pool);
  const [field] = fields;
  if (field === undefined) return [];
  const place = { object: objectLabel(object), path: ["metadata", "annotations", poolsAnnotation] };
  const [here, there] = [carried, pool].map((side) => show(plain(compact(side)[field])));
  const more = fields.length === 1 ? "" : `; ${fields.slice(1).join(", ")} differ as well`;
  const message = `pool ${pool.name} has ${field} ${here} here and ${there} in ${source}${more}`;
  const fix = `Render the object again with the pool as ${source} has it.`;
  return [finding("DYN-NODE-002", place, message, fix)];
}

/** Lists and maps as JSON, which a message can show. */
function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}

/** Names of the fields in which two descriptions differ; what is absent has its default. */
function differingFields(a: Pool, b: Pool): readonly string[] {
  const [left, right] = [withDefaults(a), withDefaults(b)];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].filter((key) => sorted(left[key]) !== sorted(right[key])).sort();
}

function withDefaults(pool: Pool): Readonly<Record<string, unknown>> {
  return { min: 0, capacity: "on-demand", ...compact(pool) };
}

/** JSON with sorted keys; the order of zones and taints has no meaning. */
function sorted(value: unknown): string | undefined {
  if (Array.isArray(value))
    return `[${value
      .map((item) => sorted(item) ?? "null")
      .sort()
      .join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .map(([key, item]) => `${key}:${sorted(item)}`)
    .sort()
    .join()}}`;
}
