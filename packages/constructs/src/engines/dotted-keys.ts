// SPDX-License-Identifier: Apache-2.0
/** @module Single keys of a JSON flag on the command line: `--compilation-config.mode 3`. */
import type { FlagTable } from "./flags.js";

/** Where `--flag.key.key` points: the property and the keys inside its JSON document. */
export interface DottedPath {
  readonly property: string;
  /** Marks the option that the keys of one document are collected in. */
  readonly flag: string;
  readonly keys: readonly string[];
}

/** Reads `--flag.key.key`; undefined when the flag is unknown or takes no single keys. */
export function dottedPath(
  table: FlagTable,
  spellingOf: (table: FlagTable, flag: string) => { readonly property: string } | undefined,
  written: string,
): DottedPath | undefined {
  const [head = "", ...keys] = written.split(".");
  const known = spellingOf(table, head);
  if (known === undefined || keys.length === 0 || keys.includes("")) return undefined;
  const { property } = known;
  const flag = table[property];
  if (flag?.dotted !== true) return undefined;
  return { property, flag: `${flag.flag}.`, keys };
}

/** The JSON document with one more key; programs put all keys of a flag into one document. */
export function withKey(
  document: string | undefined,
  keys: readonly string[],
  value: string,
): string {
  const known = document === undefined ? {} : (JSON.parse(document) as Record<string, unknown>);
  return JSON.stringify(set(known, keys, keyValue(value)));
}

function set(
  target: Readonly<Record<string, unknown>>,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  if (rest.length === 0) return { ...target, [key]: value };
  const inner = target[key];
  const nested = typeof inner === "object" && inner !== null ? { ...inner } : {};
  return { ...target, [key]: set(nested, rest, value) };
}

/** JSON where it is JSON, also with Python's `True` and `False`; text otherwise. */
function keyValue(value: string): unknown {
  if (/^(true|false)$/i.test(value)) return /^t/i.test(value);
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
