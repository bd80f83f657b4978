// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac import`: a manifest as a program of typed constructs, and the proof that nothing is lost. */
import type { ImportedObject } from "@dynamo-iac/constructs";
import { checkEach } from "@dynamo-iac/constructs/checks";
import { programOf } from "../codegen/program-of.js";
import { readObjects, type SourceObject } from "../documents.js";
import { locateFindings } from "../formats/located.js";
import { textReport } from "../formats/text.js";
import { readSources } from "../source-files.js";
import { exitCodes, UsageError } from "../usage-error.js";
import { verification } from "../verification.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";
import {
  addOutputOptions,
  checkOutput,
  type OutputOptions,
  writeOutput,
} from "./output-options.js";

interface ImportOptions extends OutputOptions {
  readonly verify?: boolean | undefined;
}

/** Adds the command. */
export const importCommand: AddCommand = (program, context) => {
  const command = program
    .command("import")
    .summary("turn a manifest into TypeScript")
    .description(
      "Writes the TypeScript program whose constructs render the objects of a manifest again.\n" +
        "What is wrong with the manifest goes to standard error and stops nothing.",
    )
    .argument("<file...>", "YAML or JSON file, or - for standard input; several with --verify")
    .option("--verify", "write nothing; rebuild each object and say whether it means the same");
  addOutputOptions(command)
    .addHelpText(
      "after",
      helpText(
        ["dynamo-iac import deploy.yaml -o main.ts", "dynamo-iac import --verify recipes/"],
        [
          "0  written; with --verify: every object is identical",
          "1  with --verify: an object differs",
          "2  wrong usage, unreadable file, or text that is not YAML",
        ],
      ),
    )
    .action(async (paths: string[], options: ImportOptions) => {
      context.finish(await importFiles(paths, options, context));
    });
};

async function importFiles(
  paths: readonly string[],
  options: ImportOptions,
  { terminal }: CommandContext,
): Promise<number> {
  if (options.verify === true) {
    if (options.output !== undefined)
      throw new UsageError("--verify writes no program; leave -o out");
    const files = await readSources(paths, terminal);
    const { text, identical } = verification(files);
    terminal.out(text);
    return identical ? exitCodes.success : exitCodes.findings;
  }
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new UsageError(
      `one file becomes one program, got ${paths.length}; --verify takes several`,
    );
  checkOutput(options);
  const files = await readSources(paths, terminal);
  const objects = readObjects(files);
  const source = path === "-" ? "standard input" : path;
  const { text, imported } = programOf(
    objects.map(({ value }) => value),
    source,
  );
  terminal.err(textReport(locateFindings(remarksOn(objects, imported), objects), false));
  writeOutput(text, options, terminal);
  return exitCodes.success;
}

function remarksOn(objects: readonly SourceObject[], imported: readonly ImportedObject[]) {
  const found = checkEach(objects.map(({ value }) => value));
  return found.map((findings, index) => [...findings, ...(imported[index]?.findings ?? [])]);
}
