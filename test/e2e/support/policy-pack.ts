// SPDX-License-Identifier: Apache-2.0
/** @module The policy pack of the guide, as a user would write it, and the scripts with which the engine starts it and the clouds. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../../..");

/** A folder with a policy pack. */
export interface PackFolder {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * The pack of docs/guides/plan.md, file by file.
 *
 * @param settings in place of the argument that the guide gives to `policyPack`
 */
export function guidePack(settings?: string): PackFolder {
  const guide = readFileSync(join(root, "docs/guides/plan.md"), "utf8");
  const section = guide.slice(guide.indexOf("## The same rules in `pulumi up`"));
  const block = (language: string) => {
    const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section) ?? [];
    if (text === undefined) throw new Error(`the guide has no ${language} for a policy pack`);
    return text;
  };
  const program = block("js");
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-policy-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), block("yaml"));
  writeFileSync(join(folder, "package.json"), block("json"));
  writeFileSync(
    join(folder, "index.js"),
    settings === undefined
      ? program
      : program.replace(/policyPack\(.*\)/, `policyPack(${settings})`),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const node = `exec '${process.execPath}'`;
const cloud = `${node} '${resolve(root, "test/lib/e2e/support/cloud-stand-in.js")}' "$@"`;

/**
 * Plugins that the engine starts by name. Without the host for Node programs, which cannot be built
 * here, it starts a pack through `pulumi-analyzer-policy-nodejs`, as its releases did for years; both
 * run the same program of Pulumi's SDK in the folder of the pack.
 */
export const pluginScripts: Readonly<Record<string, string>> = {
  "pulumi-resource-aws": cloud,
  "pulumi-resource-kubernetes": cloud,
  "pulumi-analyzer-policy-nodejs": `${node} ./node_modules/@pulumi/pulumi/cmd/run-policy-pack "$@"`,
};
