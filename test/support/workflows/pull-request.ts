// SPDX-License-Identifier: Apache-2.0
/** @module A pull request in a scratch repository, and the actions of others that its jobs use, played on this machine. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestRepository } from "../diff/repository.js";
import type { ActionStandIn } from "./runner.js";

const root = resolve(__dirname, "../../..");

const example = (name: string) => readFileSync(join(root, "examples/quickstart", name), "utf8");

/** The program of examples/quickstart. */
export const quickstart = example("main.ts");

/** A user's repository around it. */
export const userFiles = {
  ".gitignore": "node_modules\nlib\n*.tsbuildinfo\n",
  "dynamo-iac.yaml": "version: 1\ncluster: { orchestrators: [grove] }\napps:\n  - path: serving\n",
  "package.json": '{ "name": "serving", "private": true }\n',
  "package-lock.json": '{ "lockfileVersion": 3 }\n',
  "serving/cdk8s.yaml": example("cdk8s.yaml"),
  "serving/main.ts": quickstart,
  "serving/tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "ES2022",
      module: "nodenext",
      types: ["node"],
      strict: true,
      skipLibCheck: true,
      composite: true,
      rootDir: ".",
      outDir: "lib",
    },
    include: ["*.ts"],
  }),
};

/** In place of `npm ci`: the packages of this repository, which no registry has. */
export const installCommand = `ln -s '${join(root, "node_modules")}' node_modules`;

/** What the jobs of a pull request have at hand. */
export interface PullRequestRun {
  readonly workspace: string;
  /** Files that were uploaded, by the name of the artifact. */
  readonly artifacts: Map<string, string>;
  readonly actions: Readonly<Record<string, ActionStandIn>>;
}

/** An empty machine with the actions that our workflows use. */
export function pullRequestRun(origin: TestRepository): PullRequestRun {
  const workspace = mkdtempSync(join(tmpdir(), "dynamo-iac-workspace-"));
  const artifacts = new Map<string, string>();
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: workspace, stdio: ["ignore", "ignore", "pipe"] });
  return {
    workspace,
    artifacts,
    actions: {
      "actions/checkout": ({ ref = "", "fetch-depth": depth = "1" }) => {
        git("init", "--quiet");
        git("remote", "add", "origin", `file://${origin.folder}`);
        const branches = depth === "0" ? ["+refs/heads/*:refs/remotes/origin/*"] : [];
        const only = depth === "0" ? [] : ["--depth", depth];
        git("fetch", "--quiet", ...only, "origin", ref, ...branches);
        git("checkout", "--quiet", "--detach", ref);
      },
      "actions/setup-node": () => {},
      "actions/upload-artifact": ({ name = "", path = "" }) => {
        const source = join(workspace, path);
        if (!existsSync(source)) return;
        const store = mkdtempSync(join(tmpdir(), "dynamo-iac-artifact-"));
        cpSync(source, store, { recursive: true, dereference: true });
        artifacts.set(name, store);
      },
    },
  };
}
