// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac diff` on real repositories: gates, output, and mistakes of the caller. */
import { readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dynamoIac, goodGraph } from "../../support/cli.js";
import { edited } from "../../support/diff/manifests.js";
import { repositoryOf } from "../../support/diff/repository.js";
import { config, diff, moreDecode, seeWhatIsLeft, start } from "./compared.js";

seeWhatIsLeft();

describe("gates", () => {
  const changed = () => {
    const repository = repositoryOf(start);
    repository.commit({
      "deploy/graph.yaml": edited(
        moreDecode,
        ["storage: 500Gi", "storage: 100Gi"],
        ["[--router-mode, kv]", "[--router-mode, random]"],
      ),
    });
    return repository;
  };

  it.each([
    ["replace", 1],
    ["restart", 1],
    ["destroy", 1],
    ["cost>500", 1],
    ["cost>500000", 0],
    ["gpus>8", 1],
    ["gpus>14", 0],
    ["security", 0],
    ["error", 0],
    ["security,error,gpus>14", 0],
    ["error,replace", 1],
  ])("%s exits with %i", async (gates, expected) => {
    const { code, out } = await diff(changed(), "HEAD~1", "HEAD", "--fail-on", gates);
    expect(code).toBe(expected);
    expect(out.includes("not passed")).toBe(expected === 1);
  });

  it("of the base hold for a change that removes them", async () => {
    const repository = repositoryOf({
      ...start,
      "dynamo-iac.yaml": `${config}failOn: ["gpus>1"]\n`,
    });
    repository.commit({ "dynamo-iac.yaml": config, "deploy/graph.yaml": moreDecode });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD");
    expect(code).toBe(1);
    expect(out).toContain("gate gpus>1 not passed: 14 GPUs more");
  });

  it("on cost do not pass what nobody can price", async () => {
    const repository = repositoryOf({ ...start, "deploy/graph.yaml": goodGraph });
    repository.commit({
      "deploy/graph.yaml": edited(goodGraph, ['nvidia.com/gpu: "1"', 'nvidia.com/gpu: "4"']),
    });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD", "--fail-on", "cost>100");
    expect(code).toBe(1);
    expect(out).toContain("no price is known of the machines of 3 more GPUs");
  });

  it("that nobody knows are refused", async () => {
    const { code, err } = await diff(changed(), "HEAD", "--fail-on", "replaces");
    expect(code).toBe(2);
    expect(err).toContain("cost>DOLLARS");
  });
});

describe("output", () => {
  it("goes to a file in every format, and is the same each time", async () => {
    const repository = repositoryOf(start);
    repository.commit({ "deploy/graph.yaml": moreDecode });
    for (const format of ["text", "markdown", "json"]) {
      const file = join(repository.folder, `report.${format}`);
      const run = () =>
        diff(repository, "HEAD~1", "HEAD", "--format", format, "-o", file, "--force");
      expect(await run()).toEqual({ code: 0, out: "", err: "" });
      const first = readFileSync(file, "utf8");
      await run();
      expect(readFileSync(file, "utf8")).toBe(first);
      expect(first).toContain("decode");
    }
  });

  it("does not follow a link out of the repository", async () => {
    const repository = repositoryOf(start);
    symlinkSync("/etc/passwd", join(repository.folder, "linked.yaml"));
    repository.commit({ "dynamo-iac.yaml": "version: 1\napps:\n  - path: linked.yaml\n" });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD");
    expect(code).toBe(2);
    expect(out).toContain("leads out of the repository");
    expect(out).not.toContain("root:");
  });
});

describe("mistakes of the caller", () => {
  it.each([
    [["nowhere"], "nowhere: git knows no such revision"],
    [["--output=x"], "git knows no such revision"],
  ])("%j", async (args, message) => {
    const { code, err } = await diff(repositoryOf(start), "--", ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });

  it("no repository, no configuration", async () => {
    const outside = await dynamoIac(["diff", "--repository", tmpdir(), "HEAD"]);
    expect({ code: outside.code, err: outside.err }).toEqual({
      code: 2,
      err: expect.stringContaining("not a git repository"),
    });
    const bare = await diff(repositoryOf({ "a.txt": "a" }), "HEAD");
    expect(bare.code).toBe(2);
    expect(bare.err).toContain("it names what to render");
  });

  it("every mistake of the configuration at once, each with its line", async () => {
    const repository = repositoryOf(start);
    repository.write({
      "dynamo-iac.yaml": `version: 2
cluster:
  kubernetesVersion: 1.34
  orchestrators: [grov]
pools:
  - { name: a, machine: p5.48xlarg, max: 0 }
  - { name: b, machine: p5.48xlarge, max: 2, min: 3 }
failOn: [replaces]
apps:
  - pth: deploy
  - path: ../elsewhere
  - path: /etc
stack: []
`,
    });
    const { code, err } = await diff(repository, "HEAD");
    expect(code).toBe(2);
    for (const part of [
      "dynamo-iac.yaml:1:1: version: must be one of 1, got 2",
      'dynamo-iac.yaml:3:3: cluster.kubernetesVersion: must be a version in quotes, such as "1.34", got 1.34',
      'must be one of "grove", "lws", "volcano", "kai", got "grov"; did you mean "grove"?',
      'must be a known machine type, got "p5.48xlarg"; did you mean "p5.48xlarge"?',
      "pools[0].max: must be at least 1, got 0",
      "failOn[0]: must be one of replace, restart",
      'unknown field "pth"; did you mean "path"?',
      "apps[0].path: required",
      'apps[1].path: must be a path inside the repository, relative to its root, got "../elsewhere"',
      'apps[2].path: must be a path inside the repository, relative to its root, got "/etc"',
      'unknown field "stack"; did you mean "stacks"?',
    ])
      expect(err).toContain(part);
  });

  it("names that occur twice and bounds that cross", async () => {
    const repository = repositoryOf(start);
    repository.write({
      "dynamo-iac.yaml": `version: 1
pools:
  - { name: b, machine: p5.48xlarge, max: 2, min: 3 }
apps:
  - path: deploy
  - path: deploy
`,
    });
    const { err } = await diff(repository, "HEAD");
    expect(err).toContain("pools[0].min: must be at most max, got 3 and 2");
    expect(err).toContain('apps[1]: is called "deploy", as another one is; give it a name');
  });
});
