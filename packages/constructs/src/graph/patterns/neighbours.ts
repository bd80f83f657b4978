// SPDX-License-Identifier: Apache-2.0
/** @module Which pods of a graph stand side by side: one zone for KV transfer, different machines for EFA. */
import type { PodSpec } from "../../api/index.js";
import { labels, nodeLabels } from "../../facts/index.js";
import type { Fabric } from "./fabric.js";

/** What decides the neighbours of one role's pods. */
export interface Neighbours {
  readonly graph: string;
  /** Name of the role's component. */
  readonly role: string;
  /** The role that it exchanges KV blocks with; undefined for a worker that does both. */
  readonly peer: string | undefined;
  /** Nodes of one replica, which exchange activations. */
  readonly nodeCount: number;
  readonly fabric: Fabric | undefined;
}

/**
 * Affinity of one role. RDMA never crosses a zone, so pods that talk over it follow one another into
 * one; the terms name this graph, because components of other graphs have the same names.
 */
export function neighbourAffinity({
  graph,
  role,
  peer,
  nodeCount,
  fabric,
}: Neighbours): PodSpec["affinity"] | undefined {
  if (fabric?.devices === undefined) return undefined;
  if (peer === undefined && nodeCount < 2) return undefined;
  const partners = peer === undefined ? [role] : [role, peer].sort();
  const both = {
    matchLabels: { [labels.graph]: graph },
    matchExpressions: [{ key: labels.component, operator: "In" as const, values: partners }],
  };
  return {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: both, topologyKey: nodeLabels.zone },
      ],
    },
    ...(peer === undefined || fabric.separateHosts !== true
      ? {}
      : { podAntiAffinity: apart(graph, peer) }),
  };
}

/** Keeps the pods off machines where the other role of the graph runs. */
function apart(graph: string, peer: string): object {
  const matchLabels = { [labels.component]: peer, [labels.graph]: graph };
  return {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels }, topologyKey: nodeLabels.hostname },
    ],
  };
}
