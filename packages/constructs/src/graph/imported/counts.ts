// SPDX-License-Identifier: Apache-2.0
/** @module How much of an imported object has types, and how much goes through escape hatches. */
import { flagTable, renderFlags } from "../../engines/index.js";
import type { ComponentProps } from "../component.js";
import type { ContainerOptions } from "../container.js";
import type { Override } from "./pointer.js";

/** Figures of one import. */
export interface ImportCounts {
  /** Words of the processes that the containers start. */
  readonly argv: {
    /** Words of typed flags. */
    readonly typed: number;
    /** Words in `extraArgs`: the program is known, the flag is not. */
    readonly extra: number;
    /** Words of `command` and `args` that no program was read from. */
    readonly raw: number;
  };
  /** Values of the components' pods and containers, each text, number or switch counted once. */
  readonly fields: {
    readonly typed: number;
    /** Values in `podTemplate`, in overrides, and in raw `command` and `args`. */
    readonly escaped: number;
  };
}

/** Figures of an object that has no containers of its own. */
export const noCounts: ImportCounts = {
  argv: { typed: 0, extra: 0, raw: 0 },
  fields: { typed: 0, escaped: 0 },
};

/** The figures of a graph that nothing could be read of. */
export function untypedCounts(spec: unknown): ImportCounts {
  return { ...noCounts, fields: { typed: 0, escaped: leaves(spec) } };
}

/** The figures of a graph's components. */
export function countComponents(
  components: readonly ComponentProps[],
  overrides: readonly Override[],
): ImportCounts {
  const hatches = overrides.map(({ pointer, value }) => ({
    argv: noArgv,
    // Without a value the field is removed; that is one statement, too.
    fields: { typed: 0, escaped: Math.max(1, leaves(value)) },
    ...(/\/(command|args)(\/|$)/.test(pointer) ? { argv: { ...noArgv, raw: words(value) } } : {}),
  }));
  return [...components.map(countComponent), ...hatches].reduce(addCounts, noCounts);
}

/** The figures of several imports together. */
export function addCounts(one: ImportCounts, other: ImportCounts): ImportCounts {
  return {
    argv: {
      typed: one.argv.typed + other.argv.typed,
      extra: one.argv.extra + other.argv.extra,
      raw: one.argv.raw + other.argv.raw,
    },
    fields: {
      typed: one.fields.typed + other.fields.typed,
      escaped: one.fields.escaped + other.fields.escaped,
    },
  };
}

const noArgv = noCounts.argv;

function countComponent(component: ComponentProps): ImportCounts {
  const { sidecars, podTemplate, ...main } = component;
  const template = { argv: noArgv, fields: { typed: 0, escaped: leaves(podTemplate) } };
  return [main, ...(sidecars ?? [])].map(countContainer).reduce(addCounts, template);
}

function countContainer(container: ContainerOptions): ImportCounts {
  const { program, command, args, ...rest } = container;
  const raw = [...(command ?? []), ...(args ?? [])];
  const fields = { typed: leaves(rest), escaped: raw.length };
  if (program === undefined) return { argv: { ...noArgv, raw: words(raw) }, fields };
  const extra = program.extraArgs?.length ?? 0;
  const typed = renderFlags(flagTable(program.program), program.flags).length;
  return { argv: { typed, extra, raw: 0 }, fields };
}

/** Texts, numbers and switches anywhere below; an empty object or list is one, too. */
function leaves(value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== "object") return 1;
  const inner = Object.values(value);
  return inner.length === 0 ? 1 : inner.reduce((sum: number, item) => sum + leaves(item), 0);
}

/** Words of a command line; a script counts by its words, not as one. */
function words(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + words(item), 0);
  if (typeof value !== "string") return value === undefined ? 0 : 1;
  return value.split(/\s+/).filter((word) => word !== "").length;
}
