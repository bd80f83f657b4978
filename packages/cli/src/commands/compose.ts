// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac compose`: a graph for `docker compose up` on one machine. */
import { authored } from "@dynamo-iac/constructs";
import { type AnyObject, type DynamoGraphDeployment, toV1beta1 } from "@dynamo-iac/constructs/api";
import {
  type ComposeDiscovery,
  type ComposeOptions,
  type NeighbourObject,
  toCompose,
} from "@dynamo-iac/constructs/targets";
import { InvalidArgumentError, Option } from "commander";
import { readObjects, type SourceObject } from "../documents.js";
import { labelOf, locateFindings } from "../formats/located.js";
import { textReport } from "../formats/text.js";
import { isGraph } from "../graphs.js";
import { unreadableFields } from "../readable.js";
import { readSources } from "../source-files.js";
import { exitCodes, UsageError } from "../usage-error.js";
import { type AddCommand, type CommandContext, helpText } from "./command.js";
import {
  addOutputOptions,
  checkOutput,
  type OutputOptions,
  writeOutput,
} from "./output-options.js";

interface ComposeCommandOptions extends OutputOptions {
  readonly gpus?: number;
  readonly gpuIds?: readonly string[];
  readonly cpus?: number;
  readonly port?: number;
  readonly address?: string;
  readonly discovery?: ComposeDiscovery;
  readonly nats?: true;
  readonly bind?: Readonly<Record<string, string>>;
  readonly namespace?: string;
}

/** Adds the command. */
export const composeCommand: AddCommand = (program, context) => {
  const command = program
    .command("compose")
    .summary("turn a graph into a Docker Compose file")
    .description(
      "Writes a graph as a Docker Compose file for one machine. ConfigMaps of the same file come along.",
    )
    .argument("<file>", "YAML or JSON file with one graph, or - for standard input")
    .option("--gpus <number>", "GPUs of the machine", wholeNumber)
    .option("--gpu-ids <list>", "GPUs to hand out: indexes or UUIDs", (text) => text.split(","))
    .option("--cpus <number>", "CPUs of the machine", wholeNumber)
    .option("--port <number>", "port of the first frontend (default: 8000)", wholeNumber)
    .option("--address <ip>", "address to listen on (default: 127.0.0.1)")
    .addOption(
      new Option("--discovery <where>", "where processes register").choices(["file", "etcd"]),
    )
    .option("--nats", "carry events over NATS")
    .option("--bind <claim=folder>", "folder for a claim or volume; may be repeated", binding)
    .option("--namespace <name>", "namespace of a graph that names none (default: default)");
  addOutputOptions(command)
    .addHelpText(
      "after",
      helpText(
        [
          "dynamo-iac compose agg.yaml -o compose.yaml",
          "dynamo-iac compose disagg.yaml --gpus 2 --bind model-cache=/data/models -o compose.yaml",
        ],
        [
          "0  written",
          "1  the graph cannot run on one machine",
          "2  wrong usage, unreadable file, or text that is not YAML",
        ],
      ),
    )
    .action(async (path: string, options: ComposeCommandOptions) => {
      context.finish(await compose(path, options, context));
    });
};

async function compose(
  path: string,
  options: ComposeCommandOptions,
  { terminal }: CommandContext,
): Promise<number> {
  checkOutput(options);
  const objects = readObjects(await readSources([path], terminal));
  const graph = onlyGraph(path, objects);
  const refused = unreadableFields([graph]);
  if (refused.flat().length > 0) {
    terminal.err(textReport(locateFindings(refused, [graph]), false));
    return exitCodes.findings;
  }
  const source = authored(graph.value) as unknown as AnyObject;
  const { object, findings: losses } = toV1beta1(source, { carriers: false });
  const { yaml, findings } = toCompose(
    object as unknown as DynamoGraphDeployment,
    settings(options, objects),
  );
  terminal.err(textReport(locateFindings([[...losses, ...findings]], [graph]), false));
  if (yaml === undefined) return exitCodes.findings;
  writeOutput(yaml, options, terminal);
  return exitCodes.success;
}

function settings(
  options: ComposeCommandOptions,
  objects: readonly SourceObject[],
): ComposeOptions {
  const { gpus, gpuIds, cpus, port, address, discovery, nats, bind, namespace } = options;
  const neighbours = objects.map(({ value }) => value as unknown as NeighbourObject);
  return {
    gpus,
    gpuIds,
    cpus,
    port,
    address,
    discovery,
    nats,
    binds: bind,
    namespace,
    objects: neighbours,
  };
}

function onlyGraph(path: string, objects: readonly SourceObject[]): SourceObject {
  const graphs = objects.filter(isGraph);
  const [graph, ...others] = graphs;
  if (graph === undefined) throw new UsageError(`${path}: no DynamoGraphDeployment`);
  if (others.length > 0) {
    const names = graphs.map(({ value }) => labelOf(value)).join(", ");
    throw new UsageError(`${path}: one graph becomes one Compose file, found ${names}`);
  }
  return graph;
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number.");
}

function binding(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, folder] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || folder === undefined)
    throw new InvalidArgumentError("It is a claim and a folder, as model-cache=/data/models.");
  return { ...before, [name]: folder };
}
