// SPDX-License-Identifier: Apache-2.0
/** @module Names that the operator derives, and how long they may be. */

/** RFC 1123 label: lower case, digits and hyphens, at most 63 characters. */
export function isDnsLabel(name: string): boolean {
  return name.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
}

/** RFC 1123 subdomain: labels joined by dots, at most 253 characters. */
export function isDnsSubdomain(name: string): boolean {
  return (
    name.length <= 253 &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name)
  );
}

/** Characters that Grove allows for PodCliqueSet name, scaling-group name and clique name together. */
export const groveNameLimit = 45;

/** What the budget needs to know of one component. */
export interface GroveComponent {
  readonly name: string;
  /** Pods per replica; undefined for a single-node component. */
  readonly nodeCount?: number | undefined;
  /** True with GPU memory service in mode InterPod, which adds weight-server cliques. */
  readonly interPodGms?: boolean | undefined;
}

/** Characters that one component takes of {@link groveNameLimit}. */
export function groveCost(component: GroveComponent): number {
  const name = component.name.toLowerCase();
  const { nodeCount, interPodGms } = component;
  if (nodeCount === undefined && interPodGms !== true) return name.length;
  const last = (nodeCount ?? 1) - 1;
  const cliques =
    interPodGms !== true
      ? [`${name}-ldr`, `${name}-wkr`]
      : nodeCount === undefined
        ? [`${name}-gms-0`, name]
        : [`${name}-ldr`, `${name}-wkr-${last}`, `${name}-gms-${last}`];
  return name.length + Math.max(...cliques.map((clique) => clique.length));
}

/**
 * The PodCliqueSet name that the operator gives a graph: the graph's name, or a shortened one
 * with four hex digits of its FNV-1a hash when the components leave too little room.
 *
 * @see deploy/operator/internal/dynamo (Grove resource-name budget)
 */
export function podCliqueSetName(graph: string, components: readonly GroveComponent[]): string {
  const budget = Math.max(8, groveNameLimit - Math.max(0, ...components.map(groveCost)));
  if (graph.length <= budget) return graph;
  return `${graph.slice(0, budget - 5)}-${shortHash(graph)}`;
}

/** Four hex digits of the FNV-1a hash: tells versions of one thing apart. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash & 0xffff).toString(16).padStart(4, "0");
}

/** The Dynamo namespace in which a graph's processes find one another. */
export function dynamoNamespace(kubernetesNamespace: string, graph: string): string {
  return `${kubernetesNamespace}-${graph.replaceAll(".", "-")}`;
}
