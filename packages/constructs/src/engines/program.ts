// SPDX-License-Identifier: Apache-2.0
/** @module A Dynamo process: which Python module runs, with which typed flags. */

/** The Dynamo programs whose flags are typed. */
export type ProgramName =
  | "frontend"
  | "vllm"
  | "sglang"
  | "trtllm"
  | "mocker"
  | "planner"
  | "router"
  | "globalPlanner"
  | "globalRouter";

/** What surrounds the flags of a program. */
export interface ProgramOptions {
  /**
   * Tokens that no typed property covers, written after the typed flags in this order.
   *
   * @default - none
   */
  readonly extraArgs?: readonly string[] | undefined;
  /**
   * The Python executable with its own options.
   *
   * @default ["python3"]
   */
  readonly interpreter?: readonly string[] | undefined;
  /**
   * Tokens before the interpreter, such as `["numactl", "--cpunodebind=0"]`. The operator's
   * multi-node injection needs a command that starts with Python, so leave it out there.
   *
   * @default - none
   */
  readonly wrapper?: readonly string[] | undefined;
  /**
   * Shell lines that run before the program, such as `ulimit -l unlimited`. With them the process
   * starts from a shell script that ends in `exec`.
   *
   * @default - none; the program is started without a shell
   */
  readonly setup?: string | undefined;
  /**
   * The shell that runs the script. Setting it without `setup` also starts the program from a
   * script, so that the shell can fill in variables that Kubernetes does not know.
   *
   * @default ["/bin/sh", "-c"] when `setup` is given
   */
  readonly shell?: readonly string[] | undefined;
}

/** One process as plain data; the builders (`vllm()`, `frontend()`, ...) make it. */
export interface Program<N extends ProgramName = ProgramName> extends ProgramOptions {
  readonly program: N;
  /** Typed flags by property name. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/** Splits what a builder takes into flags and the options around them. */
export function buildProgram<N extends ProgramName>(
  program: N,
  config: object & ProgramOptions,
): Program<N> {
  const { extraArgs, interpreter, wrapper, setup, shell, ...flags } = config;
  return { program, flags, extraArgs, interpreter, wrapper, setup, shell };
}
