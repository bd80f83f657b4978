// SPDX-License-Identifier: Apache-2.0
/** @module GPU memory service, failover and checkpoint: fields of a v1alpha1 service, `experimental` in v1beta1. */
import type { V1alpha1Service } from "../v1alpha1/service.js";
import type { ComponentExperimental, Failover } from "../v1beta1/component.js";
import { compact, present } from "./json.js";

type BetaMode = NonNullable<Failover["mode"]>;
type AlphaMode = NonNullable<NonNullable<V1alpha1Service["failover"]>["mode"]>;

const betaModes = { intraPod: "IntraPod", interPod: "InterPod" } as const satisfies Record<
  AlphaMode,
  BetaMode
>;
const alphaModes = { IntraPod: "intraPod", InterPod: "interPod" } as const satisfies Record<
  BetaMode,
  AlphaMode
>;

/** The features of a service; a disabled one is absent, a checkpoint keeps its switch. */
export function betaExperimental(service: V1alpha1Service): ComponentExperimental | undefined {
  const { gpuMemoryService, failover, checkpoint } = service;
  return present({
    gpuMemoryService:
      gpuMemoryService?.enabled === true ? betaFeature(gpuMemoryService) : undefined,
    failover: failover?.enabled === true ? betaFeature(failover) : undefined,
    checkpoint: checkpoint && { ...checkpoint, enabled: checkpoint.enabled ?? false },
  });
}

/** The features of a component; presence becomes `enabled: true`. */
export function alphaExperimental(
  experimental: ComponentExperimental | undefined,
): Pick<V1alpha1Service, "gpuMemoryService" | "failover" | "checkpoint"> {
  const { gpuMemoryService, failover, checkpoint } = experimental ?? {};
  return compact({
    gpuMemoryService: gpuMemoryService && alphaFeature(gpuMemoryService),
    failover: failover && alphaFeature(failover),
    checkpoint,
  });
}

function betaFeature<T extends { enabled: boolean; mode?: AlphaMode | undefined }>(
  feature: T,
): Omit<T, "enabled" | "mode"> & { mode?: BetaMode | undefined } {
  const { enabled: _enabled, mode, ...same } = feature;
  return compact({ mode: mode && betaModes[mode], ...same });
}

function alphaFeature<T extends { mode?: BetaMode | undefined }>(
  feature: T,
): Omit<T, "mode"> & { enabled: boolean; mode?: AlphaMode | undefined } {
  const { mode, ...same } = feature;
  return compact({ enabled: true, mode: mode && alphaModes[mode], ...same });
}
