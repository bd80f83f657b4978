// SPDX-License-Identifier: Apache-2.0
/**
 * @module What the annotation kept of a v1alpha1 service, put back into the converted one.
 *
 * Live fields always win. A saved value returns only where v1beta1 has no field for it, or where
 * the live value is still what the saved one was converted to.
 */
import type { V1alpha1MainContainer, V1alpha1Service } from "../v1alpha1/service.js";
import type { Component } from "../v1beta1/component.js";
import { isEmptyMetadata, isOddMemory, isOddPod, sidecarConflicts } from "./alpha-remainder.js";
import { isWorkerRole } from "./component.js";
import { compact, filled, isNothing, same } from "./json.js";
import { isBare, mainName, mergedMain, named, secretSource } from "./main-container.js";
import { filledMap, hasTemplate, isEmptyPod, sidecarName, sidecarOf } from "./pod-template.js";
import { nativeResources, sameResources, spelledSpecially } from "./resources.js";
import {
  restoreMountOrigins,
  restoreSurplusCaches,
  sameMounts,
  withoutCaches,
} from "./volume-mounts.js";

/** The service with what the annotation kept of it. */
export function restoreAlpha(
  live: V1alpha1Service,
  saved: V1alpha1Service,
  component: Component,
): V1alpha1Service {
  const { podTemplate } = component;
  const main = named(podTemplate?.spec?.containers, mainName);
  const hadMetadata = podTemplate !== undefined && isEmptyMetadata(saved);
  const service = compact({
    ...live,
    volumeMounts: restoreSurplusCaches(
      live.volumeMounts,
      saved.volumeMounts,
      hasTemplate(saved),
      component.compilationCache,
      main,
    ),
    subComponentType: live.subComponentType ?? restoredSubtype(live, saved),
    dynamoNamespace: saved.dynamoNamespace,
    autoscaling: saved.autoscaling,
    ingress: saved.ingress,
    annotations: filledMap(saved.annotations),
    labels: filledMap(saved.labels),
    sharedMemory: restoredMemory(live, saved) ? saved.sharedMemory : live.sharedMemory,
    extraPodMetadata: live.extraPodMetadata ?? (hadMetadata ? saved.extraPodMetadata : undefined),
    extraPodSpec: restoredPod(live, saved),
    scalingAdapter:
      live.scalingAdapter ??
      (saved.scalingAdapter?.enabled === true ? undefined : saved.scalingAdapter),
    gpuMemoryService:
      live.gpuMemoryService ??
      (saved.gpuMemoryService?.enabled === true ? undefined : saved.gpuMemoryService),
    failover: live.failover ?? (saved.failover?.enabled === true ? undefined : saved.failover),
  });
  return pruned(restoreMain(service, saved, main !== undefined), saved);
}

function restoreMain(
  live: V1alpha1Service,
  saved: V1alpha1Service,
  hasMain: boolean,
): V1alpha1Service {
  const spelled =
    hasMain &&
    saved.resources !== undefined &&
    spelledSpecially(saved.resources) &&
    sameResources(nativeResources(live.resources ?? {}), nativeResources(saved.resources))
      ? { ...live, resources: saved.resources }
      : live;
  const service = restoreSecret(spelled, saved, hasMain);
  const savedMain = saved.extraPodSpec?.mainContainer;
  if (savedMain === undefined) return service;
  const split = hasMain ? restoreSplit(service, saved, savedMain) : service;
  const main = split.extraPodSpec?.mainContainer;
  return main === undefined ? split : withMain(split, { ...main, name: savedMain.name });
}

/** `envFrom` of the container as `envFromSecret`, when it is still nothing but that. */
function restoreSecret(
  live: V1alpha1Service,
  saved: V1alpha1Service,
  hasMain: boolean,
): V1alpha1Service {
  const secret = saved.envFromSecret;
  if (secret === undefined || !hasMain) return live;
  if (secret === "") return { ...live, envFromSecret: "" };
  const main = live.extraPodSpec?.mainContainer;
  if (main === undefined || !same(main.envFrom, secretSource(secret))) return live;
  return withMain({ ...live, envFromSecret: secret }, { ...main, envFrom: undefined });
}

/**
 * Puts fields back where they stood: in the service or under `mainContainer`. Each one only if
 * both places together still say what they said.
 */
function restoreSplit(
  live: V1alpha1Service,
  saved: V1alpha1Service,
  savedMain: V1alpha1MainContainer,
): V1alpha1Service {
  const now = mergedMain(live);
  const then = mergedMain(saved);
  const fields: Mutable<V1alpha1Service> = {};
  const main: Mutable<V1alpha1MainContainer> = {};
  const given = (...values: readonly unknown[]) => values.some((value) => !isNothing(value));

  if (same(now.env, then.env) && given(saved.envs, savedMain.env)) {
    fields.envs = filled(saved.envs);
    main.env = filled(savedMain.env);
  }
  if (same(now.envFrom, then.envFrom) && saved.envFromSecret !== undefined)
    fields.envFromSecret = saved.envFromSecret;
  if (sameResources(now.resources, then.resources) && given(saved.resources, savedMain.resources)) {
    fields.resources = saved.resources;
    main.resources = savedMain.resources;
  }
  const sameVolumes = sameMounts(
    withoutCaches(then.volumeMounts, saved.volumeMounts),
    withoutCaches(now.volumeMounts, live.volumeMounts),
  );
  if (sameVolumes && given(saved.volumeMounts, savedMain.volumeMounts)) {
    fields.volumeMounts = restoreMountOrigins(
      saved.volumeMounts,
      live.volumeMounts,
      savedMain.volumeMounts,
    );
    main.volumeMounts = filled(savedMain.volumeMounts);
  }
  for (const probe of ["livenessProbe", "readinessProbe"] as const) {
    if (!same(now[probe], then[probe]) || !given(saved[probe], savedMain[probe])) continue;
    fields[probe] = saved[probe];
    main[probe] = savedMain[probe];
  }
  const service = compact({ ...live, ...fields });
  if (Object.keys(main).length === 0) return service;
  return withMain(service, { ...live.extraPodSpec?.mainContainer, ...main });
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function withMain(service: V1alpha1Service, main: V1alpha1MainContainer): V1alpha1Service {
  return {
    ...service,
    extraPodSpec: { ...service.extraPodSpec, mainContainer: compact(main) },
  };
}

/** Drops the empty remains of the main container, unless they were written that way. */
function pruned(service: V1alpha1Service, saved: V1alpha1Service): V1alpha1Service {
  const { extraPodSpec, ...rest } = service;
  if (extraPodSpec === undefined) return service;
  const { mainContainer, ...pod } = extraPodSpec;
  const onlyNamed =
    isEmptyPod(saved.extraPodSpec) && saved.extraPodSpec?.mainContainer?.name !== undefined;
  const kept = isBare(mainContainer) && !onlyNamed ? pod : extraPodSpec;
  return isEmptyPod(kept) && !isOddPod(saved) ? rest : { ...rest, extraPodSpec: kept };
}

/** The free-form subtype, unless it would change what v1beta1 says by now. */
function restoredSubtype(live: V1alpha1Service, saved: V1alpha1Service): string | undefined {
  const { subComponentType } = saved;
  return isWorkerRole({ ...live, subComponentType }) ? undefined : subComponentType;
}

/** True while v1beta1 still says what the odd shared memory was converted to. */
function restoredMemory(live: V1alpha1Service, saved: V1alpha1Service): boolean {
  if (!isOddMemory(saved.sharedMemory)) return false;
  return saved.sharedMemory?.disabled === true
    ? live.sharedMemory?.disabled === true
    : live.sharedMemory === undefined;
}

function restoredPod(
  live: V1alpha1Service,
  saved: V1alpha1Service,
): V1alpha1Service["extraPodSpec"] {
  if (isOddPod(saved)) return live.extraPodSpec ?? saved.extraPodSpec;
  const conflict = named(saved.extraPodSpec?.containers, sidecarName);
  // The conversion took the container for `frontendSidecar`, which the operator reads as its copy.
  if (conflict === undefined || !sidecarConflicts(saved)) return live.extraPodSpec;
  if (!same(live.frontendSidecar, sidecarOf(conflict, saved.frontendSidecar)))
    return live.extraPodSpec;
  return {
    ...live.extraPodSpec,
    containers: [...(live.extraPodSpec?.containers ?? []), conflict],
  };
}
