// SPDX-License-Identifier: Apache-2.0
/** @module `aws.iam.getPolicyDocument` without the provider: statements in, the JSON of IAM out. */
import type { Fields } from "../answers.js";

/** The document as the provider writes it. */
export function policyDocument(args: Fields): string {
  const statements = list(args.statements).map((statement) => ({
    ...named("Sid", statement.sid),
    Effect: statement.effect ?? "Allow",
    ...named("Action", oneOrMany(statement.actions)),
    ...named("NotAction", oneOrMany(statement.notActions)),
    ...named("Resource", oneOrMany(statement.resources)),
    ...named("NotResource", oneOrMany(statement.notResources)),
    ...named("Principal", principals(statement.principals)),
    ...named("NotPrincipal", principals(statement.notPrincipals)),
    ...named("Condition", conditions(statement.conditions)),
  }));
  return JSON.stringify({
    Version: args.version ?? "2012-10-17",
    ...named("Id", args.policyId),
    Statement: statements,
  });
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}

function named(key: string, value: unknown): Fields {
  return value === undefined ? {} : { [key]: value };
}

function oneOrMany(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.length === 1 ? value[0] : [...value].sort();
}

function principals(value: unknown): unknown {
  const given = list(value);
  if (given.length === 0) return undefined;
  const all = given.map(({ type, identifiers }) => [String(type), oneOrMany(identifiers)] as const);
  return all.length === 1 && all[0]?.[0] === "*" ? "*" : Object.fromEntries(all);
}

function conditions(value: unknown): unknown {
  const given = list(value);
  if (given.length === 0) return undefined;
  const result: Record<string, Record<string, unknown>> = {};
  for (const { test, variable, values } of given) {
    result[String(test)] = { ...result[String(test)], [String(variable)]: oneOrMany(values) };
  }
  return result;
}
