// SPDX-License-Identifier: Apache-2.0
/** @module The page about pull requests: its sample is what the command prints, its configuration is one, its workflows exist. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../packages/cli/src/diff/config.js";
import { limits, parseGate, switches } from "../../packages/cli/src/diff/gates.js";
import { dynamoIac } from "../support/cli.js";
import { edited, manifests, secrets } from "../support/diff/manifests.js";
import { repositoryOf } from "../support/diff/repository.js";

const root = resolve(__dirname, "../..");
const file = resolve(root, "docs/guides/pull-requests.md");
const page = readFileSync(file, "utf8");
const sample = /(<!-- sample: [^\n]*-->\n)([\s\S]*?)(<!-- end of sample -->)/;

const prose = page.replace(sample, "");

/** A change with something of everything. */
async function comment(): Promise<string> {
  const repository = repositoryOf({
    "dynamo-iac.yaml": "version: 1\ncluster: { orchestrators: [grove] }\napps:\n  - path: deploy\n",
    "deploy/qwen3.yaml": manifests,
  });
  repository.git("checkout", "--quiet", "-b", "longer-context");
  const decode = manifests.slice(manifests.indexOf("    - name: decode"));
  repository.commit({
    "deploy/qwen3.yaml": edited(
      manifests,
      [
        decode,
        edited(
          decode,
          ["replicas: 2", "replicas: 4"],
          ['"16384"', '"65536"'],
          ["drop: [ALL]", "drop: [ALL]\n                  add: [SYS_PTRACE]"],
        ),
      ],
      ["[--router-mode, kv]", "[--router-mode, kv, --router-temperature, '0.5']"],
      ["storageClassName: models", "storageClassName: fast"],
      [secrets.token, secrets.newToken],
    ),
  });
  const { code, out, err } = await dynamoIac([
    "diff",
    "--repository",
    repository.folder,
    "main",
    "longer-context",
    "--format",
    "markdown",
    "--fail-on",
    "destroy,cost>50000",
  ]);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  return out;
}

describe("docs/guides/pull-requests.md", () => {
  it("shows what the command prints; UPDATE_DOCS=1 writes it anew", async () => {
    const printed = await comment();
    if (process.env.UPDATE_DOCS === "1")
      writeFileSync(
        file,
        page.replace(sample, (_, start, __, end) => `${start}${printed}${end}`),
      );
    expect(sample.exec(readFileSync(file, "utf8"))?.[2]).toBe(printed);
    for (const secret of Object.values(secrets)) expect(printed).not.toContain(secret);
  });

  it("has a configuration that is one", () => {
    const [, yaml = ""] = /```yaml\n(version: 1\n[\s\S]*?)```/.exec(page) ?? [];
    const config = readConfig("dynamo-iac.yaml", yaml);
    expect(config).toMatchObject({
      apps: [{ path: "deploy/prod" }, { path: "examples/*" }, { path: "overlays/prod" }],
      stacks: [{ stack: "prod" }],
      gates: [{ gate: "destroy" }, { gate: "error" }],
    });
  });

  it("names every gate", () => {
    for (const gate of switches) expect(page).toContain(`\`${gate}\``);
    for (const gate of limits) expect(page).toMatch(new RegExp(`\\| \`${gate}>\\d+\` \\|`));
    for (const [, gate = ""] of prose.matchAll(/^\| `([a-z]+(?:>\d+)?)`/gm))
      expect(typeof parseGate(gate)).toBe("object");
  });

  it("links to files that are there", () => {
    const links = [...prose.matchAll(/\]\((\.\.?\/[^)#]+)/g)].map(([, to = ""]) => to);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(resolve(dirname(file), link)), link).toBe(true);
  });
});

describe("the workflows", () => {
  const read = (path: string) => readFileSync(resolve(root, path), "utf8");
  const paths = [
    ".github/actions/diff/action.yml",
    ".github/workflows/dynamo-diff.yml",
    ".github/workflows/dynamo-diff-comment.yml",
    ".github/workflows/pulumi-preview.yml",
    ".github/workflows/pull-request.yml",
  ];

  it.each(paths)(
    "%s pins every action by its commit, and puts no value of the event into a script",
    (path) => {
      const text = read(path);
      for (const [, used = ""] of text.matchAll(/uses: (\S+)/g))
        expect(used).toMatch(/^(\.\/|[\w-]+\/[\w-]+@[0-9a-f]{40}$)/);
      const scripts = [...text.matchAll(/^( *)(?:run|script): (.*(?:\n(?:\1 +.*)?)*)/gm)].map(
        ([, , script = ""]) => script,
      );
      for (const script of scripts) expect(script).not.toContain("${{");
    },
  );

  it("run code of a pull request with a token that reads, and write comments without running any", () => {
    const compare = parse(read(".github/workflows/dynamo-diff.yml"));
    expect(compare.permissions).toEqual({ contents: "read" });
    expect(read(".github/workflows/dynamo-diff.yml")).not.toContain("secrets.");
    const write = read(".github/workflows/dynamo-diff-comment.yml");
    expect(parse(write).permissions).toEqual({});
    expect(write).not.toMatch(/actions\/checkout|^\s*(- )?run:/m);
    for (const path of paths) expect(read(path)).not.toContain("pull_request_target:");
  });

  it("pass options that the command has", async () => {
    const { out } = await dynamoIac(["diff", "--help"]);
    const used = [...paths, "docs/examples/gitlab-ci.yml"].flatMap((path) =>
      [...read(path).matchAll(/dynamo-iac diff ((?:.*\\\n)*.*)/g)].flatMap(
        ([, line = ""]) => line.match(/--[a-z-]+\b/g) ?? [],
      ),
    );
    expect(new Set(used).size).toBeGreaterThan(4);
    for (const option of used) expect(out).toContain(option);
  });
});
