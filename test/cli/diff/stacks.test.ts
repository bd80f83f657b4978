// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac diff` on a stack in a real repository: both plans are made offline, and no secret is printed. */
import { readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { dynamoIac } from "../../support/cli.js";
import { edited } from "../../support/diff/manifests.js";
import { type Files, repositoryOf } from "../../support/diff/repository.js";

const root = resolve(__dirname, "../../..");
const fixture = (name: string) =>
  readFileSync(join(root, "test/fixtures/stacks/inference", name), "utf8");

const program = fixture("program.js");
const files: Files = {
  ".gitignore": "node_modules\n",
  "dynamo-iac.yaml": "version: 1\nstacks:\n  - { path: stacks/inference, stack: prod }\n",
  "package-lock.json": "{}\n",
  "stacks/inference/Pulumi.yaml": fixture("Pulumi.yaml"),
  "stacks/inference/Pulumi.prod.yaml": fixture("Pulumi.prod.yaml"),
  "stacks/inference/program.js": program,
};

async function diff(changes: Files, ...args: readonly string[]) {
  const repository = repositoryOf(files);
  symlinkSync(join(root, "node_modules"), join(repository.folder, "node_modules"));
  repository.commit(changes);
  return dynamoIac(["diff", "--repository", repository.folder, "HEAD~1", "HEAD", ...args]);
}

const withProgram = (...edits: readonly (readonly [string, string])[]) => ({
  "stacks/inference/program.js": edited(program, ...edits),
});

describe("a stack", () => {
  it("whose subnets move is told to replace them", async () => {
    const { code, out, err } = await diff(
      withProgram(["10.42.${at * 16}.0/20", "10.42.${at * 32}.0/20"]),
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("aws:ec2/subnet:Subnet small-private-us-east-1b");
    expect(out).toMatch(/replace aws:ec2\/subnet:Subnet small-private-\S+ cidrBlock/);
  });

  it("whose cluster gets another name is told that the engine refuses, because it is protected", async () => {
    const { code, out } = await diff(
      withProgram(['version: "1.34",', 'version: "1.34",\n        name: "other",']),
      "--fail-on",
      "error",
    );
    expect(code).toBe(1);
    expect(out).toContain("the resource is protected, so the engine refuses to delete the old one");
    expect(out).toContain("gate error not passed");
  });

  it("whose secret is rotated says so, and prints neither", async () => {
    const settings = fixture("Pulumi.prod.yaml");
    const [, old = ""] = /secure: (\S+)/.exec(settings) ?? [];
    expect(old).not.toBe("");
    const rotated = "v1:AAAAAAAAAAAAAAAA:bmV3LWNpcGhlcnRleHQ=";
    for (const format of ["text", "json", "markdown"]) {
      const { out } = await diff(
        { "stacks/inference/Pulumi.prod.yaml": settings.replace(old, rotated) },
        "--format",
        format,
      );
      expect(out).toContain("[secret, changed]");
      expect(out).not.toMatch(/\[secret:[0-9a-f]/);
      for (const secret of [old, rotated, "secret-"]) expect(out).not.toContain(secret);
    }
  });

  it("with a setting of a manifest is compared in terms of Kubernetes", async () => {
    const { code, out } = await diff({
      "stacks/inference/Pulumi.prod.yaml": fixture("Pulumi.prod.yaml").replace(
        /replicas: .*/,
        "replicas: 9",
      ),
    });
    expect(code).toBe(0);
    expect(out).toMatch(/ConfigMap inference\/facts: data.replicas \d+ → 9/);
  });

  it("whose API becomes public is weaker, and has a new finding of the plan", async () => {
    const { code, out } = await diff(
      withProgram(["endpointPublicAccess: false", "endpointPublicAccess: true"]),
      "--fail-on",
      "security,error",
    );
    expect(code).toBe(1);
    expect(out).toContain("has an API that the whole internet reaches");
    expect(out).toMatch(/new \w+ DYN-CLOUD-\d+ Cluster\/small-cluster/);
    expect(out).not.toMatch(/^ {2}fixed /m);
  });

  it("whose program fails says what it said", async () => {
    const { code, out } = await diff({
      "stacks/inference/program.js": 'throw new Error("no such region");\n',
    });
    expect(code).toBe(2);
    expect(out).toContain("at HEAD: stacks/inference, stack prod");
    expect(out).toContain("no such region");
  });

  it("that is new creates everything", async () => {
    const { out } = await diff({
      "dynamo-iac.yaml":
        "version: 1\nstacks:\n  - { path: stacks/inference, stack: prod }\n  - { path: stacks/inference, stack: second }\n",
      "stacks/inference/Pulumi.second.yaml": fixture("Pulumi.prod.yaml"),
    });
    expect(out).toContain("aws:eks/cluster:Cluster small-cluster created");
  });
});
