// SPDX-License-Identifier: Apache-2.0
/** @module The manifests of the Dynamo repository survive the way into typed constructs and back. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  addCounts,
  compare,
  type ImportCounts,
  importObject,
  noCounts,
  rebuild,
} from "@dynamo-iac/constructs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { programOf } from "../../packages/cli/src/codegen/program-of.js";
import { readObjects, type SourceObject } from "../../packages/cli/src/documents.js";
import { compileErrors, runProgram } from "../support/generated.js";
import { arbitraryAlphaGraph, arbitraryGraph } from "../support/graphs.js";
import { shared } from "../support/shared.js";

const folder = shared("conformance/dgd");

interface Manifest {
  readonly file: string;
  readonly objects: readonly SourceObject[];
}

function manifests(): readonly Manifest[] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return { file, objects: readObjects([{ path: file, text, found: false }]) };
    });
}

describe.skipIf(folder === undefined)("import of the conformance manifests", () => {
  let all: readonly Manifest[] = [];
  beforeAll(() => {
    all = manifests();
  });

  it("rebuilds every object with the same meaning, and types nearly every flag", () => {
    const rows: Record<string, object> = {};
    let total: ImportCounts = noCounts;
    for (const { file, objects } of all) {
      const imported = objects.map(({ value }) => importObject(value));
      const differences = objects.flatMap(({ value }, index) => {
        const again = imported[index];
        return again === undefined ? [] : compare(value, rebuild(again));
      });
      const counts = imported.map((object) => object.counts).reduce(addCounts, noCounts);
      total = addCounts(total, counts);
      rows[file.slice(0, 50)] = {
        differences: differences.length,
        "argv typed": counts.argv.typed,
        "in extraArgs": counts.argv.extra,
        raw: counts.argv.raw,
        "fields typed": counts.fields.typed,
        escaped: counts.fields.escaped,
      };
      expect(differences, file).toEqual([]);
    }
    console.table(rows);
    const { typed, extra, raw } = total.argv;
    console.log(`${typed} of ${typed + extra + raw} argv tokens are typed`);
    expect(all.length).toBeGreaterThanOrEqual(24);
    expect(typed / (typed + extra + raw)).toBeGreaterThanOrEqual(0.95);
    expect(total.fields.escaped / total.fields.typed).toBeLessThan(0.05);
  });

  it("generates programs that a strict compiler takes and that write the same objects", () => {
    const programs = new Map(
      all.map(({ file, objects }) => [
        file.replace(/\.yaml$/, ".ts"),
        programOf(
          objects.map(({ value }) => value),
          file,
        ).text,
      ]),
    );
    const broken = 'import { vllm } from "@dynamo-iac/constructs";\nvllm({ modle: "a" });\n';
    expect(compileErrors(new Map([...programs, ["broken.ts", broken]]))).toEqual([
      expect.stringContaining("broken.ts: Object literal may only specify known properties"),
    ]);
    for (const { file, objects } of all) {
      const written = runProgram(programs.get(file.replace(/\.yaml$/, ".ts")) ?? "");
      expect(written.length, file).toBe(objects.length);
      for (const [index, { value }] of objects.entries())
        expect(compare(value, written[index]), file).toEqual([]);
    }
  }, 120_000);
});

describe("import of arbitrary graphs", () => {
  it("rebuilds every v1beta1 graph with the same meaning", () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        expect(compare(graph, rebuild(importObject(graph)))).toEqual([]);
      }),
    );
  }, 60_000);

  it("rebuilds every v1beta1 graph without an escape hatch", () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        expect(
          importObject(graph).overrides.filter(({ pointer }) => pointer.startsWith("/spec")),
        ).toEqual([]);
      }),
    );
  }, 60_000);

  it("rebuilds every v1alpha1 graph with the same meaning", () => {
    fc.assert(
      fc.property(arbitraryAlphaGraph(), (graph) => {
        expect(compare(graph, rebuild(importObject(graph)))).toEqual([]);
      }),
    );
  }, 60_000);

  it("generates programs of arbitrary graphs that compile", () => {
    const graphs = [
      ...fc.sample(arbitraryGraph(), { numRuns: 12, seed: 1 }),
      ...fc.sample(arbitraryAlphaGraph(), { numRuns: 12, seed: 1 }),
    ];
    const programs = new Map(
      graphs.map((graph, index) => [
        `graph-${index}.ts`,
        programOf([graph], `graph-${index}`).text,
      ]),
    );
    expect(compileErrors(programs)).toEqual([]);
  }, 120_000);
});
