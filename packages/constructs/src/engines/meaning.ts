// SPDX-License-Identifier: Apache-2.0
/**
 * @module What a container's process means, independent of its spelling.
 *
 * Works on tokens, not on the typed configuration, so that it can judge the codec.
 */
import { optionValues, splitOptions } from "./codec.js";
import { type ContainerCommand, type LaunchContext, readLaunch } from "./launch.js";
import { flagTable } from "./programs.js";

/** A process as comparable data. */
export interface ProcessMeaning {
  readonly program: string;
  readonly wrapper: readonly string[];
  readonly interpreter: readonly string[];
  readonly setup: string;
  /** The shell, where it is more than a way to start the program. */
  readonly shell: readonly string[];
  /** Values by canonical flag, as the program reads them; the last spelling of a flag wins. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Tokens that no flag table knows, in order. */
  readonly rest: readonly string[];
}

/**
 * The meaning of a container's process; undefined when it starts no program that we know, or in a
 * way that a typed program cannot say.
 */
export function processMeaning(
  container: ContainerCommand,
  context: LaunchContext = {},
): ProcessMeaning | undefined {
  const launch = readLaunch(container, context);
  if (launch === undefined || !launch.exact) return undefined;
  const { program, flagTokens } = launch;
  const table = flagTable(program.program);
  const options = splitOptions(table, flagTokens);
  return {
    program: program.program,
    wrapper: program.wrapper ?? [],
    interpreter: (program.interpreter ?? ["python3"]).map((token, at) =>
      at === 0 && token === "python" ? "python3" : token,
    ),
    setup: (program.setup ?? "").trim(),
    shell: program.shell ?? [],
    options: optionValues(table, options),
    rest: options.flatMap((option) => (option.property === undefined ? option.tokens : [])),
  };
}
