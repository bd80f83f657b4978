// SPDX-License-Identifier: Apache-2.0
/** @module The PodCliqueSet name, against a second implementation of the hash with known vectors. */
import { groveCost, podCliqueSetName } from "@dynamo-iac/constructs/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** FNV-1a with 32 bits, in exact arithmetic. */
function fnv1a(text: string): bigint {
  let hash = 2166136261n;
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 16777619n) % 2n ** 32n;
  return hash;
}

describe("the reference hash", () => {
  it.each([
    ["", 0x811c9dc5n],
    ["a", 0xe40c292cn],
    ["foobar", 0xbf9cf968n],
  ])("of %j is the published one", (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });
});

describe("podCliqueSetName", () => {
  it("keeps what fits, and cuts and hashes what does not", () => {
    const graph = fc.stringMatching(/^[a-z][a-z0-9]{0,52}$/);
    const component = fc.record({
      name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,40}$/),
      nodeCount: fc.option(fc.integer({ min: 2, max: 12 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(graph, fc.array(component, { minLength: 1 }), (name, components) => {
        const budget = Math.max(8, 45 - Math.max(...components.map(groveCost)));
        const tail = (fnv1a(name) % 65536n).toString(16).padStart(4, "0");
        expect(podCliqueSetName(name, components)).toBe(
          name.length <= budget ? name : `${name.slice(0, budget - 5)}-${tail}`,
        );
      }),
    );
  });
});

describe("groveCost", () => {
  it.each([
    [{ name: "Decode" }, 6],
    [{ name: "decode", nodeCount: 2 }, 16],
    [{ name: "decode", interPodGms: true }, 18],
    [{ name: "decode", nodeCount: 2, interPodGms: true }, 18],
    [{ name: "decode", nodeCount: 12, interPodGms: true }, 19],
  ])("of %j is %i", (component, cost) => {
    expect(groveCost(component)).toBe(cost);
  });
});
