// SPDX-License-Identifier: Apache-2.0
/** @module Odd manifests become programs that compile and write the same objects. */
import { compare, importObject, rebuild } from "@dynamo-iac/constructs";
import { describe, expect, it } from "vitest";
import { programOf } from "../../packages/cli/src/codegen/program-of.js";
import { readObjects } from "../../packages/cli/src/documents.js";
import { compileErrors, runProgram } from "../support/generated.js";
import { oddManifests } from "../support/odd-manifests.js";

function objectsOf(name: string): readonly Readonly<Record<string, unknown>>[] {
  const text = oddManifests[name] ?? "";
  return readObjects([{ path: "odd.yaml", text, found: false }]).map(({ value }) => value);
}

function propsOf(name: string): string {
  return JSON.stringify(objectsOf(name).map((object) => importObject(object).props));
}

describe("import of odd manifests", () => {
  it.each(Object.keys(oddManifests))("rebuilds %s", (name) => {
    for (const object of objectsOf(name))
      expect(compare(object, rebuild(importObject(object)))).toEqual([]);
  });

  it("generates programs that compile and write the same objects", () => {
    const names = Object.keys(oddManifests);
    const programs = new Map(
      names.map((name, index) => [`odd-${index}.ts`, programOf(objectsOf(name), "odd.yaml").text]),
    );
    expect(compileErrors(programs)).toEqual([]);
    for (const [index, name] of names.entries()) {
      const written = runProgram(programs.get(`odd-${index}.ts`) ?? "");
      const objects = objectsOf(name);
      expect(written.length, name).toBe(objects.length);
      for (const [at, object] of objects.entries())
        expect(compare(object, written[at]), name).toEqual([]);
    }
  }, 120_000);

  it("reads the program behind a shell script with setup lines", () => {
    expect(propsOf("a login shell")).toContain('"tensorParallelSize":4');
  });

  it("keeps a pipeline as it is", () => {
    expect(propsOf("a login shell and a pipe")).not.toContain('"program"');
  });

  it("takes a component that no type admits as an override, and types the rest", () => {
    const [imported] = objectsOf("unknown fields everywhere").map((object) => importObject(object));
    expect(imported?.construct).toBe("InferenceGraph");
    expect(imported?.overrides.map(({ pointer }) => pointer).toSorted()).toEqual([
      "/spec/components/0/multinode/nodes",
      "/spec/components/0/podTemplate/spec/containers/0/imagePullPolice",
      "/spec/components/0/podTemplate/spec/containers/0/livenessProbe/httpGet/pathh",
      "/spec/components/0/podTemplate/spec/containers/0/volumeMounts/0/subpath",
      "/spec/components/0/podTemplate/spec/hostNetwrok",
      "/spec/components/0/podTemplate/spec/tolerations/0/efect",
      "/spec/components/0/replica",
    ]);
  });

  it("drops what the server writes and keeps what the owner wrote", () => {
    const [object] = objectsOf("a live object");
    const text = programOf([object], "live.yaml").text;
    expect(text).toContain('kaiQueue: "research"');
    expect(text).toContain('odd.override("/metadata/finalizers", ["nvidia.com/finalizer"]);');
    for (const gone of ["resourceVersion", "managedFields", "last-applied", "status"])
      expect(text).not.toContain(gone);
  });

  it("keeps what only v1alpha1 can say in one typed prop", () => {
    const [imported] = objectsOf("v1alpha1 with everything that v1beta1 lacks").map((object) =>
      importObject(object),
    );
    expect(imported?.props.apiVersion).toBe("nvidia.com/v1alpha1");
    expect(imported?.props.v1alpha1).toMatchObject({
      pvcs: [{ name: "a", create: true }, { name: "b" }],
      services: {
        Frontend: { ingress: { host: "qwen" }, serviceName: "web", labels: { b: "2" } },
        Worker: {
          componentType: "main",
          resources: { limits: { cpu: expect.stringContaining("{CPU}") } },
        },
      },
    });
    expect(imported?.overrides.map(({ pointer }) => pointer)).toEqual([
      "/spec/services/Worker/pvc",
    ]);
    expect(imported?.findings.map(({ code }) => code).toSorted()).toEqual([
      "DYN-CNV-004",
      "DYN-CNV-005",
      "DYN-CNV-006",
      "DYN-CNV-008",
    ]);
  });

  it("uses the construct of each kind, and an ApiObject where a field is missing", () => {
    expect(objectsOf("every other kind").map((object) => importObject(object).construct)).toEqual([
      "DynamoModel",
      "ApiObject",
      "DynamoCheckpoint",
      "DynamoGraphDeploymentScalingAdapter",
      "DynamoGraphDeploymentScalingAdapter",
      "DynamoComponentDeployment",
      "DynamoComponentDeployment",
      "ApiObject",
      "ApiObject",
    ]);
  });

  it("reads YAML as kubectl does", () => {
    const [config, pod] = objectsOf("octal, yes and dates");
    expect(config).toMatchObject({ data: { date: "2026-08-14", ratio: "1:30", text: "yes" } });
    expect(pod).toMatchObject({
      spec: { hostNetwork: true, volumes: [{ secret: { defaultMode: 256 } }] },
    });
  });
});
