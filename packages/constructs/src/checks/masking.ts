// SPDX-License-Identifier: Apache-2.0
/** @module Objects without their secrets: equal values get equal marks, and no value comes out again. */
import { fields, text } from "../api/index.js";
import { credentialForms, isHarmless, isSecretName, secretFlag } from "./secrets.js";

/** The secrets of one comparison. */
export interface Masks {
  /** A copy of the value with a mark such as `[secret 1]` in the place of every secret. */
  mask(value: unknown): unknown;
  /** The text with a mark in the place of every secret that was met before, and of every credential. */
  clean(text: string): string;
}

/** True when a value holds a mark. */
export function isMasked(value: unknown): boolean {
  return typeof value === "string" && /\[secret \d+\]/.test(value);
}

/** Secrets that are shorter could stand in a text by chance. */
const shortestToClean = 8;

/**
 * Marks that tell two secrets apart without telling anything of them. What a secret is: every value
 * of a Secret, and what DYN-SECRET-001 and 002 look for, wherever it stands.
 */
export function createMasks(): Masks {
  const marks = new Map<string, string>();
  const mark = (secret: string): string => {
    const known = marks.get(secret);
    if (known !== undefined || isMasked(secret)) return known ?? secret;
    const made = `[secret ${marks.size + 1}]`;
    marks.set(secret, made);
    return made;
  };
  return {
    mask: (value) => maskValue(value, mark),
    clean: (written) => {
      const known = [...marks].filter(([secret]) => secret.length >= shortestToClean);
      const longestFirst = known.toSorted(([a], [b]) => b.length - a.length);
      const cleaned = longestFirst.reduce(
        (rest, [secret, made]) => rest.replaceAll(secret, made),
        written,
      );
      return maskText(cleaned, mark);
    },
  };
}

type Mark = (secret: string) => string;

function maskValue(value: unknown, mark: Mark): unknown {
  if (typeof value === "string") return maskText(value, mark);
  if (Array.isArray(value)) return maskList(value, mark);
  const object = fields(value);
  if (object === undefined) return value;
  // A variable of a container, or a setting of that form.
  const named = text(object.name);
  return Object.fromEntries(
    Object.entries(object).map(([key, inner]) => {
      if (object.kind === "Secret" && (key === "data" || key === "stringData"))
        return [key, maskAll(inner, mark)];
      const name = key === "value" && named !== undefined ? named : key;
      const secret = typeof inner === "string" && holdsSecret(name, inner, object);
      return [key, secret ? mark(inner) : maskValue(inner, mark)];
    }),
  );
}

/** The values of a Secret, whatever they are. */
function maskAll(values: unknown, mark: Mark): unknown {
  const all = Object.entries(fields(values) ?? {});
  const isEmpty = (secret: unknown) => secret === "" || secret === null || secret === undefined;
  return Object.fromEntries(
    all.map(([name, secret]) => [name, isEmpty(secret) ? secret : mark(String(secret))]),
  );
}

/** Lists are commands where a flag comes before its value. */
function maskList(list: readonly unknown[], mark: Mark): readonly unknown[] {
  return list.map((item, at) => {
    if (typeof item !== "string") return maskValue(item, mark);
    const before = list[at - 1];
    const flag = typeof before === "string" ? secretFlag.exec(before)?.[0] : undefined;
    const isValue = flag !== undefined && flag === before && !item.startsWith("--");
    return isValue && !gaveNothing(item) ? mark(item) : maskText(item, mark);
  });
}

/** Names in which a Secret is named, and not held. */
const referenceNames =
  /(^|_)(EXISTING|PULL|TLS|CA|CERT|TOKEN|AUTH|PASSWORD|REGISTRY|CREDENTIALS?)_SECRET$/;

function holdsSecret(
  name: string,
  value: string,
  object: Readonly<Record<string, unknown>>,
): boolean {
  const words = wordsOf(name);
  // An ExternalSecret says under which key of the Secret a value will be.
  const isKeyName = words === "SECRET_KEY" && object.remoteRef !== undefined;
  return (
    isSecretName(words) && !referenceNames.test(words) && !isKeyName && !gaveNothing(value.trim())
  );
}

/** `apiKey`, `api-key` and `API_KEY` are one name. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}

function gaveNothing(value: string): boolean {
  return isHarmless(value) || value.startsWith("$") || value.startsWith("[secret");
}

/** `name: value`, `NAME=value`, `"name": "value"` and `--name value` inside a longer text. */
const assignment = /(["']?)([A-Za-z_][\w.-]*)\1(\s*[:=]\s*)(["']?)([^\s"',;}\]]+)/g;
const flagAndValue =
  /(--[a-z0-9-]*(?:api-key|password|secret|secret-key|access-key|auth-token|hf-token))(=|\s+)(["']?)([^\s"']+)/g;
const passwordOfUrl = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)([^\s@/]+)(@)/gi;

/** A key is more than its first line, which is what it can be told by. */
const privateKey =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

function maskText(written: string, mark: Mark): string {
  let text = written.replace(privateKey, (secret) => mark(secret));
  for (const [form] of credentialForms)
    text = text.replace(new RegExp(form.source, "g"), (secret) => mark(secret));
  if (text.includes("://"))
    text = text.replace(passwordOfUrl, (all, front: string, secret: string, end: string) =>
      gaveNothing(secret) ? all : `${front}${mark(secret)}${end}`,
    );
  if (text.includes("--"))
    text = text.replace(
      flagAndValue,
      (all, flag: string, between: string, quote: string, secret: string) =>
        gaveNothing(secret) ? all : `${flag}${between}${quote}${mark(secret)}`,
    );
  if (!/[:=]/.test(text)) return text;
  return text.replace(
    assignment,
    (all, quote: string, name: string, between: string, open: string, secret: string) =>
      !holdsSecret(name, secret, {})
        ? all
        : `${quote}${name}${quote}${between}${open}${mark(secret)}`,
  );
}
