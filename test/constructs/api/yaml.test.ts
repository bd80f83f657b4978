// SPDX-License-Identifier: Apache-2.0
/** @module The fast writer against js-yaml: the same bytes. */
import { toYaml } from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { dump, load } from "js-yaml";
import { describe, expect, it } from "vitest";

/** Where the last text keeps its empty lines, js-yaml ends the document explicitly; nobody needs that. */
function expected(object: object): string {
  return dump(object, { lineWidth: -1, noRefs: true }).replace(/\n\.\.\.\n$/, "\n");
}

const awkward = fc.constantFrom(
  ..."true|null|~|y|No|OFF|1e3|0x1F|0o17|1_000|12:30|2026-08-14|.inf|.5|-|--|---|...|-x|- x|--a=b".split(
    "|",
  ),
  ..."<<|=|a: b|a:|:a|a #b|a#b|#a|?a|? a|'|\"|''|{a}|[a|*x|&x|!x|%x|@x|`x|a,b|,a|/a b|10.0.0.1:80|C:\\".split(
    "|",
  ),
  ...[
    "",
    " ",
    "a ",
    " a",
    "a\nb",
    "a\n",
    "a\n\n",
    "\n",
    " a\nb",
    "a\tb",
    "\t",
    "\u00a0",
    "é",
    "\u2028",
    "\ud800",
    "\r\n",
  ],
  "x".repeat(1100),
);
const text = fc.oneof(
  awkward,
  fc.tuple(awkward, awkward).map(([a, b]) => a + b),
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.stringMatching(/^[-a-z0-9:./ ]{0,12}$/),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.oneof(
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(null, undefined, -0, 2 ** 60),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
}));

describe("toYaml", () => {
  it("writes what js-yaml writes", () => {
    fc.assert(
      fc.property(fc.dictionary(text, value, { maxKeys: 5 }), (object) => {
        expect(toYaml(object)).toBe(expected(object));
      }),
      { numRuns: 5_000 },
    );
  });

  it("is read back as it was", () => {
    fc.assert(
      fc.property(fc.record({ a: fc.dictionary(text, text, { maxKeys: 5 }) }), (object) => {
        expect(JSON.stringify(load(toYaml(object)))).toBe(JSON.stringify(object));
      }),
    );
  });
});
