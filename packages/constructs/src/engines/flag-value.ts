// SPDX-License-Identifier: Apache-2.0
/** @module The value of one flag: read from tokens, written as tokens, and what it should be in words. */
import type { Flag } from "./flags.js";

/** Words that switch a boolean setting on in an environment variable or in a JSON document. */
const trueWords: ReadonlySet<string> = new Set(["true", "1", "yes", "on"]);

/** How Python programs read a boolean out of text. */
export function readBoolean(text: string): boolean {
  return trueWords.has(text.toLowerCase());
}

/** How many values a flag takes in one place. */
export function valuesOf(flag: Flag<unknown>): number {
  if (flag.kind === "switch") return 0;
  if (flag.repeated === true) return 1;
  return flag.kind === "texts" || flag.kind === "ints" ? Number.POSITIVE_INFINITY : 1;
}

/** The value that the tokens behind a flag stand for; undefined when the flag refuses them. */
export function readValue(flag: Flag<unknown>, values: readonly string[], off: boolean): unknown {
  const [first] = values;
  switch (flag.kind) {
    case "switch":
      return values.length === 0 ? !off : undefined;
    case "texts":
      return values.length === 0 ? undefined : values;
    case "ints":
      return values.length > 0 && values.every(isInt) ? values.map(Number) : undefined;
    default:
      return first === undefined || values.length > 1 ? undefined : readText(flag, first);
  }
}

/** The value that one piece of text stands for; undefined when the flag refuses it. */
export function readText(flag: Flag<unknown>, text: string): unknown {
  if (flag.nullable === true && text === "None") return null;
  switch (flag.kind) {
    case "int":
      if (flag.auto === true && text.toLowerCase() === "auto") return -1;
      return isInt(text) ? Number(text) : flag.human === true ? humanInt(text) : undefined;
    case "float":
      return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
    case "choice":
      return flag.values?.includes(text) === true ? text : undefined;
    case "json":
      return (
        readJson(text) ?? (flag.orPath === true && !text.trim().startsWith("{") ? text : undefined)
      );
    default:
      return text;
  }
}

/** The tokens that set a flag to a value. */
export function writeValue(flag: Flag<unknown>, value: unknown): string[] {
  if (flag.kind === "switch") {
    if (value === true) return [flag.flag];
    return flag.negative === undefined ? [] : [flag.negative];
  }
  if (Array.isArray(value) && flag.kind !== "json") {
    const texts = value.map(String);
    if (flag.repeated === true) return texts.flatMap((text) => writeText(flag.flag, text));
    return texts.length === 0 ? [] : [flag.flag, ...texts];
  }
  if (value === null) return [flag.flag, "None"];
  if (typeof value === "object") return [flag.flag, JSON.stringify(value)];
  return writeText(flag.flag, String(value));
}

/** A value that looks like a flag has to be tied to its own flag. */
function writeText(flag: string, text: string): string[] {
  return isFlag(text) ? [`${flag}=${text}`] : [flag, text];
}

/** Whether the program takes a token for a flag and not for a value. */
export function isFlag(token: string): boolean {
  return /^--?[A-Za-z][^\s=]*(=[\s\S]*)?$/.test(token);
}

/** Whether a value lies within the bounds of its flag. */
export function inBounds(flag: Flag<unknown>, value: unknown): boolean {
  const numbers = Array.isArray(value) ? value : [value];
  return numbers.every(
    (n) =>
      typeof n !== "number" ||
      (n >= (flag.min ?? n) &&
        n <= (flag.max ?? n) &&
        n > (flag.above ?? Number.NEGATIVE_INFINITY)),
  );
}

/** What a flag takes, in words. */
export function expectation(flag: Flag<unknown>): string {
  const unit = flag.unit === undefined ? "" : ` of ${flag.unit}`;
  const none = flag.nullable === true ? ", or None" : "";
  switch (flag.kind) {
    case "switch":
      return "no value";
    case "int":
      return `a whole number${unit}${range(flag)}${none}`;
    case "float":
      return `a number${unit}${range(flag)}${none}`;
    case "ints":
      return `whole numbers${unit}${range(flag)}`;
    case "choice":
      return `one of ${(flag.values ?? []).join(", ")}${none}`;
    case "json":
      return flag.orPath === true ? "a JSON object or the path of a file" : "a JSON object or list";
    case "texts":
      return "one or more values";
    default:
      return "a value";
  }
}

function range(flag: Flag<unknown>): string {
  const upper = flag.max === undefined ? "" : ` and at most ${flag.max}`;
  if (flag.above !== undefined) return ` above ${flag.above}${upper}`;
  if (flag.min !== undefined && flag.max !== undefined) return ` from ${flag.min} to ${flag.max}`;
  if (flag.min !== undefined) return ` of at least ${flag.min}`;
  return flag.max === undefined ? "" : ` of at most ${flag.max}`;
}

function readJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isInt(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text));
}

const humanUnits: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  g: 1e9,
  t: 1e12,
  K: 2 ** 10,
  M: 2 ** 20,
  G: 2 ** 30,
  T: 2 ** 40,
};

/** vLLM's human readable integers: `32k` is 32000, `32K` is 32768. @see vllm/engine/arg_utils.py */
function humanInt(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([kKmMgGtT])$/.exec(text);
  if (match === null) return undefined;
  const [, amount, unit = ""] = match;
  // A decimal of a binary unit is refused there, because it is rarely a whole number of tokens.
  if (amount?.includes(".") === true && unit === unit.toUpperCase()) return undefined;
  const total = Math.trunc(Number(amount) * (humanUnits[unit] ?? 1));
  return Number.isSafeInteger(total) ? total : undefined;
}
