// SPDX-License-Identifier: Apache-2.0
/** @module JSON documents by table: what a flag table is for an argv, for the keys of an object. */
import { expectation, inBounds, readBoolean, readText } from "./flag-value.js";
import type { ConfigOf, Flag, FlagIssue, FlagTable } from "./flags.js";

/** Where a document stands: the property and the flag that issues name. */
export interface FieldsAt {
  readonly property: string;
  readonly flag: string;
}

/** What a JSON document says, in types. */
export interface ReadFields<T extends FlagTable> {
  /** Values by property, aliases resolved; keys without a readable value are absent. */
  readonly config: ConfigOf<T>;
  /** Keys that the table does not know. */
  readonly unknown: readonly string[];
  readonly issues: readonly FlagIssue[];
}

/** Reads the object of a JSON document by the table of its keys. */
export function readFields<T extends FlagTable>(
  table: T,
  document: unknown,
  at: FieldsAt,
): ReadFields<T> {
  const config: Record<string, unknown> = {};
  const unknown: string[] = [];
  const issues: FlagIssue[] = [];
  if (!isObject(document)) {
    issues.push({ ...at, got: shown(document), expected: "a JSON object" });
    return { config: {}, unknown, issues };
  }
  for (const [key, value] of Object.entries(document)) {
    const found = rowOf(table, key);
    if (found === undefined) {
      unknown.push(key);
      continue;
    }
    const [property, row] = found;
    const read = readField(row, value);
    if (read !== undefined) config[property] = read;
    if (read === undefined || !inBounds(row, read)) {
      const expected = row.kind === "switch" ? "true or false" : expectation(row);
      issues.push(fieldIssue(at, key, value, expected));
    } else if (read !== null && row.check !== undefined) {
      issues.push(...row.check(read).map((issue) => nested(at, key, issue)));
    }
  }
  return { config: config as ConfigOf<T>, unknown, issues };
}

/** An issue with one key of a document. */
export function fieldIssue(at: FieldsAt, key: string, value: unknown, expected: string): FlagIssue {
  return { ...at, key, got: shown(value), expected };
}

/** Rules of an object inside a document; other keys than those of the table may be there. */
export function openFields(table: FlagTable): Pick<Flag<unknown>, "check"> {
  return { check: (value) => readFields(table, value, inside).issues };
}

/** Rules of an object inside a document whose keys are closed: every key has to be known. */
export function closedFields(table: FlagTable): Pick<Flag<unknown>, "check"> {
  const known = Object.values(table).map((row) => row.flag);
  return {
    check(value) {
      const { issues, unknown } = readFields(table, value, inside);
      const expected = `one of ${known.join(", ")}`;
      const strangers = unknown.map((key) => fieldIssue(inside, key, "an unknown key", expected));
      return [...issues, ...strangers];
    },
  };
}

/** The row of the object around it knows where an object stands. */
const inside: FieldsAt = { property: "", flag: "" };

/** An issue of an object inside the document, as an issue of the document. */
function nested(at: FieldsAt, key: string, issue: FlagIssue): FlagIssue {
  return { ...issue, ...at, key: issue.key === undefined ? key : `${key}.${issue.key}` };
}

function rowOf(table: FlagTable, key: string): readonly [string, Flag<unknown>] | undefined {
  return Object.entries(table).find(
    ([, row]) => row.flag === key || row.aliases?.includes(key) === true,
  );
}

/** A value as the program takes it: numbers and booleans may also be written as text. */
function readField(row: Flag<unknown>, value: unknown): unknown {
  if (value === null) return row.nullable === true ? null : undefined;
  switch (row.kind) {
    case "switch":
      return typeof value === "string" && /^(true|false|1|0|yes|no|on|off)$/i.test(value)
        ? readBoolean(value)
        : typeof value === "boolean"
          ? value
          : undefined;
    case "int":
      return Number.isInteger(value) ? value : textField(row, value);
    case "float":
      return typeof value === "number" ? value : textField(row, value);
    case "texts":
      return Array.isArray(value) && value.every((v) => typeof v === "string") ? value : undefined;
    case "ints":
      return Array.isArray(value) && value.every(Number.isInteger) ? value : undefined;
    case "json":
      return typeof value === "object" || (row.orPath === true && typeof value === "string")
        ? value
        : undefined;
    default:
      return textField(row, value);
  }
}

function textField(row: Flag<unknown>, value: unknown): unknown {
  return typeof value === "string" ? readText(row, value) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}
