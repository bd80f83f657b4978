// SPDX-License-Identifier: Apache-2.0
/** @module Runs a Pulumi program under mocks and records everything that it registers. */
import type * as Pulumi from "@pulumi/pulumi";
import type { CloudAnswers, GivenAnswers } from "../answers/answers.js";
import { cloudAnswers } from "../answers/index.js";
import type { Plan, PlanMode } from "../plan.js";
import { waiversOfConfig } from "../waivers.js";
import type { MaskOptions } from "./mask.js";
import { Recorder } from "./recorder.js";

/** A program and what it runs with. */
export interface RecordOptions {
  /** The SDK that the program itself loads; another copy would see nothing. */
  readonly pulumi: typeof Pulumi;
  readonly project: string;
  readonly stack: string;
  readonly mode: PlanMode;
  /** Configuration: `namespace:key` to text, as JSON where it is structured. @default - none */
  readonly config?: Readonly<Record<string, string>> | undefined;
  /** Keys of the configuration that are secret. @default - none */
  readonly secretKeys?: readonly string[] | undefined;
  /** Texts that must not be seen wherever they turn up. @default - the values of `secretKeys` */
  readonly secrets?: readonly string[] | undefined;
  /** Paths of files are told relative to it. @default - the working directory */
  readonly folder?: string | undefined;
  /** Answers to functions of providers, by token. @default - the tables of this package alone */
  readonly answers?: GivenAnswers | undefined;
  /** Tables of further providers. @default - none */
  readonly clouds?: readonly CloudAnswers[] | undefined;
  /** Key of the fingerprints of secrets. @default - secrets have none, so a changed one cannot be seen */
  readonly fingerprintKey?: string | undefined;
}

/**
 * Runs a program in this process; `planStack` does it in one of its own. The program is a function
 * as Pulumi takes it: what it returns are the outputs of the stack.
 *
 * @throws whatever the program throws, and an Error for a URN that comes twice or a waiver that is none
 */
export async function recordProgram(options: RecordOptions, program: () => unknown): Promise<Plan> {
  const { pulumi, project, stack, mode } = options;
  const config = options.config ?? {};
  const secretKeys = options.secretKeys ?? [];
  const mask: MaskOptions = {
    folder: options.folder ?? process.cwd(),
    fingerprintKey: options.fingerprintKey,
    hidden: hiddenTexts(options.secrets ?? secretKeys.flatMap((key) => config[key] ?? [])),
  };
  const recorder = new Recorder({
    scope: { project, stack },
    mode,
    mask,
    given: options.answers ?? {},
    clouds: [...(options.clouds ?? []), ...cloudAnswers],
    context: { config },
    waivers: waiversOfConfig(config),
  });
  pulumi.runtime.setAllConfig({ ...config }, [...secretKeys]);
  await pulumi.runtime.setMocks(
    recorder.mocks(),
    project,
    stack,
    mode === "preview",
    "organization",
  );
  recorder.attach(pulumi.runtime.getMonitor());
  const failure = await runToEnd(pulumi, program);
  await settle(pulumi, () => recorder.count);
  if (failure !== undefined) throw failure.error;
  return recorder.plan();
}

/** The error of a program is kept for the end: the SDK would report it several times, each as if nobody had caught it. */
async function runToEnd(
  pulumi: typeof Pulumi,
  program: () => unknown,
): Promise<{ readonly error: unknown } | undefined> {
  let failure: { readonly error: unknown } | undefined;
  await pulumi.runtime.runInPulumiStack(async () => {
    try {
      return await program();
    } catch (error) {
      failure = { error };
      return {};
    }
  });
  return failure;
}

/** Registrations start one another; the program is done when a few turns of the event loop bring no new one. */
async function settle(pulumi: typeof Pulumi, count: () => number): Promise<void> {
  // Exists in every version of the SDK, but not in its typings.
  const { waitForRPCs } = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };
  for (let quiet = 0, before = count(); quiet < 5; quiet += 1) {
    await waitForRPCs();
    await new Promise((resolve) => setImmediate(resolve));
    if (count() !== before) quiet = 0;
    before = count();
  }
}

/** Secret texts that are long enough to be told from ordinary words. */
function hiddenTexts(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
    .filter((value) => value.length >= 8)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
