// SPDX-License-Identifier: Apache-2.0
/** @module Which resource of one plan is which of the other: by URN, by alias, or equal but for its name. */
import { fieldChanges } from "@dynamo-iac/constructs/changes";
import type { PlannedResource, PlanObject } from "../plan/index.js";

/** One resource in both plans; at least one side is there. */
export interface Pair {
  readonly before: PlannedResource | undefined;
  readonly after: PlannedResource | undefined;
  /** True when the engine knows that both are one: same URN, or an alias. */
  readonly known: boolean;
}

/** Pairs in the order of the second plan; what is gone comes last. */
export function pairResources(
  before: readonly PlannedResource[],
  after: readonly PlannedResource[],
): readonly Pair[] {
  const left = new Map(before.map((resource) => [resource.urn, resource]));
  const take = (urn: string | undefined): PlannedResource | undefined => {
    const found = left.get(urn ?? "");
    if (found !== undefined) left.delete(found.urn);
    return found;
  };
  const same = after.map((resource) => ({ after: resource, before: take(resource.urn) }));
  const pairs = same.map((pair): Pair => {
    if (pair.before !== undefined) return { ...pair, known: true };
    const alias = aliasesOf(pair.after).find((urn) => left.has(urn));
    if (alias !== undefined) return { ...pair, before: take(alias), known: true };
    const twin = [...left.values()].find((old) => isTwin(old, pair.after));
    return { ...pair, before: take(twin?.urn), known: false };
  });
  const gone = [...left.values()].map(
    (old): Pair => ({ before: old, after: undefined, known: true }),
  );
  return [...pairs, ...gone];
}

/** True when two resources are equal but for their names. */
function isTwin(before: PlannedResource, after: PlannedResource): boolean {
  return (
    before.type === after.type &&
    Object.keys(after.inputs).length > 0 &&
    fieldChanges(withoutNames(before.inputs), withoutNames(after.inputs)).length === 0
  );
}

function withoutNames({ name: _, tags: _t, ...rest }: PlanObject): PlanObject {
  return rest;
}

/** Former URNs: given whole, or by the parts in which they differ. */
function aliasesOf(resource: PlannedResource): readonly string[] {
  const [head = "", project = "", chain = "", name = ""] = resource.urn.split("::");
  return (resource.aliases ?? []).flatMap((alias): readonly string[] => {
    if (typeof alias === "string") return [alias];
    if (typeof alias !== "object" || alias === null || Array.isArray(alias)) return [];
    const fields = alias as PlanObject;
    if (typeof fields.urn === "string") return [fields.urn];
    const spec = (fields.spec ?? fields) as PlanObject;
    const text = (key: string) => (typeof spec[key] === "string" ? spec[key] : undefined);
    const stack = text("stack");
    const types = chain.split("$");
    const type = text("type") ?? types.at(-1) ?? "";
    const parent = text("parenturn") ?? text("parentUrn");
    const above =
      spec.noparent === true || spec.noParent === true
        ? []
        : parent === undefined
          ? types.slice(0, -1)
          : parentTypes(parent);
    return [
      [
        stack === undefined ? head : `urn:pulumi:${stack}`,
        text("project") ?? project,
        [...above, type].join("$"),
        text("name") ?? name,
      ].join("::"),
    ];
  });
}

function parentTypes(urn: string): readonly string[] {
  const chain = urn.split("::")[2] ?? "";
  return chain === "pulumi:pulumi:Stack" ? [] : chain.split("$");
}
