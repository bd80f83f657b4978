// SPDX-License-Identifier: Apache-2.0
/** @module From a configuration to an environment, with all its mistakes at once. */
import {
  applyWaivers,
  blocking,
  type FieldPath,
  type Finding,
  finding,
  type Waiver,
} from "@dynamo-iac/constructs/facts";
import { checkEnvironment } from "./checks/index.js";
import type { EnvironmentCloud } from "./clouds.js";
import { projectConfig } from "./config.js";
import { type Environment, resolveEnvironment } from "./environment.js";
import { EnvironmentError } from "./error.js";
import { mend } from "./mend.js";
import { mistakesOf } from "./mistakes.js";
import { type EnvironmentInput, environmentSchema, placeholders } from "./schema.js";

/** What came of reading. */
export interface EnvironmentReading {
  /** Undefined when a finding is an error that nobody waived. */
  readonly environment: Environment | undefined;
  /** Mistakes, warnings and waived findings, in the order of the configuration. */
  readonly findings: readonly Finding[];
}

/** Where a configuration is read for. */
export interface ReadOptions {
  readonly cloud: EnvironmentCloud;
  /** Secrets that the configuration holds besides, by key. @default - none */
  readonly secrets?: readonly string[] | undefined;
}

/**
 * Reads a configuration. Pure: plain objects in and out, nothing is asked of the cloud.
 *
 * @param config what stands in the configuration, as an object; {@link projectConfig} makes one
 */
export function readEnvironment(
  config: Readonly<Record<string, unknown>>,
  { cloud, secrets = [] }: ReadOptions,
): EnvironmentReading {
  const parsed = environmentSchema.safeParse(config);
  const mistakes = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => mistakesOf(issue, config, environmentSchema));
  const usable = parsed.success
    ? parsed.data
    : mend(config, environmentSchema, { ...placeholders(cloud) });
  const object = `Environment/${typeof config.name === "string" ? config.name : "unnamed"}`;
  const environment = usable === undefined ? undefined : resolveEnvironment(usable, cloud);
  const broken = mistakes.map(({ path }) => path);
  const rules = environment === undefined ? [] : checkEnvironment(environment, { secrets });
  const sound = rules.filter(({ path, reads }) =>
    [path, ...reads].every((one) => !broken.some((other) => touches(one, other))),
  );
  const findings = applyWaivers(
    [...mistakes, ...sound].map(({ code, path, message, fix }) =>
      finding(code, { object, path }, message, fix),
    ),
    waivers(environment),
  );
  return { environment: blocking(findings).length > 0 ? undefined : environment, findings };
}

/**
 * Reads the environment of a stack from Pulumi's configuration.
 *
 * @param all what `pulumi.runtime.allConfig()` gives
 * @param project the project's name, before the colon of its keys
 * @throws EnvironmentError with all findings, when one of them is an error that nobody waived
 */
export function environmentOf(
  all: Readonly<Record<string, string>>,
  project: string,
  cloud: EnvironmentCloud,
): Environment {
  const { values, secrets } = projectConfig(all, project);
  const { environment, findings } = readEnvironment(values, { cloud, secrets });
  if (environment === undefined) throw new EnvironmentError(findings);
  return environment;
}

/** Reads an environment that is written in TypeScript. */
export function defineEnvironment(input: EnvironmentInput, cloud: EnvironmentCloud): Environment {
  const { environment, findings } = readEnvironment(input, { cloud });
  if (environment === undefined) throw new EnvironmentError(findings);
  return environment;
}

function waivers(environment: Environment | undefined): readonly Waiver[] {
  return environment?.waive ?? [];
}

/** True when one path is the other, or lies below it. */
function touches(a: FieldPath, b: FieldPath): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).every((step, index) => step === b[index]);
}
