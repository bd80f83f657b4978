// SPDX-License-Identifier: Apache-2.0
/** @module Amounts are written so that they read as the same amount. */
import { formatQuantity, parseQuantity } from "@dynamo-iac/constructs/facts";
import fc from "fast-check";
import { expect, it } from "vitest";

it("a written amount is the same amount", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (billionths) => {
      expect(parseQuantity(formatQuantity(billionths))).toBe(billionths);
    }),
  );
});

it.each([
  ["2", "2"],
  ["1000m", "1"],
  ["500m", "500m"],
  ["1024Mi", "1Gi"],
  ["16Gi", "16Gi"],
  ["0", "0"],
  ["1.5Gi", "1536Mi"],
])("%s is written %s", (given, written) => {
  expect(formatQuantity(parseQuantity(given) ?? 0n)).toBe(written);
});
