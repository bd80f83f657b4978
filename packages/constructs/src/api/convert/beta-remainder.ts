// SPDX-License-Identifier: Apache-2.0
/**
 * @module What a v1beta1 component says and v1alpha1 cannot, collected for the annotation.
 *
 * The pod template is the difficult part. v1alpha1 has fields for most of it, so only what the
 * service does not rebuild is saved: other metadata, other fields of mounts, the order of
 * containers, and a container's bare name where the service would add or drop it.
 */
import type { Container, VolumeMount } from "../core/container.js";
import type { PodTemplateSpec } from "../core/pod.js";
import type { V1alpha1Service } from "../v1alpha1/service.js";
import type { Component } from "../v1beta1/component.js";
import { compact, filled, isNothing, present, same } from "./json.js";
import { isBare, mainName, named } from "./main-container.js";
import { composeTemplate, hasTemplate } from "./pod-template.js";

/** A pod template of which only some fields are there. */
export type SparseTemplate = Pick<PodTemplateSpec, "metadata"> & {
  readonly spec?: { readonly containers?: readonly Container[] | undefined } | undefined;
};

/** A component of which only some fields are there. */
export type SparseComponent = Pick<Component, "name" | "frontendSidecar" | "experimental"> & {
  readonly podTemplate?: SparseTemplate | undefined;
};

/** The sparse component for the annotation; it has only its name when v1alpha1 says everything. */
export function betaRemainder(component: Component, service: V1alpha1Service): SparseComponent {
  const { name, podTemplate, experimental } = component;
  const frontendSidecar =
    service.frontendSidecar === undefined ? component.frontendSidecar : undefined;
  return compact({
    name,
    frontendSidecar,
    podTemplate: podTemplate && templateRemainder(podTemplate, service, frontendSidecar),
    experimental: isEmptyExperimental(experimental) ? experimental : undefined,
  });
}

/** True when the remainder holds more than the name. */
export function saysMore(remainder: SparseComponent): boolean {
  return Object.keys(remainder).some((key) => key !== "name");
}

/** An `experimental` without features: the operator tells it from an absent one. */
export function isEmptyExperimental(experimental: Component["experimental"]): boolean {
  return experimental !== undefined && present(experimental) === undefined;
}

/** The containers of a template; none without a template. */
export function containersOf(template: SparseTemplate | undefined): readonly Container[] {
  return template?.spec?.containers ?? [];
}

/** A template without any content: the operator tells it from an absent one. */
export function isEmptyTemplate(template: SparseTemplate): boolean {
  return Object.values({ ...template.metadata, ...template.spec }).every(isNothing);
}

/** Metadata for which v1alpha1 has no field. */
export function otherMetadata(metadata: PodTemplateSpec["metadata"]): PodTemplateSpec["metadata"] {
  const { labels: _labels, annotations: _annotations, ...other } = metadata ?? {};
  return present(other);
}

function templateRemainder(
  template: PodTemplateSpec,
  service: V1alpha1Service,
  frontendSidecar: string | undefined,
): SparseTemplate | undefined {
  const rebuilt = hasTemplate(service) ? composeTemplate(service) : undefined;
  const containers = containersOf(template);
  const hasMain = named(containers, mainName) !== undefined;
  const metadata = otherMetadata(template.metadata);
  const names = containers.map((container) => container.name);
  const rebuiltNames = containersOf(rebuilt)
    .map((container) => container.name)
    .filter((name) => hasMain || name !== mainName);
  const reordered = rebuilt !== undefined && !same(names, rebuiltNames);
  const marker = rebuilt === undefined ? isEmptyTemplate(template) : !hasMain;
  const referred =
    frontendSidecar !== undefined && named(containers, frontendSidecar) !== undefined;
  if (metadata === undefined && !marker && !referred && same(containers, containersOf(rebuilt)))
    return undefined;
  const kept = containers.flatMap((container) => {
    const counterpart = named(containersOf(rebuilt), container.name);
    const sparse = containerRemainder(container, counterpart);
    const needed =
      reordered ||
      container.name === frontendSidecar ||
      isGeneratedMain(container, counterpart) ||
      !isBare(sparse);
    return needed ? [sparse] : [];
  });
  if (metadata === undefined && kept.length === 0 && !marker) return undefined;
  return compact({ metadata, spec: kept.length === 0 ? undefined : { containers: kept } });
}

function containerRemainder(container: Container, rebuilt: Container | undefined): Container {
  const { name } = container;
  if (rebuilt === undefined) return container;
  if (name === mainName) {
    const volumeMounts = filled(
      (container.volumeMounts ?? []).map((mount) => mountRemainder(mount, rebuilt.volumeMounts)),
    );
    return compact({ name, volumeMounts });
  }
  if (same(container, rebuilt)) return { name };
  const { image: _image, args: _args, env: _env, envFrom, ...rest } = container;
  return compact({ ...rest, envFrom: same(envFrom, rebuilt.envFrom) ? undefined : envFrom });
}

function mountRemainder(
  mount: VolumeMount,
  rebuilt: readonly VolumeMount[] | undefined,
): VolumeMount {
  const counterpart = counterpartOf(mount, rebuilt);
  return counterpart !== undefined && same(mount, counterpart)
    ? { name: mount.name, mountPath: mount.mountPath }
    : mount;
}

/** The mount of that volume at that path, or the only mount of that volume. */
export function counterpartOf(
  mount: VolumeMount,
  mounts: readonly VolumeMount[] | undefined,
): VolumeMount | undefined {
  const ofVolume = (mounts ?? []).filter((candidate) => candidate.name === mount.name);
  const exact = ofVolume.find((candidate) => candidate.mountPath === mount.mountPath);
  return exact ?? (ofVolume.length === 1 ? ofVolume[0] : undefined);
}

/** A main container that the service would not rebuild as it is: with nothing in it, or with a mount too many. */
function isGeneratedMain(container: Container, rebuilt: Container | undefined): boolean {
  if (container.name !== mainName) return false;
  if (isBare(container)) return true;
  return (rebuilt?.volumeMounts ?? []).some(
    (mount) => counterpartOf(mount, container.volumeMounts) === undefined,
  );
}
