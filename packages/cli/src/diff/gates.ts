// SPDX-License-Identifier: Apache-2.0
/** @module Gates: which changes make the command fail. */

/** Gates that are on or off. */
export const switches = ["replace", "restart", "destroy", "security", "error", "warning"] as const;

/** Gates with a limit. */
export const limits = ["cost", "gpus"] as const;

/** One condition under which the command fails. */
export type Gate =
  | { readonly gate: (typeof switches)[number] }
  | { readonly gate: (typeof limits)[number]; readonly above: number };

/** Reads `replace` or `cost>500`; what is wrong with the word when it is none. */
export function parseGate(word: string): Gate | string {
  const trimmed = word.trim();
  const gate = switches.find((known) => known === trimmed);
  if (gate !== undefined) return { gate };
  const [, name, amount] = /^([a-z]+)\s*>\s*(\d+(?:\.\d+)?)$/.exec(trimmed) ?? [];
  const limit = limits.find((known) => known === name);
  if (limit !== undefined) return { gate: limit, above: Number(amount) };
  return `must be one of ${switches.join(", ")}, cost>DOLLARS (more per month), gpus>NUMBER (more GPUs)`;
}

/** The gate as it is written. */
export function gateText(gate: Gate): string {
  return "above" in gate ? `${gate.gate}>${gate.above}` : gate.gate;
}
