// SPDX-License-Identifier: Apache-2.0
/** @module The shape of a rule: a pure function from a view of the graph to findings. */
import { type FieldPath, type Finding, type FindingCode, finding } from "../facts/index.js";
import type { CheckOptions } from "./options.js";
import type { ComponentView, GraphView } from "./view.js";

/** Judges a whole graph. */
export type Rule = (graph: GraphView, options: CheckOptions) => readonly Finding[];

/** Judges one component of a graph. */
export type ComponentRule = (
  component: ComponentView,
  graph: GraphView,
  options: CheckOptions,
) => readonly Finding[];

/** What a rule returns that has nothing to say. */
export const nothing: readonly Finding[] = [];

/** Rules about a component, for every component of a graph. */
export function eachComponent(...rules: readonly ComponentRule[]): Rule {
  return (graph, options) => {
    const found: Finding[] = [];
    for (const component of graph.components) {
      for (const rule of rules) {
        const some = rule(component, graph, options);
        if (some.length > 0) found.push(...some);
      }
    }
    return found;
  };
}

/** The single finding of a rule. */
export function one(
  code: FindingCode,
  graph: { readonly object: string },
  path: FieldPath,
  message: string,
  fix: string,
): readonly Finding[] {
  return [finding(code, { object: graph.object, path }, message, fix)];
}
