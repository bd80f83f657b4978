// SPDX-License-Identifier: Apache-2.0
/** @module The command line: one commander program out of one file per command. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import type { AddCommand } from "./commands/command.js";
import type { Terminal } from "./terminal.js";
import { exitCodes, UsageError } from "./usage-error.js";

/** Version of this package. */
export const toolVersion: string = (
  JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")) as { version: string }
).version;

/** The commands by name, in the order of the help. Each is loaded when it is used: some stand on much. */
const commands: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ["check", async () => (await import("./commands/check.js")).checkCommand],
  ["placement", async () => (await import("./commands/placement.js")).placementCommand],
  ["estimate", async () => (await import("./commands/estimate.js")).estimateCommand],
  ["plan", async () => (await import("./commands/plan.js")).planCommand],
  ["diff", async () => (await import("./commands/diff.js")).diffCommand],
  ["import", async () => (await import("./commands/import.js")).importCommand],
  ["compose", async () => (await import("./commands/compose.js")).composeCommand],
  ["convert", async () => (await import("./commands/convert.js")).convertCommand],
  ["codes", async () => (await import("./commands/codes.js")).codesCommand],
]);

/** The command of that name; all of them for help and for a name that is none. */
async function commandsFor(name: string | undefined): Promise<readonly AddCommand[]> {
  const one = commands.get(name ?? "");
  return one === undefined
    ? Promise.all([...commands.values()].map((load) => load()))
    : [await one()];
}

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
  for (const add of await commandsFor(args[0])) add(program, { terminal, finish, toolVersion });
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
