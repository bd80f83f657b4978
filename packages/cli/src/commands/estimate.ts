// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac estimate`: cost, memory, network and start-up time of graphs on pools. */
import {
  billOf,
  checkMemory,
  checkStartup,
  checkTransport,
  connectionsOf,
  costFindings,
  estimateCost,
  estimateStartup,
  memoryOf,
  placeGraphs,
} from "@dynamo-iac/constructs/estimate";
import { InvalidArgumentError } from "commander";
import { costData, costText } from "../formats/cost.js";
import {
  memoryData,
  memoryText,
  startupData,
  startupText,
  transportData,
  transportText,
} from "../formats/engines.js";
import { jsonReport } from "../formats/json.js";
import { isBlocked } from "../formats/located.js";
import { textReport } from "../formats/text.js";
import { locateInGraphs, locateOnCommandLine, notesOn } from "../graphs.js";
import { exitCodes } from "../usage-error.js";
import { placementFindingsOf, readWorkload, type WorkloadOptions } from "../workload.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";
import { addPoolOptions } from "./pool-options.js";

interface EstimateOptions extends WorkloadOptions {
  readonly budget?: number;
  readonly storeMbps?: number;
  readonly acceptTcp?: true;
}

/** Adds the command. */
export const estimateCommand: AddCommand = (program, context) => {
  const command = program
    .command("estimate")
    .summary("estimate cost, memory, network and start-up time")
    .description(
      "Estimates graphs on pools of machines: cost at minimum and maximum scale, memory of the engines, " +
        "what workers talk over, time to ready. Prices are dated list prices; unknown ones stay unknown.",
    );
  addPoolOptions(command)
    .option("--budget <USD>", "dollars per month that maximum scale must not exceed", amount)
    .option(
      "--store-mbps <number>",
      "MB/s at which all machines together read weights; start-up time is unknown without it",
      amount,
    )
    .option("--accept-tcp", "TCP between machines is good enough for these graphs")
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac estimate dist/ --budget 100000",
          "dynamo-iac estimate deploy/ --pool h100=p5.48xlarge,capacity=spot --store-mbps 8000 --format json",
        ],
        [
          "0  no error",
          "1  over the budget, or an error in placement, memory, network or start-up",
          "2  wrong usage, unreadable file, or text that is not YAML",
        ],
      ),
    )
    .action(async (paths: string[], options: EstimateOptions) => {
      context.finish(await estimate(paths, options, context));
    });
};

async function estimate(
  paths: readonly string[],
  options: EstimateOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const { format, budget, storeMbps, acceptTcp } = options;
  const workload = await readWorkload(paths, options, terminal);
  if (workload === undefined) return exitCodes.findings;
  const { graphs, objects, pools } = workload;
  const views = graphs.map(({ view }) => view);
  const store =
    storeMbps === undefined ? undefined : { name: "the weight store", totalMBps: storeMbps };

  const cost = estimateCost(views, pools, billOf(objects.map(({ value }) => value)));
  const memory = memoryOf(views, pools);
  const connections = connectionsOf(views, pools);
  const startups = estimateStartup(views, pools, { store });
  const notes = notesOn(objects);

  const placement = placementFindingsOf(placeGraphs(views, pools), graphs);
  const each = views.map((view, at) => [
    ...(placement[at] ?? []),
    ...checkMemory([view], pools),
    ...checkTransport([view], pools, { acceptTcp }),
    // Without a store every time is unknown; the table says so once.
    ...(store === undefined ? [] : checkStartup([view], pools, { store })),
  ]);
  const located = [
    ...locateInGraphs(each, graphs),
    ...workload.poolFindings,
    ...locateOnCommandLine(costFindings(cost, pools, { monthlyUsd: budget })),
  ];
  terminal.out(
    format === "json"
      ? jsonReport(located, {
          ...costData(cost, graphs),
          memory: memoryData(memory),
          transport: transportData(connections),
          startup: startupData(startups),
          notes: [...cost.notes, ...notes],
        })
      : [
          costText(cost, graphs),
          memoryText(memory),
          transportText(connections),
          startupText(startups),
          ...notes.map((note) => `${note}\n`),
          textReport(located, terminal.color),
          workload.summary(located),
        ].join(""),
  );
  return isBlocked(located) ? exitCodes.findings : exitCodes.success;
}

function amount(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It is a number above 0, without signs or separators.");
}
