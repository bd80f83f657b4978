// SPDX-License-Identifier: Apache-2.0
/** @module A stack at both revisions: the offline plan of each, compared. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@dynamo-iac/clouds/plan";
import { compareObjects } from "@dynamo-iac/constructs/changes";
import { type CheckOptions, createMasks, type Masks } from "@dynamo-iac/constructs/checks";
import type { PriceOverrides } from "@dynamo-iac/constructs/facts";
import { UsageError } from "../usage-error.js";
import type { StackConfig } from "./config.js";
import { type RenderPlace, runCommand } from "./render.js";
import type { UnitReport } from "./report.js";

/** What is known around a stack. */
export interface StackOptions {
  readonly masks: Masks;
  readonly cluster: CheckOptions | undefined;
  readonly prices: PriceOverrides | undefined;
}

/** Fingerprints of secrets mean something within one run only. */
const fingerprintKey = randomBytes(32).toString("hex");

/**
 * The plan of a stack in a folder that holds one revision; undefined where the revision does not have it.
 *
 * @throws UsageError when the program does not compile or fails
 */
export async function planAt(stack: StackConfig, place: RenderPlace): Promise<Plan | undefined> {
  const folder = join(place.folder, stack.path);
  if (!existsSync(join(folder, "Pulumi.yaml"))) return undefined;
  if (!existsSync(join(folder, `Pulumi.${stack.stack}.yaml`))) return undefined;
  const { planStack, PlanError } = await import("@dynamo-iac/clouds/plan");
  try {
    if (existsSync(join(folder, "tsconfig.json"))) await runCommand(stack, folder, "tsc -b", place);
    // With every value filled in: what depends on a resource of another name shows that it does.
    return await planStack({ folder, stack: stack.stack, mode: "update", fingerprintKey });
  } catch (error) {
    if (!(error instanceof PlanError || error instanceof UsageError)) throw error;
    const told = createMasks().clean(error.message.replaceAll(`${place.folder}/`, ""));
    throw new UsageError(told, { cause: error });
  }
}

/**
 * What changed between two plans: resources by the rules of their provider, Kubernetes objects as
 * manifests, machines and findings as `dynamo-iac plan` sees them.
 */
export async function stackChanges(
  before: Plan | undefined,
  after: Plan | undefined,
  { masks, cluster, prices }: StackOptions,
): Promise<Pick<UnitReport, "manifests" | "resources">> {
  const { comparePlans, planFindings } = await import("@dynamo-iac/clouds/changes");
  const { reviewPlan } = await import("@dynamo-iac/clouds/plan");
  const judged = (plan: Plan | undefined) =>
    plan === undefined ? undefined : { plan, ...reviewPlan(plan, { cluster }) };
  const [was, is] = [judged(before), judged(after)];
  const { manifests, resources } = comparePlans(before, after, masks);
  const pools = { before: was?.pools ?? [], after: is?.pools ?? [] };
  const changes = compareObjects(manifests.before, manifests.after, {
    masks,
    cluster,
    prices,
    pools,
  });
  const { cost } = changes;
  return {
    manifests: {
      ...changes,
      findings: planFindings(was, is, masks),
      cost: {
        ...cost,
        before: { ...cost.before, notes: was?.cost.notes ?? [] },
        after: { ...cost.after, notes: is?.cost.notes ?? [] },
      },
    },
    resources,
  };
}
