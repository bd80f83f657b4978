// SPDX-License-Identifier: Apache-2.0
/** @module Suggestions for misspelt words. */
import { nearest } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

describe("nearest", () => {
  it.each([
    ["replica", ["replicas", "resources"], "replicas"],
    ["decoder", ["prefill", "decode"], "decode"],
    ["ONDELETE", ["RollingRecreate", "OnDelete"], "OnDelete"],
    ["containers", ["pod", "container"], "container"],
  ])("takes %s for one of %j", (word, candidates, meant) => {
    expect(nearest(word, candidates)).toBe(meant);
  });

  it.each([
    ["zzzzzzzz", ["replicas"]],
    ["a", ["bcd"]],
    ["", ["type"]],
    ["type", []],
  ])("does not guess for %j among %j", (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });
});
