// SPDX-License-Identifier: Apache-2.0
/** @module JSON values with something wrong in them. */

/** Every place of a JSON value, as a list of steps. */
export function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))];
}

/** The value with something else in one place. */
export function spoiled(value: unknown, path: readonly string[], junk: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return junk;
  const copy = structuredClone(value) as object;
  Reflect.set(copy, step, spoiled(Reflect.get(copy, step), rest, junk));
  return copy;
}

/** Values that belong nowhere. */
export const junk: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  "",
  "x",
  `\${X}`,
  [],
  [null],
  ["x"],
  {},
  { name: "x" },
  [{ name: "x" }],
];
