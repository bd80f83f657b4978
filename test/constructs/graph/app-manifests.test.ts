// SPDX-License-Identifier: Apache-2.0
/** @module The objects of an app for a Pulumi program: checked, in order, and the only place where tokens may be. */
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, FindingsError, KubeObject } from "@dynamo-iac/constructs";
import { tokenText } from "@dynamo-iac/constructs/facts";
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";

function appWith(data: Readonly<Record<string, string>>) {
  const outdir = mkdtempSync(join(tmpdir(), "dynamo-iac-"));
  const app = new App({ outdir, report: () => {} });
  const chart = new Chart(app, "c", { namespace: "ai" });
  const map = (scope: Construct, id: string) =>
    new KubeObject(scope, id, {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: id },
      ...{ data },
    });
  return { app, chart, map, outdir };
}

const files = (folder: string) => readdirSync(folder, { recursive: true });

function refusal(run: () => unknown): FindingsError {
  try {
    run();
  } catch (error) {
    if (error instanceof FindingsError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("App.manifests", () => {
  it("gives every object with its construct and what it waits for", () => {
    const { app, chart, map } = appWith({ a: "1" });
    const first = map(chart, "first");
    const group = new Construct(chart, "group");
    map(group, "x");
    map(group, "y");
    const last = map(chart, "last");
    group.node.addDependency(first);
    last.node.addDependency(group);
    const manifests = app.manifests();
    expect(manifests.map(({ construct, dependsOn }) => [construct, dependsOn])).toEqual([
      ["c/first", []],
      ["c/group/x", [0]],
      ["c/group/y", [0]],
      ["c/last", [1, 2]],
    ]);
    expect(manifests[0]?.manifest).toEqual({
      apiVersion: "v1",
      data: { a: "1" },
      kind: "ConfigMap",
      metadata: { name: "first", namespace: "ai" },
    });
  });

  it("takes Output tokens, which a file cannot hold", () => {
    const host = `https://${tokenText(0)}/v1`;
    const { app, chart, map, outdir } = appWith({ plain: "x", host });
    map(chart, "facts");
    expect(app.manifests()[0]?.manifest).toMatchObject({ data: { host } });
    const { findings } = refusal(() => app.synth());
    expect(findings).toEqual([
      expect.objectContaining({
        code: "DYN-CLOUD-001",
        severity: "error",
        object: "ConfigMap/facts",
        path: ["data", "host"],
        construct: "c/facts",
        fix: expect.stringContaining("app.manifests()"),
      }),
    ]);
    expect(files(outdir)).toEqual([]);
  });

  it("refuses tokens in files of nested charts too", () => {
    const { app, chart, map, outdir } = appWith({ host: tokenText(3) });
    map(new Chart(chart, "inner"), "facts");
    expect(refusal(() => app.synth()).findings.map(({ code }) => code)).toEqual(["DYN-CLOUD-001"]);
    expect(files(outdir)).toEqual([]);
  });

  it("gives nothing while a check says error", () => {
    const { app, chart } = appWith({});
    new KubeObject(chart, "bad", {
      apiVersion: "nvidia.com/v1beta1",
      kind: "DynamoGraphDeployment",
      metadata: { name: "bad" },
      ...{ spec: { components: [{ name: "a", type: "worker", replicas: -1 }] } },
    });
    expect(refusal(() => app.manifests()).findings.map(({ code }) => code)).toContain(
      "DYN-API-004",
    );
  });
});
