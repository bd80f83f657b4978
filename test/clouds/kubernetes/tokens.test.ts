// SPDX-License-Identifier: Apache-2.0
/** @module Output tokens: what goes in as an Output comes out as its value, and nothing else changes. */
import { resolveTokens, token } from "@dynamo-iac/clouds/kubernetes";
import { holdsToken, splitTokens, tokenText } from "@dynamo-iac/constructs/facts";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

const promiseOf = <T>(output: pulumi.Output<T>): Promise<T> =>
  new Promise((resolve) => output.apply(resolve));

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
    call: ({ inputs }) => inputs,
  });
});

/** Everything that a manifest is made of; no text looks like a token. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "binary" }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe("a token", () => {
  it("is letters and digits only, and ends by itself", () => {
    fc.assert(
      fc.property(fc.nat(), (index) => {
        expect(tokenText(index)).toMatch(/^[a-z0-9]+$/);
        expect(splitTokens(`${tokenText(index)}7`)).toEqual([index, "7"]);
      }),
    );
  });

  it("is the text itself for a plain text, and the same for the same Output", () => {
    const output = pulumi.output("x");
    expect(token("plain")).toBe("plain");
    expect(token(output)).toBe(token(output));
    expect(token(pulumi.output("x"))).not.toBe(token(output));
  });

  it("comes back as its value, between any texts and any number of times", async () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, fc.string({ unit: "binary" }), async (parts, value) => {
        const mark = token(pulumi.output(value));
        const { value: resolved, problems } = resolveTokens(parts.join(mark));
        expect(problems).toEqual([]);
        expect(await promiseOf(pulumi.output(resolved as string))).toBe(parts.join(value));
      }),
    );
  });

  it("leaves everything alone that holds none", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(resolveTokens(value)).toEqual({ value, problems: [] });
      }),
    );
  });

  it("is found wherever it is in a value", async () => {
    await fc.assert(
      fc.asyncProperty(json, fc.string(), async (value, text) => {
        const mark = token(pulumi.output(text));
        const { value: resolved } = resolveTokens({ before: value, list: [{ inner: mark }] });
        expect(await promiseOf(pulumi.output(resolved))).toEqual({
          before: value,
          list: [{ inner: text }],
        });
      }),
    );
  });

  it("stays secret, alone and among other text", async () => {
    const mark = token(pulumi.secret("s3cret"));
    for (const text of [mark, `user:${mark}@host`]) {
      const { value } = resolveTokens(text);
      expect(await pulumi.isSecret(value as pulumi.Output<string>)).toBe(true);
    }
    expect(await pulumi.isSecret(pulumi.output(resolveTokens({ a: "plain" }).value))).toBe(false);
  });

  it("fails with its place when it was cut, was made elsewhere, or is a key", () => {
    const mark = token(pulumi.output("x"));
    const { problems } = resolveTokens(
      { a: [mark.slice(0, -1)], b: tokenText(1_000_000), [mark]: 1, c: mark.slice(0, 13) },
      ["root"],
    );
    expect(problems.map(({ path }) => path)).toEqual([
      ["root", "a", 0],
      ["root", "b"],
      ["root", mark],
      ["root", "c"],
    ]);
    expect(problems.map(({ reason }) => reason.split(/[,;]/)[0])).toEqual([
      "the Output token was cut or changed on its way here",
      "the Output token was not made in this program",
      "a key of a map cannot be an Output",
      "the Output token was cut or changed on its way here",
    ]);
  });

  it("is known by its beginning, so that no part of it passes for a text", () => {
    const mark = tokenText(12);
    fc.assert(
      fc.property(fc.integer({ min: 11, max: mark.length }), (length) => {
        expect(holdsToken(mark.slice(0, length))).toBe(true);
      }),
    );
  });
});
