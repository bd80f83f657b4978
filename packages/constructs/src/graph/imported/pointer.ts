// SPDX-License-Identifier: Apache-2.0
/** @module Places of an object as JSON pointers, found again in another rendering of it. */
import { isFields } from "../../api/index.js";
import type { FieldPath } from "../../facts/index.js";
import { isWithin, type Stray, valueAt } from "./strays.js";

/** A field that the escape hatch `override()` sets. */
export interface Override {
  /** RFC 6901 pointer into the written object. */
  readonly pointer: string;
  /** What to write there; undefined removes the field. */
  readonly value?: unknown;
}

/**
 * Overrides that put the fields into `rendered`. A field whose parent is not there is set with the
 * nearest parent that is missing, as `original` has it.
 */
export function placed(
  fields: readonly Stray[],
  original: unknown,
  rendered: unknown,
): readonly Override[] {
  const targets: { readonly path: FieldPath; readonly value: unknown }[] = [];
  for (const { path } of fields) {
    const target = place(path, original, rendered);
    if (targets.some((known) => isWithin(target.path, known.path))) continue;
    targets.push(target);
  }
  return targets.map(({ path, value }) => ({ pointer: toPointer(path), value }));
}

/** The RFC 6901 pointer of a path. */
export function toPointer(path: FieldPath): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

function place(
  path: FieldPath,
  original: unknown,
  rendered: unknown,
): { readonly path: FieldPath; readonly value: unknown } {
  const found: (string | number)[] = [];
  let here = rendered;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (Array.isArray(here)) {
      const at = indexOf(here, valueAt(original, path.slice(0, depth + 1)), Number(step));
      // The item is not there: the list as a whole is.
      if (at === -1) return { path: found, value: valueAt(original, path.slice(0, depth)) };
      found.push(at);
      here = here[at];
      continue;
    }
    found.push(step);
    const next = isFields(here) ? here[step] : undefined;
    if (last || typeof next !== "object" || next === null)
      return { path: found, value: valueAt(original, path.slice(0, depth + 1)) };
    here = next;
  }
  return { path: found, value: valueAt(original, path) };
}

/** The item of a list that an item of another list is: by name where both have one, else by place. */
function indexOf(list: readonly unknown[], item: unknown, place: number): number {
  const name = nameOf(item);
  const same = (other: unknown) => nameOf(other) === name;
  if (name === undefined || same(list[place])) return place < list.length ? place : -1;
  return list.findIndex(same);
}

function nameOf(item: unknown): unknown {
  return isFields(item) ? item.name : undefined;
}
