// SPDX-License-Identifier: Apache-2.0
/** @module A Python with the Hugging Face Hub's library, installed once into the cache of tools. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../../tools/src/e2e/programs.js";

const run = promisify(execFile);

/** The version that upstream's recipes install. */
const library = "huggingface_hub==1.16.4";

/** Path of the interpreter. */
export async function hubPython(): Promise<string> {
  const folder = join(cacheFolder, `python-${library}`);
  const done = `${folder}.done`;
  const python = join(folder, "bin/python3");
  if (existsSync(done)) return python;
  // An environment remembers its own path, so it is made in its place and marked when it is whole.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run("python3", ["-m", "venv", folder]);
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", library]);
  writeFileSync(done, "");
  return python;
}
