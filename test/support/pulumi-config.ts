// SPDX-License-Identifier: Apache-2.0
/** @module What `pulumi config set --path` and `pulumi config rm --path` do to a configuration. */

/** Runs commands as a fix prints them: one or several, joined by `&&`. */
export function runConfigCommands(config: object, line: string): object {
  const copy: object = structuredClone(config);
  for (const words of commandsOf(line)) {
    const [program, noun, verb, option, path, value, ...rest] = words;
    if (program !== "pulumi" || noun !== "config" || option !== "--path" || path === undefined)
      throw new Error(`not a command that repairs a configuration: ${words.join(" ")}`);
    if (rest.length > 0) throw new Error(`words too many: ${rest.join(" ")}`);
    if (verb === "rm" && value === undefined) remove(copy, steps(path));
    else if (verb === "set" && value !== undefined) set(copy, steps(path), typed(value));
    else throw new Error(`not a command: ${words.join(" ")}`);
  }
  return copy;
}

/** The commands in a fix, between backticks. */
export function commandIn(fix: string): string | undefined {
  return /^Run `(pulumi config .*)`\.$/s.exec(fix)?.[1];
}

/** Words as a shell splits them; only single quotes are known, and words that need none. */
function commandsOf(line: string): string[][] {
  const commands: string[][] = [[]];
  for (const [token] of line.matchAll(/&&|(?:'[^']*'|\\'|[^\s'\\])+/gs)) {
    if (token === "&&") commands.push([]);
    else if (/^[A-Za-z0-9_./:@%+=,-]+$/.test(token)) commands.at(-1)?.push(token);
    else if (/^(?:'[^']*'|\\')+$/s.test(token))
      commands.at(-1)?.push(token.replaceAll(/'([^']*)'|\\(')/gs, "$1$2"));
    else throw new Error(`a shell would not take this word as it is: ${token}`);
  }
  return commands;
}

/** `a.b[0]["c.d"]`. @see pulumi/sdk resource.ParsePropertyPath */
function steps(path: string): (string | number)[] {
  const found: (string | number)[] = [];
  const grammar = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/gy;
  while (grammar.lastIndex < path.length) {
    const match = grammar.exec(path);
    if (match === null) throw new Error(`no property path: ${path}`);
    const [, name, index, quoted] = match;
    found.push(
      name ?? (index === undefined ? (quoted ?? "").replaceAll(/\\(.)/g, "$1") : Number(index)),
    );
  }
  return found;
}

/** With `--path`, Pulumi keeps truth values and whole numbers as such, and everything else as text. */
function typed(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  if (text.length > 1 && text.startsWith("0")) return text;
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function set(config: object, path: readonly (string | number)[], value: unknown): void {
  let here = config;
  for (const [at, step] of path.entries()) {
    check(here, step);
    if (at === path.length - 1) Reflect.set(here, step, value);
    else {
      const next: unknown = Reflect.get(here, step) ?? (typeof path[at + 1] === "number" ? [] : {});
      if (typeof next !== "object" || next === null)
        throw new Error(`cannot set ${path.join(".")}: there is a value above it`);
      Reflect.set(here, step, next);
      here = next;
    }
  }
}

function check(holder: object, step: string | number): void {
  if (Array.isArray(holder) !== (typeof step === "number"))
    throw new Error(`${step} does not fit ${Array.isArray(holder) ? "a list" : "an object"}`);
  if (Array.isArray(holder) && typeof step === "number" && step > holder.length)
    throw new Error(`index ${step} is beyond a list of ${holder.length}`);
}

function remove(config: object, path: readonly (string | number)[]): void {
  let here: unknown = config;
  for (const step of path.slice(0, -1))
    here = typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined;
  const last = path.at(-1);
  if (Array.isArray(here) && typeof last === "number") here.splice(last, 1);
  else if (typeof here === "object" && here !== null && last !== undefined)
    Reflect.deleteProperty(here, last);
}
