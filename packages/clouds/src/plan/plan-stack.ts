// SPDX-License-Identifier: Apache-2.0
/** @module The plan of a stack on disk: its program runs in a process of its own, with no credentials and no network. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import type { GivenAnswers } from "./answers/answers.js";
import type { Plan, PlanMode } from "./plan.js";
import { PlanError } from "./program/plan-error.js";
import type { RunReply, RunRequest } from "./program/protocol.js";
import { readStackProgram } from "./program/stack-program.js";

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
  const [plan] = await plansOf(options, [options.mode ?? "preview"]);
  if (plan === undefined) throw new Error("bug in @dynamo-iac/clouds: a run without a plan");
  return plan;
}

/**
 * The plans of a stack in both modes, side by side where the machine has the processors.
 *
 * @throws PlanError as {@link planStack} does
 */
export async function planStackModes(
  options: PlanStackOptions,
): Promise<Readonly<Record<PlanMode, Plan>>> {
  const [preview, update] =
    availableParallelism() > 1
      ? (
          await Promise.all([plansOf(options, ["preview"]), plansOf(silent(options), ["update"])])
        ).flat()
      : await plansOf(options, ["preview", "update"]);
  if (preview === undefined || update === undefined)
    throw new Error("bug in @dynamo-iac/clouds: a run without a plan");
  return { preview, update };
}

/** The same program prints the same things in both modes. */
function silent(options: PlanStackOptions): PlanStackOptions {
  return options.onOutput === undefined ? options : { ...options, onOutput: () => {} };
}

/** The compiled entry point, wherever this file runs from. */
const runner = createRequire(__filename).resolve("@dynamo-iac/clouds/plan-runner");

async function plansOf(
  options: PlanStackOptions,
  modes: readonly PlanMode[],
): Promise<readonly Plan[]> {
  const { folder, stack, answers, fingerprintKey } = options;
  const program = readStackProgram(folder, stack);
  const request: RunRequest = { program, modes, answers, fingerprintKey, traces: false };
  try {
    return await runOnce(request, options);
  } catch {
    return runOnce({ ...request, traces: true }, options);
  }
}

function runOnce(
  request: RunRequest,
  { folder, stack, onOutput }: PlanStackOptions,
): Promise<readonly Plan[]> {
  return new Promise((resolve, reject) => {
    const child = fork(runner, [], {
      cwd: request.program.folder,
      // A run makes much that is thrown away at once; the usual nursery is collected hundreds of times.
      execArgv: ["--min-semi-space-size=16", "--max-semi-space-size=32"],
      env: environment(),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let printed = "";
    let reply: RunReply | undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        // A second run would say everything again.
        if (!request.traces) onOutput?.(text);
      });
    }
    const failed = (reason: string) => {
      const output = printed === "" || onOutput !== undefined ? "" : `\nIt printed:\n${printed}`;
      return new PlanError("program", `${folder}, stack ${stack}: ${reason}${output}`);
    };
    child.on("message", (message) => {
      reply = message as RunReply;
    });
    child.on("error", (error) => reject(failed(error.message)));
    child.on("close", (code, signal) => {
      if (reply === undefined) reject(failed(`the program ended with ${signal ?? `code ${code}`}`));
      else if ("failure" in reply) reject(failed(reply.failure));
      else resolve(reply.plans);
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
