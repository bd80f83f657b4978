// SPDX-License-Identifier: Apache-2.0
import { compare, importObject, rebuild } from "@dynamo-iac/constructs";
import { graphToV1beta1 } from "@dynamo-iac/constructs/api";
import { describe, expect, it } from "vitest";
import { type Json, richAlphaGraph, richGraph } from "../../support/rich-graphs.js";

const nothing = { argv: { typed: 0, extra: 0, raw: 0 }, fields: { typed: 0, escaped: 0 } };

describe("importObject", () => {
  it("takes the object's name as id, and then writes no name", () => {
    const imported = importObject(richGraph());
    expect(imported).toMatchObject({ construct: "InferenceGraph", id: "qwen", overrides: [] });
    expect(imported.props).not.toHaveProperty("name");
  });

  it("takes another id and then writes the name", () => {
    const imported = importObject(richGraph(), { id: "other" });
    expect(imported).toMatchObject({ id: "other", props: { name: "qwen" } });
    expect(compare(richGraph(), rebuild(imported))).toEqual([]);
  });

  it("reads the operator's annotations as settings", () => {
    expect(importObject(richGraph()).props).toMatchObject({
      orchestrator: "deployment",
      annotations: { owner: "a" },
    });
  });

  it("counts the words of processes and the values of pods", () => {
    // 5 words of known flags and 2 of the unknown one; the frontend's 2; `fluent-bit -q` is raw.
    expect(importObject(richGraph()).counts).toMatchObject({
      argv: { typed: 7, extra: 2, raw: 2 },
      fields: { escaped: 2 },
    });
    expect(importObject({ apiVersion: "v1", kind: "ConfigMap" }).counts).toEqual(nothing);
  });

  it("counts what goes through overrides", () => {
    const graph = richGraph();
    graph.spec.components[0].podTemplate.spec.hostNetwrok = true;
    graph.spec.components[0].podTemplate.spec.containers[0].args = ["-m", "dynamo.frontend", 1];
    const { counts, overrides } = importObject(graph);
    expect(overrides).toHaveLength(2);
    expect(counts.argv.raw).toBe(2 + 3);
    expect(counts.fields.escaped).toBe(2 + 1 + 3);
  });

  it("takes a graph without a spec as it is", () => {
    const imported = importObject({ ...richGraph(), spec: "none" });
    expect(imported).toMatchObject({ construct: "ApiObject", counts: { fields: { escaped: 1 } } });
  });

  it("names fields of v1alpha1 that hide in the annotation of a v1beta1 object", () => {
    const { object } = graphToV1beta1(richAlphaGraph());
    const imported = importObject(object);
    expect(JSON.stringify(imported.props)).not.toContain("dgd-spec");
    expect(imported.findings).toEqual([
      expect.objectContaining({
        code: "DYN-CNV-002",
        path: ["metadata", "annotations", "nvidia.com/dgd-spec"],
        message:
          "the annotation keeps fields of v1alpha1 (spec.services.Frontend, spec.pvcs); they are left out",
      }),
    ]);
  });

  it("says nothing about the annotation of an object that v1beta1 can say", () => {
    const alpha = richAlphaGraph();
    delete alpha.spec.pvcs;
    delete alpha.spec.services.Frontend.ingress;
    delete alpha.spec.services.Frontend.annotations;
    const { object } = graphToV1beta1(alpha);
    expect(JSON.stringify(object)).toContain("dgd-spec");
    expect(importObject(object).findings).toEqual([]);
  });

  it("keeps what only v1alpha1 can say in one prop", () => {
    const imported = importObject(richAlphaGraph());
    expect(imported.props).toMatchObject({
      apiVersion: "nvidia.com/v1alpha1",
      components: [{ name: "Frontend" }, { name: "Worker", type: "decode", gpus: 1 }],
      v1alpha1: {
        pvcs: [{ name: "models", create: false }],
        services: {
          Frontend: { ingress: { enabled: true, host: "qwen" }, annotations: { a: "1" } },
        },
      },
    });
    expect(imported.overrides).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "x"],
    ["a list", [1]],
    ["an empty object", {}],
  ])("survives %s", (_, value) => {
    expect(importObject(value).construct).toBe("ApiObject");
  });

  it("does not change what it is given", () => {
    const graph: Json = richGraph();
    const before = structuredClone(graph);
    importObject(graph);
    expect(graph).toEqual(before);
  });
});
