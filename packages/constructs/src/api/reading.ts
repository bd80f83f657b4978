// SPDX-License-Identifier: Apache-2.0
/** @module Reads objects that nobody has checked yet: whatever is not as expected counts as absent. */
import type { FieldPath } from "../facts/index.js";

/** A JSON object with unknown content. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; undefined for everything else. */
export function fields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/** The items of a list; none for everything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of a map; none for everything else. */
export function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(fields(value) ?? {});
}

/** The value as text; undefined for everything else. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value as a number; undefined for everything else. */
export function count(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The value as a quantity, as it is written; undefined for everything else. */
export function amount(value: unknown): string | number | undefined {
  return text(value) ?? count(value);
}

/** The value behind a path, as it is written; undefined where the path leads nowhere. */
export function written(value: unknown, path: FieldPath): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}

/** The value behind a path; undefined where the path leads nowhere, and for null. */
export function at(value: unknown, ...path: FieldPath): unknown {
  return written(value, path) ?? undefined;
}

/** True when the field is there and not null. */
export function has(value: unknown, ...path: FieldPath): boolean {
  return at(value, ...path) !== undefined;
}

/** True for text that a tool fills in later, such as `${IMAGE}`; nobody can judge it yet. */
export function isPlaceholder(value: string): boolean {
  return value.includes("${");
}

/** True for an object of Dynamo's API group. */
export function isNvidia(object: unknown): boolean {
  return text(at(object, "apiVersion"))?.startsWith("nvidia.com/") === true;
}

/** `Kind/name`, as findings name an object. */
export function objectLabel(object: unknown): string {
  const kind = text(at(object, "kind")) ?? "Object";
  const name = text(at(object, "metadata", "name")) ?? text(at(object, "metadata", "generateName"));
  return name === undefined ? kind : `${kind}/${name}`;
}
