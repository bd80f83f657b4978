// SPDX-License-Identifier: Apache-2.0
/** @module The process of a main container, with everything that decides its flags put together. */
import type { Component, Container } from "../api/index.js";
import {
  type ContainerCommand,
  type EngineRole,
  type EnvSettings,
  effectiveFlags,
  engineNames,
  engineRole,
  expandReferences,
  flagTable,
  type Launch,
  type Parallelism,
  type Program,
  parallelism,
  parseFlags,
  readEnvSettings,
  readLaunch,
} from "../engines/index.js";
import { type Environment, isKnown } from "./environment.js";

/** An inference engine, or the mocker that plays one. */
export type Engine = (typeof engineNames)[number];

/** What an engine does of a request; a worker behind an encoder counts as aggregated. */
export type Mode = Exclude<EngineRole, "pd">;

/** The part of a component view that comes from its command. */
export interface Process {
  readonly launch: Launch | undefined;
  readonly settings: EnvSettings | undefined;
  readonly program: Program | undefined;
  readonly open: boolean;
  readonly engine: Engine | undefined;
  readonly mode: Mode | undefined;
  readonly parallelism: Parallelism | undefined;
}

const none: Process = {
  launch: undefined,
  settings: undefined,
  program: undefined,
  open: false,
  engine: undefined,
  mode: undefined,
  parallelism: undefined,
};

/** Reads the process of a component's main container. */
export function processOf(
  component: Component,
  main: Container | undefined,
  env: Environment,
): Process {
  if (main === undefined) return none;
  const launch = readLaunch(startedCommand(component, main), { env: env.values });
  if (launch === undefined) return none;
  const written = launch.program;
  const settings = readEnvSettings(written.program, env.values);
  const program: Program = {
    ...written,
    flags: effectiveFlags(written, env.values, settings),
    extraArgs: stillUntyped(written, env),
  };
  const engine = engineNames.find((name) => name === program.program);
  const open = hasOpenFlags(program);
  const unknown = new Set([...settings.unknown, ...unresolved(program)]);
  return {
    launch,
    settings,
    program,
    open,
    engine,
    mode: engine === undefined ? undefined : modeOf(program, open, unknown),
    parallelism:
      engine === undefined || !isSized(program, open, unknown) ? undefined : parallelism(program),
  };
}

/**
 * What the operator runs in a main container without a command; undefined for an endpoint picker,
 * which keeps the entry point of its image.
 *
 * @see deploy/operator/internal/dynamo: defaults per component type
 */
export function defaultCommand(type: Component["type"]): readonly string[] | undefined {
  if (type === "frontend") return ["python3"];
  return type === "epp" ? undefined : ["/bin/sh", "-c"];
}

/** Command and args as the operator completes them. */
export function startedCommand(component: Component, main: Container): ContainerCommand {
  const { command, args } = main;
  if (command !== undefined && command.length > 0) return { command, args };
  const base = defaultCommand(component.type);
  const empty = args === undefined || args.length === 0;
  return component.type === "frontend" && empty
    ? { command: [...(base ?? []), "-m", "dynamo.frontend"] }
    : { command: base, args };
}

/** Flags of files that hold further flags. */
const flagFiles = ["config", "engineConfigJson", "disaggConfig"] as const;

/** True when a variable may hold further flags, or a file does. */
function hasOpenFlags(program: Program): boolean {
  const { extraArgs = [], flags } = program;
  if (program.program !== "planner" && flagFiles.some((file) => flags[file] !== undefined))
    return true;
  return extraArgs.some(
    (token, at) => token.startsWith("$") && !(extraArgs[at - 1] ?? "").startsWith("-"),
  );
}

/** Tokens that no flag takes even with the known variables filled in. */
function stillUntyped({ program, extraArgs }: Program, env: Environment): Program["extraArgs"] {
  if (extraArgs === undefined || !extraArgs.some((token) => token.includes("$("))) return extraArgs;
  const expanded = extraArgs.map((token) => expandReferences(token, env.values));
  return parseFlags(flagTable(program), expanded).extraArgs;
}

/** Flags whose value is a variable that nobody knows; the codec leaves them untyped. */
function unresolved(program: Program): readonly string[] {
  const extra = program.extraArgs ?? [];
  return extra.filter((token) => token.startsWith("-")).map((token) => token.split("=")[0] ?? "");
}

function modeOf(program: Program, open: boolean, unknown: ReadonlySet<string>): Mode | undefined {
  const { disaggregationMode } = program.flags;
  if (unknown.has("disaggregationMode") || unknown.has("--disaggregation-mode")) return undefined;
  if (disaggregationMode === undefined && open) return undefined;
  if (typeof disaggregationMode === "string" && !isKnown(disaggregationMode)) return undefined;
  const role = engineRole(program, disaggregationMode);
  return role === "pd" ? "agg" : role;
}

/** Anything that changes how many GPUs an engine takes. */
const sizeFlag =
  /^-{1,2}(tensor|pipeline|data|expert|prefill-context|context)[-_]parallel|^-{1,2}(tp|pp|dp|ep)(-size)?$/;
const sizeProperty = /ParallelSize$|^(extraEngineArgs|overrideEngineArgs|enableDpAttention)$/;

/** True when every size that decides the GPUs is known here. */
function isSized(program: Program, open: boolean, unknown: ReadonlySet<string>): boolean {
  if (open || program.flags.extraEngineArgs !== undefined) return program.program === "mocker";
  for (const name of unknown) if (sizeFlag.test(name) || sizeProperty.test(name)) return false;
  const { overrideEngineArgs } = program.flags;
  return typeof overrideEngineArgs !== "string";
}

/** A text flag of the program; undefined when it is absent, no text, or still to be filled in. */
export function textFlag(program: Program | undefined, property: string): string | undefined {
  const value = program?.flags[property];
  return typeof value === "string" && isKnown(value) ? value : undefined;
}

/** A number flag of the program; undefined when it is absent. */
export function numberFlag(program: Program | undefined, property: string): number | undefined {
  const value = program?.flags[property];
  return typeof value === "number" ? value : undefined;
}
