// SPDX-License-Identifier: Apache-2.0
/** @module Our schemas say exactly what the CRDs say; every difference is listed here with its reason. */
import { findKind, kinds } from "@dynamo-iac/constructs/api";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type CrdSchema, crdVersions } from "./crd.js";

interface Ours {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Ours>>;
  readonly items?: Ours;
  readonly additionalProperties?: Ours | boolean;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Ours[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly pattern?: string;
  readonly "x-kubernetes-list-type"?: string;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
}

/** Where we differ from the CRD on purpose. */
const intended: readonly (readonly [difference: RegExp, reason: string])[] = [
  [
    /^: required: crd "(spec)?", ours "apiVersion,kind,metadata,spec"$/,
    "an object without name or spec says nothing, and every webhook refuses it",
  ],
  [/^(apiVersion|kind): enum: crd "", ours ".+"$/, "the schema is chosen by them"],
];

const bounds = {
  int32: [-2147483648, 2147483647],
  int64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
} as const;

/** All differences below one field, as `path: what: crd x, ours y`. */
function* differences(crd: CrdSchema, ours: Ours, path: string): Generator<string> {
  const differ = (what: string, theirs: unknown, own: unknown) =>
    JSON.stringify(theirs) === JSON.stringify(own)
      ? []
      : [`${path}: ${what}: crd ${JSON.stringify(theirs)}, ours ${JSON.stringify(own)}`];
  if (crd["x-kubernetes-int-or-string"] === true) {
    const [whole, text, ...rest] = ours.anyOf ?? [];
    yield* differ(
      "int-or-string",
      ["integer", "string", 0],
      [whole?.type, text?.type, rest.length],
    );
    yield* differ("pattern", crd.pattern, text?.pattern);
    return;
  }
  yield* differ("type", crd.type, ours.type);
  const theirs = crd.enum ?? crd.allOf?.[0]?.enum ?? [];
  const own = ours.enum ?? (ours.const === undefined ? [] : [ours.const]);
  yield* differ("enum", theirs.toSorted().join(), own.toSorted().join());
  yield* numbers(crd, ours, differ);
  for (const limit of ["minLength", "maxLength", "maxItems", "maxProperties"] as const)
    yield* differ(limit, crd[limit], ours[limit]);
  if (crd.format === "date-time") yield* differ("format", crd.format, ours.format);
  else yield* differ("pattern", crd.pattern, ours.pattern?.replaceAll("\\/", "/"));
  const listType = crd["x-kubernetes-list-type"];
  yield* differ(
    "list type",
    listType === "atomic" ? undefined : listType,
    ours["x-kubernetes-list-type"],
  );
  yield* differ("list keys", crd["x-kubernetes-list-map-keys"], ours["x-kubernetes-list-map-keys"]);
  yield* children(crd, ours, path, differ);
}

type Differ = (what: string, theirs: unknown, own: unknown) => readonly string[];

function* numbers(crd: CrdSchema, ours: Ours, differ: Differ): Generator<string> {
  if (crd.type !== "integer" && crd.type !== "number") return;
  const [low, high] =
    crd.type === "number"
      ? [undefined, undefined]
      : bounds[crd.format === "int32" ? "int32" : "int64"];
  yield* differ("minimum", crd.minimum ?? low, ours.minimum);
  yield* differ("maximum", crd.maximum ?? high, ours.maximum);
}

function* children(crd: CrdSchema, ours: Ours, path: string, differ: Differ): Generator<string> {
  const below = (name: string) => (path === "" ? name : `${path}.${name}`);
  const open = crd["x-kubernetes-preserve-unknown-fields"] === true;
  if (crd.properties !== undefined || ours.properties !== undefined) {
    yield* differ("open", open, ours.additionalProperties !== false);
    const names = new Set([
      ...Object.keys(crd.properties ?? {}),
      ...Object.keys(ours.properties ?? {}),
    ]);
    // The API server fills in defaults before it validates, so a field with a default may be absent.
    const needed = (crd.required ?? []).filter(
      (name) => crd.properties?.[name]?.default === undefined,
    );
    yield* differ("required", needed.toSorted().join(), (ours.required ?? []).toSorted().join());
    for (const name of names) {
      if (path === "" && name === "metadata") continue;
      const [theirs, own] = [crd.properties?.[name], ours.properties?.[name]];
      if (theirs === undefined || own === undefined)
        yield `${below(name)}: only in ${theirs === undefined ? "ours" : "the crd"}`;
      else yield* differences(theirs, own, below(name));
    }
  } else if (crd.type === "object") {
    const values = ours.additionalProperties;
    if (open) yield* differ("values", "{}", JSON.stringify(values));
    else if (crd.additionalProperties === undefined)
      yield* differ("values", "none", values === false ? "none" : "some");
    else if (typeof values === "object")
      yield* differences(crd.additionalProperties, values, below("{}"));
    else yield `${path}: values: missing in ours`;
  }
  if (crd.items !== undefined) yield* differences(crd.items, ours.items ?? {}, `${path}[]`);
}

/** Where the fields of a schema stand, metadata left out. */
function* fieldPaths(crd: CrdSchema, path: readonly string[]): Generator<readonly string[]> {
  for (const [name, child] of Object.entries(crd.properties ?? {})) {
    if (path.length === 0 && name === "metadata") continue;
    yield [...path, "properties", name];
    yield* fieldPaths(child, [...path, "properties", name]);
  }
  if (crd.items !== undefined) yield* fieldPaths(crd.items, [...path, "items"]);
  if (crd.additionalProperties !== undefined)
    yield* fieldPaths(crd.additionalProperties, [...path, "additionalProperties"]);
}

describe.skipIf(crdVersions.length === 0)("schemas against CRDs", () => {
  it("knows every kind, with its names, scope and deprecation", () => {
    const theirs = crdVersions.map((crd) => ({
      apiVersion: `nvidia.com/${crd.version}`,
      kind: crd.kind,
      plural: crd.plural,
      shortName: crd.shortNames[0],
      scope: crd.scope,
      deprecated: crd.deprecated,
    }));
    const ours = kinds.map(({ schema: _, ...row }) => row);
    const key = (row: { apiVersion: string; kind: string }) => row.kind + row.apiVersion;
    expect(ours.toSorted((a, b) => key(a).localeCompare(key(b)))).toEqual(
      theirs.toSorted((a, b) => key(a).localeCompare(key(b))),
    );
  });

  it.each(crdVersions)(
    "$kind $version has the same fields and bounds",
    ({ kind, version, schema }) => {
      const row = findKind(`nvidia.com/${version}`, kind);
      if (row === undefined) throw new Error(`no schema for ${kind} ${version}`);
      const ours = z.toJSONSchema(row.schema, { io: "input" }) as Ours;
      const found = [...differences(schema, ours, "")];
      expect(found.filter((line) => !intended.some(([pattern]) => pattern.test(line)))).toEqual([]);
    },
  );

  it("notices a change of any field of a graph", () => {
    const crd = crdVersions.find(
      (row) => row.kind === "DynamoGraphDeployment" && row.version === "v1beta1",
    );
    const row = findKind("nvidia.com/v1beta1", "DynamoGraphDeployment");
    if (crd === undefined || row === undefined) throw new Error("no graph");
    const ours = z.toJSONSchema(row.schema, { io: "input" }) as Ours;
    const usual = [...differences(crd.schema, ours, "")].length;
    const paths = [...fieldPaths(crd.schema, [])].filter((_, index) => index % 23 === 0);
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const damaged = structuredClone(crd.schema);
      const field = path.reduce<unknown>((node, step) => Reflect.get(Object(node), step), damaged);
      Reflect.set(Object(field), "x-kubernetes-int-or-string", false);
      Reflect.set(Object(field), "type", "damaged");
      expect([...differences(damaged, ours, "")].length, path.join(".")).toBeGreaterThan(usual);
    }
  });

  it("lists no difference that is gone", () => {
    const all = crdVersions.flatMap(({ kind, version, schema }) => {
      const row = findKind(`nvidia.com/${version}`, kind);
      if (row === undefined) return [];
      return [...differences(schema, z.toJSONSchema(row.schema, { io: "input" }) as Ours, "")];
    });
    for (const [pattern] of intended) expect(all.some((line) => pattern.test(line))).toBe(true);
  });
});
