// SPDX-License-Identifier: Apache-2.0
/** @module Topology constraints of graphs against the ClusterTopologyBindings beside them. */
import { type FieldPath, finding, show, type TopologyLevel } from "../../facts/index.js";
import type { Subject } from "../subject.js";
import { levelsOf } from "../topology-binding.js";
import type { GraphSubject } from "./fleet.js";
import type { AcrossRule, Attached } from "./rule.js";

/** A domain that a graph names, and where. */
interface Use {
  readonly path: FieldPath;
  readonly domain: string;
}

/**
 * DYN-PLAT-008, 009: the admission webhook looks the domains up in the binding that the graph names.
 * Objects without any binding prove nothing: it may be in the cluster already.
 */
export const topologyIsBound: AcrossRule = ({ subjects, graphs }) => {
  const bindings = new Map<string, readonly TopologyLevel[]>();
  for (const subject of subjects) {
    const levels = levelsOf(subject);
    if (levels !== undefined && subject.name !== undefined) bindings.set(subject.name, levels);
  }
  return bindings.size === 0 ? [] : graphs.flatMap((graph) => ofGraph(graph, bindings));
};

function ofGraph(
  subject: GraphSubject,
  bindings: ReadonlyMap<string, readonly TopologyLevel[]>,
): readonly Attached[] {
  const { view } = subject;
  const spec = view.graph.spec;
  const found: Attached[] = [];
  const own = spec?.topologyConstraint;
  if (own !== undefined) {
    const path = ["spec", "topologyConstraint"];
    const levels = bindings.get(own.clusterTopologyName);
    const packs: readonly Use[] = view.components.flatMap(({ component, path: at }) => {
      const domain = component.topologyConstraint?.packDomain;
      return domain === undefined
        ? []
        : [{ path: [...at, "topologyConstraint", "packDomain"], domain }];
    });
    const uses =
      own.packDomain === undefined
        ? packs
        : [{ path: [...path, "packDomain"], domain: own.packDomain }, ...packs];
    if (levels === undefined) found.push(unbound(subject, path, own.clusterTopologyName, bindings));
    else {
      found.push(...missing(subject, own.clusterTopologyName, levels, uses));
      if (own.packDomain !== undefined)
        found.push(...broader(subject, levels, own.packDomain, packs));
    }
  }
  const transfer = spec?.experimental?.kvTransferPolicy;
  if (transfer?.clusterTopologyName !== undefined) {
    const path = ["spec", "experimental", "kvTransferPolicy"];
    const levels = bindings.get(transfer.clusterTopologyName);
    if (levels === undefined)
      found.push(unbound(subject, path, transfer.clusterTopologyName, bindings));
    else {
      const use = { path: [...path, "domain"], domain: transfer.domain };
      found.push(...missing(subject, transfer.clusterTopologyName, levels, [use]));
    }
  }
  return found;
}

function unbound(
  subject: Subject,
  path: FieldPath,
  name: string,
  bindings: ReadonlyMap<string, unknown>,
): Attached {
  return {
    subject,
    finding: finding(
      "DYN-PLAT-009",
      { object: subject.label, path: [...path, "clusterTopologyName"] },
      `no ClusterTopologyBinding ${show(name)} is among the objects; there is ${[...bindings.keys()].map(show).join(", ")}`,
      "Set clusterTopologyName to the name of a binding, or add the binding.",
    ),
  };
}

function missing(
  subject: Subject,
  name: string,
  levels: readonly TopologyLevel[],
  uses: readonly Use[],
): readonly Attached[] {
  const known = levels.map(({ domain }) => domain);
  return uses
    .filter(({ domain }) => !known.includes(domain))
    .map(({ path, domain }) => ({
      subject,
      finding: finding(
        "DYN-PLAT-008",
        { object: subject.label, path },
        `topology ${name} has no domain ${show(domain)}; it has ${known.join(", ")}`,
        `Use one of ${known.join(", ")}, or add the level to the binding.`,
      ),
    }));
}

function broader(
  subject: Subject,
  levels: readonly TopologyLevel[],
  graphDomain: string,
  packs: readonly Use[],
): readonly Attached[] {
  const place = (domain: string) => levels.findIndex((level) => level.domain === domain);
  return packs
    .filter(({ domain }) => place(domain) !== -1 && place(domain) < place(graphDomain))
    .map(({ path, domain }) => ({
      subject,
      finding: finding(
        "DYN-PLAT-008",
        { object: subject.label, path },
        `${domain} is broader than ${graphDomain}, inside which the whole graph is packed`,
        `Use ${graphDomain} or a narrower domain.`,
      ),
    }));
}
