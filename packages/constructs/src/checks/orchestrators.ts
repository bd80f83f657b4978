// SPDX-License-Identifier: Apache-2.0
/** @module Which orchestrators and schedulers a set of graphs needs, and why. */
import { annotations, type FieldPath } from "../facts/index.js";
import type { Orchestrator } from "./options.js";
import { podField } from "./place.js";
import { subjectOf } from "./subject.js";
import type { ComponentView, GraphView } from "./view.js";

/** One reason for software that is not part of Kubernetes. */
export interface OrchestratorNeed {
  /** The graph, as `DynamoGraphDeployment/name`. */
  readonly object: string;
  /** The field that asks for it. */
  readonly path: FieldPath;
  /** What asks, in one clause. */
  readonly why: string;
  /** Each of these sets is enough; none at all when nothing that one could install helps. */
  readonly anyOf: readonly (readonly Orchestrator[])[];
}

/** What a set of graphs needs. */
export interface OrchestratorPlan {
  /** Every reason, in the order of the graphs. */
  readonly needs: readonly OrchestratorNeed[];
  /** The smallest set that meets every need that can be met; of two equal ones the one with Grove. */
  readonly install: readonly Orchestrator[];
  /** Needs that nothing meets, such as a topology constraint of a graph that is kept away from Grove. */
  readonly unmet: readonly OrchestratorNeed[];
}

/** Names under which pods ask for a scheduler, by the orchestrator that brings it. */
export const schedulerNames: Readonly<Partial<Record<Orchestrator, string>>> = {
  kai: "kai-scheduler",
  volcano: "volcano",
};

/** In order of preference: every earlier one is worth more than all later ones together. */
const all: readonly Orchestrator[] = ["grove", "kai", "lws", "volcano"];

/**
 * What graphs need to run: multi-node components need Grove, or LeaderWorkerSet together with
 * Volcano; topology constraints need Grove and KAI; a queue needs its scheduler.
 *
 * @param graphs DynamoGraphDeployments of either API version; other objects are ignored
 */
export function orchestratorsFor(graphs: readonly unknown[]): OrchestratorPlan {
  const needs = graphs.flatMap((object) => {
    const { view } = subjectOf(object, {});
    return view === undefined ? [] : needsOf(view);
  });
  const unmet = needs.filter(({ anyOf }) => anyOf.length === 0);
  const possible = needs.filter(({ anyOf }) => anyOf.length > 0);
  return { needs, install: smallestSet(possible), unmet };
}

/** True when one of the sets is installed as a whole. */
export function isMet(need: OrchestratorNeed, installed: readonly Orchestrator[]): boolean {
  return need.anyOf.some((set) => set.every((name) => installed.includes(name)));
}

function smallestSet(needs: readonly OrchestratorNeed[]): readonly Orchestrator[] {
  const subsets = Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_name, at) => (bits & (2 ** (all.length - 1 - at))) !== 0),
  );
  // Later subsets of the same size hold earlier names of the list.
  const enough = subsets.filter((set) => needs.every((need) => isMet(need, set)));
  return enough.reduce((best, set) => (set.length <= best.length ? set : best), all);
}

/** Every reason of one graph. */
export function needsOf(graph: GraphView): readonly OrchestratorNeed[] {
  return [
    ...graph.components.flatMap((view) => multinodeNeed(view, graph) ?? []),
    ...topologyNeeds(graph),
    ...queueNeeds(graph),
    ...schedulerNeeds(graph),
    ...groveNeeds(graph),
  ];
}

/** Somebody has to start the pods of several nodes together; undefined for one node. */
export function multinodeNeed(view: ComponentView, graph: GraphView): OrchestratorNeed | undefined {
  if (view.component.multinode === undefined) return undefined;
  const other: readonly Orchestrator[] = ["lws", "volcano"];
  return {
    object: graph.object,
    path: [...view.path, "multinode"],
    why: `${view.name} spans ${view.nodes} nodes`,
    anyOf: graph.grove ? [["grove"], other] : [other],
  };
}

function onGrove(graph: GraphView, ...more: readonly Orchestrator[]): OrchestratorNeed["anyOf"] {
  return graph.grove ? [["grove", ...more]] : [];
}

function topologyNeeds(graph: GraphView): readonly OrchestratorNeed[] {
  const { object } = graph;
  const anyOf = onGrove(graph, "kai");
  const own = graph.graph.spec?.topologyConstraint;
  if (own !== undefined) {
    const why = `pods are packed by topology ${own.clusterTopologyName}`;
    return [{ object, path: ["spec", "topologyConstraint"], why, anyOf }];
  }
  return graph.components.flatMap(({ component, name, path }) =>
    component.topologyConstraint === undefined
      ? []
      : [
          {
            object,
            path: [...path, "topologyConstraint"],
            why: `pods of ${name} are packed by topology`,
            anyOf,
          },
        ],
  );
}

function queueNeeds(graph: GraphView): readonly OrchestratorNeed[] {
  // Away from Grove nobody reads the annotations, so they ask for nothing.
  if (!graph.grove) return [];
  const rows = [
    [annotations.kaiQueue, "kai"],
    [annotations.volcanoQueue, "volcano"],
  ] as const;
  return rows.flatMap(([key, scheduler]) => {
    const queue = graph.graph.metadata?.annotations?.[key];
    return queue === undefined
      ? []
      : [
          {
            object: graph.object,
            path: ["metadata", "annotations", key],
            why: `pods wait in queue ${queue}`,
            anyOf: onGrove(graph, scheduler),
          },
        ];
  });
}

function schedulerNeeds(graph: GraphView): readonly OrchestratorNeed[] {
  return graph.components.flatMap((view) => {
    const name = view.component.podTemplate?.spec?.schedulerName;
    const scheduler = all.find((each) => name !== undefined && schedulerNames[each] === name);
    return scheduler === undefined
      ? []
      : [
          {
            object: graph.object,
            path: podField(view, "schedulerName"),
            why: `pods of ${view.name} ask for the scheduler ${name}`,
            anyOf: [[scheduler]],
          },
        ];
  });
}

/** Fields that only Grove reads. */
function groveNeeds(graph: GraphView): readonly OrchestratorNeed[] {
  const { object } = graph;
  const spec = graph.graph.spec;
  const anyOf = onGrove(graph);
  const needs: OrchestratorNeed[] = [];
  const add = (path: FieldPath, value: unknown, why: string) => {
    if (value !== undefined) needs.push({ object, path, why, anyOf });
  };
  add(["spec", "priorityClassName"], spec?.priorityClassName, "the graph has a PriorityClass");
  const transfer = spec?.experimental?.kvTransferPolicy;
  add(
    ["spec", "experimental", "kvTransferPolicy", "clusterTopologyName"],
    transfer?.clusterTopologyName,
    `KV transfers follow topology ${transfer?.clusterTopologyName}`,
  );
  for (const { component, name, path } of graph.components)
    add([...path, "minAvailable"], component.minAvailable, `${name} has a minimum of its gang`);
  return needs;
}
