// SPDX-License-Identifier: Apache-2.0
/** @module A v1alpha1 service as a v1beta1 component. */
import { quantityValue } from "../../facts/index.js";
import type { V1alpha1Service } from "../v1alpha1/service.js";
import type { Component, ComponentType } from "../v1beta1/component.js";
import type { SparseComponent } from "./beta-remainder.js";
import { restoreBeta } from "./beta-restoration.js";
import { betaExperimental } from "./experimental.js";
import { compact } from "./json.js";
import { composeTemplate, hasTemplate, sidecarName } from "./pod-template.js";
import { compilationCacheOf } from "./volume-mounts.js";

/**
 * The component that a service describes.
 *
 * @param saved - what the annotation kept of the component that the service came from
 */
export function componentOf(
  service: V1alpha1Service,
  name: string,
  saved: SparseComponent | undefined,
): Component {
  const {
    annotations: _annotations,
    autoscaling: _autoscaling,
    checkpoint: _checkpoint,
    componentType: _componentType,
    dynamoNamespace: _dynamoNamespace,
    envFromSecret: _envFromSecret,
    envs: _envs,
    extraPodMetadata: _extraPodMetadata,
    extraPodSpec: _extraPodSpec,
    failover: _failover,
    frontendSidecar,
    gpuMemoryService: _gpuMemoryService,
    ingress: _ingress,
    labels: _labels,
    livenessProbe: _livenessProbe,
    readinessProbe: _readinessProbe,
    resources: _resources,
    scalingAdapter,
    serviceName: _serviceName,
    sharedMemory,
    subComponentType: _subComponentType,
    volumeMounts,
    ...same
  } = service;
  const component: Component = compact({
    name,
    type: betaType(service),
    ...same,
    podTemplate:
      hasTemplate(service) || saved?.podTemplate !== undefined
        ? composeTemplate(service)
        : undefined,
    sharedMemorySize: sharedMemorySize(sharedMemory),
    scalingAdapter: scalingAdapter?.enabled === true ? {} : undefined,
    frontendSidecar: frontendSidecar && sidecarName,
    compilationCache: compilationCacheOf(volumeMounts),
    experimental: betaExperimental(service),
  });
  return saved === undefined ? component : restoreBeta(component, saved, service);
}

/** True when type and subtype of a service are one type in v1beta1. */
export function isWorkerRole(service: V1alpha1Service): boolean {
  const { componentType, subComponentType } = service;
  return (
    componentType === "worker" && (subComponentType === "prefill" || subComponentType === "decode")
  );
}

/** Free text becomes an enumeration; what does not fit is copied, as the operator does, and reported. */
function betaType(service: V1alpha1Service): ComponentType | undefined {
  const type = isWorkerRole(service) ? service.subComponentType : service.componentType;
  return type === undefined || type === "" ? undefined : (type as ComponentType);
}

function sharedMemorySize(
  sharedMemory: V1alpha1Service["sharedMemory"],
): Component["sharedMemorySize"] {
  if (sharedMemory?.disabled === true) return "0";
  const size = sharedMemory?.size;
  return size === undefined || quantityValue(size) === 0 ? undefined : size;
}
