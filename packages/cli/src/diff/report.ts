// SPDX-License-Identifier: Apache-2.0
/** @module What a comparison says, as data: one part per app and stack, totals, and the gates that it trips. */
import type { ResourceChange } from "@dynamo-iac/clouds/changes";
import type {
  Changes,
  Consequence,
  Effect,
  ObjectChange,
  SecurityChange,
} from "@dynamo-iac/constructs/changes";
import { hardest, identityText } from "@dynamo-iac/constructs/changes";
import { dollars } from "@dynamo-iac/constructs/estimate";
import type { Finding } from "@dynamo-iac/constructs/facts";
import { type Gate, gateText } from "./gates.js";

/** A revision as reports name it. */
export interface ReportRevision {
  readonly name: string;
  /** Undefined for the working tree. */
  readonly commit: string | undefined;
}

/** One app or stack. */
export interface UnitReport {
  readonly kind: "app" | "stack";
  readonly name: string;
  readonly path: string;
  /** `unchanged` units are not rendered; `failed` ones could not be. */
  readonly state: "unchanged" | "changed" | "failed";
  /** Why it could not be rendered, and at which revision. */
  readonly failure: string | undefined;
  /** What became of the Kubernetes objects. */
  readonly manifests: Changes | undefined;
  /** What became of the other resources of a stack. */
  readonly resources: readonly ResourceChange[];
}

/** One gate that a change does not pass. */
export interface TrippedGate {
  readonly gate: string;
  readonly why: string;
}

/** The whole comparison. */
export interface DiffReport {
  readonly base: ReportRevision;
  readonly head: ReportRevision;
  readonly units: readonly UnitReport[];
  readonly totals: Totals;
  readonly tripped: readonly TrippedGate[];
}

/** Sums over all units. */
export interface Totals {
  readonly created: number;
  readonly changed: number;
  readonly renamed: number;
  readonly deleted: number;
  /** By the hardest effect of each object and resource. */
  readonly effects: Readonly<Record<Effect, number>>;
  /** What is lost for good. */
  readonly losses: readonly string[];
  readonly gpus: Readonly<Record<"before" | "after", number>>;
  /** USD per month at maximum scale, without what has no known price. */
  readonly usdPerMonth: Readonly<Record<"before" | "after", number>>;
  /** What has no known price now. */
  readonly unpriced: readonly string[];
  readonly weaker: number;
  readonly stronger: number;
  readonly findings: Readonly<Record<"errors" | "warnings" | "notes" | "fixed" | "waived", number>>;
}

/** One change of either sort, with its place. */
export interface PlacedChange {
  readonly unit: UnitReport;
  readonly label: string;
  readonly change: ObjectChange["change"];
  readonly effect: Effect;
  readonly consequences: readonly Consequence[];
}

/** Every change of an object or resource, in order. */
export function changesOf(units: readonly UnitReport[]): readonly PlacedChange[] {
  return units.flatMap((unit) => [
    ...(unit.manifests?.objects ?? []).map((object) => ({
      unit,
      label: identityText(object.identity),
      change: object.change,
      effect: object.effect,
      consequences: object.consequences,
    })),
    ...unit.resources.map((resource) => ({
      unit,
      label: resource.label,
      change: resource.change,
      effect: resource.effect,
      consequences: resource.consequences,
    })),
  ]);
}

/** Everything about security, objects first. */
export function securityOf({ manifests, resources }: UnitReport): readonly SecurityChange[] {
  return [
    ...(manifests?.objects ?? []).flatMap(({ security }) => security),
    ...resources.flatMap(({ security }) => security),
  ];
}

/** Puts totals and gates under the units. */
export function reportOf(
  base: ReportRevision,
  head: ReportRevision,
  units: readonly UnitReport[],
  gates: readonly Gate[],
): DiffReport {
  const totals = totalsOf(units);
  return { base, head, units, totals, tripped: trippedGates(units, totals, gates) };
}

function totalsOf(units: readonly UnitReport[]): Totals {
  const changes = changesOf(units);
  const count = (wanted: PlacedChange["change"]) =>
    changes.filter(({ change }) => change === wanted).length;
  const effects = { none: 0, update: 0, restart: 0, replace: 0, refused: 0 };
  for (const { effect } of changes) effects[effect] += 1;
  const costs = units.flatMap(({ manifests }) => (manifests === undefined ? [] : [manifests.cost]));
  const sum = (read: (cost: (typeof costs)[number]) => number) =>
    costs.reduce((total, cost) => total + read(cost), 0);
  const security = units.flatMap(securityOf);
  const added = units.flatMap(({ manifests }) => manifests?.findings.added ?? []);
  const findings = (severity: Finding["severity"]) =>
    added.filter((found) => found.severity === severity).length;
  const all = (kind: "fixed" | "waived") =>
    units.reduce((total, { manifests }) => total + (manifests?.findings[kind].length ?? 0), 0);
  return {
    created: count("created"),
    changed: count("changed"),
    renamed: count("renamed"),
    deleted: count("deleted"),
    effects,
    losses: [
      ...new Set(
        changes.flatMap(({ consequences }) => consequences.flatMap(({ loses }) => loses ?? [])),
      ),
    ],
    gpus: { before: sum(({ before }) => before.gpus), after: sum(({ after }) => after.gpus) },
    usdPerMonth: {
      before: sum(({ before }) => before.max.usdPerMonth),
      after: sum(({ after }) => after.max.usdPerMonth),
    },
    unpriced: [...new Set(costs.flatMap(({ after }) => after.max.unknown))],
    weaker: security.filter(({ change }) => change === "weaker").length,
    stronger: security.filter(({ change }) => change === "stronger").length,
    findings: {
      errors: findings("error"),
      warnings: findings("warning"),
      notes: findings("info"),
      fixed: all("fixed"),
      waived: all("waived"),
    },
  };
}

function trippedGates(
  units: readonly UnitReport[],
  totals: Totals,
  gates: readonly Gate[],
): readonly TrippedGate[] {
  const byText = new Map(gates.map((gate) => [gateText(gate), gate]));
  return [...byText].flatMap(([text, gate]) => {
    const why = whyTripped(gate, units, totals);
    return why === undefined ? [] : [{ gate: text, why }];
  });
}

function whyTripped(gate: Gate, units: readonly UnitReport[], totals: Totals): string | undefined {
  const changes = changesOf(units);
  const named = (list: readonly PlacedChange[]) =>
    list.length === 0 ? undefined : [...new Set(list.map(({ label }) => label))].join(", ");
  switch (gate.gate) {
    case "replace":
      return named(changes.filter(({ effect }) => effect === "replace"));
    case "restart":
      return named(
        changes.filter(
          ({ effect, consequences }) =>
            effect === "replace" || consequences.some((one) => one.effect === "restart"),
        ),
      );
    case "destroy":
      return totals.losses.length === 0 ? undefined : totals.losses.join("; ");
    case "security":
      return totals.weaker === 0 ? undefined : `${totals.weaker} weaker`;
    case "error": {
      const refused = named(changes.filter(({ effect }) => effect === "refused"));
      const errors = totals.findings.errors;
      const parts = [
        ...(errors > 0 ? [`new errors: ${errors}`] : []),
        ...(refused === undefined ? [] : [`refused by the API: ${refused}`]),
      ];
      return parts.length === 0 ? undefined : parts.join("; ");
    }
    case "warning":
      return totals.findings.errors + totals.findings.warnings === 0
        ? undefined
        : `new errors: ${totals.findings.errors}, new warnings: ${totals.findings.warnings}`;
    case "gpus": {
      const more = totals.gpus.after - totals.gpus.before;
      return more > gate.above ? `${more} GPUs more` : undefined;
    }
    case "cost": {
      const more = totals.usdPerMonth.after - totals.usdPerMonth.before;
      if (more > gate.above) return `${dollars(more)} more per month`;
      const unknown = newlyUnpriced(units);
      return unknown.length === 0 ? undefined : `no price is known of ${unknown.join(", ")}`;
    }
  }
}

/** What costs money now, cannot be priced, and was not there before: a limit on cost proves nothing then. */
function newlyUnpriced(units: readonly UnitReport[]): readonly string[] {
  return units.flatMap(({ manifests }) => {
    if (manifests === undefined) return [];
    const { before, after } = manifests.cost;
    const items = after.max.unknown.filter((name) => !before.max.unknown.includes(name));
    const machines =
      after.gpus > before.gpus && after.notes.some((note) => note.startsWith("machines:"));
    return machines ? [...items, `the machines of ${after.gpus - before.gpus} more GPUs`] : items;
  });
}

/** The hardest effect of a unit. */
export function effectOf(unit: UnitReport): Effect {
  return hardest(changesOf([unit]).map(({ effect }) => effect));
}
