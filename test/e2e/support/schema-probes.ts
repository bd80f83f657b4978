// SPDX-License-Identifier: Apache-2.0
/** @module Objects made from a CRD's schema: one that is right for every place in it, and those with one mistake there. */
import type { CrdSchema, CrdVersion } from "../../constructs/api/crd.js";
import type { KubernetesObject } from "./api-client.js";

/** One object to put before the API server and before our checks. */
export interface Probe {
  readonly title: string;
  readonly object: KubernetesObject;
}

/** A place in a schema, and how a value at this place becomes an object. */
interface Place {
  readonly schema: CrdSchema;
  readonly path: string;
  readonly embed: (value: unknown) => KubernetesObject;
}

/** Texts that meet one or the other pattern. */
const texts = ["a", "1", "1.4.0", "10s", "1Gi", "a.b/c", "2026-01-01T00:00:00Z", "rack", "zone"];

/**
 * What an object needs besides, by one of its fields: rules beyond the schema ask for it, and without it they would
 * refuse every object for the same reason.
 */
const companions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  imagePullPolicy: { image: "a:1.4.0" },
  enforcement: { labelKey: "zone" },
  eppConfig: { type: "epp" },
  disabled: { disabled: true },
};

/** Every probe of one kind in one version; equal parts of the schema are probed once. */
export function* schemaProbes({ kind, version, schema, scope }: CrdVersion): Generator<Probe> {
  const namespace = scope === "Namespaced" ? { namespace: "default" } : {};
  const metadata = { name: "probe", ...namespace };
  const embed = (spec: unknown) => ({ apiVersion: `nvidia.com/${version}`, kind, metadata, spec });
  const { spec } = schema.properties ?? {};
  if (spec !== undefined) yield* probesAt({ schema: spec, path: "spec", embed }, new Set());
}

/** The smallest value that the schema takes. */
function sample(schema: CrdSchema): unknown {
  const [first, ...others] = schema.allOf ?? [schema];
  const value = first?.enum?.find((each) => others.every((other) => other.enum?.includes(each)));
  if (value !== undefined) return value;
  if (schema["x-kubernetes-int-or-string"] === true) return 1;
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]),
      );
    case "array":
      return [];
    case "string":
      return sampleText(schema);
    case "boolean":
      return true;
    default:
      return schema.minimum ?? 1;
  }
}

function sampleText(schema: CrdSchema): string {
  const pattern = new RegExp(schema.pattern ?? "");
  const enough = (text: string) => text.length >= (schema.minLength ?? 0) && pattern.test(text);
  if (schema.format === "date-time") return "2026-01-01T00:00:00Z";
  return texts.find(enough) ?? "a".repeat(schema.minLength ?? 1);
}

function* probesAt(place: Place, seen: Set<string>): Generator<Probe> {
  const shape = JSON.stringify(place.schema);
  if (seen.has(shape)) return;
  seen.add(shape);
  yield probe(place, "right", sample(place.schema));
  for (const [what, value] of mistakesAt(place)) yield probe(place, what, value);
  for (const child of childrenOf(place)) yield* probesAt(child, seen);
}

function probe({ path, embed }: Place, what: string, value: unknown): Probe {
  return { title: `${path}: ${what}`, object: embed(value) };
}

function* childrenOf({ schema, path, embed }: Place): Generator<Place> {
  const fields = schema.properties ?? {};
  const needed = Object.keys(fields).flatMap((name) => Object.entries(companions[name] ?? {}));
  const around = {
    ...Object(sample(schema)),
    ...Object.fromEntries(needed.filter(([name]) => name in fields)),
  };
  for (const [name, child] of Object.entries(fields))
    yield {
      schema: child,
      path: `${path}.${name}`,
      embed: (value) => embed({ ...around, [name]: value }),
    };
  if (schema.items !== undefined)
    yield { schema: schema.items, path: `${path}[]`, embed: (value) => embed([value]) };
  if (schema.additionalProperties !== undefined)
    yield {
      schema: schema.additionalProperties,
      path: `${path}{}`,
      embed: (value) => embed({ a: value }),
    };
}

/** What one can do wrong at a place, one thing at a time. */
function* mistakesAt(place: Place): Generator<readonly [string, unknown]> {
  const { schema } = place;
  yield ["null", null];
  if (schema["x-kubernetes-int-or-string"] === true) {
    yield ["a boolean", true];
    yield ["an object", {}];
    yield ["a fraction", 1.5];
    yield ["no quantity", "a lot"];
    yield ["empty", ""];
    return;
  }
  switch (schema.type) {
    case "object":
      yield* objectMistakes(schema);
      return;
    case "array":
      yield* arrayMistakes(schema);
      return;
    case "string":
      yield* textMistakes(schema);
      return;
    case "boolean":
      yield ["text", "true"];
      yield ["a number", 1];
      return;
    default:
      yield* numberMistakes(schema);
  }
}

function* objectMistakes(schema: CrdSchema): Generator<readonly [string, unknown]> {
  const right = Object(sample(schema));
  yield ["text", "x"];
  yield ["a list", []];
  if (schema.additionalProperties === undefined)
    yield ["an unknown field", { ...right, unheardOf: 1 }];
  for (const name of schema.required ?? []) {
    const { [name]: _gone, ...others } = right;
    yield [`without ${name}`, others];
  }
  if (schema.maxProperties !== undefined) yield ["too many entries", many(schema)];
}

function many(schema: CrdSchema): unknown {
  const value = sample(schema.additionalProperties ?? {});
  const count = (schema.maxProperties ?? 0) + 1;
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, value]));
}

function* arrayMistakes(schema: CrdSchema): Generator<readonly [string, unknown]> {
  const item = sample(schema.items ?? {});
  yield ["text", "x"];
  yield ["an object", {}];
  yield ["a null in it", [null]];
  const list = schema["x-kubernetes-list-type"];
  if (list === "map" || list === "set") yield ["an entry twice", [item, item]];
  if (schema.maxItems !== undefined)
    yield [
      "too many entries",
      Array.from({ length: schema.maxItems + 1 }, (_, index) => numbered(item, index)),
    ];
}

function numbered(item: unknown, index: number): unknown {
  if (typeof item !== "object" || item === null || !("name" in item)) return item;
  return { ...item, name: `a${index}` };
}

function* textMistakes(schema: CrdSchema): Generator<readonly [string, unknown]> {
  yield ["a number", 5];
  yield ["a boolean", true];
  yield ["empty", ""];
  if (schema.enum !== undefined || schema.allOf !== undefined)
    yield ["no such value", "unheard-of"];
  if (schema.enum !== undefined) yield ["other case", otherCase(String(schema.enum[0]))];
  if (schema.pattern !== undefined || schema.format !== undefined) yield ["wrong form", "!? "];
  if (schema.maxLength !== undefined) yield ["too long", "a".repeat(schema.maxLength + 1)];
}

function otherCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}

function* numberMistakes(schema: CrdSchema): Generator<readonly [string, unknown]> {
  yield ["text", "1"];
  yield ["a boolean", true];
  if (schema.type === "integer") yield ["a fraction", 1.5];
  if (schema.minimum !== undefined) yield ["too small", schema.minimum - 1];
  if (schema.maximum !== undefined) yield ["too large", schema.maximum + 1];
  yield ["beyond 32 bits", 2 ** 31];
  yield ["beyond 64 bits", 2 ** 70];
  yield ["negative", -1];
}
