// SPDX-License-Identifier: Apache-2.0
/** @module Interpolation as the Compose specification describes it: the inverse of what the target writes. */

/** `$$`, `$NAME`, or `${NAME}` with an operator; the same pattern as Docker Compose's loader. */
const pattern = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)(?:(:?[-+?])([^}]*))?\}|(\{))/gi;

/**
 * Fills variables in.
 *
 * @throws where Docker Compose refuses the file: a malformed `${`, or a required variable without a value
 * @see compose-spec 12-interpolation.md
 */
export function interpolate(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    pattern,
    (whole, dollar?: string, plain?: string, braced?: string, operator = "", operand = "") => {
      if (dollar !== undefined) return "$";
      const name = plain ?? braced;
      if (name === undefined) throw new Error(`invalid interpolation at ${whole} in ${text}`);
      const value = variables.get(name);
      // With a colon an empty value counts as none.
      const given = operator.startsWith(":")
        ? value !== undefined && value !== ""
        : value !== undefined;
      switch (operator.at(-1)) {
        case "-":
          return given ? (value ?? "") : operand;
        case "+":
          return given ? operand : "";
        case "?":
          if (!given) throw new Error(`required variable ${name} is missing a value: ${operand}`);
          return value ?? "";
        default:
          return value ?? "";
      }
    },
  );
}

/** Fills variables in everywhere: Compose interpolates values, never keys. */
export function interpolateAll<T>(value: T, variables: ReadonlyMap<string, string>): T {
  if (typeof value === "string") return interpolate(value, variables) as T;
  if (Array.isArray(value)) return value.map((item) => interpolateAll(item, variables)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, interpolateAll(item, variables)]),
  ) as T;
}
