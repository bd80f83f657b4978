// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the names that the operator derives from graph and components. */
import {
  dynamoNamespace,
  type GroveComponent,
  groveCost,
  groveNameLimit,
  podCliqueSetName,
  show,
} from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, isPlaceholder } from "../reading.js";
import type { GraphView } from "./graph-view.js";

/** Longest Service name and label value. */
const longest = 63;

/** Derived names must fit what Grove and Kubernetes allow. */
export function* nameRules(graph: GraphView): Problems {
  const { name } = graph;
  if (name === undefined || name === "" || isPlaceholder(name)) return;
  if (graph.grove) yield* groveBudget(graph, name);
  yield* serviceNames(graph, name);
  const joinsOwn = graph.components.some(({ raw }) => at(raw, "globalDynamoNamespace") !== true);
  if (joinsOwn && graph.namespace !== undefined && !isPlaceholder(graph.namespace)) {
    const value = dynamoNamespace(graph.namespace, name);
    if (value.length > longest)
      yield problem(
        "DYN-API-040",
        ["metadata", "name"],
        `${show(value)} has ${value.length} characters (namespace ${graph.namespace.length} + 1 + graph ${name.length}), at most ${longest} are possible`,
        `Shorten the graph's or the namespace's name by ${value.length - longest}.`,
      );
  }
}

function* groveBudget(graph: GraphView, name: string): Problems {
  const parts = graph.components.map((component): GroveComponent => {
    const { nodeCount, gms } = component;
    return {
      name: component.name,
      nodeCount: nodeCount.value,
      interPodGms: gms.enabled && gms.mode === "InterPod",
    };
  });
  const set = podCliqueSetName(name, parts);
  if (set !== name)
    yield problem(
      "DYN-API-027",
      ["metadata", "name"],
      `the PodCliqueSet will be named ${show(set)}: ${name.length} characters of the graph and ${Math.max(...parts.map(groveCost))} of its longest component do not fit into ${groveNameLimit}`,
      "Nothing to do unless something selects pods by the graph's name.",
    );
  for (const [index, component] of graph.components.entries()) {
    const part = parts[index];
    if (part === undefined) continue;
    const cost = groveCost(part);
    const total = set.length + cost;
    if (total > groveNameLimit)
      yield problem(
        "DYN-API-026",
        graph.version === "v1beta1" ? [...component.path, "name"] : component.path,
        `${show(component.name)} needs ${cost} of ${groveNameLimit} characters (scaling group and clique), the PodCliqueSet name ${set.length}: ${total} in all`,
        `Shorten the component's name; ${longestName(part, name)} characters fit.`,
      );
  }
}

/** The longest name that such a component may have: the PodCliqueSet name is never cut below 8 characters. */
function longestName(part: GroveComponent, graph: string): number {
  const set = Math.min(8, graph.length);
  let length = groveNameLimit;
  while (length > 1 && set + groveCost({ ...part, name: "x".repeat(length) }) > groveNameLimit)
    length -= 1;
  return length;
}

function* serviceNames(graph: GraphView, name: string): Problems {
  if (/^[0-9]/.test(name))
    yield problem(
      "DYN-API-039",
      ["metadata", "name"],
      `Services are named after the graph and must begin with a letter, got ${show(name)}`,
      "Rename the graph.",
    );
  for (const component of graph.components) {
    const worker = ["worker", "prefill", "decode"].includes(component.type.value ?? "");
    const hash = worker && !graph.grove ? 9 : 0;
    const length = name.length + 1 + component.name.length + hash;
    if (length > longest)
      yield problem(
        "DYN-API-039",
        graph.version === "v1beta1" ? [...component.path, "name"] : component.path,
        `its Service name has ${length} characters (graph ${name.length} + 1 + component ${component.name.length}${hash === 0 ? "" : " + 9 of the worker hash"}), at most ${longest} are possible`,
        `Shorten the graph's or the component's name by ${length - longest}.`,
      );
  }
}
