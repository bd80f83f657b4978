// SPDX-License-Identifier: Apache-2.0
/** @module A container's command and args to a typed program, and back. */
import { parseFlags, renderFlags, splitOptions } from "./codec.js";
import { valuesOf } from "./flag-value.js";
import type { FlagIssue, FlagTable } from "./flags.js";
import type { Program, ProgramName } from "./program.js";
import { flagTable, programOfModule, programs } from "./programs.js";
import { lastCommand, shellWord, type WordPart } from "./shell.js";

/** The part of a container that says which process runs. */
export interface ContainerCommand {
  readonly command?: readonly string[] | undefined;
  readonly args?: readonly string[] | undefined;
}

/** What is known around a container. */
export interface LaunchContext {
  /** Environment of the container by name; undefined for a value that is not a literal. */
  readonly env?: ReadonlyMap<string, string | undefined> | undefined;
  /** Command that the operator sets when the container has none. @default - none */
  readonly defaultCommand?: readonly string[] | undefined;
}

/** A container's process, in types. */
export interface Launch {
  readonly program: Program;
  /** Flag values that the program will refuse. */
  readonly issues: readonly FlagIssue[];
  /** The whole argv, shell scripts taken apart; `$(NAME)` stands for environment variables. */
  readonly argv: readonly string[];
  /** The tokens of `argv` behind the Python module. */
  readonly flagTokens: readonly string[];
  /** False when writing the program could start something else than what was read. */
  readonly exact: boolean;
  /** Flag tokens that became typed, and those that stay in `extraArgs`. */
  readonly tokens: { readonly typed: number; readonly extra: number };
}

/** Reads which Dynamo program a container starts; undefined when it is none that we know. */
export function readLaunch(
  container: ContainerCommand,
  context: LaunchContext = {},
): Launch | undefined {
  const started = startedArgv(container, context);
  if (started === undefined) return undefined;
  const { argv, setup, shell, loose } = started;
  const module = findModule(argv);
  const program = module === undefined ? undefined : programOfModule(argv[module.at] ?? "");
  if (module === undefined || program === undefined) return undefined;
  const table = flagTable(program);
  const flagTokens = argv.slice(module.at + 1);
  const parsed = parseFlags(table, flagTokens);
  const interpreter = argv.slice(module.python, module.at - 1);
  const wrapper = argv.slice(0, module.python);
  const oneWord = loose.every((token) => isOnlyValue(table, flagTokens, token));
  return {
    program: {
      program,
      flags: parsed.config,
      extraArgs: parsed.extraArgs.length === 0 ? undefined : parsed.extraArgs,
      interpreter:
        interpreter.length === 1 && interpreter[0] === "python3" ? undefined : interpreter,
      wrapper: wrapper.length === 0 ? undefined : wrapper,
      setup,
      shell,
    },
    issues: parsed.issues,
    argv,
    flagTokens,
    exact: started.exact && oneWord,
    tokens: { typed: parsed.typedTokens, extra: parsed.extraArgs.length },
  };
}

/**
 * Command and args of a program: exec form, long flags, separate tokens, because the operator's
 * multi-node injection reads nothing else. A program with `setup` becomes a script ending in `exec`.
 */
export function writeLaunch(program: Program): {
  readonly command: string[];
  readonly args: string[];
} {
  const start = [
    ...(program.wrapper ?? []),
    ...(program.interpreter ?? ["python3"]),
    "-m",
    programs[program.program].module,
  ];
  const flags = renderFlags(flagTable(program.program), program.flags, program.extraArgs);
  if (program.setup === undefined && program.shell === undefined)
    return { command: start, args: flags };
  const setup = program.setup ?? "";
  const joined = setup === "" || /(\n|;|&&|\|\|)\s*$/.test(setup) ? setup : `${setup}\n`;
  const script = `${joined}exec ${[...start, ...flags].map(shellWord).join(" ")}`;
  return { command: [...(program.shell ?? ["/bin/sh", "-c"])], args: [script] };
}

/** Names of the programs that are inference engines. */
export const engineNames = [
  "vllm",
  "sglang",
  "trtllm",
  "mocker",
] as const satisfies readonly ProgramName[];

interface Started {
  readonly argv: readonly string[];
  readonly setup?: string | undefined;
  readonly shell?: readonly string[] | undefined;
  readonly exact: boolean;
  /** The tokens with unquoted variables, which may be any number of words. */
  readonly loose: readonly string[];
}

function startedArgv(container: ContainerCommand, context: LaunchContext): Started | undefined {
  // The operator takes an empty list for none at all.
  const command = container.command?.length === 0 ? undefined : container.command;
  const tokens = [...(command ?? context.defaultCommand ?? []), ...(container.args ?? [])];
  const script = scriptAt(tokens);
  if (script === undefined) return { argv: tokens, exact: true, loose: [] };
  const last = lastCommand(tokens[script] ?? "");
  if (last === undefined) return undefined;
  const started = fromScript(tokens.slice(0, script), last.setup, last.words, context);
  // Options of `exec` belong to no program.
  if (started.argv[0]?.startsWith("-") === true) return undefined;
  // Tokens behind the script are the shell's positional parameters.
  return script === tokens.length - 1 ? started : { ...started, exact: false };
}

function fromScript(
  shell: readonly string[],
  setup: string,
  words: readonly (readonly WordPart[])[],
  context: LaunchContext,
): Started {
  const execs = words.findIndex((word) => !isText(word, "exec"));
  const command = words.slice(execs === -1 ? words.length : execs);
  // A variable in front of a program is what `env` sets.
  const assigns = command.findIndex((word) => !isAssignment(word));
  const front = assigns > 0 ? ["env"] : [];
  const parts = command.flat();
  const unknown = parts.some((part) => part.kind === "variable" && !context.env?.has(part.name));
  const loose = command.filter((word) => word.some((part) => isLoose(part, context)));
  // A login shell reads profiles, which may set what the program needs.
  const login = shell.some((token) => /^-\w*l/.test(token) || token === "--login");
  return {
    argv: [...front, ...command.map(wordText)],
    setup: setup === "" ? undefined : setup,
    shell: setup !== "" || unknown || login ? shell : undefined,
    exact:
      parts.every((part) => isOneText(part, context)) &&
      // Handlers of the shell are gone once the program takes its place.
      (execs > 0 || !/\btrap\b/.test(setup)),
    loose: loose.map(wordText),
  };
}

function wordText(word: readonly WordPart[]): string {
  return word.map((part) => (part.kind === "text" ? part.text : `$(${part.name})`)).join("");
}

function isText(word: readonly WordPart[], text: string): boolean {
  return word.length === 1 && word[0]?.kind === "text" && word[0].text === text;
}

function isAssignment(word: readonly WordPart[]): boolean {
  return word[0]?.kind === "text" && /^[A-Za-z_]\w*=/.test(word[0].text);
}

/** Whether a part may become other than one word: an unquoted variable that is not known. */
function isLoose(part: WordPart, context: LaunchContext): boolean {
  return part.kind === "variable" && !part.quoted && context.env?.get(part.name) === undefined;
}

/** Whether the shell and Kubernetes make the same text of a part, as far as it is known. */
function isOneText(part: WordPart, context: LaunchContext): boolean {
  if (part.kind === "variable") {
    const value = part.quoted ? undefined : context.env?.get(part.name);
    return value === undefined || /^[\w@%+=:,./-]+$/.test(value);
  }
  // Kubernetes fills in $(NAME) also where the shell would read it as text.
  const references = part.text.match(/\$\([^)]*\)?/g) ?? [];
  return references.every((name) => context.env?.has(name.slice(2, -1)) === true);
}

/** Whether a token is the one value of a flag that takes one, wherever it stands. */
function isOnlyValue(table: FlagTable, tokens: readonly string[], token: string): boolean {
  const places = splitOptions(table, tokens).filter((option) => option.tokens.includes(token));
  const one = places.filter((option) => {
    const row = option.property === undefined ? undefined : table[option.property];
    return row !== undefined && valuesOf(row) === 1;
  });
  return one.length > 0 && one.length === places.length;
}

/** Index of the script in `sh -c SCRIPT`; undefined when the tokens start no shell. */
function scriptAt(tokens: readonly string[]): number | undefined {
  if (!/^(.*\/)?(ba|da|a|z|k)?sh$/.test(tokens[0] ?? "")) return undefined;
  let at = 1;
  while (at < tokens.length) {
    const token = tokens[at] ?? "";
    if (/^-[a-z]*c$/.test(token)) return at + 1 < tokens.length ? at + 1 : undefined;
    if (!/^[-+]/.test(token) && !/^[+-]\w*o$/.test(tokens[at - 1] ?? "")) return undefined;
    at += 1;
  }
  return undefined;
}

/** Finds `python3 [options] -m MODULE`; `at` is the module, `python` the executable. */
function findModule(
  argv: readonly string[],
): { readonly python: number; readonly at: number } | undefined {
  const python = argv.findIndex((token) => /^(.*\/)?python[\d.]*$/.test(token));
  if (python === -1) return undefined;
  let at = python + 1;
  while (at < argv.length && argv[at] !== "-m") {
    const token = argv[at] ?? "";
    if (!token.startsWith("-")) return undefined;
    at += token === "-X" || token === "-W" ? 2 : 1;
  }
  return at + 1 < argv.length ? { python, at: at + 1 } : undefined;
}
