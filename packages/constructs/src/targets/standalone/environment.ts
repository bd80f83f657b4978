// SPDX-License-Identifier: Apache-2.0
/** @module The environment of a container that no kubelet fills in. */
import type { Container, EnvFromSource, EnvVar } from "../../api/index.js";
import type { FieldPath } from "../../facts/index.js";
import type { Report } from "../report.js";
import type { Neighbours } from "./objects.js";
import type { PodIdentity } from "./pod.js";
import { expand, literal, type Text } from "./text.js";

/** Variables by name, and the Secrets of which all keys, whatever they are, become variables. */
export interface StandaloneEnvironment {
  readonly variables: ReadonlyMap<string, Text>;
  readonly wholeSecrets: readonly string[];
}

/** What a container's environment is put together from. */
export interface EnvironmentSources {
  readonly container: Container;
  readonly path: FieldPath;
  /** What the operator sets; a value of the container or the graph wins. */
  readonly operator: ReadonlyMap<string, string>;
  /** Environment of the graph. @default - none */
  readonly graph?: readonly EnvVar[] | undefined;
  /** How processes find one another here. Wins over everything; undefined takes a variable away. */
  readonly planes: ReadonlyMap<string, string | undefined>;
  readonly pod: PodIdentity;
  readonly neighbours: Neighbours;
  readonly report: Report;
}

/** Puts the environment together in the order of Kubernetes: whole objects, operator, graph, container. */
export function standaloneEnvironment(sources: EnvironmentSources): StandaloneEnvironment {
  const { container, path, operator, graph, planes, report } = sources;
  const variables = new Map<string, Text>();
  const wholeSecrets: string[] = [];
  for (const [at, source] of (container.envFrom ?? []).entries())
    addSource(source, [...path, "envFrom", at], sources, variables, wholeSecrets);
  for (const [name, value] of operator) variables.set(name, literal(value));
  for (const [list, listPath] of [
    [graph, ["spec", "env"]],
    [container.env, [...path, "env"]],
  ] as const) {
    for (const [at, variable] of (list ?? []).entries()) {
      const value = variableValue(variable, [...listPath, at], sources, variables);
      if (value !== undefined) variables.set(variable.name, value);
      if (planes.has(variable.name))
        replacePlane(variable, planes.get(variable.name), [...listPath, at], report);
    }
  }
  for (const [name, value] of planes) {
    if (value === undefined) variables.delete(name);
    else variables.set(name, literal(value));
  }
  return { variables, wholeSecrets };
}

function replacePlane(
  { name, value }: EnvVar,
  own: string | undefined,
  path: FieldPath,
  report: Report,
): void {
  if (value === own) return;
  const now = own === undefined ? "is left out" : `becomes ${JSON.stringify(own)}`;
  report(
    "DYN-CMP-016",
    path,
    `${name} ${now}, got ${JSON.stringify(value ?? "a reference")}`,
    `Remove ${name} from the graph, or ignore this.`,
  );
}

function addSource(
  source: EnvFromSource,
  path: FieldPath,
  { neighbours, report }: EnvironmentSources,
  variables: Map<string, Text>,
  wholeSecrets: string[],
): void {
  const { configMapRef, secretRef, prefix = "" } = source;
  if (configMapRef?.name !== undefined) {
    const content = neighbours.configMap(configMapRef.name);
    if (content === undefined && configMapRef.optional !== true)
      missingConfigMap(configMapRef.name, path, report);
    for (const [key, value] of content ?? []) variables.set(prefix + key, literal(value));
  }
  if (secretRef?.name !== undefined) {
    const { name: secret, optional = false } = secretRef;
    const keys = neighbours.secretKeys(secret);
    if (keys === undefined) {
      wholeSecrets.push(secret);
      report(
        "DYN-CMP-024",
        path,
        `the keys of Secret ${secret} are not known, so ${secret}.env beside the Compose file is read, one KEY=value per line`,
        `Give the Secret among the objects, or write ${secret}.env.`,
      );
    }
    for (const key of keys ?? [])
      variables.set(prefix + key, { parts: [{ secret, key, optional }] });
  }
}

function variableValue(
  { name, value, valueFrom }: EnvVar,
  path: FieldPath,
  { neighbours, pod, report }: EnvironmentSources,
  scope: ReadonlyMap<string, Text>,
): Text | undefined {
  if (valueFrom === undefined) return expand(value ?? "", scope);
  const { configMapKeyRef, secretKeyRef, fieldRef } = valueFrom;
  if (secretKeyRef?.name !== undefined) {
    const { name: secret, key, optional = false } = secretKeyRef;
    return { parts: [{ secret, key, optional }] };
  }
  if (configMapKeyRef?.name !== undefined) {
    const found = neighbours.configMap(configMapKeyRef.name)?.get(configMapKeyRef.key);
    if (found === undefined && configMapKeyRef.optional !== true)
      missingConfigMap(configMapKeyRef.name, path, report, configMapKeyRef.key);
    return found === undefined ? undefined : literal(found);
  }
  const known = fieldRef === undefined ? undefined : pod.field(fieldRef.fieldPath);
  if (known === undefined) {
    const source = fieldRef?.fieldPath ?? Object.keys(valueFrom).join(", ");
    report(
      "DYN-CMP-017",
      path,
      `${name} comes from ${source}, which only a cluster knows; the variable is left out`,
      `Give ${name} a literal value.`,
    );
    return undefined;
  }
  return literal(known);
}

/** DYN-CMP-009. */
export function missingConfigMap(
  name: string,
  path: FieldPath,
  report: Report,
  key?: string | undefined,
): void {
  const what =
    key === undefined ? `ConfigMap ${name}` : `key ${JSON.stringify(key)} of ConfigMap ${name}`;
  report(
    "DYN-CMP-009",
    path,
    `${what} is needed, and was not given`,
    `Pass ConfigMap ${name} in objects.`,
  );
}
