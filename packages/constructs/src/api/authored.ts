// SPDX-License-Identifier: Apache-2.0
/** @module An object as somebody would write it: without what servers and tools add. */
import { carriers } from "../facts/index.js";
import type { Fields } from "./reading.js";

/** Metadata that only the API server writes. */
const serverFields: ReadonlySet<string> = new Set([
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
  "managedFields",
  "selfLink",
]);

/** Where `kubectl apply` keeps the whole object a second time. */
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/**
 * The object without status, null values, server-set metadata, and the annotations of kubectl.
 * Empty labels and annotations count as absent.
 */
export function authored(object: Fields): Fields {
  const { apiVersion, kind, metadata, status: _, ...rest } = withoutNulls(object) as Fields;
  const fields = isFields(metadata) ? metadata : {};
  const kept = Object.entries(fields).flatMap(([key, value]) => {
    if (serverFields.has(key)) return [];
    if (key === "annotations" && isFields(value)) return filled(key, without(value, [lastApplied]));
    if (key === "labels" && isFields(value)) return filled(key, value);
    return [[key, value] as const];
  });
  return { apiVersion, kind, metadata: Object.fromEntries(kept), ...rest };
}

/** The object without the annotations of the operator's conversion. */
export function withoutCarriers(object: Fields): Fields {
  const { metadata } = object;
  if (!isFields(metadata) || !isFields(metadata.annotations)) return object;
  const { annotations, ...rest } = metadata;
  const keys = Object.values(carriers).flatMap((kind) => Object.values(kind));
  const kept = filled("annotations", without(annotations, keys));
  return { ...object, metadata: { ...rest, ...Object.fromEntries(kept) } };
}

/** True for a JSON object: not null, not a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function filled(key: string, map: Fields): readonly (readonly [string, unknown])[] {
  return Object.keys(map).length === 0 ? [] : [[key, map]];
}

function without(map: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null && item !== undefined).map(withoutNulls);
  }
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === null || item === undefined ? [] : [[key, withoutNulls(item)]],
    ),
  );
}
