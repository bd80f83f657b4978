// SPDX-License-Identifier: Apache-2.0
/** @module A plan for people: the tree, then what it amounts to, then what is wrong with it. */
import type { Assumption, Plan, PlanReview } from "@dynamo-iac/clouds/plan";
import { costText } from "./cost.js";
import { plural, totalsOf } from "./located.js";
import { planTree } from "./plan-tree.js";
import { figure, table } from "./table.js";
import { findingText } from "./text.js";

/** The whole report. */
export function planText(plan: Plan, review: PlanReview, color: boolean): string {
  return [
    `${headline(plan, review)}\n\n`,
    `${planTree(plan)}\n`,
    gpuText(review),
    review.pools.length === 0 && review.graphs.length === 0
      ? notes(review)
      : costText(
          review.cost,
          review.graphs.map((view) => ({ view })),
          review.scales,
        ),
    quotaText(review),
    assumptionText(plan.assumptions),
    ...review.findings.map((found) => findingText(placeOf(plan, found.urn), found, color)),
    `${totals(plan, review)}\n`,
  ].join("");
}

function headline({ project, stack, mode }: Plan, { counts }: PlanReview): string {
  const packages = Object.entries(counts.byPackage).map(([name, count]) => `${count} ${name}`);
  const parts = [
    ...packages,
    plural(counts.components, "component"),
    plural(counts.providers, "provider"),
  ];
  return `${project}, stack ${stack} (${mode}): ${plural(counts.resources, "resource")} (${parts.join(", ")})`;
}

function gpuText({ gpus: { graphs, machines } }: PlanReview): string {
  const rows = graphs.map(({ graph, gpus, unknown }) => [
    graph,
    String(gpus),
    unknown.length === 0 ? "" : `and those of ${unknown.join(", ")}, which nobody can count`,
  ]);
  const total =
    machines.max === 0
      ? []
      : [
          [
            "machines",
            `${figure(machines.min)} to ${figure(machines.max)}`,
            "at minimum and maximum of the pools",
          ],
        ];
  return table("GPUs", ["graph", "GPUs", ""], [...rows, ...total]);
}

function notes({ cost }: PlanReview): string {
  return cost.notes.length === 0 ? "" : `${cost.notes.join("\n")}\n\n`;
}

function quotaText({ quotas }: PlanReview): string {
  return table(
    "Quotas needed at maximum",
    ["quota", "code", "needed", "unit", "for"],
    quotas.map(({ quota, code, needed, unit, by }) => [
      quota,
      code,
      figure(needed),
      unit,
      by.length > 3 ? `${by.length} resources` : by.join(", "),
    ]),
  );
}

function assumptionText(assumptions: readonly Assumption[]): string {
  return table(
    "Assumed answers of the cloud",
    ["function", "arguments"],
    assumptions.map(({ token, arguments: args }) => [
      token.split(":").at(-1) ?? token,
      shortened(JSON.stringify(args)),
    ]),
  );
}

const widest = 100;

function shortened(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`;
}

/** Names of the components around the resource, and its own. */
function placeOf(plan: Plan, urn: string | undefined): string {
  const all = new Map(plan.resources.map((resource) => [resource.urn, resource]));
  const names: string[] = [];
  let resource = all.get(urn ?? "");
  while (resource !== undefined && resource.kind !== "stack") {
    names.unshift(resource.name);
    resource = all.get(resource.parent ?? "");
  }
  return names.length === 0 ? `${plan.project}-${plan.stack}` : names.join(" > ");
}

function totals(plan: Plan, { findings }: PlanReview): string {
  const {
    errors,
    warnings,
    notes: told,
    waived,
  } = totalsOf(findings.map((finding) => ({ finding })));
  const counts = [
    plural(errors, "error"),
    plural(warnings, "warning"),
    plural(told, "note"),
    `${waived} waived`,
  ];
  return `${counts.join(", ")} in ${plan.project}, stack ${plan.stack}`;
}
