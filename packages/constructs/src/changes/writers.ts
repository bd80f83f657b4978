// SPDX-License-Identifier: Apache-2.0
/** @module Who decides the replicas of components: a number, an adapter, a planner, an autoscaler. */
import type { Fields } from "../api/index.js";
import {
  autoscaling,
  type ComponentView,
  type GraphView,
  scaledByPlanner,
} from "../checks/index.js";
import type { Scales } from "../estimate/index.js";
import type { WriterOf } from "./graphs.js";
import { identityOf } from "./identity.js";

/** The autoscalers of a revision. */
export interface Writers {
  readonly writerOf: WriterOf;
  /** Ranges that autoscalers allow, for the estimates. */
  scalesOf(graphs: readonly GraphView[]): Scales;
}

/** Reads them from all objects of a revision. */
export function writersOf(objects: readonly Fields[]): Writers {
  const scalers = objects.flatMap((object) => {
    const found = autoscaling(object);
    return found === undefined ? [] : [{ ...identityOf(object), ...found }];
  });
  const scalerOf = (graph: GraphView, view: ComponentView) =>
    scalers.find(
      ({ targetName, namespace }) =>
        targetName === `${graph.name}-${view.name.toLowerCase()}` &&
        (namespace ?? graph.namespace) === (graph.namespace ?? namespace),
    );
  return {
    writerOf: (graph, view) => {
      const scaler = scalerOf(graph, view);
      if (scaler !== undefined)
        return `${scaler.kind} ${scaler.name} (${scaler.min} to ${scaler.max})`;
      if (scaledByPlanner(graph).includes(view.component.type ?? "")) return "the planner";
      return view.component.scalingAdapter === undefined ? "the manifest" : "the scaling adapter";
    },
    scalesOf: (graphs) => {
      const found = graphs.flatMap((graph) =>
        graph.components.flatMap((view) => {
          const { min, max = Number.POSITIVE_INFINITY } = scalerOf(graph, view) ?? {};
          return min === undefined || !Number.isFinite(max)
            ? []
            : [[`${graph.name}/${view.name}`, { min, max }] as const];
        }),
      );
      return Object.fromEntries(found);
    },
  };
}
