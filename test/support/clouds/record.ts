// SPDX-License-Identifier: Apache-2.0
/** @module Runs a piece of a Pulumi program in this process and gives the plan of it. */
import {
  type Plan,
  type PlanMode,
  type PlannedResource,
  recordProgram,
} from "@dynamo-iac/clouds/plan";
import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";

/** What a test says about the run. */
export interface TestRun {
  /** @default "preview" */
  readonly mode?: PlanMode;
  readonly config?: Readonly<Record<string, string>>;
  readonly secretKeys?: readonly string[];
  readonly fingerprintKey?: string;
}

/** The plan of a program. */
export function planOf(program: () => unknown, run: TestRun = {}): Promise<Plan> {
  return recordProgram(
    { pulumi, project: "test", stack: "unit", mode: "preview", ...run },
    program,
  );
}

/** A provider that leads nowhere. */
export function testProvider(): Provider {
  return new Provider("cluster", { kubeconfig: "{}" });
}

/** An Output that is unknown in a preview, and `value` in an update. */
export function laterOutput(name: string, value: string): pulumi.Output<string> {
  class Later extends pulumi.CustomResource {
    declare readonly value: pulumi.Output<string>;
    constructor() {
      super("test:index:Later", name, { value: undefined });
    }
  }
  const { id } = new Later();
  return id.apply(() => value);
}

/** The resource of that name. */
export function resourceNamed(plan: Plan, name: string): PlannedResource {
  const found = plan.resources.find((resource) => resource.name === name);
  if (found !== undefined) return found;
  throw new Error(`no ${name} in ${plan.resources.map((resource) => resource.name).join(", ")}`);
}

/** What was thrown, as text: for Pulumi's errors the list of mistakes. */
export async function refusalOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}
