// SPDX-License-Identifier: Apache-2.0
/** @module Affinity terms that select pods by the operator's labels, against the labels that pods will have. */
import type { LabelSelector, PodAffinityTerm } from "../api/index.js";
import { type FieldPath, type Finding, finding, labels, show } from "../facts/index.js";
import { podField } from "./place.js";
import { eachComponent, nothing, type Rule } from "./rule.js";
import type { ComponentView, GraphView } from "./view.js";

/** A term of pod affinity or anti-affinity, and where it stands. */
interface Term {
  readonly term: PodAffinityTerm;
  readonly path: FieldPath;
  /** True when a pod is not scheduled before the term holds. */
  readonly required: boolean;
  readonly anti: boolean;
}

/** DYN-PLACE-001, 002: terms that no pod of the graph can ever match. */
export const affinitySelectsPods: Rule = eachComponent((view, graph) => {
  const found: Finding[] = [];
  for (const { term, path, required, anti } of termsOf(view)) {
    const selector = term.labelSelector;
    if (selector === undefined || term.namespaceSelector !== undefined) continue;
    const graphs = valuesOf(selector, labels.graph);
    const at = { object: graph.object, path: [...path, "labelSelector"] };
    if (graphs === undefined) continue;
    const component = graphs
      .map((value) => componentNamed(graph, value))
      .find((other) => other !== undefined);
    if (!graphs.includes(graph.name) && component !== undefined) {
      found.push(
        finding(
          "DYN-PLACE-002",
          at,
          `${anti ? "anti-affinity" : "affinity"} of ${view.name} wants ${labels.graph} ${graphs.map(show).join(" or ")}, and the graph is named ${show(graph.name)}`,
          `Select the graph by ${labels.graph}: ${graph.name}, and the component by ${labels.component}: ${component.name}.`,
        ),
      );
      continue;
    }
    if (anti || !required || graphs.some((value) => value !== graph.name)) continue;
    if (graph.components.some((other) => matches(selector, other, graph))) continue;
    found.push(
      finding(
        "DYN-PLACE-001",
        at,
        `${view.name} is scheduled only beside pods of this graph with ${describe(selector)}; there are 0 (${labels.componentType} of its components: ${typesOf(graph)})`,
        "Select labels that components of the graph have.",
      ),
    );
  }
  return found.length === 0 ? nothing : found;
});

function termsOf(view: ComponentView): readonly Term[] {
  const { affinity } = view.component.podTemplate?.spec ?? {};
  const terms: Term[] = [];
  for (const kind of ["podAffinity", "podAntiAffinity"] as const) {
    const rules = affinity?.[kind];
    const base = podField(view, "affinity", kind);
    const anti = kind === "podAntiAffinity";
    for (const [at, term] of (
      rules?.requiredDuringSchedulingIgnoredDuringExecution ?? []
    ).entries()) {
      const path = [...base, "requiredDuringSchedulingIgnoredDuringExecution", at];
      terms.push({ term, path, required: true, anti });
    }
    for (const [at, weighted] of (
      rules?.preferredDuringSchedulingIgnoredDuringExecution ?? []
    ).entries()) {
      const path = [
        ...base,
        "preferredDuringSchedulingIgnoredDuringExecution",
        at,
        "podAffinityTerm",
      ];
      terms.push({ term: weighted.podAffinityTerm, path, required: false, anti });
    }
  }
  return terms;
}

/** Values that a label may have under a selector; undefined when it asks for none. */
function valuesOf(selector: LabelSelector, label: string): readonly string[] | undefined {
  const fixed = selector.matchLabels?.[label];
  if (fixed !== undefined) return [fixed];
  return selector.matchExpressions?.find(({ key, operator }) => key === label && operator === "In")
    ?.values;
}

/** The component whose pods somebody meant by `<graph>-<component>`. */
function componentNamed(graph: GraphView, value: string): ComponentView | undefined {
  return graph.components.find((other) => value === `${graph.name}-${other.name.toLowerCase()}`);
}

/** False only when a label that the operator sets rules the component out. */
function matches(selector: LabelSelector, view: ComponentView, graph: GraphView): boolean {
  const wantedNames = valuesOf(selector, labels.component);
  if (wantedNames !== undefined && !wantedNames.includes(view.name)) return false;
  const wantedTypes = valuesOf(selector, labels.componentType);
  return (
    wantedTypes === undefined || wantedTypes.some((type) => typeLabels(view, graph).includes(type))
  );
}

/** What the component-type label may be; graphs that began in v1alpha1 keep `worker` for both roles. */
function typeLabels(view: ComponentView, graph: GraphView): readonly string[] {
  const { type } = view.component;
  if (type === undefined) return [];
  return graph.alpha && (type === "prefill" || type === "decode") ? [type, "worker"] : [type];
}

function describe(selector: LabelSelector): string {
  const asked = [labels.componentType, labels.component].flatMap((label) => {
    const values = valuesOf(selector, label);
    return values === undefined ? [] : [`${label} ${values.map(show).join(" or ")}`];
  });
  return asked.join(" and ");
}

function typesOf(graph: GraphView): string {
  return [...new Set(graph.components.map(({ component }) => component.type ?? "none"))].join(", ");
}
