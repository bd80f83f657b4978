// SPDX-License-Identifier: Apache-2.0
/** @module Values as messages print them. */
import { show } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

describe("show", () => {
  it.each([
    ["a ", '"a "'],
    [3, "3"],
    [Number.NaN, "NaN"],
    [true, "true"],
    [null, "null"],
    [undefined, "nothing"],
    [[1, 2], "a list of 2"],
    [{}, "an object"],
    [10n, "10"],
  ])("prints %s", (value, text) => {
    expect(show(value)).toBe(text);
  });

  it("cuts after 80 characters", () => {
    expect(show("x".repeat(100))).toHaveLength(80);
  });
});
