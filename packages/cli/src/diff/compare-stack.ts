// SPDX-License-Identifier: Apache-2.0
/** @module A stack at both revisions: the offline plan of each, compared. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@dynamo-iac/clouds/plan";
import { compareObjects } from "@dynamo-iac/constructs/changes";
import { createMasks, type Masks } from "@dynamo-iac/constructs/checks";
import { UsageError } from "../usage-error.js";
import type { StackConfig } from "./config.js";
import { type RenderPlace, runCommand } from "./render.js";
import type { UnitReport } from "./report.js";

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
    return await planStack({ folder, stack: stack.stack, fingerprintKey });
  } catch (error) {
    if (!(error instanceof PlanError || error instanceof UsageError)) throw error;
    const told = createMasks().clean(error.message.replaceAll(`${place.folder}/`, ""));
    throw new UsageError(told, { cause: error });
  }
}

/** What changed between two plans: resources by the rules of their provider, Kubernetes objects as manifests. */
export async function stackChanges(
  before: Plan | undefined,
  after: Plan | undefined,
  masks: Masks,
): Promise<Pick<UnitReport, "manifests" | "resources">> {
  const { comparePlans } = await import("@dynamo-iac/clouds/changes");
  const { manifests, resources } = comparePlans(before, after, masks);
  return { manifests: compareObjects(manifests.before, manifests.after, { masks }), resources };
}
