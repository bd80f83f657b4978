// SPDX-License-Identifier: Apache-2.0
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { merge } from "../../../packages/constructs/src/graph/merge.js";

describe("merge", () => {
  it("lays maps over maps and replaces everything else", () => {
    expect(merge({ a: { b: 1, c: [1] }, d: 1 }, { a: { c: [2] }, d: 0 })).toEqual({
      a: { b: 1, c: [2] },
      d: 0,
    });
  });

  it("merges lists of named items by name and appends new ones", () => {
    const base = { containers: [{ name: "main", image: "a", tty: true }] };
    const over = { containers: [{ name: "main", image: "b" }, { name: "log" }] };
    expect(merge(base, over)).toEqual({
      containers: [{ name: "main", image: "b", tty: true }, { name: "log" }],
    });
  });

  it("keeps falsy values of the upper layer", () => {
    expect(merge({ a: 1, b: true, c: "x" }, { a: 0, b: false, c: "" })).toEqual({
      a: 0,
      b: false,
      c: "",
    });
  });

  it("changes nothing when nothing is laid over, and nothing more when it is laid twice", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (base, over) => {
          expect(merge(base, {})).toEqual(base);
          expect(merge(base, undefined)).toBe(base);
          const once = merge(base, over);
          expect(merge(once, over)).toEqual(once);
        },
      ),
    );
  });

  it("does not change its inputs", () => {
    const base = { list: [{ name: "a", v: 1 }] };
    merge(base, { list: [{ name: "a", v: 2 }, { name: "b" }] });
    expect(base).toEqual({ list: [{ name: "a", v: 1 }] });
  });
});
