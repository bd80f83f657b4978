// SPDX-License-Identifier: Apache-2.0
/** @module Environment variables as a record, which cannot hold a name twice. */
import type { EnvFromSource, EnvVar } from "../api/index.js";

/** Where a value comes from when it is not a literal: the wire shape of `valueFrom`. */
export type EnvSource = NonNullable<EnvVar["valueFrom"]>;

/**
 * Environment variables by name: a literal, or where the value comes from.
 *
 * @example { HF_HOME: "/model-cache", POD_IP: { fieldRef: { fieldPath: "status.podIP" } } }
 */
export type Environment = Readonly<Record<string, string | EnvSource | undefined>>;

/** A Secret by its name, or the wire shape of `envFrom`. */
export type EnvironmentSource = string | EnvFromSource;

/** The list that Kubernetes reads; order is kept because values may refer to earlier names. */
export function renderEnvironment(environment: Environment | undefined): EnvVar[] | undefined {
  if (environment === undefined) return undefined;
  const list: EnvVar[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    list.push(typeof value === "string" ? { name, value } : { name, valueFrom: value });
  }
  return list;
}

/** The record of a list; of two entries with one name the last counts, as in Kubernetes. */
export function readEnvironment(list: readonly EnvVar[] | undefined): Environment | undefined {
  if (list === undefined) return undefined;
  const environment: Record<string, string | EnvSource> = {};
  for (const { name, value, valueFrom } of list) {
    delete environment[name];
    environment[name] = valueFrom ?? value ?? "";
  }
  return environment;
}

/** `envFrom` of the wire: a bare string becomes a reference to the Secret of that name. */
export function renderEnvironmentSources(
  sources: readonly EnvironmentSource[] | undefined,
): EnvFromSource[] | undefined {
  return sources?.map((source) =>
    typeof source === "string" ? { secretRef: { name: source } } : source,
  );
}

/** The short form of `envFrom`. */
export function readEnvironmentSources(
  sources: readonly EnvFromSource[] | undefined,
): EnvironmentSource[] | undefined {
  return sources?.map((source) => {
    const name = source.secretRef?.name;
    const plain =
      name !== undefined &&
      Object.keys(source).length === 1 &&
      Object.keys(source.secretRef ?? {}).length === 1;
    return plain ? name : source;
  });
}
