// SPDX-License-Identifier: Apache-2.0
/** @module JSON objects that nobody has looked at yet. */

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** True for a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
