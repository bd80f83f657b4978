// SPDX-License-Identifier: Apache-2.0
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contains,
  formatCidr,
  isPrivate,
  overlaps,
  parseCidr,
  partOf,
  sizeOf,
} from "../../packages/clouds/src/addresses/index.js";

const block = fc
  .tuple(fc.integer({ min: 0, max: 32 }), fc.nat({ max: 2 ** 32 - 1 }))
  .map(([prefix, address]) => ({ prefix, base: address - (address % sizeOf(prefix)) }));

/** Blocks that can be cut. */
const wide = block.filter(({ prefix }) => prefix <= 28);

const read = (text: string) => {
  const found = parseCidr(text);
  if (found === undefined) throw new Error(`${text} is no block`);
  return found;
};

describe("blocks of addresses", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(block, (one) => {
        expect(read(formatCidr(one))).toEqual(one);
      }),
    );
  });

  it("overlap exactly when one contains the other", () => {
    fc.assert(
      fc.property(block, block, (one, other) => {
        expect(overlaps(one, other)).toBe(contains(one, other) || contains(other, one));
      }),
    );
  });

  it("fall into parts that fill them without overlap", () => {
    fc.assert(
      fc.property(wide, fc.integer({ min: 1, max: 4 }), (whole, more) => {
        const parts = Array.from({ length: 2 ** more }, (_, at) =>
          partOf(whole, whole.prefix + more, at),
        );
        expect(parts.every((part) => contains(whole, part))).toBe(true);
        for (const [at, part] of parts.slice(1).entries())
          expect(part.base).toBe((parts[at]?.base ?? 0) + sizeOf(part.prefix));
      }),
    );
  });

  it.each([
    ["10.42.0.0/16", true],
    ["172.31.0.0/16", true],
    ["172.32.0.0/16", false],
    ["100.64.0.0/16", true],
    ["192.168.0.0/15", false],
    ["11.0.0.0/16", false],
  ])("%s is private: %s", (text, expected) => {
    expect(isPrivate(read(text))).toBe(expected);
  });

  it.each([
    "10.42.0.1/16",
    "10.42.0.0",
    "10.42.0.0/33",
    "10.256.0.0/16",
    "10.42.0/16",
    "010.0.0.0/8",
    "::/0",
    "",
  ])("%s is none", (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});
