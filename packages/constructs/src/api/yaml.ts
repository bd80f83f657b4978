// SPDX-License-Identifier: Apache-2.0
/** @module Writes an object as js-yaml does, only faster: most texts of a manifest need no thought. */
import { dump } from "js-yaml";

/** One YAML document, in the order of its keys; the same bytes for the same object. */
export function toYaml(object: object): string {
  const out: string[] = [];
  write(out, object, 0);
  out.push("\n");
  // Added up piece by piece, the text of a fleet would be millions of small strings.
  return out.join("");
}

/** A value whose first line begins behind what is written already, and whose others are indented. */
function write(out: string[], value: unknown, depth: number): void {
  if (typeof value === "string") out.push(scalar(value, depth));
  else if (typeof value === "boolean" || isPlainNumber(value)) out.push(String(value));
  else if (Array.isArray(value)) writeList(out, value, depth);
  else if (isMapping(value)) writeMapping(out, value, depth);
  else out.push(asked(value, depth));
}

function writeList(out: string[], list: readonly unknown[], depth: number): void {
  if (list.length === 0) out.push("[]");
  const next = `\n${"  ".repeat(depth)}- `;
  let mark = "- ";
  for (const item of list) {
    out.push(mark);
    write(out, item ?? null, depth + 1);
    mark = next;
  }
}

function writeMapping(
  out: string[],
  mapping: Readonly<Record<string, unknown>>,
  depth: number,
): void {
  const keys = Object.keys(mapping).filter((key) => mapping[key] !== undefined);
  if (keys.length === 0) out.push("{}");
  const names = keys.map(simple);
  // js-yaml has a form of its own for keys that are long or have lines.
  if (names.includes(undefined)) {
    out.push(asked(mapping, depth));
    return;
  }
  const next = `\n${"  ".repeat(depth)}`;
  keys.forEach((key, index) => {
    const value = mapping[key];
    if (index > 0) out.push(next);
    out.push(names[index] ?? "", isBlock(value) ? `:${next}  ` : ": ");
    write(out, value, depth + 1);
  });
}

/** True for what begins on a line of its own. */
function isBlock(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMapping(value)) return Object.values(value).some((item) => item !== undefined);
  return value instanceof Map;
}

function isPlainNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Text that no YAML parser takes for anything else: no number, none of the words with a meaning. */
const plain =
  /^(?!(?:null|true|false|yes|no|on|off|y|n)$)(?:(?:--?|\/)?[a-z](?:[\w./@=,+-]|:(?=\w)){0,999}|\d{1,15}(?:[kmgtpe]i|[kmgtp]))$/i;

/** Text that begins as a plain one must not, or is a number: single quotes, of which inner ones are doubled. */
const quoted = /^(?:[[\]{}"'&*!|>%@`#,][ -~]{0,999}|\d{1,999})$/;

function scalar(text: string, depth: number): string {
  return simple(text) ?? asked(text, depth);
}

/** The text where its form is certain; undefined where js-yaml has to be asked. */
function simple(text: string): string | undefined {
  if (plain.test(text)) return text;
  return quoted.test(text) ? `'${text.replaceAll("'", "''")}'` : undefined;
}

/** What js-yaml writes at this depth. */
function asked(value: unknown, depth: number): string {
  let nested = value;
  for (let level = 0; level < depth; level += 1) nested = [nested];
  const text = dump(nested, { lineWidth: -1, noRefs: true });
  return text.slice(2 * depth).replace(/\n(?:\.\.\.\n)?$/, "");
}
