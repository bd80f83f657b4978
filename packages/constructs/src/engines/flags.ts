// SPDX-License-Identifier: Apache-2.0
/** @module The vocabulary of flag tables: one row says all that the codec, the checks and the docs need. */

/** How the value of a flag is written. */
export type FlagKind = "text" | "int" | "float" | "switch" | "choice" | "json" | "texts" | "ints";

/** What every kind of flag may say about itself. */
export interface FlagFacts {
  /** Other spellings that the program accepts, such as `-tp` or `--tp-size`. */
  readonly aliases?: readonly string[] | undefined;
  /** Unit of the value, such as `tokens`, `GiB` or `seconds`. */
  readonly unit?: string | undefined;
  /** Smallest accepted value. */
  readonly min?: number | undefined;
  /** Value that the accepted ones lie above. */
  readonly above?: number | undefined;
  /** Largest accepted value. */
  readonly max?: number | undefined;
  /** Environment variable that sets the same thing; the flag wins. */
  readonly env?: string | undefined;
  /**
   * Spelling that turns a switch off, such as `--no-enable-prefix-caching`. When it is the flag
   * with `--no-` in front, the aliases can be switched off in the same way.
   */
  readonly negative?: string | undefined;
  /** True when `None` on the command line, or null in JSON, is a value; it reads as null. */
  readonly nullable?: boolean | undefined;
  /** True when the flag is given once for each value of its list. */
  readonly repeated?: boolean | undefined;
  /** True when the program also reads `32k` or `1M`. */
  readonly human?: boolean | undefined;
  /** True when the program also reads `auto`, which is -1. */
  readonly auto?: boolean | undefined;
  /** True when the value may be the path of a file instead of JSON. */
  readonly orPath?: boolean | undefined;
  /** True when the program also reads single keys of the JSON document: `--flag.key.key value`. */
  readonly dotted?: boolean | undefined;
}

/** A value that is not what its flag, or its key in a JSON document, asks for. */
export interface FlagIssue {
  /** The property of the configuration. */
  readonly property: string;
  /** The flag as it was written, or the environment variable. */
  readonly flag: string;
  /** The key inside the flag's JSON document, such as `scheduling.gateway`. @default - the flag itself */
  readonly key?: string | undefined;
  readonly got: string;
  /** What the flag takes, such as `a whole number of at least 1`. */
  readonly expected: string;
  /** True when the program starts anyway and pays no attention to the value. */
  readonly ignored?: boolean | undefined;
}

/**
 * One row of a flag table; `V` is the TypeScript type of its value. Tables of the keys of a JSON
 * document have the same rows, with the key in the place of the flag.
 */
export interface Flag<V> extends FlagFacts {
  readonly kind: FlagKind;
  /** The long spelling, which is the one that we write. */
  readonly flag: string;
  /** Accepted values of a choice. */
  readonly values?: readonly string[] | undefined;
  /** What the program does without the flag; undefined when it decides at run time. */
  readonly default?: V | undefined;
  /** Rules that a value has to keep beyond its kind, its bounds and its list. */
  check?(value: V): readonly FlagIssue[];
}

/** A program's flags by property name, in the order in which they are written. */
// biome-ignore lint/suspicious/noExplicitAny: a table holds flags of every value type
export type FlagTable = { readonly [property: string]: Flag<any> };

/** The typed configuration that a table describes. Doc comments of the rows carry over. */
export type ConfigOf<T extends FlagTable> = {
  readonly [P in keyof T]?: (T[P] extends Flag<infer V> ? V : never) | undefined;
};

type Options<V> = FlagFacts & Pick<Flag<V>, "default" | "check">;

/** A flag with one free-form value. */
export function text(flag: string, options: Options<string> = {}): Flag<string> {
  return { kind: "text", flag, ...options };
}

/** A flag with one whole number. */
export function int(flag: string, options: Options<number> = {}): Flag<number> {
  return { kind: "int", flag, ...options };
}

/** A flag with one decimal number. */
export function float(flag: string, options: Options<number> = {}): Flag<number> {
  return { kind: "float", flag, ...options };
}

/** A flag without a value; with a `negative` spelling it can also be switched off. */
export function toggle(flag: string, options: Options<boolean> = {}): Flag<boolean> {
  return { kind: "switch", flag, ...options };
}

/** A boolean of Python's BooleanOptionalAction: `--x` and `--no-x`. */
export function negatable(flag: string, options: Options<boolean> = {}): Flag<boolean> {
  return toggle(flag, { negative: `--no-${flag.slice(2)}`, ...options });
}

/** A flag whose value comes from a closed list. */
export function choice<const V extends string>(
  flag: string,
  values: readonly V[],
  options: Options<NoInfer<V>> = {},
): Flag<V> {
  return { kind: "choice", flag, values, ...options };
}

/** A flag whose value is a JSON object or list. */
export function json<V>(flag: string, options: Options<V> = {}): Flag<V> {
  return { kind: "json", flag, ...options };
}

/** A flag whose value is a JSON document or the path of a file that holds one. */
export function jsonOrPath<V>(flag: string, options: Options<V | string> = {}): Flag<V | string> {
  return { kind: "json", flag, orPath: true, ...options };
}

/** A flag with one or more free-form values, separated by spaces. */
export function texts(
  flag: string,
  options: Options<readonly string[]> = {},
): Flag<readonly string[]> {
  return { kind: "texts", flag, ...options };
}

/** A flag with one or more whole numbers, separated by spaces. */
export function ints(
  flag: string,
  options: Options<readonly number[]> = {},
): Flag<readonly number[]> {
  return { kind: "ints", flag, ...options };
}

/** A flag with one free-form value that may be given several times. */
export function repeated(
  flag: string,
  options: Options<readonly string[]> = {},
): Flag<readonly string[]> {
  return { kind: "texts", flag, repeated: true, ...options };
}

/** The same flag, which also takes `None` (null in JSON). */
export function nullable<V>(flag: Flag<V>): Flag<V | null> {
  return { ...flag, nullable: true };
}

/** The same flags for a program that does not read their environment variables. */
export function withoutEnv<const T extends FlagTable>(table: T): T {
  const rows = Object.entries(table).map(([property, { env: _, ...row }]) => [property, row]);
  return Object.fromEntries(rows) as T;
}
