// SPDX-License-Identifier: Apache-2.0
/** @module A family of rules that is not asked about a graph would have had nothing to say. */
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { viewGraph } from "@dynamo-iac/constructs/checks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckOptions } from "../../../packages/constructs/src/checks/options.js";
import { families } from "../../../packages/constructs/src/checks/rules.js";
import { arbitraryGraph } from "../../support/graphs.js";
import { soundGraphs } from "./graphs.js";

const clusters: readonly CheckOptions[] = [
  {},
  { namespace: "inference" },
  { dynamoVersion: "1.0.0", kubernetesVersion: "1.28", driverVersion: "525.60.13" },
  { orchestrators: [] },
  { orchestrators: ["grove"], groveVersion: "0.0.1", kaiVersion: "v0.0.1", dynamoVersion: "1.4.0" },
];

function unasked(graph: unknown, options: CheckOptions) {
  const view = viewGraph(graph as DynamoGraphDeployment);
  return families
    .filter(({ concerns }) => !concerns(view, options))
    .flatMap(({ rules }) => rules.flatMap((rule) => rule(view, options)));
}

describe("families of rules", () => {
  it.each(Object.entries(soundGraphs))("leave nothing unsaid about %s", (_, graph) => {
    for (const options of clusters) expect(unasked(graph(), options)).toEqual([]);
  });

  it("leave nothing unsaid about any graph", () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.constantFrom(...clusters), (graph, options) => {
        expect(unasked(graph, options)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
