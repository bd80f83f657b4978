// SPDX-License-Identifier: Apache-2.0
/** @module Where in the object something stands: a flag, a variable, a field of the main container. */
import { flagTable } from "../engines/index.js";
import type { FieldPath } from "../facts/index.js";
import type { ComponentView, GraphView } from "./view.js";

/** A field of the main container. */
export function mainField(view: ComponentView, ...field: FieldPath): FieldPath {
  return [...view.mainPath, ...field];
}

/** A field of the pod's spec. */
export function podField(view: ComponentView, ...field: FieldPath): FieldPath {
  return [...view.path, "podTemplate", "spec", ...field];
}

/** Where a flag of the program is written: its argument, its variable, or the arguments where it belongs. */
export function flagPlace(view: ComponentView, graph: GraphView, property: string): FieldPath {
  const row = view.program === undefined ? undefined : flagTable(view.program.program)[property];
  if (row === undefined) return argsPlace(view);
  const spellings = [row.flag, ...(row.aliases ?? []), ...(row.negative ? [row.negative] : [])];
  const token = tokenPlace(view, (text) => isSpelling(text, spellings));
  if (token !== undefined) return token;
  return row.env !== undefined && view.env.values.has(row.env)
    ? (variablePlace(view, graph, row.env) ?? argsPlace(view))
    : argsPlace(view);
}

/** Where a token of the command or its script stands. */
export function wordPlace(view: ComponentView, word: string): FieldPath {
  return tokenPlace(view, (text) => isSpelling(text, [word])) ?? argsPlace(view);
}

/** Where arguments are written: `args`, or `command` when that holds everything. */
export function argsPlace(view: ComponentView): FieldPath {
  const { args, command } = view.main ?? {};
  const inCommand = (args?.length ?? 0) === 0 && (command?.length ?? 0) > 0;
  return mainField(view, inCommand ? "command" : "args");
}

/** Where a variable is set: on the main container, or on the graph; undefined when the operator sets it. */
export function variablePlace(
  view: ComponentView,
  graph: GraphView,
  name: string,
): FieldPath | undefined {
  const own = lastIndex(view.main?.env, name);
  if (own !== -1) return mainField(view, "env", own);
  const shared = lastIndex(graph.graph.spec?.env, name);
  return shared === -1 ? undefined : ["spec", "env", shared];
}

function lastIndex(env: readonly { readonly name: string }[] | undefined, name: string): number {
  return env?.findLastIndex((variable) => variable.name === name) ?? -1;
}

function tokenPlace(
  view: ComponentView,
  matches: (text: string) => boolean,
): FieldPath | undefined {
  for (const field of ["args", "command"] as const) {
    const at = view.main?.[field]?.findIndex(matches) ?? -1;
    if (at !== -1) return mainField(view, field, at);
  }
  return undefined;
}

/** True when the text is one of the spellings, or a script that has it as a word. */
function isSpelling(text: string, spellings: readonly string[]): boolean {
  return spellings.some(
    (spelling) =>
      text === spelling ||
      text.startsWith(`${spelling}=`) ||
      (text.includes(spelling) && text.split(/[\s=]+/).includes(spelling)),
  );
}
