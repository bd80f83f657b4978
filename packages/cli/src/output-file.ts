// SPDX-License-Identifier: Apache-2.0
/** @module Writes a whole file or none. */
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { attempt } from "./source-files.js";
import { UsageError } from "./usage-error.js";

/** Refuses a path that is taken, before any work is done. */
export function assertFree(path: string, force: boolean): void {
  if (!force && existsSync(path)) throw new UsageError(`${path}: exists; --force overwrites it`);
}

/** Writes the text beside the file and moves it into place, so that nobody reads half of it. */
export function writeWhole(path: string, text: string): void {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    attempt(path, () => writeFileSync(partial, text, { flag: "wx" }));
    attempt(path, () => renameSync(partial, path));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
