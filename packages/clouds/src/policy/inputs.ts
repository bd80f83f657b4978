// SPDX-License-Identifier: Apache-2.0
/** @module Arguments as the engine gives them to a policy, as plain data. */
import { type PlanObject, type PlanValue, unknownMark } from "../plan/index.js";

/** A copy of the arguments; what a preview does not know is `[unknown]`. */
export function plainInputs(props: Readonly<Record<string, unknown>>): PlanObject {
  return copied(props) as PlanObject;
}

function copied(value: unknown): PlanValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value !== "object" || value === null) return null;
  // Not map: it reads every element before it calls.
  if (Array.isArray(value))
    return Array.from({ length: value.length }, (_, position) => read(() => value[position]));
  return Object.fromEntries(
    Object.keys(value).map((key) => [key, read(() => (value as Record<string, unknown>)[key])]),
  );
}

/** Reading an unknown value throws. */
function read(get: () => unknown): PlanValue {
  let value: unknown;
  try {
    value = get();
  } catch {
    return unknownMark;
  }
  return copied(value);
}
