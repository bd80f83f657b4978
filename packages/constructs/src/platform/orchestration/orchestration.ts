// SPDX-License-Identifier: Apache-2.0
/** @module What starts and places the pods of graphs: Grove and KAI, LeaderWorkerSet and Volcano. */
import { Construct } from "constructs";
import type { CheckOptions, Orchestrator } from "../../checks/index.js";
import { applyWaivers, type Finding } from "../../facts/index.js";
import { addFindings } from "../../graph/index.js";
import { checkOrchestration } from "./checks.js";
import type { HelmChart } from "./helm-chart.js";
import {
  type OrchestrationProps,
  type ResolvedOrchestration,
  resolveOrchestration,
} from "./props.js";

/**
 * The orchestrators of a cluster: charts with versions that fit the Dynamo release, and a check that
 * they can run the graphs. It renders no objects; whoever installs charts takes `charts`.
 *
 * @example
 * const orchestration = new Orchestration(chart, "orchestration", { graphs: [graph] });
 * for (const { chart, version, namespace, values } of orchestration.charts) { ... }
 *
 * @see docs/guides/multinode.md
 */
export class Orchestration extends Construct {
  /** Charts to install, in order; those that exist already are not among them. */
  readonly charts: readonly HelmChart[];
  /** What the cluster has. */
  readonly orchestrators: readonly Orchestrator[];
  /** The same for `cluster` of the App and for the options of the command line. */
  readonly cluster: CheckOptions;

  readonly #set: ResolvedOrchestration;
  readonly #props: OrchestrationProps;

  constructor(scope: Construct, id: string, props: OrchestrationProps = {}) {
    super(scope, id);
    const set = resolveOrchestration(id, props);
    this.#set = set;
    this.#props = props;
    this.orchestrators = set.orchestrators;
    this.charts = set.orchestrators.flatMap((name) =>
      set[name]?.existing === true ? [] : (set.charts[name] ?? []),
    );
    this.cluster = {
      dynamoVersion: set.dynamoVersion,
      orchestrators: set.orchestrators,
      groveVersion: set.charts.grove?.version,
      kaiVersion: set.charts.kai?.version,
    };
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props and the graphs, waived findings included. */
  findings(): readonly Finding[] {
    const graphs = (this.#props.graphs ?? []).map((graph) => graph.manifest());
    return applyWaivers(checkOrchestration(this.#set, graphs), this.#props.waive ?? []);
  }
}
