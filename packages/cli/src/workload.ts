// SPDX-License-Identifier: Apache-2.0
/** @module What placement and estimate start from: graphs out of files, and machines out of options. */
import { waiversOf } from "@dynamo-iac/constructs/checks";
import {
  aboutGraph,
  checkPool,
  type Placement,
  type Pool,
  placementFindings,
  poolsOf,
  type WrittenScales,
  writtenScales,
} from "@dynamo-iac/constructs/estimate";
import { applyWaivers, type Finding } from "@dynamo-iac/constructs/facts";
import { readObjects, type SourceObject } from "./documents.js";
import { jsonReport } from "./formats/json.js";
import { type LocatedFinding, locateFindings } from "./formats/located.js";
import { textReport, totalLine } from "./formats/text.js";
import { isGraph, locateOnCommandLine, readGraph, type SourceGraph } from "./graphs.js";
import { readInputs } from "./inputs.js";
import { unreadableFields } from "./readable.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** How a report is printed. */
export type ReportFormat = "text" | "json";

/** What a command says about pools. */
export interface WorkloadOptions {
  readonly pool?: readonly Pool[];
  readonly format: ReportFormat;
}

/** Graphs and everything that stands beside them. */
export interface Workload {
  readonly objects: readonly SourceObject[];
  readonly graphs: readonly SourceGraph[];
  /** Those of the manifests and of the command line. */
  readonly pools: readonly Pool[];
  /** What is wrong with the pools. */
  readonly poolFindings: readonly LocatedFinding[];
  /** What autoscalers and planners of the files decide. */
  readonly written: WrittenScales;
  /** The line at the end of a report for people. */
  summary(findings: readonly LocatedFinding[]): string;
}

/** Reads the graphs of the files; undefined when one is unreadable, which is then told. */
export async function readWorkload(
  paths: readonly string[],
  { format, pool: given = [] }: WorkloadOptions,
  terminal: Terminal,
): Promise<Workload | undefined> {
  const files = await readInputs(paths, terminal);
  const objects = readObjects(files);
  const sources = objects.filter(isGraph);
  if (sources.length === 0) throw new UsageError(`${paths.join(", ")}: no DynamoGraphDeployment`);
  const summary = (findings: readonly LocatedFinding[]) =>
    totalLine(findings, objects.length, files.length);
  const refused = locateFindings(unreadableFields(sources), sources);
  if (refused.length === 0) {
    const values = objects.map(({ value }) => value);
    const { pools, each } = poolsOf(values, given);
    if (pools.length === 0) throw new UsageError(noPools);
    const waived = each.map((found, at) => applyWaivers(found, waiversOf(values[at]).waivers));
    const poolFindings = [
      ...locateFindings(waived, objects),
      ...locateOnCommandLine(given.flatMap(checkPool)),
    ];
    const graphs = sources.map(readGraph);
    const written = writtenScales(
      graphs.map(({ view }) => view),
      values,
    );
    return { objects, graphs, pools, poolFindings, written, summary };
  }
  terminal.out(
    format === "json"
      ? jsonReport(refused)
      : textReport(refused, terminal.color) + summary(refused),
  );
  return undefined;
}

const noPools =
  "no pool of machines: the manifests describe none (a NodePool, a ComputeClass, or a graph with " +
  "nodes), and --pool gives none, as --pool h200=p5en.48xlarge,max=4";

/** The findings of a placement, each with the graph that it is about; notes go to the first one. */
export function placementFindingsOf(
  placement: Placement,
  graphs: readonly SourceGraph[],
): readonly (readonly Finding[])[] {
  return graphs.map(({ view }, at) =>
    placementFindings({ ...aboutGraph(placement, view), notes: at === 0 ? placement.notes : [] }, [
      view,
    ]),
  );
}
