// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac diff` on real repositories: revisions, the working tree, programs, dependencies. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goodGraph } from "../../support/cli.js";
import { edited, manifests, secrets } from "../../support/diff/manifests.js";
import { type Files, repositoryOf } from "../../support/diff/repository.js";
import { config, diff, moreDecode, seeWhatIsLeft, start } from "./compared.js";

seeWhatIsLeft();

describe("revisions", () => {
  it("compares two commits and says which they are", async () => {
    const repository = repositoryOf(start);
    const head = repository.commit({ "deploy/graph.yaml": moreDecode });
    const { code, out } = await diff(repository, "HEAD~1", "main");
    expect(code).toBe(0);
    expect(out).toContain(`main (${head.slice(0, 10)})`);
    expect(out).toMatch(/decode +replicas +2 +9/);
    expect(out).toContain("GPUs 8 → 22 (+14)");
  });

  it("compares with the working tree, files included that git does not know yet, and leaves the repository alone", async () => {
    const repository = repositoryOf({ ...start, ".gitignore": "ignored.yaml\n" });
    repository.write({
      "deploy/new.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: new\ndata:\n  a: b\n",
      "deploy/ignored.yaml": goodGraph,
    });
    const before = repository.git("status", "--porcelain");
    const objects = repository.git("count-objects");
    const { code, out } = await diff(repository, "HEAD");
    expect({ code, out: out.includes("ConfigMap new created") }).toEqual({ code: 0, out: true });
    expect(out).not.toContain("qwen ");
    expect(repository.git("status", "--porcelain")).toBe(before);
    expect(repository.git("count-objects")).toBe(objects);
    expect(repository.git("worktree", "list").split("\n")).toHaveLength(1);
  });

  it("works inside a hook, which points git elsewhere", async () => {
    const repository = repositoryOf(start);
    repository.commit({ "deploy/graph.yaml": moreDecode });
    process.env.GIT_DIR = "/nowhere";
    process.env.GIT_INDEX_FILE = "/nowhere/index";
    try {
      const { code, out } = await diff(repository, "HEAD~1");
      expect(code).toBe(0);
      expect(out).toContain("GPUs 8 → 22");
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
    }
  });

  it("starts where a branch left its base with --merge-base", async () => {
    const repository = repositoryOf(start);
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.commit({ "deploy/graph.yaml": moreDecode });
    repository.git("checkout", "--quiet", "main");
    repository.commit({ "deploy/graph.yaml": edited(manifests, ["abc123", "def456"]) });
    const plain = await diff(repository, "main", "topic");
    expect(plain.out).toContain("revision");
    const parted = await diff(repository, "main", "topic", "--merge-base");
    expect(parted.out).not.toContain("revision ");
    expect(parted.out).toMatch(/decode +replicas +2 +9/);
  });

  it("renders nothing where nothing changed", async () => {
    const app = "app: node main.js\n";
    const failing = "require('node:fs').writeFileSync(process.env.TOUCHED, ''); process.exit(3);\n";
    const touched = join(tmpdir(), `touched-${process.pid}`);
    const repository = repositoryOf({
      "dynamo-iac.yaml": `version: 1\napps:\n  - path: app\n    environment: { TOUCHED: ${touched} }\n  - path: deploy\n`,
      "app/cdk8s.yaml": app,
      "app/main.js": failing,
      "deploy/graph.yaml": manifests,
    });
    repository.commit({ "deploy/graph.yaml": moreDecode });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD");
    expect(code).toBe(0);
    expect(out).toContain("GPUs 8 → 22");
    expect(existsSync(touched)).toBe(false);
  });

  it("knows an app that comes and one that goes", async () => {
    const repository = repositoryOf(start);
    repository.commit({
      "dynamo-iac.yaml": "version: 1\napps:\n  - path: other\n",
      "other/graph.yaml": goodGraph,
      "deploy/graph.yaml": null,
    });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD", "--format", "json");
    expect(code).toBe(0);
    const { units } = JSON.parse(out);
    expect(
      units.map(({ path, objects }: { path: string; objects: { change: string }[] }) => [
        path,
        [...new Set(objects.map(({ change }) => change))],
      ]),
    ).toEqual([
      ["other", ["created"]],
      ["deploy", ["deleted"]],
    ]);
  });

  it("takes a base that has no configuration yet", async () => {
    const repository = repositoryOf({ "deploy/graph.yaml": manifests });
    repository.commit({ "dynamo-iac.yaml": config, "deploy/graph.yaml": moreDecode });
    const { out } = await diff(repository, "HEAD~1", "HEAD");
    expect(out).toContain("GPUs 8 → 22");
  });
});

describe("programs", () => {
  const program = (replicas: number) => `
const { replicas } = { replicas: ${replicas} };
const text = require("node:fs").readFileSync("../shared/graph.yaml", "utf8");
require("node:fs").writeFileSync(process.env.CDK8S_OUTDIR + "/app.k8s.yaml", text.replace("replicas: 1", "replicas: " + replicas));
`;
  const app: Files = {
    "dynamo-iac.yaml": "version: 1\napps:\n  - path: app\n",
    "app/cdk8s.yaml": "language: typescript\napp: node main.js\n",
    "app/main.js": program(1),
    "shared/graph.yaml": goodGraph,
  };

  it("are run as cdk8s runs them, at both revisions", async () => {
    const repository = repositoryOf(app);
    repository.commit({ "app/main.js": program(3) });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD");
    expect(code).toBe(0);
    expect(out).toMatch(/Frontend +replicas +1 +3/);
  });

  it("are run again when a file changed that they name by a relative path", async () => {
    const repository = repositoryOf(app);
    repository.commit({
      "shared/graph.yaml": goodGraph.replace("vllm-runtime:1.4.0", "vllm-runtime:1.4.1"),
    });
    const { out } = await diff(repository, "HEAD~1", "HEAD");
    expect(out).toContain("vllm-runtime:1.4.1");
  });

  it("get no credentials of the shell", async () => {
    const repository = repositoryOf({
      ...app,
      "app/main.js": `require("node:fs").writeFileSync(process.env.CDK8S_OUTDIR + "/env.yaml", "apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: env\\ndata:\\n  names: '" + Object.keys(process.env).sort().join(" ") + "'\\n")`,
    });
    repository.commit({ "app/cdk8s.yaml": "app: node ./main.js\n", "app/other.txt": "x" });
    process.env.AWS_SECRET_ACCESS_KEY = "of-the-shell";
    try {
      const { out } = await diff(repository, "HEAD~1", "HEAD", "--format", "json");
      expect(JSON.parse(out).units[0].state).toBe("unchanged");
      repository.commit({
        "app/cdk8s.yaml": null,
        "dynamo-iac.yaml":
          "version: 1\napps:\n  - path: app\n    command: node -e \"console.log('apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: env\\ndata:\\n  names: ' + Object.keys(process.env).sort().join(' '))\"\n",
      });
      const printed = await diff(repository, "HEAD~1", "HEAD");
      expect(printed.out).not.toContain("AWS_");
      expect(printed.out).not.toContain("of-the-shell");
    } finally {
      delete process.env.AWS_SECRET_ACCESS_KEY;
    }
  });

  it("that fail are told with what they said, credentials masked, and the rest is compared", async () => {
    const repository = repositoryOf({
      ...app,
      "dynamo-iac.yaml": "version: 1\napps:\n  - path: app\n  - path: shared\n",
    });
    repository.commit({
      "app/main.js": `console.error("no access with ${secrets.token}"); process.exit(4);`,
      "shared/graph.yaml": goodGraph.replace("replicas: 1", "replicas: 2"),
    });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD", "--fail-on", "replace");
    expect(code).toBe(2);
    expect(out).toContain("1 not compared");
    expect(out).toContain("ended with exit code 4");
    expect(out).toContain("no access with [secret");
    expect(out).not.toContain(secrets.token);
    expect(out).toMatch(/Frontend +replicas +1 +2/);
  });

  it("find the dependencies of the checkout, packages of the repository at their own revision", async () => {
    const repository = repositoryOf({
      ...app,
      ".gitignore": "node_modules\n",
      "package-lock.json": "{}\n",
      "package.json": '{ "workspaces": ["lib", "app"] }\n',
      "lib/package.json": '{ "name": "own", "main": "main.js" }\n',
      "lib/main.js": "module.exports = 1;\n",
      "app/package.json": '{ "dependencies": { "own": "*", "other": "*" } }\n',
      "app/main.js": `const replicas = require("own") * require("other");
const text = require("node:fs").readFileSync("../shared/graph.yaml", "utf8");
require("node:fs").writeFileSync(process.env.CDK8S_OUTDIR + "/app.k8s.yaml", text.replace("replicas: 1", "replicas: " + replicas));`,
    });
    mkdirSync(join(repository.folder, "node_modules/other"), { recursive: true });
    writeFileSync(join(repository.folder, "node_modules/other/index.js"), "module.exports = 2;\n");
    symlinkSync("../lib", join(repository.folder, "node_modules/own"));
    repository.commit({ "lib/main.js": "module.exports = 4;\n" });
    const { code, out } = await diff(repository, "HEAD~1", "HEAD");
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Frontend +replicas +2 +8/),
    });
  });

  it("with another lock file say what to do", async () => {
    const repository = repositoryOf({ ...app, "package-lock.json": "{}\n" });
    repository.commit({ "package-lock.json": '{ "lockfileVersion": 3 }\n' });
    mkdirSync(join(repository.folder, "node_modules"));
    const { code, out } = await diff(repository, "HEAD~1", "HEAD");
    expect(code).toBe(2);
    expect(out).toContain("at HEAD~1: package-lock.json of HEAD~1 is another one");
    expect(out).toContain("--install");
  });
});
