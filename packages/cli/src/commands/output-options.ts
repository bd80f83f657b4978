// SPDX-License-Identifier: Apache-2.0
/** @module Where a command writes: standard output, or a file that is not there yet. */
import type { Command } from "commander";
import { assertFree, writeWhole } from "../output-file.js";
import type { Terminal } from "../terminal.js";

/** Values of the options. */
export interface OutputOptions {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Adds the options to a command. */
export function addOutputOptions(command: Command): Command {
  return command
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("--force", "overwrite the file");
}

/** Refuses a file that is there, before any work is done. */
export function checkOutput({ output, force }: OutputOptions): void {
  if (output !== undefined) assertFree(output, force === true);
}

/** Writes the result of a command. */
export function writeOutput(text: string, { output }: OutputOptions, terminal: Terminal): void {
  if (output === undefined) terminal.out(text);
  else writeWhole(output, text);
}
