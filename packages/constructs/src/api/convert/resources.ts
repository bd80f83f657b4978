// SPDX-License-Identifier: Apache-2.0
/**
 * @module Compute resources: v1alpha1's `{cpu, memory, gpu, gpuType, custom}` and Kubernetes' own form.
 *
 * Amounts keep their spelling. The operator writes them canonically (`1024Mi` becomes `1Gi`), which
 * is the same amount.
 */
import { parseQuantity, sameQuantity } from "../../facts/index.js";
import type { ResourceList, ResourceRequirements } from "../core/resources.js";
import type { V1alpha1ResourceItem, V1alpha1Resources } from "../v1alpha1/service.js";
import { compact, filled, isObject, present, same } from "./json.js";

/** The resource that v1alpha1's `gpu` counts when no `gpuType` says otherwise. */
export const defaultGpu = "nvidia.com/gpu";

/** Kubernetes' form of v1alpha1 resources. What is not a quantity is left out. */
export function nativeResources(resources: V1alpha1Resources): ResourceRequirements {
  return compact({
    requests: nativeList(resources.requests),
    limits: nativeList(resources.limits),
    claims: filled(resources.claims),
  });
}

/** v1alpha1's form of Kubernetes resources; undefined when nothing is asked for. */
export function alphaResources(
  resources: ResourceRequirements | undefined,
): V1alpha1Resources | undefined {
  return present({
    requests: alphaItem(resources?.requests),
    limits: alphaItem(resources?.limits),
    claims: filled(resources?.claims),
  });
}

/** `over` on top of `base`, resource by resource; claims are replaced as a whole. */
export function mergeResources(
  base: ResourceRequirements | undefined,
  over: ResourceRequirements | undefined,
): ResourceRequirements | undefined {
  if (base === undefined || over === undefined) return over ?? base;
  return compact({
    requests: present({ ...base.requests, ...over.requests }),
    limits: present({ ...base.limits, ...over.limits }),
    claims: filled(over.claims) ?? base.claims,
  });
}

/** True when both ask for the same amounts, however they are spelled. */
export function sameResources(
  a: ResourceRequirements | undefined,
  b: ResourceRequirements | undefined,
): boolean {
  return (
    sameList(a?.requests, b?.requests) &&
    sameList(a?.limits, b?.limits) &&
    same(a?.claims, b?.claims)
  );
}

/** True when v1alpha1 resources do not come back from Kubernetes' form as they are. */
export function spelledSpecially(resources: V1alpha1Resources | undefined): boolean {
  return resources !== undefined && !same(resources, alphaResources(nativeResources(resources)));
}

/** The members of an item that Kubernetes cannot parse, with their paths inside the item. */
export function unparsable(
  item: V1alpha1ResourceItem | undefined,
): readonly { readonly path: readonly string[]; readonly value: string }[] {
  const { cpu, memory, gpu, custom = {} } = item ?? {};
  const amounts: readonly (readonly [readonly string[], string | undefined])[] = [
    [["cpu"], cpu],
    [["memory"], memory],
    [["gpu"], gpu],
    ...Object.entries(custom).map(([key, value]) => [["custom", key], value] as const),
  ];
  return amounts.flatMap(([path, value]) =>
    value === undefined || value === "" || isQuantity(value) ? [] : [{ path, value }],
  );
}

function isQuantity(value: string): boolean {
  return value.trim() === value && parseQuantity(value) !== undefined;
}

function nativeList(item: V1alpha1ResourceItem | undefined): ResourceList | undefined {
  if (item === undefined) return undefined;
  const gpuType = item.gpuType === undefined || item.gpuType === "" ? defaultGpu : item.gpuType;
  const amounts = { cpu: item.cpu, memory: item.memory, [gpuType]: item.gpu, ...item.custom };
  const known = Object.entries(amounts).flatMap(([key, value]) =>
    value !== undefined && value !== "" && isQuantity(value) ? [[key, value] as const] : [],
  );
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

function alphaItem(list: ResourceList | undefined): V1alpha1ResourceItem | undefined {
  const { cpu, memory, [defaultGpu]: gpu, ...others } = list ?? {};
  const custom = Object.entries(others).map(([key, value]) => [key, String(value)] as const);
  return present({
    cpu: cpu === undefined ? undefined : String(cpu),
    memory: memory === undefined ? undefined : String(memory),
    gpu: gpu === undefined ? undefined : String(gpu),
    custom: custom.length === 0 ? undefined : Object.fromEntries(custom),
  });
}

function sameList(a: ResourceList | undefined, b: ResourceList | undefined): boolean {
  if (!isObject(a) || !isObject(b)) return Object.keys(a ?? b ?? {}).length === 0;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => {
    const [left, right] = [a[key], b[key]];
    return left !== undefined && right !== undefined && sameQuantity(left, right);
  });
}
