// SPDX-License-Identifier: Apache-2.0
/** @module The pod template of v1beta1, composed from the fields of a v1alpha1 service. */
import type { Container } from "../core/container.js";
import type { PodTemplateSpec } from "../core/pod.js";
import type {
  V1alpha1ExtraPodSpec,
  V1alpha1FrontendSidecar,
  V1alpha1Service,
} from "../v1alpha1/service.js";
import { compact, filled, isNothing, present, same } from "./json.js";
import { isBare, mainName, mergedMain, named, secretSource } from "./main-container.js";

/** Name of the container that v1alpha1's `frontendSidecar` becomes. */
export const sidecarName = "sidecar-frontend";

/** True when a service says anything that belongs into a pod template. */
export function hasTemplate(service: V1alpha1Service): boolean {
  return (
    service.resources !== undefined ||
    !isNothing(service.envs) ||
    service.envFromSecret !== undefined ||
    (service.volumeMounts ?? []).some((mount) => mount.useAsCompilationCache !== true) ||
    service.livenessProbe !== undefined ||
    service.readinessProbe !== undefined ||
    !isEmptyPod(service.extraPodSpec) ||
    service.extraPodMetadata !== undefined ||
    service.frontendSidecar !== undefined
  );
}

/** The pod template of a service: the main container first, then its sidecars. */
export function composeTemplate(service: V1alpha1Service): PodTemplateSpec {
  const { mainContainer: _main, containers, ...pod } = service.extraPodSpec ?? {};
  const sidecars = (containers ?? []).filter((container) => container.name !== mainName);
  const frontend =
    service.frontendSidecar === undefined || named(sidecars, sidecarName) !== undefined
      ? []
      : [sidecarContainer(service.frontendSidecar)];
  return compact({
    metadata: present({
      annotations: filledMap(service.extraPodMetadata?.annotations),
      labels: filledMap(service.extraPodMetadata?.labels),
    }),
    spec: { ...pod, containers: [mergedMain(service), ...sidecars, ...frontend] },
  });
}

/** True when `extraPodSpec` says nothing, whatever name it gives the main container. */
export function isEmptyPod(extraPodSpec: V1alpha1ExtraPodSpec | undefined): boolean {
  const { mainContainer, ...pod } = extraPodSpec ?? {};
  return Object.values(pod).every(isNothing) && isBare(mainContainer);
}

/** The map, or undefined when it is empty. */
export function filledMap<T>(
  map: Readonly<Record<string, T>> | undefined,
): Readonly<Record<string, T>> | undefined {
  return map === undefined || Object.keys(map).length === 0 ? undefined : map;
}

/** The container that a `frontendSidecar` becomes. */
function sidecarContainer(sidecar: V1alpha1FrontendSidecar): Container {
  return compact({
    name: sidecarName,
    image: sidecar.image === "" ? undefined : sidecar.image,
    args: filled(sidecar.args),
    env: filled(sidecar.envs),
    envFrom: secretSource(sidecar.envFromSecret),
  });
}

/** The `frontendSidecar` of a container, as far as v1alpha1 has fields for it. */
export function sidecarOf(
  container: Container,
  saved: V1alpha1FrontendSidecar | undefined,
): V1alpha1FrontendSidecar {
  const [source, ...others] = container.envFrom ?? [];
  const plain =
    others.length === 0 &&
    source?.secretRef !== undefined &&
    source.configMapRef === undefined &&
    (source.prefix ?? "") === "";
  const noSecret = saved?.envFromSecret === "" ? "" : undefined;
  return compact({
    image: container.image ?? "",
    args: filled(container.args),
    envs: filled(container.env),
    envFromSecret: plain ? source.secretRef?.name : noSecret,
  });
}

/** True when v1alpha1's `frontendSidecar` can say everything that the container says. */
export function isPlainSidecar(container: Container | undefined): boolean {
  return (
    container !== undefined && same(container, sidecarContainer(sidecarOf(container, undefined)))
  );
}
