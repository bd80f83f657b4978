// SPDX-License-Identifier: Apache-2.0
/** @module The plan of a stack on disk: its program runs in a process of its own, with no credentials and no network. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import type { GivenAnswers } from "./answers/answers.js";
import type { Plan, PlanMode } from "./plan.js";
import { PlanError } from "./program/plan-error.js";
import type { RunFailure, RunReply, RunRequest } from "./program/protocol.js";

/** What to plan. */
export interface PlanStackOptions {
  /** Folder of Pulumi.yaml; its program is compiled. */
  readonly folder: string;
  /** The stack, as in Pulumi.<stack>.yaml. */
  readonly stack: string;
  /** Answers to functions of providers, by token; they win over the built-in ones. @default - the built-in ones */
  readonly answers?: GivenAnswers | undefined;
  /**
   * Gives each secret a fingerprint under this key, so that two plans show that a secret changed
   * and not what it is. Use a random key and keep it no longer than the plans.
   *
   * @default - secrets look alike
   */
  readonly fingerprintKey?: string | undefined;
  /** Takes what the program prints. @default - it is dropped, unless the program fails */
  readonly onOutput?: ((text: string) => void) | undefined;
}

/**
 * The plan of a stack.
 *
 * @throws PlanError when there is no such stack, or the program refuses its configuration or fails
 */
export async function planStack(
  options: PlanStackOptions & {
    /** @default "preview" */
    readonly mode?: PlanMode | undefined;
  },
): Promise<Plan> {
  const mode = options.mode ?? "preview";
  return plansOf(options, [mode])[mode];
}

/**
 * The plans of a stack in both modes. One process loads the program's packages once and runs it
 * twice; the plan of the update comes first, and can be read while the other is made.
 *
 * Both promises are rejected as that of {@link planStack} is.
 */
export function planStackModes(
  options: PlanStackOptions,
): Readonly<Record<PlanMode, Promise<Plan>>> {
  return plansOf(options, ["update", "preview"]);
}

/** The compiled entry point, wherever this file runs from. */
const runner = createRequire(__filename).resolve("@dynamo-iac/clouds/plan-runner");

function plansOf(
  options: PlanStackOptions,
  modes: readonly PlanMode[],
): Readonly<Record<PlanMode, Promise<Plan>>> {
  const plans = { preview: slot(), update: slot() };
  const take = (plan: Plan) => plans[plan.mode].resolve(plan);
  const { onOutput, ...what } = options;
  const run = (traces: boolean) => runOnce({ ...what, modes, traces }, onOutput, take);
  run(false)
    .catch((error: unknown) => {
      if (error instanceof PlanError && error.failure === "usage") throw error;
      return run(true);
    })
    .catch((error: unknown) => {
      for (const mode of modes) plans[mode].reject(error);
    });
  return { preview: plans.preview.promise, update: plans.update.promise };
}

/** A promise that is kept from outside. */
function slot() {
  let resolve: (plan: Plan) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Plan>((...both) => {
    [resolve, reject] = both;
  });
  // Whoever waits for one mode only must not be stopped by the other.
  promise.catch(() => {});
  return { promise, resolve, reject };
}

function runOnce(
  request: RunRequest,
  onOutput: PlanStackOptions["onOutput"],
  take: (plan: Plan) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(runner, [], {
      // A run makes much that is thrown away at once; the usual nursery is collected hundreds of times.
      execArgv: ["--min-semi-space-size=16", "--max-semi-space-size=32"],
      env: environment(),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let printed = "";
    let missing = request.modes.length;
    let failure: RunFailure | undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        // A second run would say everything again.
        if (!request.traces) onOutput?.(text);
      });
    }
    const failed = (reason: string) => {
      const output = printed === "" || onOutput !== undefined ? "" : `\nIt printed:\n${printed}`;
      return new PlanError(
        "program",
        `${request.folder}, stack ${request.stack}: ${reason}${output}`,
      );
    };
    child.on("message", (message) => {
      const reply = message as RunReply;
      if ("plan" in reply) {
        missing -= 1;
        take(reply.plan);
      } else failure = reply;
    });
    child.on("error", (error) => reject(failed(error.message)));
    child.on("close", (code, signal) => {
      if (failure?.failure === "usage") reject(new PlanError("usage", failure.message));
      else if (failure !== undefined) reject(failed(failure.message));
      else if (missing > 0) reject(failed(`the program ended with ${signal ?? `code ${code}`}`));
      else resolve();
    });
    child.send(request);
  });
}

/** Nothing of the caller's environment but the way to programs: a plan depends on files alone. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    LANG: "C.UTF-8",
    TZ: "UTC",
  };
}
