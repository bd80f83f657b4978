// SPDX-License-Identifier: Apache-2.0
/** @module A v1beta1 component as a v1alpha1 service. */
import { quantityValue } from "../../facts/index.js";
import type { Container, VolumeMount } from "../core/container.js";
import type { PodTemplateSpec } from "../core/pod.js";
import type {
  V1alpha1ExtraPodSpec,
  V1alpha1MainContainer,
  V1alpha1Service,
} from "../v1alpha1/service.js";
import type { CompilationCache, Component } from "../v1beta1/component.js";
import { restoreAlpha } from "./alpha-restoration.js";
import { alphaExperimental } from "./experimental.js";
import { compact, filled, isNothing, present } from "./json.js";
import { isBare, mainName, named } from "./main-container.js";
import { filledMap, isPlainSidecar, sidecarName, sidecarOf } from "./pod-template.js";
import { alphaResources } from "./resources.js";
import { cacheMount, hasMount, serviceMounts } from "./volume-mounts.js";

/** How to write a service. */
export interface ServiceStyle {
  /** What the annotation kept of the service that the component came from. */
  readonly saved: V1alpha1Service | undefined;
  /**
   * True says as much as v1alpha1 can, also where the operator leaves it to the annotation: mounts
   * with more than a path stay under `mainContainer`, a plain frontend container becomes
   * `frontendSidecar`.
   */
  readonly selfContained: boolean;
}

/** The service that a component describes, without its name. */
export function serviceOf(component: Component, style: ServiceStyle): V1alpha1Service {
  const { saved, selfContained } = style;
  const {
    name: _name,
    type,
    podTemplate,
    sharedMemorySize,
    scalingAdapter,
    frontendSidecar,
    compilationCache,
    experimental,
    ...same
  } = component;
  const { annotations, labels } = podTemplate?.metadata ?? {};
  const containers = podTemplate?.spec?.containers ?? [];
  const main = named(containers, mainName);
  const savedSidecar = frontendSidecar === sidecarName ? saved?.frontendSidecar : undefined;
  const candidate = frontendSidecar === sidecarName ? named(containers, sidecarName) : undefined;
  const plain = selfContained && isPlainSidecar(candidate);
  const sidecar = savedSidecar !== undefined || plain ? candidate : undefined;
  const resources = alphaResources(main?.resources);
  const own = selfContained ? detailedMounts(main?.volumeMounts, compilationCache) : [];
  const mounts = main?.volumeMounts?.filter((mount) => !own.includes(mount));

  const service: V1alpha1Service = compact({
    ...alphaType(type),
    ...same,
    resources,
    envs: filled(main?.env),
    livenessProbe: main?.livenessProbe,
    readinessProbe: main?.readinessProbe,
    volumeMounts: serviceMounts(mounts, compilationCache),
    sharedMemory: sharedMemorySize === undefined ? undefined : sharedMemory(sharedMemorySize),
    extraPodMetadata: present({ annotations: filledMap(annotations), labels: filledMap(labels) }),
    extraPodSpec: extraPodSpec(
      podTemplate,
      main && mainRest(main, own, resources !== undefined),
      containers.filter((container) => container !== main && container !== sidecar),
    ),
    frontendSidecar: sidecar === undefined ? savedSidecar : sidecarOf(sidecar, savedSidecar),
    scalingAdapter: scalingAdapter && { enabled: true },
    ...alphaExperimental(experimental),
  });
  return saved === undefined ? service : restoreAlpha(service, saved, component);
}

function alphaType(
  type: Component["type"],
): Pick<V1alpha1Service, "componentType" | "subComponentType"> {
  if (type === "prefill" || type === "decode")
    return { componentType: "worker", subComponentType: type };
  return compact({ componentType: type });
}

function sharedMemory(size: string | number): V1alpha1Service["sharedMemory"] {
  return quantityValue(size) === 0 ? { disabled: true } : { size };
}

/** The pod without what has a field of its own in the service. */
function extraPodSpec(
  template: PodTemplateSpec | undefined,
  main: V1alpha1MainContainer | undefined,
  others: readonly Container[],
): V1alpha1ExtraPodSpec | undefined {
  const { containers: _containers, ...pod } = template?.spec ?? { containers: [] };
  const extra = compact({
    ...pod,
    containers: filled(others),
    mainContainer: isBare(main) ? undefined : main,
  });
  return Object.values(extra).every(isNothing) ? undefined : extra;
}

/** The main container without what has a field of its own in the service. */
function mainRest(
  main: Container,
  mounts: readonly VolumeMount[],
  resourcesMoved: boolean,
): V1alpha1MainContainer {
  const {
    name: _name,
    env: _env,
    livenessProbe: _livenessProbe,
    readinessProbe: _readinessProbe,
    resources,
    ...rest
  } = main;
  return compact({
    ...rest,
    volumeMounts: filled(mounts),
    resources: resourcesMoved ? undefined : resources,
  });
}

/** Mounts that say more than a service mount can, except the compilation cache's. */
function detailedMounts(
  mounts: readonly VolumeMount[] | undefined,
  cache: CompilationCache | undefined,
): readonly VolumeMount[] {
  const flagged = cache === undefined ? [] : [cacheMount(cache)];
  return (mounts ?? []).filter((mount) => {
    const { name: _name, mountPath: _mountPath, ...details } = mount;
    return Object.values(details).some((value) => !isNothing(value)) && !hasMount(flagged, mount);
  });
}
