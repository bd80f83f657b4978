// SPDX-License-Identifier: Apache-2.0
/** @module Configurations of planners that come out of ConfigMaps of the same list. */
import { at, text } from "../../api/index.js";
import { readEngineConfig } from "../../engines/index.js";
import type { CheckOptions } from "../options.js";
import { subjectOf } from "../subject.js";
import { fleetOf } from "./fleet.js";
import { mountedFile } from "./mounted-file.js";

/** The configuration of the planner of a graph. */
export interface PlannerFile {
  /** Kubernetes namespace of the graph; undefined when nobody says it. */
  readonly namespace: string | undefined;
  readonly graph: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** The files that planners are started with, where the list holds them and they can be read. */
export function plannerFiles(
  objects: readonly unknown[],
  options: CheckOptions = {},
): readonly PlannerFile[] {
  const fleet = fleetOf(objects.map((object) => subjectOf(object, options).subject));
  return fleet.graphs.flatMap(({ view: graph, namespace }) =>
    graph.components.flatMap((view) => {
      const { program } = view;
      const path = program?.program === "planner" ? program.flags.config : undefined;
      if (typeof path !== "string") return [];
      const file = mountedFile(view, namespace, path, fleet);
      const document = file === undefined ? undefined : text(at(file.map.object, "data", file.key));
      if (document === undefined) return [];
      const { config, issues } = readEngineConfig(document);
      // Keys are the planner's, so only the form counts here.
      const readable = issues.every((issue) => issue.key !== undefined);
      return readable
        ? [{ namespace, graph: graph.name, config: config as PlannerFile["config"] }]
        : [];
    }),
  );
}
