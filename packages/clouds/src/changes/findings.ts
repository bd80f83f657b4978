// SPDX-License-Identifier: Apache-2.0
/** @module Findings of two plans, so that those that are new can be told from those that were there. */
import {
  changedFindings,
  type FindingChanges,
  type KeyedFinding,
  namedPath,
} from "@dynamo-iac/constructs/changes";
import type { Masks } from "@dynamo-iac/constructs/checks";
import { formatPath } from "@dynamo-iac/constructs/facts";
import type { Plan, PlanFinding } from "../plan/index.js";

/** A plan with what its rules say. */
export interface JudgedPlan {
  readonly plan: Plan;
  readonly findings: readonly PlanFinding[];
}

/** Compares the findings of two plans; either may be missing. */
export function planFindings(
  before: JudgedPlan | undefined,
  after: JudgedPlan | undefined,
  masks: Masks,
): FindingChanges {
  return changedFindings(keyed(before, masks), keyed(after, masks));
}

/** A finding is the same one where code, resource and field are. */
function keyed(judged: JudgedPlan | undefined, masks: Masks): readonly KeyedFinding[] {
  const inputs = new Map(judged?.plan.resources.map((resource) => [resource.urn, resource.inputs]));
  return (judged?.findings ?? []).map(({ urn, ...found }) => {
    const path = formatPath(namedPath(inputs.get(urn ?? ""), found.path));
    const message = masks.clean(found.message);
    return {
      key: [found.code, urn ?? found.object, path].join(" "),
      found: { ...found, message, fix: masks.clean(found.fix) },
    };
  });
}
