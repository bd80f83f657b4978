// SPDX-License-Identifier: Apache-2.0
/** @module What a v1alpha1 service says and v1beta1 cannot, collected for the annotation. */
import { quantityValue } from "../../facts/index.js";
import type { V1alpha1MainContainer, V1alpha1Service } from "../v1alpha1/service.js";
import { isWorkerRole } from "./component.js";
import { compact, isNothing } from "./json.js";
import { isBare, named } from "./main-container.js";
import { filledMap, isEmptyPod, sidecarName } from "./pod-template.js";
import { spelledSpecially } from "./resources.js";
import { surplusCaches } from "./volume-mounts.js";

/**
 * The sparse service for the annotation; empty when v1beta1 says everything.
 *
 * @param origins - true to note which fields of the main container stood where, even if nothing else is kept
 */
export function alphaRemainder(service: V1alpha1Service, origins: boolean): V1alpha1Service {
  const { subComponentType, extraPodSpec, sharedMemory } = service;
  const kept: V1alpha1Service = compact({
    subComponentType:
      subComponentType === "" || isWorkerRole(service) ? undefined : subComponentType,
    dynamoNamespace: service.dynamoNamespace,
    autoscaling: service.autoscaling,
    ingress: service.ingress,
    annotations: filledMap(service.annotations),
    labels: filledMap(service.labels),
    envFromSecret: service.envFromSecret,
    resources: spelledSpecially(service.resources) ? service.resources : undefined,
    volumeMounts: surplusCaches(service.volumeMounts).length > 0 ? service.volumeMounts : undefined,
    sharedMemory: isOddMemory(sharedMemory) ? sharedMemory : undefined,
    extraPodMetadata: isEmptyMetadata(service) ? service.extraPodMetadata : undefined,
    extraPodSpec: isOddPod(service) || sidecarConflicts(service) ? extraPodSpec : undefined,
    scalingAdapter: service.scalingAdapter?.enabled === true ? undefined : service.scalingAdapter,
    frontendSidecar: service.frontendSidecar,
    gpuMemoryService:
      service.gpuMemoryService?.enabled === true ? undefined : service.gpuMemoryService,
    failover: service.failover?.enabled === true ? undefined : service.failover,
  });
  const note = origins || Object.keys(kept).length > 0 || overridesFields(service);
  return note ? { ...kept, ...mainOrigins(service, kept) } : kept;
}

/** Which fields of the main container stood in the service and which under `mainContainer`. */
function mainOrigins(service: V1alpha1Service, kept: V1alpha1Service): V1alpha1Service {
  const main = service.extraPodSpec?.mainContainer;
  if (main === undefined) return {};
  const fields = picked(service, serviceFields);
  const own = picked(main, mainFields);
  if (Object.keys(fields).length + Object.keys(own).length === 0) return {};
  const mainContainer = { ...kept.extraPodSpec?.mainContainer, ...own };
  return { ...fields, extraPodSpec: { ...kept.extraPodSpec, mainContainer } };
}

const serviceFields = [
  "envs",
  "envFromSecret",
  "resources",
  "volumeMounts",
  "livenessProbe",
  "readinessProbe",
] as const satisfies readonly (keyof V1alpha1Service)[];

const mainFields = [
  "name",
  "env",
  "envFrom",
  "resources",
  "volumeMounts",
  "livenessProbe",
  "readinessProbe",
] as const satisfies readonly (keyof V1alpha1MainContainer)[];

/** The given members that say something. */
function picked<T extends object, K extends keyof T & string>(
  object: T,
  keys: readonly K[],
): Partial<Pick<T, K>> {
  const entries = keys.map((key) => [key, object[key]] as const);
  return Object.fromEntries(
    entries.filter(([, value]) => !isNothing(value) && value !== ""),
  ) as Partial<Pick<T, K>>;
}

/** Fields of `mainContainer` that come back as fields of the service unless somebody notes them. */
function overridesFields(service: V1alpha1Service): boolean {
  const main = service.extraPodSpec?.mainContainer;
  if (main === undefined) return false;
  const { name, env, resources, volumeMounts, livenessProbe, readinessProbe } = main;
  return (
    (name !== undefined && name !== "") ||
    livenessProbe !== undefined ||
    readinessProbe !== undefined ||
    !isBare({ env, resources, volumeMounts })
  );
}

/** Shared memory that v1beta1's one size does not tell apart. */
export function isOddMemory(memory: V1alpha1Service["sharedMemory"]): boolean {
  if (memory === undefined) return false;
  const hasSize = memory.size !== undefined && quantityValue(memory.size) !== 0;
  return hasSize === (memory.disabled === true);
}

/** An `extraPodMetadata` that says nothing, but is there. */
export function isEmptyMetadata(service: V1alpha1Service): boolean {
  const { annotations, labels } = service.extraPodMetadata ?? {};
  return (
    service.extraPodMetadata !== undefined &&
    filledMap(annotations) === undefined &&
    filledMap(labels) === undefined
  );
}

/** An `extraPodSpec` that says nothing, but is there. */
export function isOddPod(service: V1alpha1Service): boolean {
  return service.extraPodSpec !== undefined && isEmptyPod(service.extraPodSpec);
}

/** A sidecar that bears the name which `frontendSidecar` needs. */
export function sidecarConflicts(service: V1alpha1Service): boolean {
  return (
    service.frontendSidecar !== undefined &&
    named(service.extraPodSpec?.containers, sidecarName) !== undefined
  );
}
