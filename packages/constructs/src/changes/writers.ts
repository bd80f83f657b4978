// SPDX-License-Identifier: Apache-2.0
/** @module Who decides the replicas of components: a number, an adapter, a planner, an autoscaler. */
import { type ComponentView, type GraphView, scaledByPlanner } from "../checks/index.js";
import type { WrittenScales } from "../estimate/index.js";

/** The writer of a component's replicas, in words. */
export function writerOf(
  { rows }: WrittenScales,
  graph: GraphView,
  { name, component }: ComponentView,
): string {
  const row = rows.find(
    (one) =>
      one.component === name && one.graph === graph.name && one.namespace === graph.namespace,
  );
  if (row !== undefined)
    return `${row.writer === "planner" ? "the planner" : row.writer.replace("/", " ")} (${row.min} to ${row.max})`;
  if (scaledByPlanner(graph).includes(component.type ?? "")) return "the planner";
  return component.scalingAdapter === undefined ? "the manifest" : "the scaling adapter";
}
