// SPDX-License-Identifier: Apache-2.0
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineWidth, literal } from "../../packages/cli/src/codegen/literal.js";

function evaluated(source: string): unknown {
  return new Function(`return (${source});`)();
}

function printed(value: unknown): string {
  return literal(value, { indent: 0, taken: 10 });
}

describe("literal", () => {
  it("gives back every JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(evaluated(printed(value))).toEqual(value);
      }),
    );
  });

  it("gives back every text, also one of several lines", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom("$", "{a}", "`", "\\", "\\n", "*/", "\u2028", "\u0085", "é"),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom("\n", "\r\n", "\n\n"),
        (lines, end) => {
          const text = lines.join(end);
          expect(evaluated(printed({ text }))).toEqual({ text });
        },
      ),
    );
  });

  it("keeps own properties with names that objects have", () => {
    const value = JSON.parse('{"__proto__":{"a":1},"constructor":2}');
    const again = evaluated(printed(value)) as object;
    expect(Object.keys(again)).toEqual(["__proto__", "constructor"]);
  });

  it("leaves out what is undefined", () => {
    expect(printed({ a: undefined, b: 1 })).toBe("{ b: 1 }");
  });

  it("quotes only the keys that need it", () => {
    expect(printed({ a: 1, $b_2: 2, "c-d": 3, 4: 5, class: 6 })).toBe(
      '{ "4": 5, a: 1, $b_2: 2, "c-d": 3, class: 6 }',
    );
  });

  it("breaks lines before the width, with trailing commas", () => {
    const value = { first: ["a".repeat(45), "b".repeat(45)], second: { third: "c".repeat(70) } };
    const source = printed(value);
    expect(source).toBe(
      [
        "{",
        "  first: [",
        `    "${"a".repeat(45)}",`,
        `    "${"b".repeat(45)}",`,
        "  ],",
        `  second: { third: "${"c".repeat(70)}" },`,
        "}",
      ].join("\n"),
    );
  });

  it("keeps every line within the width, as long as the words are short", () => {
    const words = fc.array(fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b") }), {
      maxLength: 20,
    });
    const tree = fc.dictionary(
      fc.constantFrom("alpha", "beta", "gamma"),
      fc.dictionary(fc.constantFrom("one", "two"), words),
    );
    fc.assert(
      fc.property(tree, (value) => {
        for (const line of printed(value).split("\n").slice(1))
          expect(line.length).toBeLessThanOrEqual(lineWidth);
      }),
    );
  });

  it("puts several objects of a list below one another", () => {
    expect(
      printed([
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ]),
    ).toBe("[\n  { a: 1, b: 2 },\n  { a: 3, b: 4 },\n]");
  });
});
