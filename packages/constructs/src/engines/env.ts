// SPDX-License-Identifier: Apache-2.0
/** @module Settings that a program takes from environment variables, and what counts in the end. */
import { parseFlags, renderFlags } from "./codec.js";
import { expectation, inBounds, readBoolean, readText } from "./flag-value.js";
import type { Flag, FlagIssue, FlagTable } from "./flags.js";
import { loadAwarePreset } from "./kv-router-flags.js";
import type { Program, ProgramName } from "./program.js";
import { flagTable, type ProgramConfig } from "./programs.js";

/** Environment of a container by name; undefined for a value that is not a literal. */
export type EnvValues = ReadonlyMap<string, string | undefined>;

/** What environment variables say, in types. */
export interface EnvSettings<N extends ProgramName = ProgramName> {
  readonly config: ProgramConfig<N>;
  /** Properties whose variable is set to something that is not known here, such as a secret. */
  readonly unknown: readonly string[];
  /** Values that the program will refuse; their `flag` is the name of the variable. */
  readonly issues: readonly FlagIssue[];
}

/** The settings of a program that come from environment variables. */
export function readEnvSettings<N extends ProgramName>(program: N, env: EnvValues): EnvSettings<N> {
  const config: Record<string, unknown> = {};
  const unknown: string[] = [];
  const issues: FlagIssue[] = [];
  const rows = variablesOf(flagTable(program));
  for (const [variable, got] of env) {
    for (const { property, flag } of rows.get(variable) ?? none) {
      if (got === undefined) {
        unknown.push(property);
        continue;
      }
      const value = readVariable(flag, got);
      if (value !== undefined) config[property] = value;
      if (value === undefined || !inBounds(flag, value))
        issues.push({ property, flag: variable, got, expected: expectation(flag) });
    }
  }
  return { config: config as ProgramConfig<N>, unknown, issues };
}

interface VariableRow {
  readonly property: string;
  readonly flag: Flag<unknown>;
}

const none: readonly VariableRow[] = [];

const variableRows = new WeakMap<FlagTable, ReadonlyMap<string, readonly VariableRow[]>>();

/** The rows of a table by the variable that sets them; an environment is much shorter than a table. */
function variablesOf(table: FlagTable): ReadonlyMap<string, readonly VariableRow[]> {
  const known = variableRows.get(table);
  if (known !== undefined) return known;
  const rows = new Map<string, VariableRow[]>();
  for (const property of Object.keys(table)) {
    const flag = table[property];
    if (flag?.env === undefined) continue;
    const others = rows.get(flag.env);
    if (others === undefined) rows.set(flag.env, [{ property, flag }]);
    else others.push({ property, flag });
  }
  variableRows.set(table, rows);
  return rows;
}

/**
 * What counts for a program: flags over environment variables, `$(NAME)` references filled in where
 * they are known, presets applied. Defaults stay out.
 *
 * @param settings What the environment says, where that has been read already
 */
export function effectiveFlags<N extends ProgramName>(
  program: Program<N>,
  env: EnvValues,
  settings: EnvSettings<N> = readEnvSettings(program.program, env),
): ProgramConfig<N> {
  const flags = refersToVariables(program) ? expandedFlags(program, env) : program.flags;
  const fromEnv = Object.keys(settings.config).length > 0;
  const config = fromEnv ? { ...settings.config, ...flags } : flags;
  if (!("loadAware" in config) || config.loadAware !== true) return config as ProgramConfig<N>;
  const mode = program.program === "frontend" ? { routerMode: "kv" } : {};
  return { ...config, ...loadAwarePreset, ...mode } as ProgramConfig<N>;
}

/** True when a value holds `$(NAME)` or `$$`; only then the argv has to be written and read again. */
function refersToVariables({ flags, extraArgs }: Program): boolean {
  const values =
    extraArgs === undefined ? Object.values(flags) : [...Object.values(flags), extraArgs];
  return values.some((value) =>
    typeof value === "object" ? JSON.stringify(value).includes("$") : String(value).includes("$"),
  );
}

function expandedFlags<N extends ProgramName>(
  program: Program<N>,
  env: EnvValues,
): Readonly<Record<string, unknown>> {
  const table = flagTable(program.program);
  const argv = renderFlags(table, program.flags, program.extraArgs);
  return parseFlags(
    table,
    argv.map((token) => expandReferences(token, env)),
  ).config;
}

/**
 * Fills in `$(NAME)` as Kubernetes does in command and args: names that are not known stay, and
 * `$$` stands for one `$`.
 */
export function expandReferences(text: string, env: EnvValues): string {
  return text.replace(/\$(\$|\(([^()]*)\))/g, (written, what: string, name: string | undefined) =>
    what === "$" ? "$" : ((name === undefined ? undefined : env.get(name)) ?? written),
  );
}

function readVariable(flag: Flag<unknown>, text: string): unknown {
  if (flag.kind === "switch") return readBoolean(text);
  if (flag.kind !== "texts" && flag.kind !== "ints") return readText(flag, text);
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (flag.kind === "texts") return words;
  const numbers = words.map((word) => readText({ ...flag, kind: "int" }, word));
  return numbers.includes(undefined) ? undefined : numbers;
}
