// SPDX-License-Identifier: Apache-2.0
/** @module Minimum and maximum scale as autoscalers and planners in the manifests decide it. */
import { autoscaledComponents, type GraphView, plannerFiles } from "../../checks/index.js";
import { plannerSettings } from "../../engines/index.js";
import { plannedScales, type Scale, type Scales, scaleKey } from "./scale.js";

/** Who decides the replicas of a component. */
export interface WrittenScale extends Scale {
  /** Kubernetes namespace of the graph; undefined when nobody says it. */
  readonly namespace: string | undefined;
  readonly graph: string;
  readonly component: string;
  /** An autoscaler as `Kind/name`, or `planner`. */
  readonly writer: string;
}

/** What the manifests say about scale. */
export interface WrittenScales {
  readonly rows: readonly WrittenScale[];
  /** The same for the estimates. */
  readonly scales: Scales;
  /** What decides replicas and is not counted. */
  readonly notes: readonly string[];
}

/**
 * The bounds of HorizontalPodAutoscalers and ScaledObjects, and of planners whose configuration is a
 * file; a configuration in the arguments is read by {@link scalesOf}. An autoscaler wins over a
 * planner, and having both is a finding.
 *
 * @param objects everything beside the graphs, and the graphs themselves
 */
export function writtenScales(
  graphs: readonly GraphView[],
  objects: readonly unknown[],
): WrittenScales {
  const { components, unknown } = autoscaledComponents(objects);
  const rows: WrittenScale[] = [];
  for (const { namespace, graph, config } of plannerFiles(objects)) {
    const view = graphs.find((one) => one.name === graph && one.namespace === namespace);
    const settings = plannerSettings(config);
    if (view === undefined || settings.environment !== "kubernetes") continue;
    for (const [component, scale] of plannedScales(view, settings))
      rows.push({ namespace, graph, component, ...scale, writer: "planner" });
  }
  rows.push(...components);
  return {
    rows,
    // Later rows replace earlier ones.
    scales: Object.fromEntries(
      rows.map(({ namespace, graph, component, min, max }) => [
        scaleKey({ namespace, name: graph }, component),
        { min, max },
      ]),
    ),
    notes: [
      ...unknown.map(
        (writer) =>
          `not counted: replicas that ${writer} decides, whose target is no component of these graphs`,
      ),
      ...graphs
        .filter(hasGlobalPlanner)
        .map(
          ({ name }) => `not counted: replicas that the global planner decides for graph ${name}`,
        ),
    ],
  };
}

/** True when a planner of the graph only asks another for replicas. */
function hasGlobalPlanner({ components }: GraphView): boolean {
  return components.some(({ program }) => {
    const config = program?.program === "planner" ? program.flags.config : undefined;
    if (typeof config !== "object" || config === null) return false;
    return plannerSettings(config).environment === "global-planner";
  });
}
