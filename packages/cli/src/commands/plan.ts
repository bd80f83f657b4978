// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac plan`: what a Pulumi stack would create, without credentials, network or the Pulumi CLI. */
import { extname } from "node:path";
import type { GivenAnswers, PlanMode } from "@dynamo-iac/clouds/plan";
import type { CheckOptions } from "@dynamo-iac/constructs/checks";
import { Option } from "commander";
import { assertFree, writeWhole } from "../output-file.js";
import { readSources } from "../source-files.js";
import type { Terminal } from "../terminal.js";
import { exitCodes, UsageError } from "../usage-error.js";
import { addCheckOptions, checkOptionsOf } from "./check-options.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";

interface PlanOptions extends CheckOptions {
  readonly stack: string;
  readonly mode: PlanMode;
  readonly json?: true;
  readonly graph?: readonly string[];
  readonly force?: true;
  readonly answers?: string;
}

/** Adds the command. */
export const planCommand: AddCommand = (program, context) => {
  const command = program
    .command("plan")
    .summary("show what a Pulumi stack would create")
    .description(
      "Runs the compiled program of a stack on its own and shows every resource, with counts, GPUs,\n" +
        "cost, quotas and findings. Needs no credentials, no network and no Pulumi CLI.",
    )
    .argument("<folder>", "folder of Pulumi.yaml")
    .requiredOption("--stack <name>", "the stack, as in Pulumi.<name>.yaml")
    .addOption(
      new Option("--mode <mode>", "values that only the cloud knows: unknown, or made up")
        .choices(["preview", "update"])
        .default("preview"),
    )
    .option("--json", "print the plan as JSON, the same bytes every time")
    .option(
      "--graph <file>",
      "also draw the environment: a Mermaid file (.mmd) or a picture (.svg); may be repeated",
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option("--force", "overwrite the files of --graph")
    .option("--answers <file>", "JSON with answers to functions of providers, by token");
  addCheckOptions(command)
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac plan stacks/eks --stack prod",
          "dynamo-iac plan stacks/eks --stack dev --json > plan.json",
          "dynamo-iac plan stacks/eks --stack prod --graph prod.svg",
        ],
        [
          "0  no error, or every error is waived",
          "1  errors that nobody waived, or the program refused its configuration or failed",
          "2  wrong usage: no such stack, no compiled program, unreadable file",
        ],
      ),
    )
    .action(async (folder: string, options: PlanOptions) => {
      context.finish(await plan(folder, options, context));
    });
};

async function plan(
  folder: string,
  options: PlanOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const drawings = (options.graph ?? []).map((file) => ({ file, draw: drawerOf(file) }));
  for (const { file } of drawings) assertFree(file, options.force === true);
  const answers = await answersOf(options.answers, terminal);
  const { PlanError, planStackModes } = await import("@dynamo-iac/clouds/plan/run");
  const running = planStackModes({ folder, stack: options.stack, answers });
  // What reads the plans is loaded while the program runs.
  const loading = Promise.all([
    import("@dynamo-iac/constructs/facts"),
    import("@dynamo-iac/clouds/plan"),
    import("../formats/plan-json.js"),
    import("../formats/plan-text.js"),
  ]);
  try {
    const [{ blocking }, clouds, { planJson }, { planText }] = await loading;
    // Everything is known in an update, so that the rules see most there.
    const update = await running.update;
    const ofUpdate = clouds.reviewPlan(update, { cluster: checkOptionsOf(options) });
    const preview = await running.preview;
    const findings = [...ofUpdate.findings, ...clouds.checkModes(update, preview)];
    const review = { ...ofUpdate, findings };
    const shown = options.mode === "update" ? update : preview;
    terminal.out(
      options.json === true ? planJson(shown, review) : planText(shown, review, terminal.color),
    );
    for (const { file, draw } of drawings) writeWhole(file, clouds[draw](clouds.pictureOf(shown)));
    return blocking(findings).length > 0 ? exitCodes.findings : exitCodes.success;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    if (error.failure === "usage") throw new UsageError(error.message);
    terminal.err(`error: ${error.message}\n`);
    return exitCodes.findings;
  }
}

function drawerOf(file: string): "mermaid" | "svg" {
  const extension = extname(file);
  if (extension === ".mmd" || extension === ".mermaid") return "mermaid";
  if (extension === ".svg") return "svg";
  throw new UsageError(`--graph writes .mmd and .svg files, got ${JSON.stringify(file)}`);
}

async function answersOf(
  file: string | undefined,
  terminal: Terminal,
): Promise<GivenAnswers | undefined> {
  if (file === undefined) return undefined;
  const [source] = await readSources([file], terminal);
  let answers: unknown;
  try {
    answers = JSON.parse(source?.text ?? "");
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (isAnswers(answers)) return answers;
  throw new UsageError(
    `${file}: must be an object of answers by token, such as {"aws:index/getRegion:getRegion": {"region": "us-east-1"}}`,
  );
}

function isAnswers(value: unknown): value is GivenAnswers {
  const isObject = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
  return isObject(value) && Object.values(value as object).every(isObject);
}
