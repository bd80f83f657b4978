// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac check`: manifests against everything that is known before a cluster sees them. */
import { type CheckOptions, checkEach } from "@dynamo-iac/constructs/checks";
import { checkPools } from "@dynamo-iac/constructs/estimate";
import { Option } from "commander";
import { readObjects } from "../documents.js";
import { githubReport } from "../formats/github.js";
import { jsonReport } from "../formats/json.js";
import { isBlocked, locateFindings } from "../formats/located.js";
import { sarifReport } from "../formats/sarif.js";
import { textReport, totalLine } from "../formats/text.js";
import { inputHelp, readInputs } from "../inputs.js";
import { exitCodes } from "../usage-error.js";
import { addCheckOptions, checkOptionsOf } from "./check-options.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";

type Format = "text" | "json" | "sarif" | "github";

/** Adds the command. */
export const checkCommand: AddCommand = (program, context) => {
  const command = program
    .command("check")
    .summary("check manifests")
    .description(
      "Checks manifests: schema, admission rules, parallelism, placement, memory, versions, names.\n" +
        "Graphs that name pools of machines are placed on them at maximum scale.\n" +
        "All files are checked together, so that one object can refer to another.",
    )
    .argument("<path...>", inputHelp)
    .addOption(
      new Option("--format <format>", "what to print")
        .choices(["text", "json", "sarif", "github"])
        .default("text"),
    );
  addCheckOptions(command)
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac check deploy/ --kubernetes-version 1.34 --orchestrators grove,kai",
          "kustomize build overlays/prod | dynamo-iac check - --format sarif > dynamo.sarif",
        ],
        [
          "0  no error, or every error is waived",
          "1  errors that nobody waived",
          "2  wrong usage, unreadable file, or text that is not YAML",
        ],
      ),
    )
    .action(async (paths: string[], options: CheckOptions & { readonly format: Format }) => {
      context.finish(await check(paths, options, context));
    });
};

async function check(
  paths: readonly string[],
  options: CheckOptions & { readonly format: Format },
  { terminal, toolVersion }: CommandContext,
): Promise<number> {
  const files = await readInputs(paths, terminal);
  const objects = readObjects(files);
  const values = objects.map(({ value }) => value);
  const known = checkOptionsOf(options);
  const onPools = checkPools(values, known);
  const each = checkEach(values, known).map((found, at) => [...found, ...(onPools[at] ?? [])]);
  const located = locateFindings(each, objects);
  const reports: Record<Format, () => string> = {
    text: () =>
      textReport(located, terminal.color) + totalLine(located, objects.length, files.length),
    json: () => jsonReport(located),
    sarif: () => sarifReport(located, toolVersion),
    github: () => githubReport(located),
  };
  terminal.out(reports[options.format]());
  return isBlocked(located) ? exitCodes.findings : exitCodes.success;
}
