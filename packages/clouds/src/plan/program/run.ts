// SPDX-License-Identifier: Apache-2.0
/** @module Entry point of the process that runs a stack's program: one request in, plans or a failure out. */
import { createRequire } from "node:module";
import { Socket } from "node:net";
import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import type * as Pulumi from "@pulumi/pulumi";
import { recordProgram } from "../record/record.js";
import { explain } from "./explain.js";
import { loadLazily } from "./lazy-modules.js";
import { PlanError } from "./plan-error.js";
import type { RunReply, RunRequest } from "./protocol.js";
import { dropTraces, keepObjects } from "./quick-sdk.js";
import { readStackProgram, type StackProgram } from "./stack-program.js";

// Almost everything here runs a few times: machine code for it costs more time than it saves. What
// runs for long is still compiled, only later.
setFlagsFromString("--interrupt-budget=1000000");

/** A program that reaches for the network has no place in a plan: its answer would differ from day to day. */
function forbidNetwork(): void {
  Socket.prototype.connect = () => {
    throw new Error(
      "the program opened a network connection; the offline plan has none. Ask the cloud through functions of its provider, whose answers the plan knows",
    );
  };
}

async function run(program: StackProgram, request: RunRequest): Promise<void> {
  const { modes } = request;
  loadLazily();
  const require = createRequire(program.main);
  const pulumi = require("@pulumi/pulumi") as typeof Pulumi;
  keepObjects(createRequire(require.resolve("@pulumi/pulumi")));
  if (!request.traces) dropTraces(require);
  const sending = [];
  for (const mode of modes) {
    forget(program.folder);
    const plan = await recordProgram(
      {
        pulumi,
        project: program.project,
        stack: program.stack,
        mode,
        config: program.config,
        secretKeys: program.secretKeys,
        secrets: program.secrets,
        folder: program.folder,
        answers: request.answers,
        fingerprintKey: request.fingerprintKey,
      },
      () => start(require, program.main, modes.indexOf(mode)),
    );
    if (pulumi.log.hasErrors()) throw new Error("the program logged errors");
    sending.push(send({ plan }));
  }
  await Promise.all(sending);
}

/** The program's exports; an exported function is called, as Pulumi does. */
async function start(require: NodeJS.Require, main: string, attempt: number): Promise<unknown> {
  let exported: unknown;
  try {
    exported = require(main);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_REQUIRE_ESM") throw error;
    // A module is loaded once per address.
    const module = (await import(`${pathToFileURL(main).href}?run=${attempt}`)) as object;
    exported = "default" in module ? module.default : module;
  }
  return typeof exported === "function" ? (exported as () => unknown)() : exported;
}

/** The second run loads the files of the stack anew; packages stay. */
function forget(folder: string): void {
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(folder + sep) && !file.includes(`${sep}node_modules${sep}`))
      delete require.cache[file];
  }
}

/** Kept when the message is on its way. */
function send(reply: RunReply): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(reply, () => resolve());
  });
}

/** The program that is asked for, or why there is none. */
function programOf({ folder, stack }: RunRequest): StackProgram | PlanError {
  try {
    return readStackProgram(folder, stack);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
}

process.once("message", (message) => {
  const request = message as RunRequest;
  let finished = false;
  const finish = async (failure?: RunReply): Promise<void> => {
    if (finished) return;
    finished = true;
    if (failure !== undefined) await send(failure);
    process.exit(0);
  };
  const program = programOf(request);
  if (program instanceof PlanError) {
    void finish({ failure: program.failure, message: program.message });
    return;
  }
  const fail = (error: unknown) =>
    finish({ failure: "program", message: explain(error, program.folder) });
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  // An open channel alone must not keep a program alive whose promises nobody will keep.
  process.channel?.unref();
  process.on("beforeExit", () =>
    fail(new Error("the program never finished: it waits for something that does not come")),
  );
  forbidNetwork();
  process.chdir(program.folder);
  run(program, request).then(() => finish(), fail);
});
