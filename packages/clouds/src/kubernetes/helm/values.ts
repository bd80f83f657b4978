// SPDX-License-Identifier: Apache-2.0
/** @module Values of a chart against their schema, with Outputs among them. */
import { describeIssue } from "@dynamo-iac/constructs/api";
import { type FieldPath, formatPath, holdsToken } from "@dynamo-iac/constructs/facts";
import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { Mistake } from "../refusal.js";

/** A type whose parts may be Outputs. */
export type Inputs<T> = pulumi.Input<T> | Parts<T>;

type Parts<T> = T extends readonly (infer Item)[]
  ? readonly Inputs<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Inputs<T[Key]> }
    : T;

/** Stands in for a value that is not known yet; no schema accepts it, and what is said about it is dropped. */
const pending = Symbol("pending");

/** What is wrong with the values as far as they are known now; what an Output holds is judged by {@link guarded}. */
export function checkValues(schema: z.ZodType, values: unknown): readonly Mistake[] {
  const later: FieldPath[] = [];
  const known = stripped(values, [], later);
  return mistakesOf(schema, known, (path) => later.some((open) => startsWith(path, open)));
}

/**
 * The values with a check behind each Output: nothing downstream sees a value that the schema refuses.
 * Each Output is judged alone, so that one secret or unknown does not make the others so.
 *
 * @param values The same values with their tokens resolved
 */
export function guarded(where: string, schema: z.ZodType, values: unknown): unknown {
  const later: FieldPath[] = [];
  const known = stripped(values, [], later);
  const guard = (value: unknown, path: FieldPath): unknown => {
    if (isLater(value)) {
      const output: pulumi.Output<unknown> = pulumi.output(value as Promise<unknown>);
      return output.apply((inner) => judged(inner, path));
    }
    if (Array.isArray(value)) return value.map((item, at) => guard(item, [...path, at]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, guard(item, [...path, key])]),
    );
  };
  const judged = (inner: unknown, path: FieldPath): unknown => {
    const others = later.filter((open) => !(open.length === path.length && startsWith(open, path)));
    const mistakes = mistakesOf(schema, replaced(known, path, inner), (at) =>
      others.some((open) => startsWith(at, open)),
    );
    if (mistakes.length === 0) return inner;
    // Only the place and not the reason: the value may be a secret.
    throw new Error(`${where}: ${formatPath(["values", ...path])} holds what the chart refuses`);
  };
  return guard(values, []);
}

function mistakesOf(
  schema: z.ZodType,
  values: unknown,
  isOpen: (path: FieldPath) => boolean,
): Mistake[] {
  const result = schema.safeParse(values, { jitless: true });
  if (result.success) return [];
  return result.error.issues
    .filter((issue) => !concernsOpen(issue, [], isOpen))
    .flatMap((issue) => describeIssue(issue, values, schema))
    .map(({ path, message, fix }) => ({
      path: ["values", ...path],
      reason: `${message}${message.endsWith("?") ? "" : "."} ${fix}`,
    }));
}

/** An issue of a union is about the open value when one of its branches complains of nothing else. */
function concernsOpen(
  issue: z.core.$ZodIssue,
  base: FieldPath,
  isOpen: (path: FieldPath) => boolean,
): boolean {
  const path = [...base, ...issue.path.filter((step) => typeof step !== "symbol")];
  if (isOpen(path)) return true;
  if (issue.code !== "invalid_union") return false;
  return issue.errors.some(
    (branch) => branch.length > 0 && branch.every((inner) => concernsOpen(inner, path, isOpen)),
  );
}

function stripped(value: unknown, path: FieldPath, later: FieldPath[]): unknown {
  if (isLater(value) || (typeof value === "string" && holdsToken(value))) {
    later.push(path);
    return pending;
  }
  if (Array.isArray(value)) return value.map((item, at) => stripped(item, [...path, at], later));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, stripped(item, [...path, key], later)]),
  );
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((step, at) => path[at] === step);
}

function isLater(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function replaced(value: unknown, [step, ...rest]: FieldPath, inner: unknown): unknown {
  if (step === undefined) return inner;
  if (Array.isArray(value))
    return value.map((item, at) => (at === step ? replaced(item, rest, inner) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [step]: replaced(object[step], rest, inner) };
}
