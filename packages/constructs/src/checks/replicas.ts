// SPDX-License-Identifier: Apache-2.0
/** @module Who owns the number of replicas. */
import { type Finding, finding } from "../facts/index.js";
import { plannerConfig } from "./roles.js";
import { type ComponentRule, nothing, one, type Rule } from "./rule.js";
import type { GraphView } from "./view.js";

/** DYN-SCALE-001: a scaling adapter owns what the manifest writes. */
export const adapterOwnsReplicas: ComponentRule = (view, graph) => {
  const { component } = view;
  if (component.scalingAdapter === undefined || component.replicas === undefined) return nothing;
  return one(
    "DYN-SCALE-001",
    graph,
    [...view.path, "replicas"],
    `${view.name} sets replicas to ${component.replicas}, but its scaling adapter owns the number once the graph exists`,
    "Remove replicas and apply the graph server-side.",
  );
};

/** DYN-SCALE-002: a planner writes the number into the graph itself. */
export const plannerOwnsReplicas: Rule = (graph) => {
  const scaled = scaledByPlanner(graph);
  const found: Finding[] = [];
  for (const { component, path, name } of graph.components) {
    if (!scaled.includes(component.type ?? "")) continue;
    if (component.scalingAdapter !== undefined || component.replicas === undefined) continue;
    found.push(
      finding(
        "DYN-SCALE-002",
        { object: graph.object, path: [...path, "replicas"] },
        `${name} sets replicas to ${component.replicas}, and the planner of the graph changes the same field; every apply takes its decision back`,
        "Give the component a scaling adapter and remove replicas, so that the planner owns the number.",
      ),
    );
  }
  return found;
};

/** Component types whose replicas a planner of the graph changes. */
export function scaledByPlanner(graph: GraphView): readonly string[] {
  for (const view of graph.components) {
    const config = plannerConfig(view);
    if (config === undefined || config.advisory === true) continue;
    if (config.environment === "virtual") continue;
    switch (config.mode) {
      case undefined:
      case "disagg":
        return ["prefill", "decode"];
      case "prefill":
      case "decode":
        return [config.mode];
      case "agg":
        return ["worker", "decode"];
      default:
        return [];
    }
  }
  return [];
}
