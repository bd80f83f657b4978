// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes in the form of a configuration: unknown keys, wrong types, values out of bounds. */
import { describeIssue, type Problem, schemaAt } from "@dynamo-iac/constructs/api";
import type { FieldPath, FindingCode } from "@dynamo-iac/constructs/facts";
import type { z } from "zod";
import { removeCommand, setCommand } from "./command.js";
import { exampleOf } from "./field.js";

/** Codes of the API's schema, by which the configuration's mistakes are told apart. */
const codeOf: Readonly<Partial<Record<FindingCode, FindingCode>>> = {
  "DYN-API-001": "DYN-STACK-001",
  "DYN-API-003": "DYN-STACK-003",
  "DYN-API-004": "DYN-STACK-004",
  "DYN-API-005": "DYN-STACK-005",
  "DYN-API-006": "DYN-STACK-006",
  "DYN-API-008": "DYN-STACK-005",
};

/** The mistakes behind one issue of the schema, each with the command that repairs it. */
export function mistakesOf(
  issue: z.core.$ZodIssue,
  config: unknown,
  schema: z.ZodType,
): readonly Problem[] {
  return describeIssue(issue, config, schema).map((problem) => {
    const code = codeOf[problem.code] ?? "DYN-STACK-002";
    const { path, message } = problem;
    const fix =
      code === "DYN-STACK-001" ? unknownKeyFix(problem, config) : valueFix(problem, config, schema);
    return { code, path, message, fix };
  });
}

function unknownKeyFix({ path, meant }: Problem, config: unknown): string {
  const remove = removeCommand(path);
  if (typeof meant !== "string") return `Run \`${remove}\`.`;
  const set = setCommand([...path.slice(0, -1), meant], at(config, path));
  return set === "" ? `Run \`${remove}\`.` : `Run \`${remove} && ${set}\`.`;
}

function valueFix({ path, meant }: Problem, config: unknown, schema: z.ZodType): string {
  const there = at(config, path);
  const value = meant ?? converted(there, schema, path) ?? exampleOf(schemaAt(schema, path));
  if (value === undefined) return `Run \`${removeCommand(path)}\`.`;
  const set = setCommand(path, value);
  // Pulumi refuses to put a key below a value that is no object or list.
  const blocked = there !== undefined && there !== null && typeof value === "object";
  if (!blocked) return `Run \`${set}\`.`;
  // Removing an entry of a list moves those behind it, so that nothing can be set in its place.
  if (typeof path.at(-1) === "number") return `Run \`${removeCommand(path)}\`.`;
  return `Run \`${removeCommand(path)} && ${set}\`.`;
}

/** The value in the type that the schema wants, where that is plain: `"4"` is 4, `us-east-1a` a list of one. */
function converted(value: unknown, schema: z.ZodType, path: FieldPath): unknown {
  const wanted = schemaAt(schema, path);
  if (wanted === undefined || value === undefined) return undefined;
  const yes = /^(true|yes|on|1)$/i.test(String(value));
  const candidates = [Number(value), yes, [value]];
  return candidates.find(
    (candidate) => !Object.is(candidate, value) && wanted.safeParse(candidate).success,
  );
}

/** What stands at a path of plain data. */
export function at(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === "object" && here !== null
        ? (here as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}
