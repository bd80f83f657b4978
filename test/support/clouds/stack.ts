// SPDX-License-Identifier: Apache-2.0
/** @module Small stacks in temporary folders: a Pulumi project with a program in plain JavaScript. */
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const nodeModules = resolve(__dirname, "../../../node_modules");

/** What a small stack is made of. */
export interface SmallStack {
  /** Body of the program: CommonJS, run as `index.js`. */
  readonly program: string;
  /** The `config` part of Pulumi.dev.yaml. @default - none */
  readonly config?: string;
  /** The rest of Pulumi.yaml. @default - nothing */
  readonly project?: string;
}

/** Writes a stack `dev` of a project `small`; gives its folder. */
export function stackFolder({ program, config = "", project = "" }: SmallStack): string {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-stack-"));
  symlinkSync(nodeModules, join(folder, "node_modules"));
  const yaml = `name: small\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n${project}`;
  writeFileSync(join(folder, "Pulumi.yaml"), yaml);
  writeFileSync(join(folder, "Pulumi.dev.yaml"), config === "" ? "" : `config:\n${config}`);
  writeFileSync(join(folder, "index.js"), program);
  return folder;
}

/** The stack of the fixtures. */
export const inferenceStack = resolve(__dirname, "../../fixtures/stacks/inference");
