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
import { draggedAlong } from "./cascade.js";
import { inputConsequences } from "./consequences.js";
import { type Pair, pairResources } from "./pairing.js";
import { typeFacts } from "./replacing.js";
import { securityFacts } from "./security.js";

/** What became of one resource. Secrets in it are marked. */
export interface ResourceChange {
  /** URN in the plan that has it, the second one where both do. */
  readonly urn: string;
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
  const own = pairs.flatMap((pair) => resourceChange(pair, masks));
  const resources = after === undefined ? own : withDragged(own, pairs, after);
  return {
    manifests: { before: was.objects, after: is.objects },
    resources,
    unchanged: pairs.length - resources.length,
  };
}

/** Adds what replacements take along. */
function withDragged(
  changes: readonly ResourceChange[],
  pairs: readonly Pair[],
  after: Plan,
): readonly ResourceChange[] {
  const replaced = changes.filter(
    ({ effect, change }) => effect === "replace" && change !== "deleted",
  );
  const dragged = draggedAlong(after, new Set(replaced.map(({ urn }) => urn)));
  const there = new Set(
    pairs.flatMap(({ before, after: is }) => (before === undefined ? [] : (is?.urn ?? []))),
  );
  const all = new Map(changes.map((change) => [change.urn, change]));
  for (const { resource, input, cause } of dragged) {
    if (!there.has(resource.urn)) continue;
    const consequence = guarded(resource, {
      effect: "replace",
      what: resource.type,
      path: [input],
      why: `its value comes from ${cause.type} ${cause.name}, which is replaced`,
      loses: lossOf(resource),
    });
    const { urn, type, name } = resource;
    const known = all.get(urn) ?? {
      urn,
      type,
      name,
      label: `${type} ${name}`,
      change: "changed" as const,
      renamedFrom: undefined,
      effect: "update" as const,
      consequences: [],
      fields: [],
      security: [],
    };
    all.set(urn, {
      ...known,
      effect: hardest([known.effect, consequence.effect]),
      consequences: [...known.consequences, consequence],
    });
  }
  return [...all.values()];
}

/** What goes with a resource; nothing when it stays in the cloud. */
function lossOf({ type, retainOnDelete }: PlannedResource): string | undefined {
  return retainOnDelete === true ? undefined : typeFacts[type]?.holds;
}

/** The engine does not replace what is protected. */
function guarded({ protect }: PlannedResource, consequence: Consequence): Consequence {
  if (protect !== true) return consequence;
  const { loses: _, ...rest } = consequence;
  return {
    ...rest,
    effect: "refused",
    why: `${consequence.why}; the resource is protected, so the engine refuses to delete the old one`,
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
      urn: resource.urn,
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
  const loses = lossOf(before);
  if (after === undefined) {
    if (before.protect === true)
      return [
        {
          effect: "refused",
          what,
          path: [],
          why: "the resource is protected: the engine refuses to delete it",
        },
      ];
    return loses === undefined
      ? []
      : [{ effect: "update", what, path: [], why: "the resource is deleted", loses }];
  }
  if (!known) {
    const why = `the name in the program changed, so the engine creates the new one and deletes the old one; aliases: [{ name: ${JSON.stringify(before.name)} }] keeps it`;
    return [guarded(before, { effect: "replace", what, path: [], why, loses })];
  }
  return inputConsequences(after, fields).map((one) =>
    one.effect === "replace" ? guarded(before, { ...one, loses }) : one,
  );
}
