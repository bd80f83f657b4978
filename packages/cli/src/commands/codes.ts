// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac codes`: what a finding code means. */
import { codes, type FindingCode, nearest } from "@dynamo-iac/constructs/facts";
import { exitCodes, UsageError } from "../usage-error.js";
import { type AddCommand, helpText } from "./command.js";

/** Adds the command. */
export const codesCommand: AddCommand = (program, { terminal, finish }) => {
  program
    .command("codes")
    .summary("explain a finding code")
    .description(
      "Lists all finding codes, or explains one: what it says, and who enforces the rule.",
    )
    .argument("[code]", "a code such as DYN-API-001")
    .addHelpText(
      "after",
      helpText(
        ["dynamo-iac codes", "dynamo-iac codes DYN-API-001"],
        ["0  printed", "2  there is no such code"],
      ),
    )
    .action((code: string | undefined) => {
      terminal.out(code === undefined ? listing() : explanation(code));
      finish(exitCodes.success);
    });
};

function listing(): string {
  return Object.entries(codes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity, title }]) => `${code}  ${severity.padEnd(7)}  ${title}\n`)
    .join("");
}

function explanation(wanted: string): string {
  const code = wanted.toUpperCase();
  if (!isCode(code)) {
    const close = nearest(code, Object.keys(codes));
    const hint = close === undefined ? "" : `; did you mean ${close}?`;
    throw new UsageError(`there is no code ${JSON.stringify(wanted)}${hint}`);
  }
  const { severity, title, why } = codes[code];
  return `${code} (${severity}): ${title}\n\n${why}\n`;
}

function isCode(text: string): text is FindingCode {
  return Object.hasOwn(codes, text);
}
