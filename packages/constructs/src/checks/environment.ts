// SPDX-License-Identifier: Apache-2.0
/** @module The environment that a main container will have: the operator's, the graph's, its own. */
import type { Component, Container, EnvVar } from "../api/index.js";
import { dynamoNamespace } from "../facts/index.js";

/** Variables of one container. */
export interface Environment {
  /** Literal values by name; undefined for a value that is decided elsewhere. */
  readonly values: ReadonlyMap<string, string | undefined>;
  /** True when variables may come from ConfigMaps or Secrets whose keys are not known here. */
  readonly open: boolean;
}

/** Names that the operator sets on every main container, with a value where it is fixed. */
const common: readonly (readonly [string, string | undefined])[] = [
  ["DYN_PARENT_DGD_K8S_NAME", undefined],
  ["DYN_PARENT_DGD_K8S_NAMESPACE", undefined],
  ["POD_NAME", undefined],
  ["POD_NAMESPACE", undefined],
  ["POD_UID", undefined],
];

const workerVariables: readonly (readonly [string, string | undefined])[] = [
  ["DYN_SYSTEM_PORT", "9090"],
  ["DYN_HEALTH_CHECK_ENABLED", "false"],
  ["NIXL_TELEMETRY_ENABLE", "n"],
  ["NIXL_TELEMETRY_EXPORTER", "prometheus"],
  ["NIXL_TELEMETRY_PROMETHEUS_PORT", "19090"],
  ["DYN_FORWARDPASS_METRIC_PORT", "20380"],
];

const byType: Readonly<Record<string, readonly (readonly [string, string | undefined])[]>> = {
  frontend: [
    ["DYNAMO_PORT", "8000"],
    ["DYN_HTTP_PORT", "8000"],
  ],
  worker: workerVariables,
  prefill: workerVariables,
  decode: workerVariables,
  planner: [
    ["PLANNER_PROMETHEUS_PORT", "9085"],
    ["DYN_SYSTEM_PORT", "9090"],
  ],
  epp: [
    ["USE_STREAMING", "true"],
    ["RUST_LOG", "info"],
  ],
};

/** What the graph says that decides variables of its components. */
export interface EnvironmentContext {
  readonly graph: string;
  readonly kubernetesNamespace: string | undefined;
  readonly etcd: boolean;
  readonly env: readonly EnvVar[] | undefined;
}

/**
 * The environment of a component's main container.
 *
 * @see deploy/operator/internal/dynamo/component_common.go
 */
export function environmentOf(
  component: Component,
  main: Container | undefined,
  context: EnvironmentContext,
): Environment {
  const values = new Map<string, string | undefined>(common);
  const { type, globalDynamoNamespace } = component;
  const namespace = namespaceOf(globalDynamoNamespace === true, context);
  values.set("DYN_NAMESPACE", namespace);
  values.set("DYN_COMPONENT", type);
  if (!context.etcd) values.set("DYN_DISCOVERY_BACKEND", "kubernetes");
  if (type === "frontend" || type === "epp") values.set("DYN_NAMESPACE_PREFIX", namespace);
  for (const [name, value] of byType[type ?? ""] ?? []) values.set(name, value);
  addVariables(values, context.env);
  addVariables(values, main?.env);
  return { values, open: (main?.envFrom?.length ?? 0) > 0 };
}

function namespaceOf(global: boolean, context: EnvironmentContext): string | undefined {
  if (global) return "dynamo";
  const { kubernetesNamespace, graph } = context;
  return kubernetesNamespace === undefined
    ? undefined
    : dynamoNamespace(kubernetesNamespace, graph);
}

function addVariables(
  values: Map<string, string | undefined>,
  variables: readonly EnvVar[] | undefined,
): void {
  for (const { name, value, valueFrom } of variables ?? []) {
    values.set(name, valueFrom === undefined && isKnown(value ?? "") ? (value ?? "") : undefined);
  }
}

/** False for text that somebody still fills in: `$(NAME)`, `${NAME}`, `$NAME`. */
export function isKnown(text: string): boolean {
  return !/\$[({A-Za-z_]/.test(text);
}
