// SPDX-License-Identifier: Apache-2.0
/** @module Entry point of the command line. */
import { run } from "./program.js";
import { processTerminal } from "./terminal.js";

/** Runs the command line of this process and sets its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv.slice(2), processTerminal());
}
