// SPDX-License-Identifier: Apache-2.0
/** @module Path arguments to texts: a file, `-` for standard input, a folder with all its YAML. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** One text to read objects from. */
export interface SourceFile {
  /** Path as people know it; `<stdin>` for standard input. */
  readonly path: string;
  readonly text: string;
  /** True when a folder was named, not this file; it may then hold other things than objects. */
  readonly found: boolean;
}

/** Name under which standard input is reported. */
export const stdinPath = "<stdin>";

/** The texts behind the arguments, in their order; folders give their files in alphabetical order. */
export async function readSources(
  paths: readonly string[],
  terminal: Terminal,
): Promise<readonly SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const path of paths) {
    if (path === "-") {
      sources.push({ path: stdinPath, text: await terminal.stdin(), found: false });
    } else if (isFolder(path)) {
      const files = yamlFiles(path);
      if (files.length === 0) throw new UsageError(`${path}: no .yaml or .yml file in this folder`);
      sources.push(...files.map((file) => ({ path: file, text: readText(file), found: true })));
    } else {
      sources.push({ path, text: readText(path), found: false });
    }
  }
  return sources;
}

function isFolder(path: string): boolean {
  return attempt(path, () => statSync(path).isDirectory());
}

/** The text of a file. */
export function readText(path: string): string {
  const bytes = attempt(path, () => readFileSync(path));
  if (bytes.includes(0)) throw new UsageError(`${path}: not a text file`);
  return bytes.toString("utf8");
}

/** The YAML files below a folder, in alphabetical order. */
export function yamlFiles(folder: string): readonly string[] {
  const entries = attempt(folder, () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).includes("node_modules"))
    .sort();
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "permission denied",
  EISDIR: "is a folder",
};

/** Runs a file operation; what goes wrong is the caller's mistake, not ours. */
export function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new UsageError(`${path}: ${reasons[code] ?? (error as Error).message}`, { cause: error });
  }
}
