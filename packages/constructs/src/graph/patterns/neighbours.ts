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
  readonly fabric: Fabric | undefined;
}

/**
 * Affinity of one role. RDMA never crosses a zone, so both roles follow one another into one; the
 * terms name this graph, because components of other graphs have the same names.
 */
export function neighbourAffinity({
  graph,
  role,
  peer,
  fabric,
}: Neighbours): PodSpec["affinity"] | undefined {
  if (peer === undefined || fabric?.devices === undefined) return undefined;
  const both = {
    matchLabels: { [labels.graph]: graph },
    matchExpressions: [
      { key: labels.component, operator: "In" as const, values: [role, peer].sort() },
    ],
  };
  const other = { matchLabels: { [labels.component]: peer, [labels.graph]: graph } };
  return {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: both, topologyKey: nodeLabels.zone },
      ],
    },
    ...(fabric.separateHosts === true
      ? {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { labelSelector: other, topologyKey: nodeLabels.hostname },
            ],
          },
        }
      : {}),
  };
}
