// SPDX-License-Identifier: Apache-2.0
/** @module One running program of a test: its output in a file, and gone when the test is gone. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A program that runs beside the test. */
export interface RunningProgram {
  readonly name: string;
  /** The end of what it has printed. */
  readonly output: () => string;
  /** Rejects when the program ends before it was asked to. */
  readonly failed: Promise<never>;
  /** Asks it to end, ends it if it does not, and waits until it is gone. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a crash does, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Sends it a signal. */
  readonly signal: (name: NodeJS.Signals) => void;
}

/** How a program runs. */
export interface ProgramOptions {
  /** File that gets what it prints. */
  readonly log: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Folder that is of no use when the test has died. @default - none */
  readonly scratch?: string;
}

/** Milliseconds that a program gets to end by itself. */
const patience = 5000;

/**
 * A shell that becomes the program, and beside it a reader of a pipe that only the test holds open: when the
 * test ends in whatever way, even by SIGKILL, the reader ends the program, its files and its group.
 */
const guard = `(cat <&3 >/dev/null; kill -KILL $$; rm -rf "$0"; kill -KILL 0) & exec 3<&- "$@"`;

/** Starts a program in a process group of its own. */
export function startProgram(
  path: string,
  args: readonly string[],
  options: ProgramOptions,
): RunningProgram {
  const name = basename(path);
  const log = openSync(options.log, "a");
  const child = spawn("/bin/sh", ["-c", guard, options.scratch ?? "", path, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ["ignore", log, log, "pipe"],
  });
  closeSync(log);
  const output = () => readFileSync(options.log, "utf8").slice(-4000);
  const ended = once(child, "exit");
  let stopping = false;
  const failed = ended.then(([code, signal]): never | Promise<never> => {
    if (stopping) return new Promise<never>(() => {});
    throw new Error(`${name} ended with ${code ?? signal}:\n${output()}`);
  });
  failed.catch(() => {});
  const stop = async () => {
    stopping = true;
    await endGroup(child, ended);
  };
  const kill = async () => {
    stopping = true;
    signalGroup(child.pid);
    await ended;
  };
  return { name, output, failed, stop, kill, signal: (signal) => void child.kill(signal) };
}

async function endGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    const late = new AbortController();
    const overdue = delay(patience, undefined, { signal: late.signal }).catch(() => {});
    await Promise.race([ended, overdue]);
    late.abort();
  }
  signalGroup(child.pid);
  await ended;
}

function signalGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group is gone.
  }
}

/** Asks again and again until the answer is yes; says what it waited for when time is up. */
export async function until(
  what: string,
  seconds: number,
  ask: () => Promise<boolean>,
  programs: readonly RunningProgram[] = [],
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    if (await Promise.race([ask(), ...programs.map(({ failed }) => failed)])) return;
    if (performance.now() > deadline) {
      const outputs = programs.map(({ name, output }) => `${name}:\n${output()}`);
      throw new Error([`not within ${seconds} s: ${what}`, ...outputs].join("\n"));
    }
    await delay(50);
  }
}
