// SPDX-License-Identifier: Apache-2.0
/** @module A value as messages print it. */

const longest = 80;

/** The value as JSON, so that a stray space or a quoted number can be seen; at most 80 characters. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
