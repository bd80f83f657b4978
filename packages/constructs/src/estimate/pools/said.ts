// SPDX-License-Identifier: Apache-2.0
/** @module What an object of a node provisioner says of its pool, and small ways of reading it. */
import { at, text } from "../../api/index.js";
import type { Pool, Taint } from "../placement/pool.js";

/** The part of a pool that an object fixes; what it leaves open is not there. */
export type SaidPool = Pick<Pool, "name"> & Partial<Omit<Pool, "name">>;

/** The items of a list field; none when it is no list. */
export function items(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = path.length === 0 ? value : at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The texts of a list. */
export function texts(value: unknown): readonly string[] {
  return items(value).filter((item): item is string => typeof item === "string");
}

/** A map of texts; other values are left out. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

const effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"] as const;

/** The taints of a list; what is none is left out. */
export function taintsIn(value: unknown): readonly Taint[] {
  return items(value).flatMap((item) => {
    const key = text(at(item, "key"));
    const own = text(at(item, "value"));
    const effect = effects.find((known) => known === at(item, "effect"));
    if (key === undefined || effect === undefined) return [];
    return [own === undefined ? { key, effect } : { key, value: own, effect }];
  });
}
