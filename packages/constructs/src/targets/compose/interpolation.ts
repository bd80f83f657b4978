// SPDX-License-Identifier: Apache-2.0
/**
 * @module What Compose fills in when it reads the file: `${NAME}` from the shell or `.env`.
 *
 * @see compose-spec 12-interpolation.md
 */
import type { SecretKey, Text } from "../standalone/text.js";

/** A value before interpolation is taken care of: every string may hold secrets. */
export type Draft<T> = T extends string
  ? T | Text
  : T extends readonly (infer Item)[]
    ? readonly Draft<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Draft<T[Key]> }
      : T;

/** The variable that a secret is read from. */
export interface SecretVariable {
  readonly name: string;
  readonly secret: string;
  readonly key: string;
  /** True when Compose stops with a message as long as the variable has no value. */
  readonly required: boolean;
}

/** Writes text so that Compose gives it back unchanged. */
export function escapeText(text: string): string {
  return text.replaceAll("$", "$$$$");
}

/** Finds variables for secrets and writes every string of a draft so that Compose reads what was meant. */
export function interpolated<T>(draft: Draft<T>): {
  readonly value: T;
  readonly variables: readonly SecretVariable[];
} {
  const variables = secretVariables(secretsIn(draft));
  return { value: written(draft, variables) as T, variables: [...variables.values()].sort(byName) };
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "parts" in value;
}

function secretsIn(value: unknown): readonly SecretKey[] {
  if (isText(value)) return value.parts.filter((part) => typeof part !== "string");
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}

/** Keys whose absence only costs access to gated models. */
const tokens: ReadonlySet<string> = new Set(["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"]);

/**
 * A variable for every secret: its key when that looks like a variable and no second Secret has it,
 * else Secret and key together.
 */
function secretVariables(secrets: readonly SecretKey[]): ReadonlyMap<string, SecretVariable> {
  const owners = new Map<string, Set<string>>();
  for (const { secret, key } of secrets)
    owners.set(key, (owners.get(key) ?? new Set()).add(secret));
  const variables = new Map<string, SecretVariable>();
  for (const { secret, key, optional } of secrets) {
    const short = /^[A-Z_][A-Z0-9_]*$/.test(key) && owners.get(key)?.size === 1;
    const name = short
      ? key
      : `${secret}_${key}`
          .toUpperCase()
          .replace(/\W/g, "_")
          .replace(/^(?=\d)/, "_");
    const before = variables.get(id(secret, key));
    const required = !optional && !tokens.has(key);
    variables.set(id(secret, key), {
      name,
      secret,
      key,
      required: required || before?.required === true,
    });
  }
  return variables;
}

function id(secret: string, key: string): string {
  return `${secret}/${key}`;
}

function byName(a: SecretVariable, b: SecretVariable): number {
  return a.name < b.name ? -1 : 1;
}

function written(value: unknown, variables: ReadonlyMap<string, SecretVariable>): unknown {
  if (typeof value === "string") return escapeText(value);
  if (isText(value)) {
    return value.parts
      .map((part) => (typeof part === "string" ? escapeText(part) : reference(part, variables)))
      .join("");
  }
  if (Array.isArray(value)) return value.map((item) => written(item, variables));
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(([, item]) => !isNothing(item));
  return Object.fromEntries(given.map(([key, item]) => [key, written(item, variables)]));
}

/** An empty list says as little as no list; an empty object is a volume without settings. */
function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function reference(
  { secret, key }: SecretKey,
  variables: ReadonlyMap<string, SecretVariable>,
): string {
  const { name, required } = variables.get(id(secret, key)) ?? { name: key, required: true };
  return required ? `\${${name}:?is key ${key} of Secret ${secret}}` : `\${${name}:-}`;
}
