// SPDX-License-Identifier: Apache-2.0
/** @module Path arguments to texts, where a path may also be a cdk8s app. */
import { cdk8sAppAt, synthesize } from "./cdk8s-app.js";
import { readSources, type SourceFile } from "./source-files.js";
import type { Terminal } from "./terminal.js";

/** What the path arguments of such a command may be. */
export const inputHelp =
  "YAML or JSON files, folders, - for standard input, or cdk8s apps: a folder with cdk8s.yaml, whose program is run";

/** The texts behind the arguments, in their order; an app gives what its program writes. */
export async function readInputs(
  paths: readonly string[],
  terminal: Terminal,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const app = path === "-" ? undefined : cdk8sAppAt(path);
    files.push(
      ...(app === undefined
        ? await readSources([path], terminal)
        : await synthesize(app, terminal)),
    );
  }
  return files;
}
