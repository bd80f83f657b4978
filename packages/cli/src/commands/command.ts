// SPDX-License-Identifier: Apache-2.0
/** @module What every command has in common. */
import type { Command } from "commander";
import type { Terminal } from "../terminal.js";

/** What a command gets besides its arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly toolVersion: string;
  /** Sets the exit code. */
  finish(code: number): void;
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** The end of a command's help: two examples and the exit codes. */
export function helpText(examples: readonly string[], codes: readonly string[]): string {
  const lines = (title: string, rows: readonly string[]) => [
    "",
    `${title}:`,
    ...rows.map((row) => `  ${row}`),
  ];
  return [...lines("Examples", examples), ...lines("Exit codes", codes)].join("\n");
}
