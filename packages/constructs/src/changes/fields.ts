// SPDX-License-Identifier: Apache-2.0
/** @module Where two values differ, with the items of lists told by their names instead of their numbers. */
import { isDeepStrictEqual } from "node:util";
import { type Fields, isFields } from "../api/index.js";
import type { FieldPath } from "../facts/index.js";

/** One field that differs; an absent value is undefined. */
export interface FieldChange {
  /** Items of named lists stand in it by name: `["spec", "containers", "main", "image"]`. */
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields by which the items of Kubernetes lists are told apart, the first that all items have. */
const itemKeys = [
  "name",
  "mountPath",
  "containerPort",
  "port",
  "key",
  "topologyKey",
  "id",
] as const;

/**
 * Every field that differs, outermost first where one side has nothing. A list whose items have names
 * is compared item by item, whatever their order; any other list as a whole.
 */
export function fieldChanges(
  before: unknown,
  after: unknown,
  path: FieldPath = [],
): readonly FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isFields(before) && isFields(after)) return mapChanges(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const was = keyed(before);
    const is = keyed(after);
    if (was !== undefined && is !== undefined && was.key === is.key) {
      const found = mapChanges(was.items, is.items, path);
      // The same items in another order.
      return found.length > 0
        ? found
        : [{ path, before: Object.keys(was.items), after: Object.keys(is.items) }];
    }
  }
  return [{ path, before, after }];
}

function mapChanges(before: Fields, after: Fields, path: FieldPath): readonly FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => fieldChanges(before[key], after[key], [...path, key]));
}

interface Keyed {
  readonly key: string;
  readonly items: Fields;
}

/** The items of a list by their names; undefined when not all have one, or two share it. */
function keyed(list: readonly unknown[]): Keyed | undefined {
  if (!list.every(isFields)) return undefined;
  for (const key of itemKeys) {
    const names = list.map((item) => item[key]);
    if (!names.every((name) => typeof name === "string" || typeof name === "number")) continue;
    const items = Object.fromEntries(list.map((item, at) => [String(names[at]), item]));
    return Object.keys(items).length === list.length ? { key, items } : undefined;
  }
  return undefined;
}
