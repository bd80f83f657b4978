// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac estimate`: cost, memory, network and start-up time of graphs on pools. */
import {
  billOf,
  checkMemory,
  checkStartup,
  checkTransport,
  claimedVolumes,
  connectionsOf,
  costFindings,
  estimateCost,
  estimateStartup,
  memoryOf,
  type Pool,
  placeGraphs,
  type WeightStore,
  weightStoreOf,
} from "@dynamo-iac/constructs/estimate";
import type { PriceOverrides } from "@dynamo-iac/constructs/facts";
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
import { locateInGraphs, locateOnCommandLine } from "../graphs.js";
import { mergedPrices, readPriceFile } from "../price-file.js";
import { exitCodes } from "../usage-error.js";
import { placementFindingsOf, readWorkload, type WorkloadOptions } from "../workload.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";
import { addPoolOptions } from "./pool-options.js";
import { addPriceOptions, type PriceOptions } from "./price-options.js";

interface EstimateOptions extends WorkloadOptions, PriceOptions {
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
  addPriceOptions(addPoolOptions(command))
    .option("--budget <USD>", "dollars per month that maximum scale must not exceed", amount)
    .option(
      "--store-mbps <number>",
      "MB/s at which all machines together read weights, whatever the manifests say of their storage",
      amount,
    )
    .option("--accept-tcp", "TCP between machines is good enough for these graphs")
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac estimate dist/ --budget 100000",
          "dynamo-iac estimate deploy/ --pool h100=p5.48xlarge,capacity=spot --price p5.48xlarge:spot=24.5/h --format json",
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
  const { format, budget, storeMbps, acceptTcp, price = {}, prices: priceFile } = options;
  const workload = await readWorkload(paths, options, terminal);
  if (workload === undefined) return exitCodes.findings;
  const { graphs, pools, written } = workload;
  const { scales } = written;
  const views = graphs.map(({ view }) => view);
  const objects = workload.objects.map(({ value }) => value);
  const volumes = claimedVolumes(objects);
  const stores = views.map((view) =>
    storeMbps === undefined
      ? weightStoreOf(view, volumes)
      : { name: "the weight store", totalMBps: storeMbps },
  );
  const prices = mergedPrices(priceFile === undefined ? {} : readPriceFile(priceFile), price);

  const cost = estimateCost(views, pools, { ...billOf(objects), prices, scales });
  const memory = memoryOf(views, pools);
  const connections = connectionsOf(views, pools);
  const startups = views.flatMap((view, at) =>
    estimateStartup([view], pools, { store: stores[at], scales }).map((startup) => ({
      ...startup,
      store: stores[at],
    })),
  );
  const notes = [...written.notes, ...unusedPrices(price, pools)];

  const placement = placementFindingsOf(placeGraphs(views, pools, { scales }), graphs);
  const each = views.map((view, at) => [
    ...(placement[at] ?? []),
    ...checkMemory([view], pools),
    ...checkTransport([view], pools, { acceptTcp }),
    // Without a store every time is unknown; the table says so once.
    ...(isFastnessKnown(stores[at])
      ? checkStartup([view], pools, { store: stores[at], scales })
      : []),
  ]);
  const located = [
    ...locateInGraphs(each, graphs),
    ...workload.poolFindings,
    ...locateOnCommandLine(costFindings(cost, pools, { monthlyUsd: budget })),
  ];
  terminal.out(
    format === "json"
      ? jsonReport(located, {
          ...costData(cost, graphs, written),
          memory: memoryData(memory),
          transport: transportData(connections),
          startup: startupData(startups),
          notes: [...cost.notes, ...notes],
        })
      : [
          costText(cost, graphs, written),
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

/** Prices of the command line for machines that no pool has, which is mostly a slip. */
function unusedPrices(
  { machines = {} }: PriceOverrides,
  pools: readonly Pool[],
): readonly string[] {
  return Object.keys(machines)
    .filter((type) => !pools.some(({ machine }) => machine.type === type))
    .map((type) => `not used: the price of ${type}, which no pool has`);
}

function isFastnessKnown(store: WeightStore | undefined): boolean {
  return store?.totalMBps !== undefined || store?.perMachineMBps !== undefined;
}

function amount(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It is a number above 0, without signs or separators.");
}
