// SPDX-License-Identifier: Apache-2.0
/**
 * @module What the annotation kept of a v1beta1 component, put back into the converted one.
 *
 * Live fields always win: containers, mounts and their order return only as far as the service
 * still has what they were saved for.
 */
import type { Container, VolumeMount } from "../core/container.js";
import type { EnvFromSource } from "../core/env.js";
import type { PodTemplateSpec } from "../core/pod.js";
import type { V1alpha1FrontendSidecar, V1alpha1Service } from "../v1alpha1/service.js";
import type { CompilationCache, Component } from "../v1beta1/component.js";
import {
  containersOf,
  counterpartOf,
  isEmptyExperimental,
  isEmptyTemplate,
  otherMetadata,
  type SparseComponent,
  type SparseTemplate,
} from "./beta-remainder.js";
import { compact, filled, isNothing, present } from "./json.js";
import { isBare, mainName, named } from "./main-container.js";
import { sidecarName } from "./pod-template.js";
import { spelledSpecially } from "./resources.js";
import { cacheMount, hasMount, sameMount, sameMounts, serviceMounts } from "./volume-mounts.js";

/** The component with what the annotation kept of it. */
export function restoreBeta(
  live: Component,
  saved: SparseComponent,
  service: V1alpha1Service,
): Component {
  const podTemplate =
    saved.podTemplate === undefined
      ? live.podTemplate
      : restoredTemplate(live, saved.podTemplate, service);
  // A reference whose container somebody removed is stale.
  const lost =
    saved.frontendSidecar !== undefined &&
    named(containersOf(saved.podTemplate), saved.frontendSidecar) !== undefined &&
    named(containersOf(podTemplate), saved.frontendSidecar) === undefined;
  return compact({
    ...live,
    podTemplate,
    frontendSidecar: live.frontendSidecar ?? (lost ? undefined : saved.frontendSidecar),
    experimental:
      live.experimental ??
      (isEmptyExperimental(saved.experimental) ? saved.experimental : undefined),
  });
}

function restoredTemplate(
  live: Component,
  saved: SparseTemplate,
  service: V1alpha1Service,
): PodTemplateSpec | undefined {
  const order = containersOf(saved);
  const containers = inOrderOf(order, restoredContainers(live, order, service));
  const { labels, annotations } = live.podTemplate?.metadata ?? {};
  const spec = { ...live.podTemplate?.spec, containers };
  const restored: PodTemplateSpec = compact({
    metadata: present({ ...otherMetadata(saved.metadata), labels, annotations }),
    spec: Object.values(spec).every(isNothing) ? undefined : spec,
  });
  return isEmptyTemplate(restored) && !isEmptyTemplate(saved) ? undefined : restored;
}

function restoredContainers(
  live: Component,
  saved: readonly Container[],
  service: V1alpha1Service,
): readonly Container[] {
  const { compilationCache: cache, podTemplate } = live;
  const savedMain = named(saved, mainName);
  const containers = containersOf(podTemplate).flatMap((container) => {
    if (container.name !== mainName) return [container];
    // An empty envFromSecret and some spellings of resources come back only by way of a main container.
    const generated =
      savedMain === undefined &&
      service.envFromSecret !== "" &&
      !spelledSpecially(service.resources) &&
      isOnlyCache(container, cache);
    return generated ? [] : [withoutAddedCache(container, savedMain, cache, service)];
  });
  const missing = saved.filter(
    (container) =>
      !isBare(container) &&
      named(containers, container.name) === undefined &&
      (container.name !== sidecarName || service.frontendSidecar !== undefined),
  );
  return [...containers, ...missing].map((container) => {
    const counterpart = named(saved, container.name);
    if (counterpart === undefined) return container;
    if (container.name === mainName) return restoredMain(container, counterpart, cache, service);
    return container.name === sidecarName
      ? restoredSidecar(container, counterpart, service.frontendSidecar)
      : container;
  });
}

/** Takes away the mount that the service adds for its compilation cache. */
function withoutAddedCache(
  main: Container,
  saved: Container | undefined,
  cache: CompilationCache | undefined,
  service: V1alpha1Service,
): Container {
  if (cache === undefined) return main;
  const mount = cacheMount(cache);
  const own = service.extraPodSpec?.mainContainer?.volumeMounts;
  if (hasMount(saved?.volumeMounts, mount) || hasMount(own, mount)) return main;
  const others = main.volumeMounts?.filter((other) => !sameMount(other, mount));
  return compact({ ...main, volumeMounts: filled(others) });
}

function isOnlyCache(main: Container, cache: CompilationCache | undefined): boolean {
  const mounts = (main.volumeMounts ?? []).filter(
    (mount) => cache === undefined || !sameMount(cacheMount(cache), mount),
  );
  return isBare({ ...main, volumeMounts: mounts });
}

function restoredMain(
  main: Container,
  saved: Container,
  cache: CompilationCache | undefined,
  service: V1alpha1Service,
): Container {
  const own = service.extraPodSpec?.mainContainer?.volumeMounts;
  const mounts = (main.volumeMounts ?? []).map((mount) => {
    if (!hasMount(service.volumeMounts, mount) || hasMount(own, mount)) return mount;
    const { name, mountPath } = mount;
    return { ...(counterpartOf(mount, saved.volumeMounts) ?? mount), name, mountPath };
  });
  // The order returns only while the service still lists what it was given.
  const given = serviceMounts(saved.volumeMounts, cache) ?? [];
  const ordered = sameMounts(service.volumeMounts ?? [], given)
    ? arranged(mounts, saved.volumeMounts ?? [])
    : mounts;
  return compact({ ...main, volumeMounts: filled(ordered) });
}

function arranged(
  mounts: readonly VolumeMount[],
  order: readonly VolumeMount[],
): readonly VolumeMount[] {
  const found = order.flatMap((place) => mounts.find((mount) => sameMount(place, mount)) ?? []);
  return order.length === mounts.length && found.length === mounts.length ? found : mounts;
}

/** The generated frontend container with the fields that v1alpha1 has no room for. */
function restoredSidecar(
  live: Container,
  saved: Container,
  sidecar: V1alpha1FrontendSidecar | undefined,
): Container {
  if (sidecar === undefined || isBare(saved)) return live;
  const { name: _name, image: _image, args: _args, env: _env, envFrom, ...rest } = saved;
  return {
    ...live,
    ...rest,
    ...compact({ envFrom: restoredSources(live.envFrom, envFrom, sidecar) }),
  };
}

function restoredSources(
  live: readonly EnvFromSource[] | undefined,
  saved: readonly EnvFromSource[] | undefined,
  sidecar: V1alpha1FrontendSidecar,
): readonly EnvFromSource[] | undefined {
  const secret = sidecar.envFromSecret;
  if (isNothing(saved)) return live;
  if (secret === undefined || secret === "") return saved;
  const only = (sources: readonly EnvFromSource[] | undefined) =>
    sources?.length === 1 && sources[0]?.secretRef?.name === secret;
  return only(live) && only(saved) ? saved : live;
}

/** The containers in the order of the annotation, if it names them all. */
function inOrderOf(
  order: readonly Container[],
  containers: readonly Container[],
): readonly Container[] {
  const known = order.length === containers.length && order.length > 1;
  if (!known || containers.some(({ name }) => named(order, name) === undefined)) return containers;
  return order.flatMap(({ name }) => named(containers, name) ?? []);
}
