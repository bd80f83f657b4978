// SPDX-License-Identifier: Apache-2.0
/** @module One component of a graph, v1beta1. */
import { z } from "zod";
import {
  checkpointFields,
  checkpointIdentityV1beta1,
  eppConfig,
  gpuMemoryServiceFields,
  packConstraint,
  replicaStatusFields,
  runtimeVersion,
} from "../core/dynamo.js";
import { int32, map, quantity } from "../core/field.js";
import { templateMetaFields } from "../core/meta.js";
import { type PodTemplateSpec, podSpec } from "../core/pod.js";

/** Roles that a component can have. */
export const componentTypes = [
  "frontend",
  "worker",
  "prefill",
  "decode",
  "planner",
  "epp",
] as const;
/** Role of a component: it decides ports, probes, environment and rights. */
export type ComponentType = (typeof componentTypes)[number];

/** Where the parts of a shared-GPU setup run. */
const gmsMode = z.enum(["IntraPod", "InterPod"]);

const gpuMemoryServiceSchema = z.strictObject({
  ...gpuMemoryServiceFields,
  /** Weight server in the worker's pod, or in pods of its own (Grove, vLLM). @default "IntraPod" */
  mode: gmsMode.optional(),
});
/** GPU memory service; presence switches it on. Needs DRA (Kubernetes 1.34). @experimental */
export interface GpuMemoryService extends Readonly<z.infer<typeof gpuMemoryServiceSchema>> {}
const gpuMemoryService: z.ZodType<GpuMemoryService> = gpuMemoryServiceSchema;

const failoverSchema = z.strictObject({
  /** Must equal the mode of GPU memory service. @default "IntraPod" */
  mode: gmsMode.optional(),
  /** Standby engines; exactly 1. @default 1 */
  numShadows: int32.min(1).max(1).optional(),
});
/** Standby engine; presence switches it on. Needs GPU memory service. @experimental */
export interface Failover extends Readonly<z.infer<typeof failoverSchema>> {}
const failover: z.ZodType<Failover> = failoverSchema;

const componentCheckpointSchema = z.strictObject({
  ...checkpointFields,
  /** True uses checkpoints. */
  enabled: z.boolean(),
  /** Deprecated. */
  identity: checkpointIdentityV1beta1.optional(),
});
/** Start from a checkpoint of a warm process. @experimental */
export interface ComponentCheckpoint extends Readonly<z.infer<typeof componentCheckpointSchema>> {}
const componentCheckpoint: z.ZodType<ComponentCheckpoint> = componentCheckpointSchema;

const componentExperimentalSchema = z.strictObject({
  /** Start from a checkpoint of a warm process. */
  checkpoint: componentCheckpoint.optional(),
  /** Standby engine. Needs `gpuMemoryService`. */
  failover: failover.optional(),
  /** Weights stay in GPU memory across restarts of the engine. */
  gpuMemoryService: gpuMemoryService.optional(),
});
/** Component features that may change without notice. @experimental */
export interface ComponentExperimental
  extends Readonly<z.infer<typeof componentExperimentalSchema>> {}
const componentExperimental: z.ZodType<ComponentExperimental> = componentExperimentalSchema;

const modelReferenceSchema = z.strictObject({
  /** Base model that the component serves; a DynamoModel finds it by this name. */
  name: z.string().min(1),
  /** Revision. @default - the newest */
  revision: z.string().optional(),
});
/** The model that a component serves. */
export interface ModelReference extends Readonly<z.infer<typeof modelReferenceSchema>> {}
const modelReference: z.ZodType<ModelReference> = modelReferenceSchema;

const compilationCacheSchema = z.strictObject({
  /** Path in the container. @default - vLLM: `/root/.cache/vllm`; other backends need it */
  mountPath: z.string().optional(),
  /** PersistentVolumeClaim that keeps compiled kernels. */
  pvcName: z.string().min(1),
});
/** Compiled kernels that survive a restart. */
export interface CompilationCache extends Readonly<z.infer<typeof compilationCacheSchema>> {}
const compilationCache: z.ZodType<CompilationCache> = compilationCacheSchema;

const scalingAdapterSchema = z.strictObject({});
/** Presence creates a scaling adapter, which then owns `replicas`; written as an empty object. */
export interface ComponentScalingAdapter extends Readonly<z.infer<typeof scalingAdapterSchema>> {}

const multinodeSchema = z.strictObject({
  /** Pods (nodes) per replica; at least 2. @default 2 */
  nodeCount: int32.min(2).optional(),
});
/** One replica over several nodes; presence switches it on. */
export interface Multinode extends Readonly<z.infer<typeof multinodeSchema>> {}
const multinode: z.ZodType<Multinode> = multinodeSchema;

const podTemplate: z.ZodType<PodTemplateSpec> = z.strictObject({
  /** Labels and annotations of the pods. */
  metadata: z
    .strictObject({
      ...templateMetaFields,
      /** Annotations of the pods; each at most 262144 characters. */
      annotations: map(z.string().max(262144)).optional(),
    })
    .optional(),
  /** What runs in the pods. */
  spec: podSpec.optional(),
});

/** Name of a component: 1 to 63 letters, digits and hyphens. */
export const componentName = z
  .string()
  .min(1)
  .max(63)
  .regex(/^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$/)
  .meta({ description: "letters, digits and inner hyphens" });

/** The fields of a component without its name. */
export const componentFields = {
  /** Compiled kernels that survive a restart. */
  compilationCache: compilationCache.optional(),
  /** Configuration of the endpoint picker; only and always for `epp`. */
  eppConfig: eppConfig.optional(),
  /** Features that may change without notice. */
  experimental: componentExperimental.optional(),
  /** Container of `podTemplate` that becomes a frontend beside the worker. */
  frontendSidecar: z.string().optional(),
  /** True joins the Dynamo namespace `dynamo` instead of the graph's own. @default false */
  globalDynamoNamespace: z.boolean().optional(),
  /** Replicas that must run together; at least 1, at most `replicas`. Grove only; immutable. @default 1 */
  minAvailable: int32.min(1).optional(),
  /** The model that the component serves. */
  modelRef: modelReference.optional(),
  /** One replica over several nodes. @default - one pod per replica */
  multinode: multinode.optional(),
  /** The pods; container `main` is merged over the operator's defaults and needs an image. */
  podTemplate: podTemplate.optional(),
  /** Pods, or groups of pods with `multinode`; 0 or more. @default 1 */
  replicas: int32.min(0).optional(),
  /** Dynamo release of the main image when its tag does not say it. @default - the image tag */
  runtimeVersionOverride: runtimeVersion.optional(),
  /** Presence creates a scaling adapter, which then owns `replicas`. */
  scalingAdapter: (scalingAdapterSchema as z.ZodType<ComponentScalingAdapter>).optional(),
  /** Size of `/dev/shm`; `"0"` for none. @default 8Gi */
  sharedMemorySize: quantity.optional(),
  /** Packs the pods of the component. Immutable. */
  topologyConstraint: packConstraint.optional(),
  /** Role. @default - none: only the common defaults apply */
  type: z.enum(componentTypes).optional(),
};

const componentSchema = z.strictObject({
  ...componentFields,
  /** Name, unique in the graph ignoring case. */
  name: componentName,
});
/** One component of a graph: a frontend, a set of workers, a planner. */
export interface Component extends Readonly<z.infer<typeof componentSchema>> {}
export const component: z.ZodType<Component> = componentSchema;

const componentReplicaStatusSchema = z.strictObject(replicaStatusFields);
/** Counters of one component. */
export interface ComponentReplicaStatus
  extends Readonly<z.infer<typeof componentReplicaStatusSchema>> {}
export const componentReplicaStatus: z.ZodType<ComponentReplicaStatus> =
  componentReplicaStatusSchema;
