// SPDX-License-Identifier: Apache-2.0
/** @module Whatever somebody writes into a manifest, no command falls over it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dynamoIac } from "../support/cli.js";
import { oddManifests } from "../support/odd-manifests.js";
import { richAlphaGraph, richGraph } from "../support/rich-graphs.js";
import { junk, placesOf, spoiled } from "../support/spoiled.js";

const commands = [
  ["check", "-"],
  ["check", "-", "--format", "sarif"],
  ["import", "-"],
  ["import", "--verify", "-"],
  ["convert", "-", "--to", "v1alpha1"],
  ["convert", "-", "--to", "v1beta1"],
  ["compose", "-"],
  ["placement", "-", "--pool", "h200=p5en.48xlarge,zones=us-east-1a"],
  ["estimate", "-", "--pool", "h200=p5en.48xlarge,zones=us-east-1a", "--store-mbps", "2000"],
];

async function survives(stdin: string) {
  for (const command of commands) {
    const { code, err } = await dynamoIac(command, { stdin });
    expect([0, 1, 2], `${command.join(" ")}\n${stdin}`).toContain(code);
    expect(err).not.toContain("    at ");
    if (command[1] === "--verify") expect(code, stdin).toBe(0);
  }
}

describe("every command", () => {
  it.each(Object.keys(oddManifests))("survives %s", async (name) => {
    await survives(oddManifests[name] ?? "");
  });

  it.each([
    ["v1beta1", richGraph()],
    ["v1alpha1", richAlphaGraph()],
  ])(
    "survives a %s graph with wrong values in any two places",
    async (_, graph) => {
      const places = placesOf(graph.spec).slice(1);
      const place = fc.constantFrom(...places);
      const wrong = fc.constantFrom(...junk);
      await fc.assert(
        fc.asyncProperty(place, wrong, place, wrong, async (one, a, other, b) => {
          const first = spoiled(graph.spec, one, a);
          const known = placesOf(first).some((path) => path.join(" ") === other.join(" "));
          const spec = known ? spoiled(first, other, b) : first;
          await survives(JSON.stringify({ ...graph, spec }));
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );
});
