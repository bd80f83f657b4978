// SPDX-License-Identifier: Apache-2.0
/** @module Turns one issue of zod into what a person needs: field, value, bound, fix. */
import { z } from "zod";
import { type FieldPath, nearest, show } from "../facts/index.js";
import type { Problem } from "./problem.js";
import { at, count, items, text, written } from "./reading.js";
import { otherVersionName } from "./renamed-field.js";

/** The problems behind one issue; several when it names several unknown fields. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  object: unknown,
  root: z.ZodType,
): readonly Problem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const value = written(object, path);
  // The API server drops a null field, so what is wrong with it is that it is missing.
  const got = value === null && typeof path.at(-1) === "string" ? undefined : value;
  const schema = schemaAt(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(key, path, schema, object));
    case "invalid_type":
      return [wrongType(path, got, schema, issue.expected)];
    case "invalid_union":
      return [wrongType(path, got, schema, "int or string")];
    case "invalid_value":
      return [wrongValue(path, got, issue.values)];
    case "too_small":
      return [outOfBounds(path, got, issue.origin, `at least ${issue.minimum}`, issue.minimum)];
    case "too_big":
      return [outOfBounds(path, got, issue.origin, `at most ${issue.maximum}`, issue.maximum)];
    case "invalid_format": {
      const form = description(schema) ?? `text of the form ${issue.pattern ?? issue.format}`;
      return [
        {
          code: "DYN-API-005",
          path,
          message: `must be ${form}, got ${show(got)}`,
          fix: `Write ${form}.`,
        },
      ];
    }
    case "custom":
      return [listProblem(path, got, issue.params)];
    default:
      return [{ code: "DYN-API-002", path, message: issue.message, fix: "Correct the value." }];
  }
}

function unknownField(
  key: string,
  path: FieldPath,
  schema: z.ZodType | undefined,
  object: unknown,
): Problem {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const other = otherVersionName(text(at(object, "apiVersion")) ?? "", key);
  const meant = other ?? nearest(key, known);
  const hint = meant === undefined ? "" : `; did you mean ${show(meant)}?`;
  return {
    code: "DYN-API-001",
    path: [...path, key],
    message: `unknown field ${show(key)}${hint}`,
    fix: meant === undefined ? `Remove ${key}.` : `Write ${meant} instead of ${key}.`,
    meant,
  };
}

const typeNames: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  "int or string": "a whole number or text",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "text",
};

function wrongType(
  path: FieldPath,
  got: unknown,
  schema: z.ZodType | undefined,
  expected: string,
): Problem {
  const wanted = description(schema) ?? typeNames[expected] ?? expected;
  if (got === undefined)
    return {
      code: "DYN-API-006",
      path,
      message: `required: ${wanted}, got nothing`,
      fix: `Set ${path.at(-1) ?? "the object"}.`,
    };
  const fix =
    (expected === "string" || expected === "int or string") && typeof got !== "object"
      ? `Put it in quotes: "${String(got)}".`
      : `Write ${wanted}.`;
  return { code: "DYN-API-002", path, message: `must be ${wanted}, got ${show(got)}`, fix };
}

function wrongValue(path: FieldPath, got: unknown, values: readonly unknown[]): Problem {
  const allowed = values.map((value) => show(value)).join(", ");
  if (got === undefined)
    return {
      code: "DYN-API-006",
      path,
      message: `required: one of ${allowed}, got nothing`,
      fix: `Set ${path.at(-1) ?? "the object"}.`,
    };
  const close = typeof got === "string" ? nearest(got, values.map(String)) : undefined;
  const hint = close === undefined ? "" : `; did you mean ${show(close)}?`;
  return {
    code: "DYN-API-003",
    path,
    message: `must be one of ${allowed}, got ${show(got)}${hint}`,
    fix: close === undefined ? `Use one of ${allowed}.` : `Use ${show(close)}.`,
    meant: close,
  };
}

function outOfBounds(
  path: FieldPath,
  got: unknown,
  origin: string,
  bound: string,
  limit: number | bigint,
): Problem {
  if (origin === "array") return tooMany(path, items(got).length, Number(limit));
  if (origin === "string") {
    const length = text(got)?.length ?? 0;
    return {
      code: "DYN-API-008",
      path,
      message: `must have ${bound} characters, has ${length}: ${show(got)}`,
      fix: length === 0 ? "Write a value, or remove the field." : `Use ${bound} characters.`,
    };
  }
  return {
    code: "DYN-API-004",
    path,
    message: `must be ${bound}, got ${show(got)}`,
    fix: `Use ${bound}.`,
    meant: limit,
  };
}

function tooMany(path: FieldPath, length: number, limit: number): Problem {
  return {
    code: "DYN-API-007",
    path,
    message: `must have at most ${limit} entries, has ${length}`,
    fix: `Remove ${length - limit} of them.`,
  };
}

function listProblem(path: FieldPath, got: unknown, params: unknown): Problem {
  const limit = count(at(params, "tooMany"));
  if (limit !== undefined) return tooMany(path, Object.keys(Object(got)).length, limit);
  const first = count(at(params, "duplicateOf")) ?? 0;
  const key = items(at(params, "key"))
    .map((value) => show(value))
    .join(", ");
  return {
    code: "DYN-API-009",
    path,
    message: `repeats entry ${first}: both have the key ${key}`,
    fix: `Merge it into entry ${first}, or change one of the two.`,
  };
}

/** The schema of one field; undefined where the path leaves what the schema describes. */
export function schemaAt(root: z.ZodType, path: FieldPath): z.ZodType | undefined {
  let here: unknown = unwrap(root);
  for (const step of path) {
    if (here instanceof z.ZodObject) here = unwrap(at(here.shape, step));
    else if (here instanceof z.ZodArray) here = unwrap(here.element);
    else if (here instanceof z.ZodRecord) here = unwrap(here.valueType);
    else return undefined;
  }
  return here instanceof z.ZodType ? here : undefined;
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}

/** What the field takes, in words. */
function description(schema: z.ZodType | undefined): string | undefined {
  return schema?.meta()?.description;
}
