// SPDX-License-Identifier: Apache-2.0
/** @module Nothing gets lost between the two versions, apart from what a finding names. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DynamoGraphDeployment,
  findKind,
  type V1alpha1GraphDeployment,
} from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { loadAll } from "js-yaml";
import { describe, expect, it, vi } from "vitest";
import {
  graphToV1alpha1,
  graphToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { arbitraryAlphaGraph, arbitraryGraph } from "../../../support/graphs.js";
import { shared } from "../../../support/shared.js";
import { comparable, handedBack, textOf, withoutCarriers, withTextAmounts } from "./comparison.js";

// Properties take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Graph = DynamoGraphDeployment | V1alpha1GraphDeployment;

function isGraph(document: unknown): document is Graph {
  return (document as Partial<Graph> | undefined)?.kind === "DynamoGraphDeployment";
}

function isAlpha(graph: Graph): graph is V1alpha1GraphDeployment {
  return graph.apiVersion === "nvidia.com/v1alpha1";
}

/** Issues of the schema, without those that a finding announces. */
function issuesOf(graph: Graph): readonly string[] {
  const schema = findKind(graph.apiVersion, graph.kind)?.schema;
  if (schema === undefined) return ["no schema"];
  const issues = schema.safeParse(graph).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

const folder = shared("conformance/dgd");

describe.skipIf(folder === undefined)("manifests that people wrote", () => {
  const documents = (folder === undefined ? [] : readdirSync(folder)).flatMap((file) =>
    loadAll(readFileSync(join(folder ?? "", file), "utf8"))
      .filter(isGraph)
      .map((graph) => [file, graph] as const),
  );

  it("are in both versions", () => {
    expect(documents.filter(([, graph]) => isAlpha(graph)).length).toBeGreaterThan(4);
    expect(documents.filter(([, graph]) => !isAlpha(graph)).length).toBeGreaterThan(14);
  });

  it.each(documents)("%s comes back as it was", (_file, graph) => {
    if (isAlpha(graph)) {
      const { object } = graphToV1beta1(graph);
      const back = withoutCarriers(graphToV1alpha1(object).object);
      expect(issuesOf(object)).toStrictEqual([]);
      expect(textOf(back)).toBe(textOf(graph));
    } else {
      const { object } = graphToV1alpha1(graph);
      const back = graphToV1beta1(object).object;
      expect(issuesOf(object)).toStrictEqual([]);
      expect(textOf(back)).toBe(textOf(withTextAmounts(graph)));
    }
  });
});

describe("arbitrary v1beta1 graphs", () => {
  it("pass the schema", () => {
    fc.assert(
      fc.property(arbitraryGraph(), (beta) => {
        expect(issuesOf(beta)).toStrictEqual([]);
      }),
    );
  });

  it("come back from v1alpha1 as they were, without a trace of the conversion", () => {
    fc.assert(
      fc.property(arbitraryGraph(), (beta) => {
        const before = textOf(beta);
        const { object } = graphToV1alpha1(beta);
        const { object: back } = graphToV1beta1(object);
        expect(textOf(back)).toBe(before);
        expect(textOf(beta)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it("become valid v1alpha1 graphs, with and without annotations", () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.boolean(), (beta, carriers) => {
        expect(issuesOf(graphToV1alpha1(beta, { carriers }).object)).toStrictEqual([]);
      }),
    );
  });
});

describe("arbitrary v1alpha1 graphs", () => {
  it("pass the schema", () => {
    fc.assert(
      fc.property(arbitraryAlphaGraph(), (alpha) => {
        expect(issuesOf(alpha)).toStrictEqual([]);
      }),
    );
  });

  it("come back from v1beta1 as they were, apart from what findings name", () => {
    fc.assert(
      fc.property(arbitraryAlphaGraph(), (alpha) => {
        const before = textOf(alpha);
        const { object, findings } = graphToV1beta1(alpha);
        const back = withoutCarriers(graphToV1alpha1(object).object);
        const expected = handedBack(alpha);
        const named = findings.map((found) => found.code);
        expect(textOf(comparable(back, alpha))).toBe(textOf(comparable(expected.graph, alpha)));
        for (const code of ["DYN-CNV-007", "DYN-CNV-008", "DYN-CNV-009"] as const)
          expect([code, named.includes(code)]).toStrictEqual([code, expected.codes.has(code)]);
        expect(textOf(alpha)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it("become valid v1beta1 graphs, unless a finding says why not", () => {
    fc.assert(
      fc.property(arbitraryAlphaGraph(), (alpha) => {
        const { object, findings } = graphToV1beta1(alpha);
        const named = findings.map((found) => found.code);
        const issues = issuesOf(object);
        const types = issues.filter((issue) => /^spec\.components\.\d+\.type:/.test(issue));
        const shadows = issues.filter((issue) => issue.includes(".failover.numShadows:"));
        expect(types.length > 0).toBe(named.includes("DYN-CNV-005"));
        expect(shadows.length > 0).toBe(named.includes("DYN-CNV-006"));
        expect(issues.length).toBe(types.length + shadows.length);
      }),
    );
  });
});
