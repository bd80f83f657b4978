// SPDX-License-Identifier: Apache-2.0
/** @module Building blocks of arbitrary manifests: JSON objects, lists, names, amounts. */
import fc from "fast-check";

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;
type Members = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** An object with all these members. */
export function all<T>(members: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(members, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

/** An object in which every member but the required ones may be absent. */
export function some(members: Members, required: readonly string[] = []): fc.Arbitrary<Json> {
  return fc.record(members, { requiredKeys: [...required], noNullPrototype: true });
}

/** As {@link some}, with at least one member. */
export function any(members: Members): fc.Arbitrary<Json> {
  return some(members).filter((object) => Object.keys(object).length > 0);
}

export function listOf<T>(item: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: 1, maxLength });
}

/** A list of objects of which no two agree in that member. */
export function keyed<T extends object>(
  item: fc.Arbitrary<T>,
  key: string,
  maxLength = 3,
): fc.Arbitrary<T[]> {
  const selector = (object: T) => Reflect.get(object, key);
  return fc.uniqueArray(item, { minLength: 1, maxLength, selector });
}

export const label = fc.stringMatching(/^[a-z]([a-z0-9]|-[a-z0-9]){0,6}$/);
export const text = fc.constantFrom(
  "a",
  "two words",
  "--flag=value",
  "{{.Name}}",
  '"quoted"',
  "<&>",
  "é",
);
export const path = label.map((name) => `/${name}`);
export const version = fc.constantFrom("1.4.0", "0.9.10");
export const image = fc.constantFrom(
  "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0",
  "registry.example/runtime@sha256:00",
);
export const positive = fc.integer({ min: 1, max: 64 });
export const count = fc.integer({ min: 0, max: 64 });
export const moment = fc.constantFrom("2026-08-14T10:00:00Z", "2026-08-14T10:00:01+02:00");
export const yes = fc.constant(true);
export const amount = fc.constantFrom("1", "500m", "16Gi", "1024Mi", "0.5", "2e3");

export function map<T>(value: fc.Arbitrary<T>, keys = 2): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(label, value, { minKeys: 1, maxKeys: keys, noNullPrototype: true });
}
export const texts = map(text);

/** Anything that JSON can say, as the value of an opaque field. */
export const anything = fc.dictionary(
  label,
  fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text)),
  {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  },
);
