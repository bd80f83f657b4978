// SPDX-License-Identifier: Apache-2.0
/** @module Dynamo namespaces of the graphs in one Kubernetes namespace. */
import { type Finding, finding } from "../../facts/index.js";
import type { GraphSubject } from "./fleet.js";
import type { AcrossRule, Attached } from "./rule.js";

/** A graph whose workers register in a Dynamo namespace. */
interface Giver {
  readonly namespace: string;
  readonly graph: GraphSubject;
  /** Place of the graph in the list. */
  readonly index: number;
}

/**
 * DYN-NAME-001: a frontend takes every worker whose Dynamo namespace starts with its own. With
 * Kubernetes discovery it sees its own Kubernetes namespace only; with etcd it sees all.
 */
export const namespacesAreApart: AcrossRule = ({ graphs }) => {
  const givers = giversOf(graphs);
  return graphs.flatMap((taker, place) => {
    const seen = new Set<GraphSubject>();
    const found: Attached[] = [];
    for (const prefix of taker.relations.takes) {
      for (const { namespace, graph, index } of startingWith(givers, prefix)) {
        if (graph.relations.name === taker.relations.name || seen.has(graph)) continue;
        const etcd = taker.relations.etcd && graph.relations.etcd;
        const meet = taker.namespace === graph.namespace || etcd;
        // In one and the same namespace both take from each other; once is enough.
        if (!meet || (namespace === prefix && index < place)) continue;
        seen.add(graph);
        found.push({ subject: graph, finding: taken(taker, graph, prefix, namespace) });
      }
    }
    return found;
  });
};

function taken(
  taker: GraphSubject,
  giver: GraphSubject,
  prefix: string,
  namespace: string,
): Finding {
  return finding(
    "DYN-NAME-001",
    { object: giver.label, path: ["metadata", "name"] },
    `workers register in Dynamo namespace ${namespace}, and the frontend of graph ${taker.relations.name} takes all that begin with ${prefix}`,
    `Rename a graph so that no name begins with the other, such as ${taker.relations.name}-a and ${taker.relations.name}-b, or use two Kubernetes namespaces.`,
  );
}

/** Sorted by namespace, so that those with one prefix stand together: fleets have thousands. */
function giversOf(graphs: readonly GraphSubject[]): readonly Giver[] {
  return graphs
    .flatMap((graph, index) =>
      graph.relations.registers.map((namespace) => ({
        namespace,
        graph,
        index,
      })),
    )
    .toSorted((a, b) => (a.namespace < b.namespace ? -1 : a.namespace > b.namespace ? 1 : 0));
}

function startingWith(givers: readonly Giver[], prefix: string): readonly Giver[] {
  let low = 0;
  let high = givers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((givers[middle]?.namespace ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (givers[end]?.namespace.startsWith(prefix) === true) end += 1;
  return givers.slice(low, end);
}
