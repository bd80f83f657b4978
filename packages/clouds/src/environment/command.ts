// SPDX-License-Identifier: Apache-2.0
/** @module The `pulumi config` commands that repair a configuration, ready to paste into a shell. */
import type { FieldPath } from "@dynamo-iac/constructs/facts";

/**
 * `nodes.gpu[0].labels["example.com/team"]`: Pulumi's property path.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/config/#structured-configuration
 */
export function propertyPath(path: FieldPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `["${step.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"]`;
  }
  return text;
}

/** One command per leaf of the value; an empty list or object cannot be set and is written in the file. */
export function setCommand(path: FieldPath, value: unknown): string {
  const leaves = leavesOf(path, value);
  return leaves
    .map(([at, leaf]) => `pulumi config set --path ${quoted(propertyPath(at))} ${shellWord(leaf)}`)
    .join(" && ");
}

/** Removes what stands at the path. */
export function removeCommand(path: FieldPath): string {
  return `pulumi config rm --path ${quoted(propertyPath(path))}`;
}

function leavesOf(path: FieldPath, value: unknown): readonly (readonly [FieldPath, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf([...path, index], item));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, item]) => leavesOf([...path, key], item));
  return [[path, value]];
}

function shellWord(value: unknown): string {
  const text = String(value);
  return /^[A-Za-z0-9_./:@%+=,][A-Za-z0-9_./:@%+=,-]*$/.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
