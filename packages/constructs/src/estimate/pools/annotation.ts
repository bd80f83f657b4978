// SPDX-License-Identifier: Apache-2.0
/** @module Pools as the compact JSON of an annotation, and back. */
import { at, objectLabel, text } from "../../api/index.js";
import {
  type Finding,
  finding,
  findMachine,
  type Machine,
  nearest,
  poolsAnnotation,
  show,
} from "../../facts/index.js";
import type { Pool } from "../placement/pool.js";
import { machineOf, misreadMachine } from "./machine-data.js";

/** What the annotation of one object says. */
export interface CarriedPools {
  readonly pools: readonly Pool[];
  /** DYN-NODE-001: entries that nobody can read. */
  readonly findings: readonly Finding[];
}

const none: CarriedPools = { pools: [], findings: [] };

/** The pools as one line of JSON; a machine of the tables is written by its name. */
export function writePools(pools: readonly Pool[]): string {
  return JSON.stringify(pools.map(compact));
}

/** The pool as it is written: without what is absent or empty. */
export function compact(pool: Pool): Readonly<Record<string, unknown>> {
  const { name, machine, ...rest } = pool;
  const fields = Object.entries(rest).filter(([, value]) => !isAbsent(value));
  return { name, machine: machineData(machine), ...Object.fromEntries(fields) };
}

function isAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}

function machineData(machine: Machine): unknown {
  const known = findMachine(machine.type);
  if (known !== undefined && sameFields(known, machine)) return machine.type;
  const { fractional: _, ...fields } = machine;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function sameFields(a: Machine, b: Machine): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Reads the annotation of an object; what is right in it counts, what is wrong is reported. */
export function carriedPools(object: unknown): CarriedPools {
  const written = at(object, "metadata", "annotations", poolsAnnotation);
  if (written === undefined) return none;
  const place = { object: objectLabel(object), path: ["metadata", "annotations", poolsAnnotation] };
  const wrong = (message: string, fix = example) => finding("DYN-NODE-001", place, message, fix);
  const list = parsed(text(written));
  if (!Array.isArray(list))
    return { pools: [], findings: [wrong(`must be a JSON list, got ${show(written)}`)] };
  const pools: Pool[] = [];
  const findings: Finding[] = [];
  for (const [index, entry] of (list as readonly unknown[]).entries()) {
    const why = misread(entry);
    if (why === undefined) pools.push(poolOf(entry as PoolData));
    else findings.push(wrong(`entry ${index + 1} ${why}`));
  }
  return { pools, findings };
}

const example =
  'Write a JSON list such as [{"name":"p5","machine":"p5.48xlarge","max":4}], or let the pool write it.';

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "") as unknown;
  } catch {
    return undefined;
  }
}

interface PoolData extends Omit<Pool, "machine"> {
  readonly machine: string | Readonly<Record<string, unknown>>;
}

function poolOf({ machine, ...rest }: PoolData): Pool {
  return { ...rest, machine: machineOf(machine) };
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string" && value !== "";
const isCount: Test = (value) => Number.isInteger(value) && (value as number) >= 0;
const isAmount: Test = (value) => typeof value === "number" && value >= 0;
const isRecordOf = (test: Test): Test => {
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(test);
};
const isListOf = (test: Test): Test => {
  return (value) => Array.isArray(value) && value.every(test);
};
const isOneOf = (values: readonly unknown[]): Test => {
  return (value) => values.includes(value);
};

const isTaint: Test = (value) => {
  const { key, value: own, effect } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    isText(key) &&
    (own === undefined || typeof own === "string") &&
    isOneOf(["NoSchedule", "PreferNoSchedule", "NoExecute"])(effect)
  );
};

const capacities = ["on-demand", "spot", "reserved", "capacity-block", "queued"];

/** What each field but the machine has to be, and the words for it. */
const fields: Readonly<Record<string, readonly [Test, string]>> = {
  name: [isText, "a name"],
  zones: [isListOf(isText), "a list of zones"],
  min: [isAmount, "a number of machines"],
  max: [isAmount, "a number of machines"],
  capacity: [isOneOf(capacities), `one of ${capacities.join(", ")}`],
  labels: [isRecordOf((value) => typeof value === "string"), "texts by key"],
  taints: [isListOf(isTaint), "a list of taints with key, value and effect"],
  resources: [isRecordOf(isAmount), "numbers by resource"],
  diskGiB: [isAmount, "a number of GiB"],
  overhead: [(value) => isAmount(value) && (value as number) < 1, "a part from 0 to below 1"],
  blockMachines: [isCount, "a whole number of machines"],
};

/** What is wrong with an entry; undefined when nothing is. */
function misread(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    return `must be an object, got ${show(entry)}`;
  const { machine, ...rest } = entry as Readonly<Record<string, unknown>>;
  for (const key of ["name", "max"]) if (rest[key] === undefined) return `has no ${key}`;
  for (const [key, value] of Object.entries(rest)) {
    const row = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (row === undefined) {
      const close = nearest(key, Object.keys(fields));
      return `has an unknown field ${show(key)}${close === undefined ? "" : `; did you mean ${close}?`}`;
    }
    const [test, words] = row;
    if (!test(value)) return `has ${show(value)} as ${key}, which is ${words}`;
  }
  return misreadMachine(machine);
}
