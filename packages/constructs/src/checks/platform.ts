// SPDX-License-Identifier: Apache-2.0
/** @module The graph against the orchestrators and schedulers of the cluster. */
import { annotations, type Finding, finding } from "../facts/index.js";
import type { CheckOptions, Orchestrator } from "./options.js";
import { mainField } from "./place.js";
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
  if (view.component.multinode === undefined || orchestrators === undefined) return nothing;
  if (runsOnGrove(graph, options) === true) return nothing;
  const missing = (["lws", "volcano"] as const).filter((name) => !orchestrators.includes(name));
  if (missing.length === 0) return nothing;
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
