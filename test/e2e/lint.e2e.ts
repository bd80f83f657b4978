// SPDX-License-Identifier: Apache-2.0
/** @module Rendered YAML under the eyes of kubeconform and kube-score. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dump } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCluster } from "./support/cluster.js";
import { definitionsOf, dynamoCrds, dynamoDefinitions } from "./support/crds.js";
import { isGraph, renderedExamples } from "./support/examples.js";
import { schemaLocation, writeJsonSchemas } from "./support/json-schemas.js";
import { findPrograms, type Programs } from "./support/programs.js";
import { count } from "./support/report.js";
import { deploymentsOf } from "./support/stand-in.js";

const programs = findPrograms("etcd", "kube-apiserver", "kubeconform", "kube-score");
const examples = renderedExamples();
const files = examples.map(({ file }) => file);
const objects = examples.flatMap((example) => example.objects);

/** What kube-score says of every inference pod, and why we let it. */
const accepted: Readonly<Record<string, string>> = {
  "container-resources": "CPU and memory of a graph's pods are left to its author",
  "container-ephemeral-storage-request-and-limit": "caches are volumes",
  "container-image-pull-policy": "images are pinned by release",
  "container-security-context-user-group-id": "the images of Dynamo have user 1000",
  "container-security-context-readonlyrootfilesystem": "engines write caches beside their code",
  "deployment-has-host-podantiaffinity": "replicas may share a machine",
  "deployment-has-poddisruptionbudget": "the operator owns what it makes",
  "pod-networkpolicy": "policies belong to the platform, not to a graph",
};

describe.skipIf(programs === undefined || dynamoCrds === undefined)("rendered YAML", () => {
  let folder = "";
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    if (programs === undefined) return;
    folder = mkdtempSync(join(tmpdir(), "dynamo-iac-lint-"));
    const cluster = await startCluster(programs);
    try {
      await cluster.define([...definitionsOf(objects), ...dynamoDefinitions("v1beta1")]);
      await writeJsonSchemas(cluster.client, folder, objects);
    } finally {
      await cluster.stop();
    }
  }, 120_000);

  it("is valid for kubeconform by the schemas of the API server", async () => {
    const output = await runLinter("kubeconform", conform(folder), files);
    const { summary, resources } = JSON.parse(output);
    expect(resources ?? []).toEqual([]);
    expect(summary).toMatchObject({ invalid: 0, errors: 0, skipped: 0 });
    expect(summary.valid).toBeGreaterThanOrEqual(files.length);
    count("objects valid for kubeconform", summary.valid);
  });

  it("would not be valid with an unknown field", async () => {
    const wrong = join(folder, "wrong.yaml");
    const graph = objects.find(isGraph);
    writeFileSync(wrong, dump({ ...graph, spec: { ...graph?.spec, replica: 1 } }));
    const output = await runLinter("kubeconform", conform(folder), [wrong]);
    expect(JSON.parse(output).summary.invalid).toBe(1);
  });

  it("gives kube-score nothing to say beyond what we accept, once pods stand in for the graphs", async () => {
    const pods = objects.flatMap((object) => (isGraph(object) ? deploymentsOf(object) : [object]));
    const file = join(folder, "pods.yaml");
    writeFileSync(file, pods.map((object) => dump(object)).join("---\n"));
    const scores = JSON.parse(
      await runLinter("kube-score", ["score", "--output-format=json"], [file]),
    );
    const remarks = scores.flatMap(remarksOf).filter(({ id }: Remark) => !(id in accepted));
    expect(remarks).toEqual([]);
    count("objects scored by kube-score", scores.length);
  });
});

interface Remark {
  readonly id: string;
  readonly object: string;
  readonly says: readonly string[];
}

interface Score {
  readonly object_name: string;
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly summary: string }[] | null;
  }[];
}

/** Grade 10 is full marks. */
function remarksOf({ object_name: object, checks }: Score): readonly Remark[] {
  return checks
    .filter(({ grade, skipped }) => !skipped && grade < 10)
    .map(({ check, comments }) => ({
      id: check.id,
      object,
      says: (comments ?? []).map(({ summary }) => summary),
    }));
}

function conform(folder: string): readonly string[] {
  return [
    "-strict",
    "-summary",
    "-output=json",
    `-schema-location=${join(folder, schemaLocation)}`,
  ];
}

/** What a linter prints; its exit code repeats what the output says. */
function runLinter(name: string, args: readonly string[], on: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(
      path(programs, name),
      [...args, ...on],
      { maxBuffer: 1 << 26 },
      (error, stdout, stderr) =>
        stdout === "" ? fail(new Error(`${name}: ${stderr}`, { cause: error })) : done(stdout),
    );
  });
}

function path(found: Programs | undefined, name: string): string {
  if (found === undefined) throw new Error(`${name} is not there`);
  return found.path(name);
}
