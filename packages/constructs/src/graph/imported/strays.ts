// SPDX-License-Identifier: Apache-2.0
/** @module Fields that the types of a kind do not admit, taken apart from those that they do. */

import type { z } from "zod";
import { type Fields, isFields } from "../../api/index.js";
import type { FieldPath } from "../../facts/index.js";

/** A value that no type admits, such as an unknown field or a number where text belongs. */
export interface Stray {
  readonly path: FieldPath;
  readonly value: unknown;
}

/** An object in two parts. */
export interface Separated {
  /** What the types admit. */
  readonly typed: Fields;
  /** The rest, with its paths in the whole object. */
  readonly strays: readonly Stray[];
}

/**
 * Takes out what would not compile against the types of a schema. Values that are out of bounds or
 * of the wrong form stay: they compile, and the checks speak of them.
 *
 * @returns undefined when a field is missing or wrong without which no typed object is left
 */
export function separate(object: Fields, schema: z.ZodType): Separated | undefined {
  let typed: Fields = object;
  const paths: FieldPath[] = [];
  for (;;) {
    const result = schema.safeParse(typed);
    if (result.success) break;
    const found = result.error.issues.flatMap((issue) => untyped(issue, typed));
    if (found.length === 0) break;
    if (found.some((path) => isRoot(path) || valueAt(typed, path) === undefined)) return undefined;
    paths.push(...found);
    typed = found.reduce(withoutField, typed);
  }
  const outer = paths.filter(
    (path, index) =>
      !paths.some(
        (other, at) =>
          at !== index && isWithin(path, other) && (path.length > other.length || at < index),
      ),
  );
  return { typed, strays: outer.map((path) => ({ path, value: valueAt(object, path) })) };
}

/** What no typed object can be without. */
function isRoot(path: FieldPath): boolean {
  return path.length === 0 || (path.length === 1 && (path[0] === "spec" || path[0] === "metadata"));
}

/** The value behind a path; undefined where it leads nowhere. */
export function valueAt(object: unknown, path: FieldPath): unknown {
  let value = object;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** True when a path is the other one or lies below it. */
export function isWithin(path: FieldPath, other: FieldPath): boolean {
  return other.every((step, index) => path[index] === step);
}

/** The fields that an issue condemns; none for an issue that TypeScript does not see. */
function untyped(issue: z.core.$ZodIssue, object: Fields): readonly FieldPath[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  if (
    issue.code !== "invalid_type" &&
    issue.code !== "invalid_value" &&
    issue.code !== "invalid_union"
  ) {
    return [];
  }
  const value = valueAt(object, path);
  if (
    issue.code === "invalid_type" &&
    typeof value === "number" &&
    /^(int|number)$/.test(issue.expected)
  ) {
    return [];
  }
  // Quantities and ports: any number or text compiles.
  if (issue.code === "invalid_union" && /^(number|string)$/.test(typeof value)) return [];
  return [removable(value === undefined ? path.slice(0, -1) : path)];
}

/** A list loses all its items or none, so that the places of the others stay. */
function removable(path: FieldPath): FieldPath {
  return typeof path.at(-1) === "number" ? removable(path.slice(0, -1)) : path;
}

function withoutField(object: Fields, path: FieldPath): Fields {
  const [step, ...rest] = path;
  if (step === undefined) return object;
  const { [step]: value, ...others } = object;
  if (rest.length === 0) return others;
  const inner = Array.isArray(value)
    ? value.map((item: unknown, index) =>
        index === rest[0] && isFields(item) ? withoutField(item, rest.slice(1)) : item,
      )
    : isFields(value)
      ? withoutField(value, rest)
      : value;
  return value === undefined ? object : { ...object, [step]: inner };
}
