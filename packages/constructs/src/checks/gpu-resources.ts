// SPDX-License-Identifier: Apache-2.0
/** @module GPUs among the resources of a container. */
import type { Component, Container } from "../api/index.js";
import { quantityValue } from "../facts/index.js";

/** True for an extended resource that is a GPU, or a slice of one that an engine sees as a device. */
export function isGpu(resource: string): boolean {
  return (
    resource === "nvidia.com/gpu" ||
    resource === "amd.com/gpu" ||
    resource.startsWith("nvidia.com/mig-") ||
    resource.startsWith("gpu.intel.com/")
  );
}

/** True for a resource that only devices have: its name is a domain and a path. */
export function isDevice(resource: string): boolean {
  return resource.includes("/") && !resource.startsWith("kubernetes.io/");
}

/**
 * GPUs of one pod; undefined when claims, variables or a shared device decide it.
 *
 * Only the main container counts: the engine runs there, and the operator looks nowhere else.
 */
export function podGpus(component: Component, main: Container | undefined): number | undefined {
  const { resources } = main ?? {};
  let gpus = 0;
  let any = false;
  for (const [resource, amount] of Object.entries(resources?.limits ?? resources?.requests ?? {})) {
    if (!isGpu(resource)) continue;
    any = true;
    gpus += quantityValue(amount);
  }
  if (any) return Number.isSafeInteger(gpus) && gpus >= 0 ? gpus : undefined;
  const claims = (resources?.claims?.length ?? 0) > 0;
  const podClaims = (component.podTemplate?.spec?.resourceClaims?.length ?? 0) > 0;
  return claims || podClaims ? undefined : 0;
}
