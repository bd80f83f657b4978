// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac convert`: between v1alpha1 and v1beta1 without a cluster. */
import { authored, toYaml } from "@dynamo-iac/constructs";
import { type AnyObject, toV1alpha1, toV1beta1 } from "@dynamo-iac/constructs/api";
import { Option } from "commander";
import { readObjects } from "../documents.js";
import { locateFindings } from "../formats/located.js";
import { textReport } from "../formats/text.js";
import { unreadableFields } from "../readable.js";
import { readSources } from "../source-files.js";
import { exitCodes } from "../usage-error.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";
import {
  addOutputOptions,
  checkOutput,
  type OutputOptions,
  writeOutput,
} from "./output-options.js";

interface ConvertOptions extends OutputOptions {
  readonly to: "v1alpha1" | "v1beta1";
}

/** Adds the command. */
export const convertCommand: AddCommand = (program, context) => {
  const command = program
    .command("convert")
    .summary("convert between v1alpha1 and v1beta1")
    .description(
      "Writes the objects in another API version, as YAML that people can go on with.\n" +
        "What the other version cannot say is left out and told on standard error.\n" +
        "Objects of other kinds are written as they are.",
    )
    .argument("<file...>", "YAML or JSON files, folders, or - for standard input")
    .addOption(
      new Option("--to <version>", "API version of the output")
        .choices(["v1alpha1", "v1beta1"])
        .makeOptionMandatory(),
    );
  addOutputOptions(command)
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac convert old.yaml --to v1beta1 -o new.yaml",
          "kubectl get dgd qwen3 -o yaml | dynamo-iac convert - --to v1alpha1",
        ],
        [
          "0  converted, perhaps with losses",
          "1  an object does not have the fields of its kind, so nothing is written",
          "2  wrong usage, unreadable file, or text that is not YAML",
        ],
      ),
    )
    .action(async (paths: string[], options: ConvertOptions) => {
      context.finish(await convert(paths, options, context));
    });
};

async function convert(
  paths: readonly string[],
  options: ConvertOptions,
  { terminal }: CommandContext,
): Promise<number> {
  checkOutput(options);
  const objects = readObjects(await readSources(paths, terminal));
  const refused = unreadableFields(objects);
  if (refused.flat().length > 0) {
    terminal.err(textReport(locateFindings(refused, objects), false));
    return exitCodes.findings;
  }
  const change = options.to === "v1beta1" ? toV1beta1 : toV1alpha1;
  const converted = objects.map(({ value }) =>
    change(authored(value) as unknown as AnyObject, { carriers: false }),
  );
  const text = converted.map(({ object }) => toYaml(object)).join("---\n");
  const losses = converted.map(({ findings }) => findings);
  terminal.err(textReport(locateFindings(losses, objects), false));
  writeOutput(text, options, terminal);
  return exitCodes.success;
}
