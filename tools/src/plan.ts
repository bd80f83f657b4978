// SPDX-License-Identifier: Apache-2.0
/** @module `npm run plan -- eks [options]`: the offline plan of a stack of this repository; prod unless --stack says otherwise. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const [name, ...options] = process.argv.slice(2);
const folder = join("stacks", name ?? "");

if (name === undefined || !existsSync(join(root, folder, "Pulumi.yaml"))) {
  const stacks = join(root, "stacks");
  const names = existsSync(stacks) ? readdirSync(stacks).sort().join(", ") : "none";
  console.error(`usage: npm run plan -- <stack> [options of dynamo-iac plan]\nstacks: ${names}`);
  process.exit(2);
}
const isNamed = options.some((option) => /^--stack(=|$)/.test(option));
const { status } = spawnSync(
  process.execPath,
  [
    join(root, "packages/cli/bin/dynamo-iac.js"),
    "plan",
    folder,
    ...(isNamed ? [] : ["--stack", "prod"]),
    ...options,
  ],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
