// SPDX-License-Identifier: Apache-2.0
/** @module Whatever the object, the checks answer and never throw. */
import { checkRules, checkSchema, checkUpdate, kinds, validate } from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptanceOf } from "../../../packages/constructs/src/api/acceptance.js";
import { componentCases } from "./cases/component-cases.js";
import { gpuMemoryCases } from "./cases/gpu-memory-cases.js";
import { graphCases } from "./cases/graph-cases.js";
import { requestCases } from "./cases/request-cases.js";
import { updateCases } from "./cases/update-cases.js";
import { alphaGraph, graph } from "./objects.js";

/** Every object of the rule cases, so that damage reaches every rule. */
const bases: readonly unknown[] = [
  ...graphCases,
  ...componentCases,
  ...gpuMemoryCases,
  ...requestCases,
  ...updateCases,
].map(({ object }) => object);

/** Any object that claims to be of a Dynamo kind. */
const claimed = fc
  .tuple(fc.constantFrom(...kinds), fc.jsonValue(), fc.jsonValue())
  .map(([{ apiVersion, kind }, metadata, spec]) => ({ apiVersion, kind, metadata, spec }));

/** Every path inside a value. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, child]) =>
      pathsOf(child).map((path) => [key, ...path]),
    ),
  ];
}

/** A copy with another value at one path. */
function replaced(value: unknown, path: readonly string[], other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...Object(value) };
  Reflect.set(Object(copy), key, replaced(Reflect.get(Object(value), key), rest, other));
  return copy;
}

/** The object with anything at one place of it. */
const damageOf = (object: unknown) =>
  fc
    .tuple(fc.constantFrom(...pathsOf(object)), fc.jsonValue({ maxDepth: 2 }))
    .map(([path, value]) => replaced(object, path, value));
const damaged = fc.constantFrom(...bases).chain(damageOf);
const change = fc
  .constantFrom(...bases)
  .chain((object) => fc.tuple(damageOf(object), damageOf(object)));

/** Once found: a token of a command that cannot be turned into text. */
const unprintable = alphaGraph({
  extraPodSpec: { mainContainer: { command: ["python3", { toString: false }] } },
});

describe("checks on arbitrary objects", () => {
  const anything = fc.oneof(fc.anything(), claimed, damaged);

  it("never throw", () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (object, grove) => {
        expect(Array.isArray(checkSchema(object))).toBe(true);
        expect(Array.isArray(checkRules(object, { grove }))).toBe(true);
        expect(Array.isArray(validate(object))).toBe(true);
      }),
      { numRuns: 2000, examples: [[unprintable, true]] },
    );
  });

  it("say yes quickly only where zod says yes, and to every object that is right", () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...kinds), (object, kind) => {
        const claims = kinds.find((one) => one.kind === Object(object)?.kind) ?? kind;
        for (const { schema } of [claims, kind])
          if (acceptanceOf(schema)(object)) expect(schema.safeParse(object).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
    for (const object of bases)
      for (const { schema } of kinds)
        expect(acceptanceOf(schema)(object)).toBe(schema.safeParse(object).success);
  });

  it("never throw on numbers that nobody can hold", () => {
    const huge = graph({ components: [{ name: "a", sharedMemorySize: "1e999999999" }] });
    expect(Array.isArray(validate(huge))).toBe(true);
  });

  it("never throw on changes", () => {
    fc.assert(
      fc.property(change, ([before, after]) => {
        expect(Array.isArray(checkUpdate(before, after))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("give every finding a path that exists, or that lacks only its end", () => {
    fc.assert(
      fc.property(damaged, (object) => {
        for (const { path } of checkSchema(object)) {
          const parent = path
            .slice(0, -1)
            .reduce<unknown>((here, step) => Reflect.get(Object(here), step), object);
          expect(parent === undefined && path.length > 1).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
