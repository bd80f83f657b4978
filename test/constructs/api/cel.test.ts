// SPDX-License-Identifier: Apache-2.0
/** @module Every CEL rule of the CRDs has a code, and no code answers for a rule that is gone. */
import { createHash } from "node:crypto";
import { celRules } from "@dynamo-iac/constructs/api";
import { describe, expect, it } from "vitest";
import { type CrdSchema, crdVersions } from "./crd.js";

function* rulesOf(
  schema: CrdSchema,
  path: readonly string[],
): Generator<readonly [string, string]> {
  for (const { rule } of schema["x-kubernetes-validations"] ?? [])
    yield [path.join("."), createHash("sha256").update(rule).digest("hex").slice(0, 8)];
  for (const [name, child] of Object.entries(schema.properties ?? {}))
    yield* rulesOf(child, [...path, name]);
  if (schema.items !== undefined) yield* rulesOf(schema.items, [...path, "[]"]);
  if (schema.additionalProperties !== undefined)
    yield* rulesOf(schema.additionalProperties, [...path, "{}"]);
}

describe.skipIf(crdVersions.length === 0)("celRules", () => {
  it("maps every rule of the CRDs, and nothing else", () => {
    const theirs = crdVersions.flatMap(({ kind, version, schema }) =>
      [...rulesOf(schema, [])].map(([path, hash]) => `${kind} ${version} ${path} ${hash}`),
    );
    const ours = celRules.map(
      ({ kind, version, path, hash }) => `${kind} ${version} ${path} ${hash}`,
    );
    expect(theirs).toHaveLength(56);
    expect(ours.toSorted()).toEqual(theirs.toSorted());
  });
});
