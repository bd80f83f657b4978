// SPDX-License-Identifier: Apache-2.0
/** @module The main container of a v1alpha1 service: its own fields with `extraPodSpec.mainContainer` on top. */
import type { Container } from "../core/container.js";
import type { EnvFromSource, EnvVar } from "../core/env.js";
import type { Probe } from "../core/probe.js";
import type { V1alpha1MainContainer, V1alpha1Service } from "../v1alpha1/service.js";
import { compact, filled, isNothing, isObject, type JsonObject, present } from "./json.js";
import { mergeResources, nativeResources } from "./resources.js";
import { nativeMounts } from "./volume-mounts.js";

/** Name of the container that the operator merges over its defaults. */
export const mainName = "main";

/** The container that both parts of a service describe together. */
export function mergedMain(service: V1alpha1Service): Container {
  const over = service.extraPodSpec?.mainContainer;
  const { name: _name, ...rest } = over ?? {};
  return compact({
    ...rest,
    name: mainName,
    env: over === undefined ? filled(service.envs) : mergeEnv(service.envs, over.env),
    envFrom: filled(over?.envFrom) ?? secretSource(service.envFromSecret),
    resources: mergeResources(
      service.resources && present(nativeResources(service.resources)),
      over?.resources,
    ),
    volumeMounts: filled([...(over?.volumeMounts ?? []), ...nativeMounts(service.volumeMounts)]),
    livenessProbe: mergeProbe(service.livenessProbe, over?.livenessProbe),
    readinessProbe: mergeProbe(service.readinessProbe, over?.readinessProbe),
  });
}

/** `envFrom` of a Secret name; the empty name is none. */
export function secretSource(secret: string | undefined): readonly EnvFromSource[] | undefined {
  return secret === undefined || secret === "" ? undefined : [{ secretRef: { name: secret } }];
}

/** True when the container has no field but its name. */
export function isBare(container: V1alpha1MainContainer | undefined): boolean {
  return Object.entries(container ?? {}).every(
    ([key, value]) =>
      key === "name" ||
      isNothing(value) ||
      (key === "resources" && isObject(value) && Object.values(value).every(isNothing)),
  );
}

/** The container of that name. */
export function named(
  containers: readonly Container[] | undefined,
  name: string,
): Container | undefined {
  return containers?.find((container) => container.name === name);
}

/** Both lists, one variable per name of the second; the second wins in the place of the first. */
function mergeEnv(
  base: readonly EnvVar[] | undefined,
  over: readonly EnvVar[] | undefined,
): readonly EnvVar[] | undefined {
  const merged = [...(base ?? [])];
  const places = new Map(merged.map((variable, index) => [variable.name, index]));
  for (const variable of over ?? []) {
    const place = places.get(variable.name) ?? merged.length;
    places.set(variable.name, place);
    merged[place] = variable;
  }
  return filled(merged);
}

/**
 * `over` on top of `base`, field by field: the operator merges probes deeply, so a probe under
 * `mainContainer` inherits what it leaves out, even another handler.
 */
function mergeProbe(base: Probe | undefined, over: Probe | undefined): Probe | undefined {
  if (base === undefined || over === undefined) return over ?? base;
  return deepMerge(base, over) as Probe;
}

function deepMerge(base: JsonObject, over: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    if (isObject(below) && isObject(value)) merged[key] = deepMerge(below, value);
    else if (below === undefined || wins(below, value)) merged[key] = value;
  }
  return merged;
}

/** A Go zero value overrides nothing; nor does a port number override a port name. */
function wins(below: unknown, value: unknown): boolean {
  if (isNothing(value) || value === 0 || value === "" || value === false) return false;
  return !(typeof below === "string" && typeof value === "number");
}
