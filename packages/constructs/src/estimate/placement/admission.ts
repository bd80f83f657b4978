// SPDX-License-Identifier: Apache-2.0
/** @module Whether an empty node of a pool takes a pod at all, and what is in the way. */
import type { NodeSelectorTerm, SelectorRequirement, Toleration } from "../../api/index.js";
import { show } from "../../facts/index.js";
import type { Demand } from "./demand.js";
import { gpuResource, hasLabel, offerOf, type Pool, type Taint } from "./pool.js";

/** What keeps a pod off every node of a pool in one zone. */
export type Obstacle =
  | {
      readonly kind: "room";
      readonly resource: string;
      readonly needed: number;
      readonly offered: number;
    }
  | { readonly kind: "label" | "taint"; readonly text: string };

/** The first obstacle, the one that no setting can remove coming first; undefined when there is none. */
export function obstacleTo(demand: Demand, pool: Pool, zone: string): Obstacle | undefined {
  const spec = demand.view.component.podTemplate?.spec;
  return (
    lackOf(demand, pool) ??
    selectorObstacle(spec?.nodeSelector, pool, zone) ??
    affinityObstacle(
      spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
        ?.nodeSelectorTerms,
      pool,
      zone,
    ) ??
    taintObstacle(demand, pool, spec?.tolerations ?? [])
  );
}

/** The resource that is shortest on an empty machine. */
function lackOf({ needs }: Demand, pool: Pool): Obstacle | undefined {
  const offer = offerOf(pool);
  let worst: (Obstacle & { readonly kind: "room" }) | undefined;
  for (const [resource, needed] of Object.entries(needs)) {
    const offered = offer[resource] ?? 0;
    if (needed <= offered + 1e-6) continue;
    const short = { kind: "room", resource, needed, offered } as const;
    if (worst === undefined || resource === gpuResource || isShorter(short, worst)) {
      if (worst?.resource !== gpuResource) worst = short;
    }
  }
  return worst;
}

interface Lack {
  readonly needed: number;
  readonly offered: number;
}

function isShorter(a: Lack, b: Lack): boolean {
  return a.offered / a.needed < b.offered / b.needed;
}

function selectorObstacle(
  selector: Readonly<Record<string, string>> | undefined,
  pool: Pool,
  zone: string,
): Obstacle | undefined {
  for (const [key, value] of Object.entries(selector ?? {})) {
    const found = hasLabel(pool, zone, key, [value]);
    if (found === true) continue;
    const text =
      found === undefined ? `has no label ${key}` : `has another ${key} than ${show(value)}`;
    return { kind: "label", text };
  }
  return undefined;
}

function affinityObstacle(
  terms: readonly NodeSelectorTerm[] | undefined,
  pool: Pool,
  zone: string,
): Obstacle | undefined {
  if (terms === undefined) return undefined;
  if (terms.some((term) => meets(term, pool, zone))) return undefined;
  const keys = new Set(
    terms.flatMap(({ matchExpressions = [] }) => matchExpressions.map(({ key }) => key)),
  );
  return {
    kind: "label",
    text: `meets none of the node affinity terms about ${[...keys].join(", ")}`,
  };
}

/** A term without any condition matches no node; fields name single nodes, which a pool does not have. */
function meets(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  pool: Pool,
  zone: string,
): boolean {
  if (matchFields.length > 0 || matchExpressions.length === 0) return false;
  return matchExpressions.every((requirement) => satisfies(requirement, pool, zone));
}

function satisfies(
  { key, operator, values = [] }: SelectorRequirement,
  pool: Pool,
  zone: string,
): boolean {
  const found = hasLabel(pool, zone, key, values);
  switch (operator) {
    case "In":
      return found === true;
    case "NotIn":
      return found !== true;
    case "Exists":
      return found !== undefined;
    case "DoesNotExist":
      return found === undefined;
    default: {
      const own = Number(pool.labels?.[key]);
      const bound = Number(values[0]);
      return operator === "Gt" ? own > bound : operator === "Lt" ? own < bound : false;
    }
  }
}

function taintObstacle(
  { needs }: Demand,
  pool: Pool,
  tolerations: readonly Toleration[],
): Obstacle | undefined {
  for (const taint of pool.taints ?? []) {
    if (taint.effect === "PreferNoSchedule") continue;
    // GKE tolerates the taint of an extended resource for pods that ask for it.
    if (pool.machine.cloud === "gcp" && (needs[taint.key] ?? 0) > 0) continue;
    if (tolerations.some((toleration) => tolerates(toleration, taint))) continue;
    const value = taint.value === undefined || taint.value === "" ? "" : `=${taint.value}`;
    return { kind: "taint", text: `has the taint ${taint.key}${value}:${taint.effect}` };
  }
  return undefined;
}

function tolerates({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== undefined && effect !== "" && effect !== taint.effect) return false;
  if (key === undefined || key === "") return operator === "Exists";
  if (key !== taint.key) return false;
  return operator === "Exists" || (value ?? "") === (taint.value ?? "");
}
