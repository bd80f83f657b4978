// SPDX-License-Identifier: Apache-2.0
/** @module What a change makes weaker, and what stronger. */
import type { Fields } from "../../api/index.js";
import { identityOf, identityText, type Pair } from "../identity.js";
import type { SecurityFact } from "./fact.js";
import { objectFacts } from "./objects.js";
import { podFacts } from "./pods.js";

export { protection, type SecurityFact, weakness } from "./fact.js";

/** One difference in security. */
export interface SecurityChange {
  /** `Kind namespace/name`, and the part of it. */
  readonly where: string;
  readonly what: string;
  readonly change: "weaker" | "stronger";
}

/** Compares the facts of both revisions of an object. */
export function securityChanges({ before, after }: Pair): readonly SecurityChange[] {
  const object = after ?? before;
  if (object === undefined) return [];
  const label = identityText(identityOf(object));
  const gone = after === undefined ? " (deleted)" : "";
  return factChanges(factsOf(before), factsOf(after)).flatMap(({ where, what, change }) => {
    // What is gone exposes nothing any more; only its protections are missed.
    if (after === undefined && change === "stronger") return [];
    return [{ where: `${label}${where === "" ? "" : ` ${where}`}${gone}`, what, change }];
  });
}

/** What one side has and the other has not. */
export function factChanges(
  before: readonly SecurityFact[],
  after: readonly SecurityFact[],
): readonly SecurityChange[] {
  const added = missingIn(before, after).map(({ protects, ...fact }) => ({
    where: fact.where,
    what: fact.what,
    change: protects ? ("stronger" as const) : ("weaker" as const),
  }));
  const removed = missingIn(after, before).map(({ protects, where, what }) => ({
    where,
    what: `no longer: ${what}`,
    change: protects ? ("weaker" as const) : ("stronger" as const),
  }));
  return [...added, ...removed];
}

function missingIn(
  list: readonly SecurityFact[],
  of: readonly SecurityFact[],
): readonly SecurityFact[] {
  const key = ({ where, what }: SecurityFact) => `${where}\n${what}`;
  const known = new Set(list.map(key));
  const seen = new Set<string>();
  return of.filter((fact) => {
    if (known.has(key(fact)) || seen.has(key(fact))) return false;
    seen.add(key(fact));
    return true;
  });
}

function factsOf(object: Fields | undefined): readonly SecurityFact[] {
  if (object === undefined) return [];
  return [...objectFacts(object, identityOf(object)), ...podFacts(object)];
}
