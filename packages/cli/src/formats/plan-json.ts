// SPDX-License-Identifier: Apache-2.0
/** @module A plan for programs: one JSON document whose fields do not change their meaning. */
import type { Plan, PlanReview } from "@dynamo-iac/clouds/plan";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { costData } from "./cost.js";
import { totalsOf } from "./located.js";

/** Version of the document; a field may be added, but none changes without a new number. */
const version = 1;

/** The plan and what it amounts to; equal plans give equal bytes. */
export function planJson(plan: Plan, review: PlanReview): string {
  const { counts, pools, gpus, cost, quotas, findings, graphs, scales } = review;
  const document = {
    version,
    plan,
    counts,
    gpus,
    pools: pools.map(({ machine, ...pool }) => ({ ...pool, machine: machine.type })),
    cost: {
      ...costData(
        cost,
        graphs.map((view) => ({ view })),
        scales,
      ),
      notes: cost.notes,
    },
    quotas,
    findings: findings.map(({ code, severity, urn, object, path, message, fix, waived }) => ({
      code,
      severity,
      ...(urn === undefined ? {} : { urn }),
      object,
      path: formatPath(path),
      message,
      fix,
      ...(waived === undefined ? {} : { waived }),
    })),
    totals: totalsOf(findings.map((finding) => ({ finding }))),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
