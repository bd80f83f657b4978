// SPDX-License-Identifier: Apache-2.0
/** @module One service of a graph, v1alpha1. */
import { z } from "zod";
import { container, containerFields } from "../core/container.js";
import {
  checkpointFields,
  checkpointIdentity,
  eppConfig,
  gpuMemoryServiceFields,
  packConstraint,
  replicaStatusFields,
  runtimeVersion,
} from "../core/dynamo.js";
import { envVar } from "../core/env.js";
import { int32, keyed, list, quantity, textMap } from "../core/field.js";
import { podFields } from "../core/pod.js";
import { probe } from "../core/probe.js";
import { resourceClaim } from "../core/resources.js";
import { autoscaling } from "./autoscaling.js";

const gmsMode = z.enum(["intraPod", "interPod"]);

const gpuMemoryServiceSchema = z.strictObject({
  ...gpuMemoryServiceFields,
  /** True switches it on. */
  enabled: z.boolean(),
  /** Weight server in the worker's pod, or in pods of its own (Grove, vLLM). @default "intraPod" */
  mode: gmsMode.optional(),
});
/** GPU memory service. Needs DRA (Kubernetes 1.34). @experimental */
export interface V1alpha1GpuMemoryService
  extends Readonly<z.infer<typeof gpuMemoryServiceSchema>> {}
export const gpuMemoryService: z.ZodType<V1alpha1GpuMemoryService> = gpuMemoryServiceSchema;

const failoverSchema = z.strictObject({
  /** True switches it on. */
  enabled: z.boolean(),
  /** Must equal the mode of GPU memory service. @default "intraPod" */
  mode: gmsMode.optional(),
  /** Standby engines; at least 1, exactly 1 with `intraPod`. @default 1 */
  numShadows: int32.min(1).optional(),
});
/** Standby engine. Needs GPU memory service. @experimental */
export interface V1alpha1Failover extends Readonly<z.infer<typeof failoverSchema>> {}
const failover: z.ZodType<V1alpha1Failover> = failoverSchema;

const serviceCheckpointSchema = z.strictObject({
  ...checkpointFields,
  /** True uses checkpoints. @default false */
  enabled: z.boolean().optional(),
  /** Deprecated. */
  identity: checkpointIdentity.optional(),
});
/** Start from a checkpoint of a warm process. @experimental */
export interface V1alpha1ServiceCheckpoint
  extends Readonly<z.infer<typeof serviceCheckpointSchema>> {}
const serviceCheckpoint: z.ZodType<V1alpha1ServiceCheckpoint> = serviceCheckpointSchema;

const resourceItemSchema = z.strictObject({
  /** CPU cores, as text. */
  cpu: z.string().optional(),
  /** Other resources by name, as text: `vpc.amazonaws.com/efa: "4"`. */
  custom: textMap.optional(),
  /** GPUs, as text. */
  gpu: z.string().optional(),
  /** Resource name that `gpu` counts. @default "nvidia.com/gpu" */
  gpuType: z.string().optional(),
  /** Memory, as text. */
  memory: z.string().optional(),
});
/** Amounts of the main container; v1alpha1 takes only text. */
export interface V1alpha1ResourceItem extends Readonly<z.infer<typeof resourceItemSchema>> {}
const resourceItem: z.ZodType<V1alpha1ResourceItem> = resourceItemSchema;

const resourcesSchema = z.strictObject({
  /** Dynamic resource claims that the container uses. */
  claims: list(resourceClaim).optional(),
  /** The most that the container may use. */
  limits: resourceItem.optional(),
  /** What the scheduler sets aside. @default - the limits */
  requests: resourceItem.optional(),
});
/** Compute resources of the main container. */
export interface V1alpha1Resources extends Readonly<z.infer<typeof resourcesSchema>> {}
const resources: z.ZodType<V1alpha1Resources> = resourcesSchema;

const mainContainerSchema = z.strictObject({
  ...containerFields,
  /** Ignored: the operator calls it `main`. */
  name: z.string().optional(),
});
/** Overrides of the main container. */
export interface V1alpha1MainContainer extends Readonly<z.infer<typeof mainContainerSchema>> {}
const mainContainer: z.ZodType<V1alpha1MainContainer> = mainContainerSchema;

const extraPodSpecSchema = z.strictObject({
  ...podFields,
  /** Sidecars, one per name. */
  containers: keyed(container, { name: undefined }).optional(),
  /** Overrides of the main container. Its image is required. */
  mainContainer: mainContainer.optional(),
});
/** A pod spec whose main container stands apart. */
export interface V1alpha1ExtraPodSpec extends Readonly<z.infer<typeof extraPodSpecSchema>> {}
const extraPodSpec: z.ZodType<V1alpha1ExtraPodSpec> = extraPodSpecSchema;

const volumeMountSchema = z.strictObject({
  /** Path in the container. @default - none with `useAsCompilationCache` on vLLM; else required */
  mountPoint: z.string().optional(),
  /** Name of a PersistentVolumeClaim, or of a volume of `extraPodSpec`. */
  name: z.string(),
  /** True keeps compiled kernels there. @default false */
  useAsCompilationCache: z.boolean().optional(),
});
/** A volume in the main container. */
export interface V1alpha1VolumeMount extends Readonly<z.infer<typeof volumeMountSchema>> {}
const volumeMount: z.ZodType<V1alpha1VolumeMount> = volumeMountSchema;

const sharedMemorySchema = z.strictObject({
  /** True mounts no `/dev/shm`. @default false */
  disabled: z.boolean().optional(),
  /** Size of `/dev/shm`; more than 0 unless disabled. */
  size: quantity.optional(),
});
/** Size of `/dev/shm`. */
export interface SharedMemory extends Readonly<z.infer<typeof sharedMemorySchema>> {}
export const sharedMemory: z.ZodType<SharedMemory> = sharedMemorySchema;

const ingressSchema = z.strictObject({
  /** Not applied by the operator. */
  annotations: textMap.optional(),
  /** True asks for an Ingress or a VirtualService. @default false */
  enabled: z.boolean().optional(),
  /** Host; required when enabled. */
  host: z.string().optional(),
  /** Put before the host. */
  hostPrefix: z.string().optional(),
  /** Put after the host. @default - the operator's */
  hostSuffix: z.string().optional(),
  /** IngressClass. @default - the operator's */
  ingressControllerClassName: z.string().optional(),
  /** Not applied by the operator. */
  labels: textMap.optional(),
  /** Certificate. */
  tls: z
    .strictObject({
      /** Secret with the certificate. */
      secretName: z.string().optional(),
    })
    .optional(),
  /** True uses an Istio VirtualService. @default false */
  useVirtualService: z.boolean().optional(),
  /** Istio gateway. */
  virtualServiceGateway: z.string().optional(),
});
/** How the frontend is exposed; v1beta1 has no such field. */
export interface V1alpha1Ingress extends Readonly<z.infer<typeof ingressSchema>> {}
const ingress: z.ZodType<V1alpha1Ingress> = ingressSchema;

const frontendSidecarSchema = z.strictObject({
  /** Arguments. */
  args: list(z.string()).optional(),
  /** Secret whose keys become variables. */
  envFromSecret: z.string().optional(),
  /** Environment variables. */
  envs: list(envVar).optional(),
  /** Image reference. */
  image: z.string(),
});
/** A frontend beside the worker. */
export interface V1alpha1FrontendSidecar extends Readonly<z.infer<typeof frontendSidecarSchema>> {}
const frontendSidecar: z.ZodType<V1alpha1FrontendSidecar> = frontendSidecarSchema;

/** The fields of a service; a v1alpha1 component deployment has them all. */
export const serviceFields = {
  /** Annotations of the component's pods, Service and Deployment. */
  annotations: textMap.optional(),
  /** Ignored. @deprecated use a scaling adapter */
  autoscaling: autoscaling.optional(),
  /** Start from a checkpoint of a warm process. */
  checkpoint: serviceCheckpoint.optional(),
  /** Role: `frontend`, `worker`, `planner`, `epp`; free text. */
  componentType: z.string().optional(),
  /** Ignored. @deprecated use `globalDynamoNamespace` */
  dynamoNamespace: z.string().optional(),
  /** Secret whose keys become variables. */
  envFromSecret: z.string().optional(),
  /** Environment variables of the main container. */
  envs: list(envVar).optional(),
  /** Configuration of the endpoint picker; only and always for `epp`. */
  eppConfig: eppConfig.optional(),
  /** Labels and annotations of the pods. */
  extraPodMetadata: z
    .strictObject({
      /** Annotations of the pods. */
      annotations: textMap.optional(),
      /** Labels of the pods. */
      labels: textMap.optional(),
    })
    .optional(),
  /** The pods, and the main container. */
  extraPodSpec: extraPodSpec.optional(),
  /** Standby engine. */
  failover: failover.optional(),
  /** A frontend beside the worker. */
  frontendSidecar: frontendSidecar.optional(),
  /** True joins the Dynamo namespace `dynamo`. @default false */
  globalDynamoNamespace: z.boolean().optional(),
  /** Weights stay in GPU memory across restarts of the engine. */
  gpuMemoryService: gpuMemoryService.optional(),
  /** How the frontend is exposed. */
  ingress: ingress.optional(),
  /** Labels of the component's pods, Service and Deployment. */
  labels: textMap.optional(),
  /** Liveness of the main container. @default - by role */
  livenessProbe: probe.optional(),
  /** Replicas that must run together; at least 1, at most `replicas`. Grove only; immutable. @default 1 */
  minAvailable: int32.min(1).optional(),
  /** The model that the component serves. */
  modelRef: z
    .strictObject({
      /** Base model; a DynamoModel finds the service by this name. */
      name: z.string(),
      /** Revision. @default - the newest */
      revision: z.string().optional(),
    })
    .optional(),
  /** One replica over several nodes. */
  multinode: z
    .strictObject({
      /** Pods (nodes) per replica; at least 2. @default 2 */
      nodeCount: int32.min(2).optional(),
    })
    .optional(),
  /** Readiness of the main container. @default - by role */
  readinessProbe: probe.optional(),
  /** Pods, or groups of pods with `multinode`; 0 or more. @default 1 */
  replicas: int32.min(0).optional(),
  /** Compute resources of the main container. */
  resources: resources.optional(),
  /** Dynamo release of the main image when its tag does not say it. */
  runtimeVersionOverride: runtimeVersion.optional(),
  /** A scaling adapter, which then owns `replicas`. */
  scalingAdapter: z
    .strictObject({
      /** True creates it. @default false */
      enabled: z.boolean().optional(),
    })
    .optional(),
  /** Name of the component. @default - the key in `services` */
  serviceName: z.string().optional(),
  /** Size of `/dev/shm`. @default - 8Gi */
  sharedMemory: sharedMemory.optional(),
  /** Part of a disaggregated worker: `prefill` or `decode`. */
  subComponentType: z.string().optional(),
  /** Packs the pods of the component. Immutable. */
  topologyConstraint: packConstraint.optional(),
  /** Volumes in the main container. */
  volumeMounts: list(volumeMount).optional(),
};

const serviceSchema = z.strictObject(serviceFields);
/** One service (component) of a v1alpha1 graph. */
export interface V1alpha1Service extends Readonly<z.infer<typeof serviceSchema>> {}
export const service: z.ZodType<V1alpha1Service> = serviceSchema;

const serviceReplicaStatusSchema = z.strictObject({
  ...replicaStatusFields,
  /** Deprecated. */
  componentName: z.string(),
});
/** Counters of one service. */
export interface V1alpha1ServiceReplicaStatus
  extends Readonly<z.infer<typeof serviceReplicaStatusSchema>> {}
export const serviceReplicaStatus: z.ZodType<V1alpha1ServiceReplicaStatus> =
  serviceReplicaStatusSchema;
