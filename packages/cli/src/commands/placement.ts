// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac placement`: which machine holds which replicas, or exactly why none does. */
import { placeGraphs } from "@dynamo-iac/constructs/estimate";
import { jsonReport } from "../formats/json.js";
import { isBlocked } from "../formats/located.js";
import { placementData, placementText } from "../formats/placement.js";
import { textReport } from "../formats/text.js";
import { locateInGraphs } from "../graphs.js";
import { exitCodes } from "../usage-error.js";
import { placementFindingsOf, readWorkload, type WorkloadOptions } from "../workload.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";
import { addPoolOptions } from "./pool-options.js";

/** Adds the command. */
export const placementCommand: AddCommand = (program, context) => {
  const command = program
    .command("placement")
    .summary("find a machine for every replica")
    .description(
      "Packs every replica of the graphs onto pools of machines at maximum scale: GPUs, CPU, memory, " +
        "fabric devices, zones, selectors, taints, affinity, topology. All graphs share the pools.",
    );
  addPoolOptions(command)
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac placement dist/",
          "dynamo-iac placement graph.yaml --pool h200=p5en.48xlarge,max=4,zones=us-east-1a",
        ],
        [
          "0  every replica has a machine, or nothing proves that one has none",
          "1  replicas without a machine, or an error in a pool or a graph",
          "2  wrong usage, unreadable file, or text that is not YAML",
        ],
      ),
    )
    .action(async (paths: string[], options: WorkloadOptions) => {
      context.finish(await placement(paths, options, context));
    });
};

async function placement(
  paths: readonly string[],
  options: WorkloadOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const workload = await readWorkload(paths, options, terminal);
  if (workload === undefined) return exitCodes.findings;
  const { graphs, pools, written } = workload;
  const placed = placeGraphs(
    graphs.map(({ view }) => view),
    pools,
    { scales: written.scales },
  );
  const { notes } = written;
  const each = placementFindingsOf(placed, graphs);
  const located = [...locateInGraphs(each, graphs), ...workload.poolFindings];
  terminal.out(
    options.format === "json"
      ? jsonReport(located, placementData(placed, notes))
      : [
          placementText(placed, notes),
          textReport(located, terminal.color),
          workload.summary(located),
        ].join(""),
  );
  return isBlocked(located) ? exitCodes.findings : exitCodes.success;
}
