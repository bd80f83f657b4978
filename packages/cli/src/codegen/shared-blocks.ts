// SPDX-License-Identifier: Apache-2.0
/** @module Blocks that several components repeat, as constants in front of the graph. */

/** A constant of the generated module. */
export interface SharedBlock {
  readonly name: string;
  readonly value: unknown;
}

/** Fields that disaggregated workers tend to repeat word for word. */
const fields: ReadonlySet<string> = new Set([
  "affinity",
  "env",
  "livenessProbe",
  "nodeSelector",
  "readinessProbe",
  "startupProbe",
  "tolerations",
  "volumeMounts",
  "volumes",
]);

/** A shorter block is quicker read than looked up. */
const shortest = 60;

/** The blocks that occur more than once, in the order of their first use. */
export function sharedBlocks(
  values: readonly unknown[],
  taken: ReadonlySet<string>,
): SharedBlock[] {
  const seen = new Map<
    string,
    { readonly field: string; readonly value: unknown; times: number }
  >();
  for (const value of values) collect(value, seen);
  const names = new Set(taken);
  return [...seen.values()]
    .filter(({ times }) => times > 1)
    .map(({ field, value }) => {
      const name = freeName(field, names);
      names.add(name);
      return { name, value };
    });
}

/** Finds the constant of a field. */
export function blockOf(
  blocks: readonly SharedBlock[],
  field: string,
  value: unknown,
): SharedBlock | undefined {
  if (!fields.has(field)) return undefined;
  const text = JSON.stringify(value);
  return blocks.find(
    (block) => block.name.replace(/\d+$/, "") === field && JSON.stringify(block.value) === text,
  );
}

/** The name, with a number behind it when it is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

function collect(
  value: unknown,
  seen: Map<string, { readonly field: string; readonly value: unknown; times: number }>,
): void {
  if (typeof value !== "object" || value === null) return;
  for (const [field, item] of Object.entries(value)) {
    const text = fields.has(field) ? JSON.stringify(item) : "";
    if (text.length < shortest) {
      collect(item, seen);
      continue;
    }
    const known = seen.get(`${field} ${text}`);
    if (known === undefined) seen.set(`${field} ${text}`, { field, value: item, times: 1 });
    else known.times += 1;
  }
}
