// SPDX-License-Identifier: Apache-2.0
/**
 * @module Mounts of the main container.
 *
 * v1alpha1 has them in two places, `volumeMounts` (PersistentVolumeClaims, one of them perhaps the
 * compilation cache) and `extraPodSpec.mainContainer.volumeMounts`; v1beta1 has the container's own
 * list and `compilationCache`.
 */
import type { Container, VolumeMount } from "../core/container.js";
import type { V1alpha1VolumeMount } from "../v1alpha1/service.js";
import type { CompilationCache } from "../v1beta1/component.js";
import { compact, filled } from "./json.js";

type Mount = VolumeMount | V1alpha1VolumeMount;

function pathOf(mount: Mount): string {
  return ("mountPath" in mount ? mount.mountPath : (mount as V1alpha1VolumeMount).mountPoint) ?? "";
}

/** True when both mount the same volume at the same path. */
export function sameMount(a: Mount, b: Mount): boolean {
  return a.name === b.name && pathOf(a) === pathOf(b);
}

/** True when the list has a mount of that volume at that path. */
export function hasMount(mounts: readonly Mount[] | undefined, mount: Mount): boolean {
  return mounts?.some((candidate) => sameMount(candidate, mount)) ?? false;
}

/** The container's form of service mounts; an absent path is the empty one, as in the operator. */
export function nativeMounts(mounts: readonly V1alpha1VolumeMount[] = []): readonly VolumeMount[] {
  return mounts.map((mount) => ({ name: mount.name, mountPath: mount.mountPoint ?? "" }));
}

/** The first mount that is flagged as compilation cache. */
export function compilationCacheOf(
  mounts: readonly V1alpha1VolumeMount[] | undefined,
): CompilationCache | undefined {
  const cache = mounts?.find((mount) => mount.useAsCompilationCache === true);
  return cache && compact({ pvcName: cache.name, mountPath: cache.mountPoint });
}

/** Service mounts of a v1beta1 component: the compilation cache first, then the container's. */
export function serviceMounts(
  mounts: readonly VolumeMount[] | undefined,
  cache: CompilationCache | undefined,
): readonly V1alpha1VolumeMount[] | undefined {
  const flagged = cache === undefined ? [] : [cacheMount(cache)];
  return filled(joined(flagged, (mounts ?? []).map(plainMount)));
}

/** `first`, then those of `then` that it lacks. */
function joined(
  first: readonly V1alpha1VolumeMount[],
  then: readonly V1alpha1VolumeMount[],
): readonly V1alpha1VolumeMount[] {
  const mounts = [...first];
  for (const mount of then) if (!hasMount(mounts, mount)) mounts.push(mount);
  return mounts;
}

/** The mount that v1alpha1 writes for a compilation cache. */
export function cacheMount(cache: CompilationCache): V1alpha1VolumeMount {
  return compact({
    name: cache.pvcName,
    mountPoint: cache.mountPath,
    useAsCompilationCache: true,
  });
}

function plainMount(mount: VolumeMount): V1alpha1VolumeMount {
  const mountPoint = mount.mountPath === "" ? undefined : mount.mountPath;
  return compact({ name: mount.name, mountPoint });
}

/** True when two lists mount the same volumes at the same paths, in the same order. */
export function sameMounts(a: readonly Mount[], b: readonly Mount[]): boolean {
  return (
    a.length === b.length &&
    a.every((mount, index) => {
      const other = b[index];
      return other !== undefined && sameMount(mount, other) && isCache(mount) === isCache(other);
    })
  );
}

function isCache(mount: Mount): boolean {
  return "useAsCompilationCache" in mount && mount.useAsCompilationCache === true;
}

/** More than one compilation cache: v1beta1 has room for one. */
export function surplusCaches(
  mounts: readonly V1alpha1VolumeMount[] | undefined,
): readonly V1alpha1VolumeMount[] {
  return (mounts ?? []).filter(isCache).slice(1);
}

/** Mounts that are no compilation cache of the given service mounts. */
export function withoutCaches(
  mounts: readonly VolumeMount[] | undefined,
  flags: readonly V1alpha1VolumeMount[] | undefined,
): readonly VolumeMount[] {
  const caches = (flags ?? []).filter(isCache);
  return (mounts ?? []).filter((mount) => !hasMount(caches, mount));
}

/**
 * Service mounts with the surplus compilation caches of the annotation, as long as the live object
 * still shows what the annotation was written for.
 *
 * @param savedTemplate - true when the saved service needed a pod template, so that its mounts show there
 */
export function restoreSurplusCaches(
  live: readonly V1alpha1VolumeMount[] | undefined,
  saved: readonly V1alpha1VolumeMount[] | undefined,
  savedTemplate: boolean,
  cache: CompilationCache | undefined,
  main: Container | undefined,
): readonly V1alpha1VolumeMount[] | undefined {
  const [first, ...surplus] = (saved ?? []).filter(isCache);
  if (first === undefined || surplus.length === 0) return live;
  if (cache === undefined || !sameMount(cacheMount(cache), first)) return live;
  // A surplus cache shows as a plain mount of the main container; a missing one was removed.
  const visible = main !== undefined || savedTemplate;
  const kept = surplus.filter((mount) => !visible || hasMount(main?.volumeMounts, mount));
  return joined(joined([], [first, ...kept]), live ?? []);
}

/** Service mounts as the annotation had them, and then the live ones that stood nowhere. */
export function restoreMountOrigins(
  saved: readonly V1alpha1VolumeMount[] | undefined,
  live: readonly V1alpha1VolumeMount[] | undefined,
  savedMain: readonly VolumeMount[] | undefined,
): readonly V1alpha1VolumeMount[] | undefined {
  const plain = (saved ?? []).filter((mount) => !isCache(mount));
  const others = (live ?? []).filter((mount) => isCache(mount) || !hasMount(savedMain, mount));
  return filled(joined(plain, others));
}
