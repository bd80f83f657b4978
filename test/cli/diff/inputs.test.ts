// SPDX-License-Identifier: Apache-2.0
/** @module What an app reads is found in its files: too much costs time, too little would hide a change. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig, withFolders } from "../../../packages/cli/src/diff/config.js";
import { inputsOf, keyOf, type Tree } from "../../../packages/cli/src/diff/inputs.js";

/** A tree whose object ids are the contents. */
function treeOf(files: Readonly<Record<string, string>>): Tree {
  return {
    files: new Map(Object.entries(files).map(([path, oid]) => [path, { mode: "100644", oid }])),
    read: (oids) => new Map(oids.map((oid) => [oid, oid])),
  };
}

const base = {
  "package.json": '{ "workspaces": ["packages/*", "apps/*"] }',
  "package-lock.json": "{}",
  "README.md": "# x",
  "tsconfig.base.json": "{}",
  "apps/a/cdk8s.yaml": "app: tsc -b && node lib/main.js",
  "apps/a/package.json": '{ "name": "a", "dependencies": { "@x/lib": "1", "cdk8s": "2" } }',
  "apps/a/tsconfig.json":
    '{ "extends": "../../tsconfig.base.json", "references": [{ "path": "../../packages/lib" }] }',
  "apps/a/main.ts": 'import { x } from "@x/lib";\nimport { y } from "../shared/y.js";\n',
  "apps/shared/y.ts": 'export * from "./z";\n',
  "apps/shared/z.ts": 'readFileSync("../../data/values.yaml");\n',
  "apps/shared/unused.ts": "",
  "apps/b/main.ts": "",
  "data/values.yaml": "a: 1",
  "data/other.yaml": "a: 2",
  "packages/lib/package.json": '{ "name": "@x/lib", "dependencies": { "@x/deep": "1" } }',
  "packages/lib/src/index.ts": "",
  "packages/deep/package.json": '{ "name": "@x/deep" }',
  "packages/deep/src/index.ts": "",
  "packages/unused/package.json": '{ "name": "@x/unused" }',
};

describe("inputsOf", () => {
  it("follows imports, extended settings, referenced projects and packages of the repository", () => {
    expect(inputsOf(treeOf(base), "apps/a")).toEqual(
      [
        "package.json",
        "package-lock.json",
        "tsconfig.base.json",
        "apps/a/cdk8s.yaml",
        "apps/a/package.json",
        "apps/a/tsconfig.json",
        "apps/a/main.ts",
        "apps/shared/y.ts",
        "apps/shared/z.ts",
        "data/values.yaml",
        "packages/lib/package.json",
        "packages/lib/src/index.ts",
        "packages/deep/package.json",
        "packages/deep/src/index.ts",
      ].toSorted(),
    );
  });

  it("adds what is named", () => {
    expect(inputsOf(treeOf(base), "apps/b", ["data"])).toEqual(
      [
        "apps/b/main.ts",
        "data/other.yaml",
        "data/values.yaml",
        "package-lock.json",
        "package.json",
      ].toSorted(),
    );
  });

  it("follows the bases of a kustomization", () => {
    const files = {
      "overlays/prod/kustomization.yaml":
        "resources:\n  - ../../base\npatches:\n  - path: patch.yaml\n",
      "base/kustomization.yaml": "resources: [graph.yaml]\n",
      "base/graph.yaml": "kind: X\n",
      "other/graph.yaml": "kind: Y\n",
    };
    expect(inputsOf(treeOf(files), "overlays/prod")).not.toContain("other/graph.yaml");
    expect(inputsOf(treeOf(files), "overlays/prod")).toContain("base/graph.yaml");
  });

  it("takes everything for the root", () => {
    expect(inputsOf(treeOf(base), ".")).toHaveLength(Object.keys(base).length);
  });

  it("does not loop where files name one another", () => {
    const files = { "a/x.ts": 'import "../b/y.js";', "b/y.ts": 'import "../a/x.js";' };
    expect(inputsOf(treeOf(files), "a")).toEqual(["a/x.ts", "b/y.ts"]);
  });
});

it("a key follows the content of what is read, and nothing else", () => {
  const key = (files: Readonly<Record<string, string>>, settings: unknown = {}) =>
    keyOf(treeOf(files), inputsOf(treeOf(files), "apps/a"), settings);
  expect(key({ ...base, "README.md": "# y", "apps/b/main.ts": "1" })).toBe(key(base));
  for (const path of ["data/values.yaml", "packages/deep/src/index.ts", "package-lock.json"])
    expect(key({ ...base, [path]: "other" })).not.toBe(key(base));
  expect(key(base, { command: "x" })).not.toBe(key(base));
  expect(key({ ...base, "apps/a/new.ts": "" })).not.toBe(key(base));
});

describe("a star in a path", () => {
  const config = (apps: string) => readConfig("dynamo-iac.yaml", `version: 1\napps:\n${apps}`);

  it("stands for every folder of a revision, and not for what is named by itself", () => {
    const { apps } = withFolders(
      config(
        '  - path: apps/*\n  - { path: apps/b, name: second, inputs: [data] }\n  - path: "*/overlay"\n',
      ),
      [
        "apps/a/cdk8s.yaml",
        "apps/a/x.ts",
        "apps/b/x.yaml",
        "apps.yaml",
        "c/overlay/x.yaml",
        "apps/README.md",
        "apps/program/package.json",
        "apps/program/x.yaml",
        "apps/notes/a.md",
      ],
    );
    expect(apps.map(({ path, name }) => [path, name])).toEqual([
      ["apps/a", "apps/a"],
      ["apps/b", "second"],
      ["c/overlay", "c/overlay"],
    ]);
  });

  it("has no name of its own", () => {
    expect(() => config("  - { path: apps/*, name: all }\n")).toThrow(
      "apps[0].name: must be left out: the path may mean several apps",
    );
  });
});

it("dynamo-iac.yaml of this repository is a configuration that names the examples", () => {
  const file = resolve(__dirname, "../../../dynamo-iac.yaml");
  const { apps } = readConfig("dynamo-iac.yaml", readFileSync(file, "utf8"));
  expect(apps.map(({ path }) => path)).toEqual(["examples/*"]);
});
