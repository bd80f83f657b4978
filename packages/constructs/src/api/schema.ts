// SPDX-License-Identifier: Apache-2.0
/** @module Judges an object by the strict schema of its kind. */
import type { z } from "zod";
import {
  type FieldPath,
  type Finding,
  finding,
  formatPath,
  nearest,
  show,
} from "../facts/index.js";
import { acceptanceOf } from "./acceptance.js";
import { findKind, kinds } from "./kinds.js";
import { findingsOf, type Problem } from "./problem.js";
import { at, isNvidia, objectLabel, text, written } from "./reading.js";
import { describeIssue } from "./schema-issue.js";

/** Kinds of the same API group that belong to the GPU operator. */
const foreignKinds: ReadonlySet<string> = new Set(["ClusterPolicy", "NVIDIADriver"]);

/**
 * What the API server's schema says about one object: unknown fields, wrong types, values out of bounds.
 *
 * Objects of other API groups give no findings.
 *
 * @see deploy/operator/config/crd/bases
 */
export function checkSchema(object: unknown): readonly Finding[] {
  if (!isNvidia(object)) return [];
  const apiVersion = text(at(object, "apiVersion")) ?? "";
  const name = text(at(object, "kind")) ?? "";
  const kind = findKind(apiVersion, name);
  if (kind === undefined) return foreignKinds.has(name) ? [] : [unknownKind(object)];
  const { issues, nulls } = issuesOf(kind.schema, object);
  const wrong = issues.flatMap((issue) => describeIssue(issue, object, kind.schema));
  return findingsOf(object, [...wrong, ...nulls.filter(unreported(wrong)).map(nullField)]);
}

/** Compiling a hundred schemas costs more than a fleet of graphs gains by it. */
const interpreted = { jitless: true };

/** The issues of zod, and apart from them the fields that are null: a create request drops such fields. */
function issuesOf(
  schema: z.ZodType,
  object: unknown,
): { readonly issues: readonly z.core.$ZodIssue[]; readonly nulls: readonly FieldPath[] } {
  if (acceptanceOf(schema)(object)) return { issues: [], nulls: [] };
  const first = schema.safeParse(object, interpreted);
  if (first.success) return { issues: [], nulls: [] };
  const nulls = first.error.issues
    .map((issue) => issue.path.filter((step) => typeof step !== "symbol"))
    .filter((path) => typeof path.at(-1) === "string" && written(object, path) === null);
  if (nulls.length === 0) return { issues: first.error.issues, nulls };
  const second = schema.safeParse(nulls.reduce(without, object), interpreted);
  return { issues: second.success ? [] : second.error.issues, nulls };
}

/** Null in metadata is what Go programs write for an unset time; nobody refuses it. */
function unreported(wrong: readonly Problem[]): (path: FieldPath) => boolean {
  const reported = new Set(wrong.map(({ path }) => formatPath(path)));
  return (path) => path[0] === "spec" && !reported.has(formatPath(path));
}

function nullField(path: FieldPath): Problem {
  const message = "null is no value: a create request drops it, server-side apply refuses it";
  return { code: "DYN-API-013", path, message, fix: "Remove the field, or give it a value." };
}

/** A copy without the field at a path; what is beside the path is shared. */
function without(value: unknown, path: FieldPath): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== "object" || value === null) return value;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  if (rest.length === 0) Reflect.deleteProperty(copy, step);
  else Reflect.set(copy, step, without(Reflect.get(value, step), rest));
  return copy;
}

function unknownKind(object: unknown): Finding {
  const apiVersion = text(at(object, "apiVersion")) ?? "";
  const name = text(at(object, "kind")) ?? "";
  const versions = kinds.filter((kind) => kind.kind === name).map((kind) => kind.apiVersion);
  const label = objectLabel(object);
  if (versions.length > 0)
    return finding(
      "DYN-API-010",
      { object: label, path: ["apiVersion"] },
      `${name} is served as ${versions.join(" and ")}, got ${show(apiVersion)}`,
      `Set apiVersion to ${versions[0]}.`,
    );
  const names = [...new Set(kinds.map((kind) => kind.kind))];
  const close = nearest(name, names);
  return finding(
    "DYN-API-010",
    { object: label, path: ["kind"] },
    `${apiVersion} of Dynamo 1.4 has no kind ${show(name)}; it has ${names.join(", ")}`,
    close === undefined ? "Use one of these kinds." : `Did you mean ${close}?`,
  );
}
