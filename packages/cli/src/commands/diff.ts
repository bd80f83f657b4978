// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac diff`: what a change of the repository does to what is deployed. */
import { InvalidArgumentError, Option } from "commander";
import { compareRevisions } from "../diff/compare-revisions.js";
import { configName } from "../diff/config.js";
import { documentOf } from "../diff/document.js";
import { type Gate, limits, parseGate, switches } from "../diff/gates.js";
import { mergeBase, openRepository, revisionOf, workingTree } from "../diff/git.js";
import type { DiffReport } from "../diff/report.js";
import { withTemporaryFolder } from "../diff/temporary-folder.js";
import { diffJson } from "../formats/diff-json.js";
import { diffMarkdown } from "../formats/diff-markdown.js";
import { diffText } from "../formats/diff-text.js";
import { exitCodes } from "../usage-error.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";
import {
  addOutputOptions,
  checkOutput,
  type OutputOptions,
  writeOutput,
} from "./output-options.js";

const formats = ["text", "markdown", "json"] as const;

type Format = (typeof formats)[number];

/** A further file that the report is written to. */
interface ReportFile {
  readonly format: Format;
  readonly path: string;
}

interface DiffOptions extends OutputOptions {
  readonly format: Format;
  readonly write?: readonly ReportFile[];
  readonly failOn?: readonly Gate[];
  readonly config?: string;
  readonly repository?: string;
  readonly mergeBase?: true;
  readonly install?: true;
}

/** Adds the command. */
export const diffCommand: AddCommand = (program, context) => {
  const command = program
    .command("diff")
    .summary("compare two revisions of a repository")
    .description(
      `Renders the apps and stacks that ${configName} names at two git revisions and tells what the change does:\n` +
        "in graph terms, what restarts and what is replaced, cost and GPUs, security, findings, then the YAML.\n" +
        "Programs of both revisions are run, without the credentials of this shell. Secrets are never printed.",
    )
    .argument("<base>", "revision to compare with, such as origin/main")
    .argument("[head]", "revision with the change; the working tree when it is left out")
    .addOption(new Option("--format <format>", "what to print").choices(formats).default("text"))
    .option(
      "--fail-on <gates>",
      `exit with 1 on any of ${[...switches, ...limits.map((name) => `${name}>NUMBER`)].join(",")}; ` +
        `failOn of ${configName} at the base counts as well`,
      gateList,
    )
    .option(
      "--merge-base",
      "compare with the commit where head left base, as a pull request shows it",
    )
    .option(
      "--write <format=file>",
      "write a file in a format besides; may be repeated",
      reportFile,
    )
    .option("--install", "install dependencies where a revision has another lock file")
    .option(
      "--repository <folder>",
      "folder in the repository (default: where the command is started)",
    )
    .option("--config <file>", `path in the repository (default: ${configName})`);
  addOutputOptions(command)
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac diff origin/main",
          "dynamo-iac diff origin/main HEAD --merge-base --format markdown --fail-on 'replace,cost>500,error' -o comment.md",
        ],
        [
          "0  compared, and every gate is passed",
          "1  a gate is not passed",
          "2  wrong usage, or something could not be rendered",
        ],
      ),
    )
    .action(async (base: string, head: string | undefined, options: DiffOptions) => {
      context.finish(await diff(base, head, options, context));
    });
};

async function diff(
  base: string,
  head: string | undefined,
  options: DiffOptions,
  { terminal }: CommandContext,
): Promise<number> {
  checkOutput(options);
  for (const { path } of options.write ?? []) checkOutput({ ...options, output: path });
  const report = await withTemporaryFolder((temp) => {
    const repository = openRepository(options.repository ?? process.cwd(), temp);
    const to = head === undefined ? workingTree(repository) : revisionOf(repository, head);
    const named = revisionOf(repository, base);
    return compareRevisions({
      repository,
      base: options.mergeBase === true ? mergeBase(repository, named, to) : named,
      head: to,
      config: options.config,
      gates: options.failOn ?? [],
      install: options.install === true,
      progress: (text) => {
        if (terminal.color) terminal.err(text);
      },
    });
  });
  const color = terminal.color && options.output === undefined;
  writeOutput(written(report, options.format, color), options, terminal);
  for (const { format, path } of options.write ?? [])
    writeOutput(written(report, format, false), { output: path }, terminal);
  return exitCode(report);
}

function written(report: DiffReport, format: Format, color: boolean): string {
  switch (format) {
    case "json":
      return diffJson(report);
    case "markdown":
      return diffMarkdown(documentOf(report));
    case "text":
      return diffText(documentOf(report), color);
  }
}

/** What could not be compared weighs more than a gate: nobody knows what is in it. */
function exitCode({ units, tripped }: DiffReport): number {
  if (units.some(({ state }) => state === "failed")) return exitCodes.usage;
  return tripped.length > 0 ? exitCodes.findings : exitCodes.success;
}

function reportFile(text: string, before: readonly ReportFile[] = []): readonly ReportFile[] {
  const [, word, path] = /^([a-z]+)=(.+)$/.exec(text) ?? [];
  const format = formats.find((known) => known === word);
  if (format !== undefined && path !== undefined) return [...before, { format, path }];
  throw new InvalidArgumentError(
    `It is one of ${formats.join(", ")} and a file, as markdown=comment.md.`,
  );
}

/** An empty list is none, so that a workflow can pass on what it was given. */
function gateList(text: string): readonly Gate[] {
  if (text.trim() === "") return [];
  return text.split(",").map((word) => {
    const gate = parseGate(word);
    if (typeof gate !== "string") return gate;
    throw new InvalidArgumentError(`A gate ${gate}, got ${JSON.stringify(word)}.`);
  });
}
