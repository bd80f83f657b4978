// SPDX-License-Identifier: Apache-2.0
/** @module A chart to install: where it is, which version, with which values. */
import type { z } from "zod";
import { type Finding, finding, nearest } from "../../facts/index.js";

/** What Pulumi, Flux, Argo CD or a person need to install a chart. */
export interface HelmChart<Values extends object = object> {
  /** Name of the release. */
  readonly release: string;
  /** Where the chart is: an `oci://` address, or its name in `repository`. */
  readonly chart: string;
  /** Address of the repository. @default - the chart has an `oci://` address */
  readonly repository?: string | undefined;
  readonly version: string;
  readonly namespace: string;
  /** Values that differ from the chart's own. */
  readonly values: Values;
}

/** What the settings of every chart have in common. */
export interface ChartOptions<Values extends object> {
  /** Version of the chart. @default - the one that fits the Dynamo release */
  readonly version?: string | undefined;
  /** Namespace of its pods. @default - the one that the project uses */
  readonly namespace?: string | undefined;
  /** True when it is in the cluster already: it counts as there, and nothing is installed. @default false */
  readonly existing?: boolean | undefined;
  /** Further values of the chart, over those that the settings make. @default - none */
  readonly values?: Values | undefined;
}

/** Keys that the schema of the values does not have, with the field that was probably meant. */
export function unknownValues(
  values: unknown,
  schema: z.ZodType,
  object: string,
  path: readonly (string | number)[],
): readonly Finding[] {
  const result = schema.safeParse(values);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const at = issue.path.filter((step) => typeof step !== "symbol");
    const [key] = issue.code === "unrecognized_keys" ? issue.keys : [];
    const place = { object, path: [...path, ...at, ...(key === undefined ? [] : [key])] };
    if (key === undefined)
      return finding("DYN-ORCH-012", place, issue.message, "Write what the chart expects.");
    const close = nearest(key, keysAt(schema, at));
    return finding(
      "DYN-ORCH-012",
      place,
      `the chart has no value ${key}`,
      close === undefined ? `Remove ${key}.` : `Write ${close} instead of ${key}.`,
    );
  });
}

/** The keys that the schema has at a path. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let current: unknown = schema;
  for (const step of ["", ...path]) {
    current = unwrapped(step === "" ? current : shapeOf(current)?.[String(step)]);
  }
  return Object.keys(shapeOf(current) ?? {});
}

function unwrapped(schema: unknown): unknown {
  const inner = (schema as { readonly def?: { readonly innerType?: unknown } } | undefined)?.def;
  return inner?.innerType === undefined ? schema : unwrapped(inner.innerType);
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return (schema as { readonly shape?: Readonly<Record<string, unknown>> } | undefined)?.shape;
}
