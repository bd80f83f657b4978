// SPDX-License-Identifier: Apache-2.0
/** @module Plain data as TypeScript source: what fits on a line stays on it. */

/** Columns of a line of generated code. */
export const lineWidth = 100;

/** Source in the place of a value: a call with one argument, or the name of a constant. */
export type Source =
  | { readonly call: string; readonly argument: unknown }
  | { readonly reference: string };

/** Says which values are written as other source; undefined for plain data. */
export type Substitute = (key: string, value: unknown) => Source | undefined;

const plainData: Substitute = () => undefined;

/** Where a value is written. */
export interface Place {
  /** Spaces before the line. */
  readonly indent: number;
  /** Columns that are taken on the line before the value, and behind it. */
  readonly taken: number;
  readonly substitute?: Substitute | undefined;
}

/**
 * A value as an expression. The first line has no indentation, because something stands before it.
 */
export function literal(value: unknown, place: Place, key = ""): string {
  const { indent, taken, substitute = plainData } = place;
  const source = substitute(key, value);
  if (source !== undefined && "reference" in source) return source.reference;
  if (source !== undefined) {
    const { call, argument } = source;
    if (argument === undefined) return `${call}()`;
    return `${call}(${literal(argument, { indent, taken: taken + call.length + 2, substitute })})`;
  }
  if (typeof value !== "object" || value === null) return scalar(value);
  const line = inline(value, substitute);
  if (line === "{}" || line === "[]") return line;
  if (line !== undefined && taken + line.length <= lineWidth) return line;
  const inner = " ".repeat(indent + 2);
  const outer = " ".repeat(indent);
  const rows = Array.isArray(value)
    ? value.map((item) => literal(item, { indent: indent + 2, taken: indent + 3, substitute }))
    : entriesOf(value).map(([name, item]) => property(name, item, indent + 2, substitute));
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${rows.map((row) => `${inner}${row},\n`).join("")}${outer}${close}`;
}

/** `name: value`, or `name` alone when the value is the constant of that name. */
function property(name: string, value: unknown, indent: number, substitute: Substitute): string {
  const head = `${propertyName(name)}: `;
  const text = literal(value, { indent, taken: indent + head.length + 1, substitute }, name);
  return text === name ? name : `${head}${text}`;
}

/** The value on one line; undefined when it has to be broken. */
function inline(value: unknown, substitute: Substitute, key = ""): string | undefined {
  const source = substitute(key, value);
  if (source !== undefined && "reference" in source) return source.reference;
  if (source !== undefined) {
    if (source.argument === undefined) return `${source.call}()`;
    const argument = inline(source.argument, substitute);
    return argument === undefined ? undefined : `${source.call}(${argument})`;
  }
  if (typeof value !== "object" || value === null) {
    const text = scalar(value);
    return text.includes("\n") ? undefined : text;
  }
  if (Array.isArray(value)) {
    if (value.length > 1 && value.every(hasMembers)) return undefined;
    const items = value.map((item) => inline(item, substitute));
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  const members = entriesOf(value).map(([name, item]) => {
    const text = inline(item, substitute, name);
    if (text === undefined) return undefined;
    return text === name ? name : `${propertyName(name)}: ${text}`;
  });
  if (members.includes(undefined)) return undefined;
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Lists of objects read better one below the other. */
function hasMembers(item: unknown): boolean {
  return typeof item === "object" && item !== null && Object.keys(item).length > 1;
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function propertyName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function scalar(value: unknown): string {
  if (typeof value !== "string") return Object.is(value, -0) ? "-0" : String(value);
  return isTemplate(value) ? `\`${value.replace(/[\\`]|\$\{/g, "\\$&")}\`` : quoted(value);
}

/** Text of several lines, unless a template would not show it: it turns carriage returns into newlines. */
function isTemplate(text: string): boolean {
  return /[^\n]\n+[^\n]/.test(text) && !hidden.test(text.replace(/[\n\t]/g, ""));
}

/** Characters that do not show in source, or change how it reads. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function quoted(text: string): string {
  const escaped = (character: string) =>
    Array.from({ length: character.length }, (_, at) => {
      return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
    }).join("");
  return JSON.stringify(text).replace(new RegExp(hidden, "gu"), escaped);
}
