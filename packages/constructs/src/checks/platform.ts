// SPDX-License-Identifier: Apache-2.0
/** @module The graph against the orchestrators and schedulers of the cluster. */
import { annotations, type Finding, finding } from "../facts/index.js";
import type { CheckOptions, Orchestrator } from "./options.js";
import { isMet, multinodeNeed, schedulerNames } from "./orchestrators.js";
import { mainField, podField } from "./place.js";
import { type ComponentRule, nothing, one, type Rule } from "./rule.js";
import type { GraphView } from "./view.js";

/** True when the graph will run on Grove; undefined when nobody knows. */
export function runsOnGrove(graph: GraphView, options: CheckOptions): boolean | undefined {
  if (!graph.grove) return false;
  return options.orchestrators?.includes("grove");
}

/** DYN-PLAT-001: somebody has to start the pods of several nodes together. */
export const multinodeHasOrchestrator: ComponentRule = (view, graph, options) => {
  const { orchestrators } = options;
  const need = multinodeNeed(view, graph);
  if (need === undefined || orchestrators === undefined || isMet(need, orchestrators))
    return nothing;
  const missing = (["lws", "volcano"] as const).filter((name) => !orchestrators.includes(name));
  const why = graph.grove ? "Grove is not installed" : "the graph is kept away from Grove";
  return one(
    "DYN-PLAT-001",
    graph,
    [...view.path, "multinode"],
    `${view.name} spans ${view.nodes} nodes, ${why}, and ${missing.map(label).join(" and ")} ${missing.length === 1 ? "is" : "are"} missing for the other way`,
    "Install Grove, or LeaderWorkerSet together with Volcano.",
  );
};

const labels: Readonly<Record<Orchestrator, string>> = {
  grove: "Grove",
  lws: "LeaderWorkerSet",
  volcano: "Volcano",
  kai: "KAI",
};

function label(name: Orchestrator): string {
  return labels[name];
}

/** DYN-PLAT-006: nobody takes pods that ask for a scheduler that is not there. */
export const schedulerIsInstalled: ComponentRule = (view, graph, { orchestrators }) => {
  const name = view.component.podTemplate?.spec?.schedulerName;
  if (name === undefined || orchestrators === undefined) return nothing;
  const missing = (["kai", "volcano"] as const).find(
    (each) => schedulerNames[each] === name && !orchestrators.includes(each),
  );
  if (missing === undefined) return nothing;
  return one(
    "DYN-PLAT-006",
    graph,
    podField(view, "schedulerName"),
    `pods of ${view.name} ask for the scheduler ${name}, but ${label(missing)} is not installed`,
    `Remove schedulerName, or install ${label(missing)}.`,
  );
};

/** DYN-PLAT-002: the operator rewrites both parts of the command. */
export const leaderWorkerSetHasCommand: ComponentRule = (view, graph, options) => {
  if (view.component.multinode === undefined || runsOnGrove(graph, options) !== false)
    return nothing;
  const { command = [], args = [] } = view.main ?? {};
  const missing = [
    ...(command.length === 0 ? ["command"] : []),
    ...(args.length === 0 ? ["args"] : []),
  ];
  const [first] = missing;
  if (first === undefined) return nothing;
  return one(
    "DYN-PLAT-002",
    graph,
    mainField(view, first),
    `${view.name} spans ${view.nodes} nodes without Grove and has no ${missing.join(" and no ")}`,
    "Set command to python3 -m and the module, and args to the flags.",
  );
};

/** DYN-PLAT-003: annotations that nobody in this cluster reads. */
export const annotationsAreRead: Rule = (graph, options) => {
  const grove = runsOnGrove(graph, options);
  const { orchestrators } = options;
  const found: Finding[] = [];
  const ignored = (key: string, why: string | undefined) => {
    const value = graph.graph.metadata?.annotations?.[key];
    if (value === undefined || why === undefined) return;
    found.push(
      finding(
        "DYN-PLAT-003",
        { object: graph.object, path: ["metadata", "annotations", key] },
        `${key} is ${JSON.stringify(value)}, but ${why}`,
        "Remove the annotation.",
      ),
    );
  };
  const offGrove = grove === false ? "the graph does not run on Grove" : undefined;
  const absent = (name: Orchestrator) =>
    orchestrators === undefined || orchestrators.includes(name)
      ? undefined
      : `${label(name)} is not installed`;
  ignored(annotations.groveUpdateStrategy, offGrove);
  ignored(annotations.kaiQueue, offGrove ?? absent("kai"));
  ignored(annotations.volcanoQueue, absent("volcano"));
  return found;
};

/** DYN-PLAT-004: only Grove knows the levels of a topology. */
export const topologyNeedsGrove: Rule = (graph, options) => {
  const constraint = graph.graph.spec?.topologyConstraint;
  if (constraint === undefined || runsOnGrove(graph, options) !== false) return nothing;
  return one(
    "DYN-PLAT-004",
    graph,
    ["spec", "topologyConstraint"],
    `pods are to be packed by topology ${constraint.clusterTopologyName}, but the graph does not run on Grove`,
    "Remove topologyConstraint and use affinity, or run the graph on Grove.",
  );
};

/** DYN-PLAT-005: Grove hands the constraint to a scheduler that has to understand it. */
export const topologyHasScheduler: Rule = (graph, options) => {
  const { orchestrators } = options;
  if (runsOnGrove(graph, options) !== true || orchestrators?.includes("kai") !== false)
    return nothing;
  const own = graph.graph.spec?.topologyConstraint;
  const view = graph.components.find(({ component }) => component.topologyConstraint !== undefined);
  if (own === undefined && view === undefined) return nothing;
  const domain = own?.packDomain ?? view?.component.topologyConstraint?.packDomain ?? "";
  return one(
    "DYN-PLAT-005",
    graph,
    own === undefined && view !== undefined
      ? [...view.path, "topologyConstraint"]
      : ["spec", "topologyConstraint"],
    `pods are to be packed by ${domain === "" ? "topology" : `domain ${domain}`}, but KAI is not installed, and Grove alone places no pods`,
    "Install KAI, or remove topologyConstraint.",
  );
};

/** DYN-PLAT-010: Grove alone starts pods one by one. */
export const gangHasScheduler: Rule = (graph, options) => {
  const { orchestrators } = options;
  if (runsOnGrove(graph, options) !== true || orchestrators === undefined) return nothing;
  if (orchestrators.includes("kai") || orchestrators.includes("volcano")) return nothing;
  const view = graph.components.find(({ component }) => component.multinode !== undefined);
  if (view === undefined) return nothing;
  return one(
    "DYN-PLAT-010",
    graph,
    [...view.path, "multinode"],
    `the ${view.nodes} pods of ${view.name} are placed one by one, so two replicas can each hold a part of the GPUs and wait for the rest`,
    "Install KAI, which places the pods of a replica together or not at all.",
  );
};

/** DYN-PLAT-007: the pods of Grove have one scheduler. */
export const queuesHaveOneScheduler: Rule = (graph) => {
  const written = graph.graph.metadata?.annotations;
  const [kai, volcano] = [written?.[annotations.kaiQueue], written?.[annotations.volcanoQueue]];
  if (!graph.grove || kai === undefined || volcano === undefined) return nothing;
  return one(
    "DYN-PLAT-007",
    graph,
    ["metadata", "annotations", annotations.volcanoQueue],
    `the graph names queue ${kai} of KAI and queue ${volcano} of Volcano, and its pods have one scheduler`,
    "Remove one of the two annotations.",
  );
};
