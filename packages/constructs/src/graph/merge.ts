// SPDX-License-Identifier: Apache-2.0
/** @module The one deep merge: how an escape hatch is laid over what was rendered. */

/**
 * Lays `over` on `base`: objects merge by key, lists whose items have a `name` merge by name, every
 * other value and list of `over` replaces. Neither input is changed.
 */
export function merge<T>(base: T, over: unknown): T {
  if (over === undefined) return base;
  if (isRecord(base) && isRecord(over)) {
    const merged: Record<string, unknown> = { ...base };
    for (const [key, value] of Object.entries(over)) merged[key] = merge(merged[key], value);
    return merged as T;
  }
  if (isNamedList(base) && isNamedList(over)) {
    const merged: Named[] = [...base];
    for (const item of over) {
      const at = merged.findIndex((known) => known.name === item.name);
      const known = merged[at];
      if (known === undefined) merged.push(item);
      else merged[at] = merge(known, item);
    }
    return merged as T;
  }
  return over as T;
}

interface Named {
  readonly name: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNamedList(value: unknown): value is readonly Named[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isRecord(item) && typeof item.name === "string")
  );
}
