// SPDX-License-Identifier: Apache-2.0
/** @module Plans of stacks/eks: its program with a configuration that a test may change. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { environmentOf } from "@dynamo-iac/clouds/environment";
import type { Plan, PlanMode } from "@dynamo-iac/clouds/plan";
import * as pulumi from "@pulumi/pulumi";
import { load } from "js-yaml";
import { program } from "../../../stacks/eks/src/program.js";
import { planOf } from "./record.js";

/** Folder of the stack. */
export const stackFolder = resolve(__dirname, "../../../stacks/eks");

const project = "dynamo-eks";

/** The `config` part of Pulumi.<stack>.yaml, without the project's name. */
export function configOf(stack: string): Record<string, unknown> {
  const text = readFileSync(resolve(stackFolder, `Pulumi.${stack}.yaml`), "utf8");
  const { config } = load(text) as { config: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key.replace(`${project}:`, ""), value]),
  );
}

/** The plan of the stack's program with that configuration. */
export function planEks(
  config: Readonly<Record<string, unknown>>,
  options: { readonly mode?: PlanMode; readonly token?: string } = {},
): Promise<Plan> {
  const { mode = "preview", token } = options;
  const all = Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      `${project}:${key}`,
      typeof value === "object" ? JSON.stringify(value) : String(value),
    ]),
  );
  if (token !== undefined) all[`${project}:huggingFaceToken`] = token;
  const environment = environmentOf(all, project, "aws");
  return planOf(
    () => program(environment, token === undefined ? undefined : pulumi.secret(token)),
    { mode },
  );
}
