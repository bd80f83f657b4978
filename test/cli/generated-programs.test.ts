// SPDX-License-Identifier: Apache-2.0
/** @module Generated programs compile and write the same object, whatever was imported. */
import { compare } from "@dynamo-iac/constructs";
import { programs as dynamoPrograms } from "@dynamo-iac/constructs/engines";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { programOf } from "../../packages/cli/src/codegen/program-of.js";
import { argvOf } from "../support/flag-arbitrary.js";
import { compileErrors, runProgram } from "../support/generated.js";
import { richAlphaGraph, richGraph } from "../support/rich-graphs.js";
import { junk, placesOf, spoiled } from "../support/spoiled.js";

function expectFaithful(objects: readonly unknown[]) {
  const programs = new Map(
    objects.map((object, index) => [`program-${index}.ts`, programOf([object], "a.yaml").text]),
  );
  expect(compileErrors(programs)).toEqual([]);
  for (const [index, object] of objects.entries()) {
    const [written] = runProgram(programs.get(`program-${index}.ts`) ?? "");
    expect(compare(object, written)).toEqual([]);
  }
}

function graphWith(module: string, args: readonly string[]): object {
  const main = { name: "main", image: "i", command: ["python3", "-m", module], args };
  const worker = { name: "w", type: "worker", podTemplate: { spec: { containers: [main] } } };
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g" },
    spec: { components: [worker] },
  };
}

describe("a generated program", () => {
  it.each([
    ["v1beta1", richGraph()],
    ["v1alpha1", richAlphaGraph()],
  ])(
    "is faithful to a %s graph with a wrong value",
    (_, graph) => {
      const places = placesOf(graph.spec).slice(1);
      expectFaithful(
        places.map((place, index) => ({
          ...graph,
          spec: spoiled(graph.spec, place, junk[(index * 7) % junk.length]),
        })),
      );
    },
    180_000,
  );

  it("is faithful to any flags of any program", () => {
    expectFaithful(
      Object.values(dynamoPrograms).flatMap(({ module, flags }) =>
        fc.sample(argvOf(flags), { numRuns: 25, seed: 7 }).map((args) => graphWith(module, args)),
      ),
    );
  }, 180_000);
});
