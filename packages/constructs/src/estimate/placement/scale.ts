// SPDX-License-Identifier: Apache-2.0
/** @module How many replicas a component has at least and at most. */
import type { ComponentView, GraphView } from "../../checks/index.js";
import { type PlannerSettings, plannerSettings } from "../../engines/index.js";

/** Replicas of a component. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * Ranges that something outside the graph decides (HPA, KEDA), by `namespace/graph/component`, by
 * `graph/component`, or by component.
 */
export type Scales = Readonly<Record<string, Scale>>;

/**
 * The range of every component, in the order of the graph: as given, else what a planner in the graph
 * may make of it, else the replicas as written.
 *
 * A planner shares a budget of GPUs; its components grow in turn until the next replica would not fit
 * into it, so that all maxima together are one state that the planner can reach.
 */
export function scalesOf(graph: GraphView, given: Scales = {}): readonly Scale[] {
  const settings = settingsOf(graph);
  const planned =
    settings === undefined ? new Map<string, Scale>() : plannedScales(graph, settings);
  return graph.components.map(
    (view) =>
      given[scaleKey(graph, view.name)] ??
      given[`${graph.name}/${view.name}`] ??
      given[view.name] ??
      planned.get(view.name) ?? { min: view.replicas, max: view.replicas },
  );
}

/** Key of a component that no other graph has. */
export function scaleKey(
  { namespace, name }: Pick<GraphView, "namespace" | "name">,
  component: string,
): string {
  return `${namespace ?? ""}/${name}/${component}`;
}

/** What a planner with these settings may make of the components that it scales, by component. */
export function plannedScales(
  graph: GraphView,
  settings: PlannerSettings,
): ReadonlyMap<string, Scale> {
  const scaled = graph.components.filter((view) => isScaled(view, settings));
  const gpus = scaled.map(gpusOf);
  if (gpus.some((count) => count === undefined || count === 0)) return new Map();
  const least = settings.min_endpoint ?? 1;
  const budget = settings.max_gpu_budget ?? -1;
  // Without a budget nothing bounds the planner; the written replicas are all that is known.
  if (budget < 0)
    return new Map(
      scaled.map(({ name, replicas }) => [name, { min: least, max: Math.max(least, replicas) }]),
    );
  const most = scaled.map(() => least);
  const used = () => most.reduce((sum, replicas, at) => sum + replicas * (gpus[at] ?? 0), 0);
  for (let grown = true; grown; ) {
    grown = false;
    for (const at of most.keys()) {
      if (used() + (gpus[at] ?? 0) > budget) continue;
      most[at] = (most[at] ?? 0) + 1;
      grown = true;
    }
  }
  return new Map(scaled.map(({ name }, at) => [name, { min: least, max: most[at] ?? least }]));
}

/** Settings of the planner of the graph, when they are written in the graph and it scales this graph. */
function settingsOf(graph: GraphView): PlannerSettings | undefined {
  for (const { program } of graph.components) {
    const config = program?.program === "planner" ? program.flags.config : undefined;
    if (typeof config !== "object" || config === null) continue;
    const settings = plannerSettings(config);
    if (settings.environment === "kubernetes") return settings;
  }
  return undefined;
}

function isScaled({ role, engine }: ComponentView, { mode }: PlannerSettings): boolean {
  if (engine === undefined) return false;
  switch (mode) {
    case "prefill":
      return role === "prefill";
    case "decode":
      return role === "decode";
    case "agg":
      return role === "worker" || role === "decode";
    default:
      return role === "prefill" || role === "decode";
  }
}

/** GPUs of one replica; undefined when nobody can count them. */
export function gpusOf(view: ComponentView): number | undefined {
  if (view.gpusPerPod !== undefined) return view.gpusPerPod * view.nodes;
  return view.parallelism?.gpus;
}
