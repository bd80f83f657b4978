// SPDX-License-Identifier: Apache-2.0
/** @module The two-way codec: a flag table turns argv into typed configuration and back. */
import { type DottedPath, dottedPath, withKey } from "./dotted-keys.js";
import { expectation, inBounds, isFlag, readValue, valuesOf, writeValue } from "./flag-value.js";
import type { ConfigOf, Flag, FlagIssue, FlagTable } from "./flags.js";

/** What an argv says, in types. */
export interface ParsedFlags<T extends FlagTable = FlagTable> {
  readonly config: ConfigOf<T>;
  /** Tokens that the table does not know or that hold a wrong value, in their order. */
  readonly extraArgs: readonly string[];
  readonly issues: readonly FlagIssue[];
  /** How many tokens of the argv became typed. */
  readonly typedTokens: number;
}

/** One option of an argv, before its value is judged. */
export interface RawOption {
  /** The property that the flag belongs to; undefined when the table does not know it. */
  readonly property: string | undefined;
  /** The flag as written, without `=value`; undefined for a token that belongs to no flag. */
  readonly flag: string | undefined;
  /** True when the spelling is one that switches off. */
  readonly off: boolean;
  readonly values: readonly string[];
  /** The tokens exactly as they were written. */
  readonly tokens: readonly string[];
}

/**
 * Reads typed configuration out of an argv. Of a flag that is given twice the last one counts, as
 * in the program itself; everything else that is not typed is kept.
 */
export function parseFlags<T extends FlagTable>(table: T, argv: readonly string[]): ParsedFlags<T> {
  const config: Record<string, unknown> = {};
  const extraArgs: string[] = [];
  const issues: FlagIssue[] = [];
  let typedTokens = 0;
  const options = splitOptions(table, argv);
  const last = new Map(options.map((option, at) => [option.property, at]));
  for (const [at, option] of options.entries()) {
    const flag = rowOf(table, option);
    if (flag === undefined || option.property === undefined) {
      extraArgs.push(...option.tokens);
      continue;
    }
    const value = optionValue(flag, option);
    issues.push(...optionIssues(flag, option, value));
    const overridden = flag.repeated !== true && last.get(option.property) !== at;
    if (value === undefined && !overridden) {
      extraArgs.push(...option.tokens);
      continue;
    }
    typedTokens += option.tokens.length;
    if (!overridden) config[option.property] = joined(flag, config[option.property], value);
  }
  return { config: config as ConfigOf<T>, extraArgs, issues, typedTokens };
}

/** Writes an argv: long flags, separate tokens, table order, then what was not typed. */
export function renderFlags<T extends FlagTable>(
  table: T,
  config: ConfigOf<T>,
  extraArgs: readonly string[] = [],
): string[] {
  const typed: string[] = [];
  for (const property of inTableOrder(table, Object.keys(config))) {
    const flag = table[property];
    const value = config[property];
    if (flag !== undefined && value !== undefined) typed.push(...writeValue(flag, value));
  }
  // Values that belong to no flag must not stand behind a flag that takes many.
  const firstFlag = extraArgs.findIndex(isFlag);
  const loose = firstFlag === -1 ? extraArgs.length : firstFlag;
  return [...extraArgs.slice(0, loose), ...typed, ...extraArgs.slice(loose)];
}

const orders = new WeakMap<FlagTable, ReadonlyMap<string, number>>();

/** Sorts the few properties that are set, instead of walking hundreds of rows. */
function inTableOrder(table: FlagTable, properties: readonly string[]): readonly string[] {
  const known = orders.get(table);
  const order = known ?? new Map(Object.keys(table).map((property, at) => [property, at]));
  if (known === undefined) orders.set(table, order);
  return properties.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Problems of a typed configuration: values out of bounds or not in the list. */
export function checkFlags<T extends FlagTable>(table: T, config: ConfigOf<T>): FlagIssue[] {
  return [...parseFlags(table, renderFlags(table, config)).issues];
}

/** Groups an argv into options with their values, without judging them. */
export function splitOptions(table: FlagTable, argv: readonly string[]): RawOption[] {
  const options: RawOption[] = [];
  let at = 0;
  while (at < argv.length) {
    const token = argv[at] ?? "";
    let next = at + 1;
    if (!isFlag(token)) {
      const tokens = [token];
      options.push({ property: undefined, flag: undefined, off: false, values: [], tokens });
      at = next;
      continue;
    }
    const equals = token.indexOf("=");
    const written = equals === -1 ? token : token.slice(0, equals);
    const known = spellingOf(table, written);
    const path = known === undefined ? dottedPath(table, spellingOf, written) : undefined;
    const values: string[] = [];
    if (equals === -1) {
      const row = table[known?.property ?? path?.property ?? ""];
      const most = row === undefined ? Number.POSITIVE_INFINITY : valuesOf(row);
      while (values.length < most && next < argv.length && !isFlag(argv[next] ?? "")) {
        values.push(argv[next] ?? "");
        next += 1;
      }
    } else {
      values.push(token.slice(equals + 1));
    }
    const { property, off = false } = known ?? {};
    const tokens = argv.slice(at, next);
    if (path === undefined) options.push({ property, flag: written, off, values, tokens });
    else addKey(options, path, values[0], tokens);
    at = next;
  }
  return options;
}

/** Adds a single key to the option that holds its document. */
function addKey(
  options: RawOption[],
  path: DottedPath,
  value: string | undefined,
  tokens: readonly string[],
): void {
  const { property, flag, keys } = path;
  const at = options.findIndex((option) => option.property === property && option.flag === flag);
  const known = at === -1 ? undefined : options.splice(at, 1)[0];
  const values = value === undefined ? [] : [withKey(known?.values[0], keys, value)];
  const all = [...(known?.tokens ?? []), ...tokens];
  options.push({ property, flag, off: false, values, tokens: all });
}

/** The options of an argv as the program reads them, so that two spellings compare equal. */
export function optionValues(
  table: FlagTable,
  options: readonly RawOption[],
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const option of options) {
    const flag = rowOf(table, option);
    if (flag === undefined) continue;
    const value = optionValue(flag, option) ?? option.values;
    values[flag.flag] = joined(flag, values[flag.flag], value);
  }
  return values;
}

/** A flag that is repeated collects its values; any other is replaced. */
function joined(flag: Flag<unknown>, before: unknown, value: unknown): unknown {
  return flag.repeated === true && Array.isArray(before) && Array.isArray(value)
    ? [...before, ...value]
    : value;
}

function rowOf(table: FlagTable, option: RawOption): Flag<unknown> | undefined {
  return option.property === undefined ? undefined : table[option.property];
}

function optionValue(flag: Flag<unknown>, option: RawOption): unknown {
  return readValue(flag, option.values, option.off);
}

function optionIssues(flag: Flag<unknown>, option: RawOption, value: unknown): FlagIssue[] {
  if (isReference(option.values)) return [];
  if (value === null) return [];
  if (value !== undefined && inBounds(flag, value)) return [...(flag.check?.(value) ?? [])];
  const got = option.values.length === 0 ? "no value" : option.values.join(" ");
  const written = option.flag ?? flag.flag;
  return [{ property: option.property ?? "", flag: written, got, expected: expectation(flag) }];
}

/** A `$(NAME)` reference is filled in when the container starts; its value is not known here. */
function isReference(values: readonly string[]): boolean {
  return values.some((value) => /\$[({]?\w/.test(value));
}

interface Spelling {
  readonly property: string;
  readonly off: boolean;
}

/** What a flag stands for; undefined when the table does not know it. */
function spellingOf(table: FlagTable, written: string): Spelling | undefined {
  // Most are written as the property is named: the index of hundreds of rows is not needed for those.
  const property = written
    .replace(/^-+/, "")
    .replace(/-(.)/g, (_, first: string) => first.toUpperCase());
  if (Object.hasOwn(table, property) && table[property]?.flag === written)
    return { property, off: false };
  const index = spellings(table);
  // vLLM and SGLang read --max_model_len as --max-model-len.
  return index.get(written) ?? index.get(written.replaceAll("_", "-"));
}

const indexes = new WeakMap<FlagTable, ReadonlyMap<string, Spelling>>();

/** Every spelling of a table's flags. */
function spellings(table: FlagTable): ReadonlyMap<string, Spelling> {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const index = new Map<string, Spelling>();
  for (const [property, flag] of Object.entries(table)) {
    for (const spelling of [flag.flag, ...(flag.aliases ?? [])]) {
      index.set(spelling, { property, off: false });
      if (flag.negative === negated(flag.flag) && spelling.startsWith("--"))
        index.set(negated(spelling), { property, off: true });
    }
    if (flag.negative !== undefined) index.set(flag.negative, { property, off: true });
  }
  indexes.set(table, index);
  return index;
}

function negated(flag: string): string {
  return `--no-${flag.slice(2)}`;
}
