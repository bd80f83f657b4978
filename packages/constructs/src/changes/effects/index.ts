// SPDX-License-Identifier: Apache-2.0
/** @module All consequences of the change of one object. */
import type { Fields } from "../../api/index.js";
import type { GraphView } from "../../checks/index.js";
import type { Identity, Pair } from "../identity.js";
import type { Consequence } from "./effect.js";
import { frozenChanges } from "./frozen-fields.js";
import { graphRestarts, refusedChanges } from "./graph.js";
import { readersOf } from "./readers.js";
import { claimChanges, lossOf } from "./storage.js";
import { workloadChanges } from "./workloads.js";

export { type Consequence, type Effect, effects, hardest } from "./effect.js";

/** What stands around a change. */
export interface Surroundings {
  /** Every object of the second revision. */
  readonly objects: readonly Fields[];
  /** The graph at both revisions, when the object is one that can be read. */
  readonly graphs: { readonly before: GraphView; readonly after: GraphView } | undefined;
  /** False when the cluster has no Grove. */
  readonly grove: boolean;
}

/** Consequences of a change of an object that is there at both revisions; none for one that is equal. */
export function consequencesOf(
  pair: Pair,
  identity: Identity,
  { objects, graphs, grove }: Surroundings,
): readonly Consequence[] {
  const { before, after } = pair;
  const refused = refusedChanges(before, after, { grove });
  const frozen = [...refused, ...frozenChanges(pair, identity), ...claimChanges(pair, identity)];
  const loses = frozen.some(({ effect }) => effect === "replace")
    ? lossOf(identity, before)
    : undefined;
  const restarts =
    graphs === undefined
      ? workloadChanges(pair, identity)
      : graphRestarts(onPath(graphs.before, grove), onPath(graphs.after, grove));
  return [
    ...frozen.map((one) => (one.effect === "replace" ? { ...one, loses } : one)),
    ...restarts,
    ...readersOf(identity, objects),
  ];
}

/** A graph is on Grove when neither it nor the cluster says otherwise. */
function onPath(view: GraphView, grove: boolean): GraphView {
  return grove ? view : { ...view, grove: false };
}

/** What the deletion of an object takes with it. */
export function consequencesOfDeletion(identity: Identity, object: Fields): readonly Consequence[] {
  const loses = lossOf(identity, object);
  if (loses === undefined) return [];
  return [{ effect: "update", what: identity.kind, path: [], why: "the object is deleted", loses }];
}
