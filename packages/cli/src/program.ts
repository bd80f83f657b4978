// SPDX-License-Identifier: Apache-2.0
/** @module The command line: one commander program out of one file per command. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { checkCommand } from "./commands/check.js";
import { codesCommand } from "./commands/codes.js";
import { composeCommand } from "./commands/compose.js";
import { convertCommand } from "./commands/convert.js";
import { diffCommand } from "./commands/diff.js";
import { estimateCommand } from "./commands/estimate.js";
import { importCommand } from "./commands/import.js";
import { placementCommand } from "./commands/placement.js";
import { planCommand } from "./commands/plan.js";
import type { Terminal } from "./terminal.js";
import { exitCodes, UsageError } from "./usage-error.js";

/** Version of this package. */
export const toolVersion: string = (
  JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")) as { version: string }
).version;

/** Runs one command line; gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.success;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = new Command("dynamo-iac")
    .description(
      "Checks, estimates, imports and converts NVIDIA Dynamo manifests. Needs no cluster.",
    )
    .version(toolVersion, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showHelpAfterError("(--help shows what is possible)");
  for (const add of [
    checkCommand,
    placementCommand,
    estimateCommand,
    planCommand,
    diffCommand,
    importCommand,
    composeCommand,
    convertCommand,
    codesCommand,
  ])
    add(program, { terminal, finish, toolVersion });
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
      .helpOption("-h, --help", "print help");
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return failure(error, terminal);
  }
}

/** Mistakes of the caller are told in a sentence; anything else is ours and keeps its stack. */
function failure(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
  if (error instanceof UsageError) {
    terminal.err(`error: ${error.message}\n`);
    return exitCodes.usage;
  }
  throw error;
}
