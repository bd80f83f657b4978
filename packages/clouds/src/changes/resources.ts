// SPDX-License-Identifier: Apache-2.0
/** @module Two plans of a stack: which resource is which, and what the engine does with each. */
import type { Fields } from "@dynamo-iac/constructs/api";
import {
  type Consequence,
  type Effect,
  type FieldChange,
  factChanges,
  fieldChanges,
  hardest,
  type SecurityChange,
} from "@dynamo-iac/constructs/changes";
import type { Masks } from "@dynamo-iac/constructs/checks";
import {
  kubernetesObjects,
  type Plan,
  type PlannedResource,
  type PlanObject,
} from "../plan/index.js";
import { inputConsequences } from "./consequences.js";
import { typeFacts } from "./replacing.js";
import { securityFacts } from "./security.js";

/** What became of one resource. Secrets in it are marked. */
export interface ResourceChange {
  readonly type: string;
  readonly name: string;
  /** Type and name, as `aws:efs/fileSystem:FileSystem models`. */
  readonly label: string;
  readonly change: "created" | "deleted" | "changed" | "renamed";
  readonly renamedFrom: string | undefined;
  readonly effect: Effect;
  readonly consequences: readonly Consequence[];
  readonly fields: readonly FieldChange[];
  readonly security: readonly SecurityChange[];
}

/** Everything that differs between two plans. */
export interface PlanChanges {
  /** Kubernetes objects at both revisions, to be compared as manifests are. */
  readonly manifests: { readonly before: readonly Fields[]; readonly after: readonly Fields[] };
  /** Every other resource that differs, in the order of the plans. */
  readonly resources: readonly ResourceChange[];
  /** Resources that are the same. */
  readonly unchanged: number;
}

/** Compares two plans of one stack; either may be missing. */
export function comparePlans(
  before: Plan | undefined,
  after: Plan | undefined,
  masks: Masks,
): PlanChanges {
  const was = partsOf(before);
  const is = partsOf(after);
  const pairs = pairResources(was.others, is.others);
  const resources = pairs.flatMap((pair) => resourceChange(pair, masks));
  return {
    manifests: { before: was.objects, after: is.objects },
    resources,
    unchanged: pairs.length - resources.length,
  };
}

/** Kubernetes objects, and what else the engine makes: no grouping, no look-up. */
function partsOf(plan: Plan | undefined) {
  const objects = plan === undefined ? [] : kubernetesObjects(plan);
  const urns = new Set(objects.map(({ urn }) => urn));
  const others = (plan?.resources ?? []).filter(
    ({ kind, urn }) => (kind === "custom" || kind === "provider") && !urns.has(urn),
  );
  return { objects: objects.map(({ object }): Fields => object), others };
}

interface Pair {
  readonly before: PlannedResource | undefined;
  readonly after: PlannedResource | undefined;
  /** True when the engine knows that both are one: same URN, or an alias. */
  readonly known: boolean;
}

function pairResources(
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

function resourceChange({ before, after, known }: Pair, masks: Masks): readonly ResourceChange[] {
  const resource = after ?? before;
  if (resource === undefined) return [];
  const inputs = (one: PlannedResource | undefined) =>
    one === undefined ? undefined : (masks.mask(one.inputs) as PlanObject);
  const [was, is] = [inputs(before), inputs(after)];
  const fields = fieldChanges(was, is).filter(({ path }) => !isIgnored(path.join("."), after));
  const moved = before !== undefined && after !== undefined && before.urn !== after.urn;
  if (fields.length === 0 && !(moved && !known)) return [];
  const label = `${resource.type} ${resource.name}`;
  const consequences = consequencesOf({ before, after, known }, fields);
  const security = factChanges(
    before === undefined ? [] : securityFacts(before),
    after === undefined ? [] : securityFacts(after),
  )
    .filter(({ change }) => after !== undefined || change === "weaker")
    .map((change) => ({ ...change, where: `${label} ${change.where}`.trim() }));
  return [
    {
      type: resource.type,
      name: resource.name,
      label,
      change:
        before === undefined
          ? "created"
          : after === undefined
            ? "deleted"
            : moved
              ? "renamed"
              : "changed",
      renamedFrom: moved ? `${before.type} ${before.name}` : undefined,
      effect: hardest([
        ...(before === undefined ? [] : (["update"] as const)),
        ...consequences.map(({ effect }) => effect),
      ]),
      consequences,
      fields,
      security,
    },
  ];
}

/** Another writer owns what `ignoreChanges` names. */
function isIgnored(path: string, resource: PlannedResource | undefined): boolean {
  return (resource?.ignoreChanges ?? []).some(
    (ignored) => path === ignored || path.startsWith(`${ignored}.`),
  );
}

function consequencesOf(
  { before, after, known }: Pair,
  fields: readonly FieldChange[],
): readonly Consequence[] {
  if (before === undefined) return [];
  const what = before.type;
  const loses = before.retainOnDelete === true ? undefined : typeFacts[before.type]?.holds;
  const guarded = before.protect === true;
  if (after === undefined)
    return guarded
      ? [
          {
            effect: "refused",
            what,
            path: [],
            why: "the resource is protected: the engine refuses to delete it",
          },
        ]
      : loses === undefined
        ? []
        : [{ effect: "update", what, path: [], why: "the resource is deleted", loses }];
  if (!known)
    return [
      {
        effect: guarded ? "refused" : "replace",
        what,
        path: [],
        why: `the name in the program changed, so the engine creates the new one and deletes the old one; aliases: [{ name: ${JSON.stringify(before.name)} }] keeps it`,
        loses,
      },
    ];
  return inputConsequences(after, fields).map((one) =>
    one.effect !== "replace"
      ? one
      : guarded
        ? {
            ...one,
            effect: "refused",
            why: `${one.why}; the resource is protected, so the engine refuses to delete the old one`,
          }
        : { ...one, loses },
  );
}
