// SPDX-License-Identifier: Apache-2.0
/** @module Resources that are replaced because something that they are made from is. */
import type { Plan, PlannedResource } from "../plan/index.js";
import { typeFacts } from "./replacing.js";

/** One resource that a replacement takes along. */
export interface Dragged {
  readonly resource: PlannedResource;
  /** The input whose value comes from a replaced resource. */
  readonly input: string;
  readonly cause: PlannedResource;
}

/**
 * Follows replacements through the plan: a new resource has a new ID, so whatever has that in an input
 * that forces a replacement is made anew as well.
 *
 * @param replaced URNs of the resources that are replaced for a reason of their own
 */
export function draggedAlong(plan: Plan, replaced: ReadonlySet<string>): readonly Dragged[] {
  const byUrn = new Map(plan.resources.map((resource) => [resource.urn, resource]));
  const gone = new Set(replaced);
  const found: Dragged[] = [];
  for (let grown = true; grown; ) {
    grown = false;
    for (const resource of plan.resources) {
      if (gone.has(resource.urn) || resource.kind !== "custom") continue;
      const one = draggedBy(resource, gone, byUrn);
      if (one === undefined) continue;
      gone.add(resource.urn);
      found.push(one);
      grown = true;
    }
  }
  return found;
}

function draggedBy(
  resource: PlannedResource,
  gone: ReadonlySet<string>,
  byUrn: ReadonlyMap<string, PlannedResource>,
): Dragged | undefined {
  const { type, inputDependencies = {}, replaceOnChanges = [] } = resource;
  const rules = [...(typeFacts[type]?.replaces ?? []), ...replaceOnChanges];
  for (const [input, urns] of Object.entries(inputDependencies)) {
    const forces = rules.some((rule) => rule === "*" || rule === input);
    const cause = forces ? byUrn.get(urns.find((urn) => gone.has(urn)) ?? "") : undefined;
    if (cause !== undefined) return { resource, input, cause };
  }
  return undefined;
}
