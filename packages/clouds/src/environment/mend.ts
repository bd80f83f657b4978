// SPDX-License-Identifier: Apache-2.0
/** @module A configuration with its broken parts taken out, so that the rest can be judged in the same run. */
import { schemaAt } from "@dynamo-iac/constructs/api";
import type { FieldPath } from "@dynamo-iac/constructs/facts";
import type { z } from "zod";
import { exampleOf } from "./field.js";

/** Rounds after which a configuration counts as beyond repair; each takes out one level of nesting. */
const maxRounds = 8;

/**
 * Takes out what the schema refuses: unknown keys go, wrong values give way to the default, and a
 * missing required one to `fallback` or its example. Undefined when that leads nowhere.
 */
export function mend<Schema extends z.ZodType>(
  config: unknown,
  schema: Schema,
  fallback: Readonly<Record<string, unknown>>,
): z.output<Schema> | undefined {
  const copy: unknown = structuredClone(config);
  for (let round = 0; round < maxRounds; round++) {
    const parsed = schema.safeParse(copy);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) mendIssue(copy, issue, schema, fallback);
  }
  return undefined;
}

function mendIssue(
  config: unknown,
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  fallback: Readonly<Record<string, unknown>>,
): void {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const parent = holder(config, issue.code === "unrecognized_keys" ? path : path.slice(0, -1));
  if (parent === undefined) return;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) Reflect.deleteProperty(parent, key);
    return;
  }
  const last = path.at(-1);
  if (last === undefined) return;
  const there = Reflect.get(parent, last);
  const example =
    (path.length === 1 ? fallback[last] : undefined) ?? exampleOf(schemaAt(schema, path));
  // A missing or repeatedly wrong value that is required takes the example; lists keep their places.
  if (there === undefined || typeof last === "number") Reflect.set(parent, last, example);
  else Reflect.deleteProperty(parent, last);
}

function holder(config: unknown, path: FieldPath): object | undefined {
  let here: unknown = config;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = Reflect.get(here, step);
  }
  return typeof here === "object" && here !== null ? here : undefined;
}
