// SPDX-License-Identifier: Apache-2.0
/** @module Parts of the Dynamo API that both versions write alike. */
import { z } from "zod";
import { keySelector } from "./env.js";
import { anyObject, dnsLabel, int32, keyed, list, map, moment, set } from "./field.js";

/** Backends that a graph can name. */
export const backendFrameworks = ["sglang", "vllm", "trtllm"] as const;
/** Backend of the workers. */
export type BackendFramework = (typeof backendFrameworks)[number];
export const backendFramework = z.enum(backendFrameworks);

/** MAJOR.MINOR.PATCH, each 0 to 9999 without leading zeros. */
export const runtimeVersion = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$/)
  .meta({ description: "MAJOR.MINOR.PATCH such as 1.4.0, without prefix or suffix" });

/** Name of a level of a topology, such as `zone` or `rack`. */
export const topologyDomain = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
  .meta({ description: "lower-case letters, digits and inner hyphens" });

const restartSchema = z.strictObject({
  /** Any new value starts a restart. At least one character. */
  id: z.string().min(1),
  /** How components follow one another. @default - sequential, in alphabetical order */
  strategy: z
    .strictObject({
      /** Every component name exactly once; not with `Parallel`. @default - alphabetical */
      order: list(z.string()).optional(),
      /** `Sequential` waits for each component. @default "Sequential" */
      type: z.enum(["Sequential", "Parallel"]).optional(),
    })
    .optional(),
});
/** Asks for a rolling restart. Must be absent when the graph is created. */
export interface Restart extends Readonly<z.infer<typeof restartSchema>> {}
export const restart: z.ZodType<Restart> = restartSchema;

const kvTransferPolicySchema = z.strictObject({
  /** ClusterTopologyBinding that names the domains; Grove only. Excludes `labelKey`. */
  clusterTopologyName: z.string().min(1).optional(),
  /** Level inside which KV blocks travel, such as `zone`. */
  domain: topologyDomain,
  /** `required` never leaves the domain. @default "required" */
  enforcement: z.enum(["required", "preferred"]).optional(),
  /** Node label that tells the domain; at most 317 characters. Excludes `clusterTopologyName`. */
  labelKey: z
    .string()
    .min(1)
    .max(317)
    .regex(
      /^(([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\/)?([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)$/,
    )
    .optional(),
  /** Weight of the preference, 0 to 1. Only and always with `preferred`. */
  preferredWeight: z.number().min(0).max(1).optional(),
});
/** Keeps KV cache transfers inside one topology domain. Immutable. */
export interface KvTransferPolicy extends Readonly<z.infer<typeof kvTransferPolicySchema>> {}
const kvTransferPolicy: z.ZodType<KvTransferPolicy> = kvTransferPolicySchema;

const graphExperimentalSchema = z.strictObject({
  /** Keeps KV cache transfers inside one topology domain. */
  kvTransferPolicy: kvTransferPolicy.optional(),
});
/** Graph features that may change without notice. @experimental */
export interface GraphExperimental extends Readonly<z.infer<typeof graphExperimentalSchema>> {}
export const graphExperimental: z.ZodType<GraphExperimental> = graphExperimentalSchema;

const packConstraintSchema = z.strictObject({
  /** Level inside which the component's pods are packed. */
  packDomain: topologyDomain,
});
/** Packs the pods of one component. Immutable. */
export interface PackConstraint extends Readonly<z.infer<typeof packConstraintSchema>> {}
export const packConstraint: z.ZodType<PackConstraint> = packConstraintSchema;

const endpointPickerConfigSchema = z.looseObject({
  /** Overwritten by the operator. */
  apiVersion: z.string().optional(),
  /** Overwritten by the operator. */
  kind: z.string().optional(),
  /** Names of feature gates. */
  featureGates: list(z.string()).optional(),
  /** Plugin instances. */
  plugins: list(
    z.strictObject({
      /** Name of the instance. @default - its type */
      name: z.string().optional(),
      /** What the plugin wants to know. */
      parameters: z.unknown().optional(),
      /** Type of the plugin. */
      type: z.string(),
    }),
  ),
  /** When an endpoint counts as full. */
  saturationDetector: z
    .strictObject({
      /** Share of KV cache in use, 0 to 1. */
      kvCacheUtilThreshold: z.number().optional(),
      /** Age at which metrics count as stale, as a duration such as `200ms`. */
      metricsStalenessThreshold: z.string().optional(),
      /** Waiting requests. */
      queueDepthThreshold: z.int().optional(),
    })
    .optional(),
  /** Which plugins decide, with which weight. */
  schedulingProfiles: list(
    z.strictObject({
      /** Name of the profile. */
      name: z.string(),
      /** Plugins of the profile. */
      plugins: list(
        z.strictObject({
          /** Name of a plugin instance. */
          pluginRef: z.string(),
          /** Weight of a scorer. */
          weight: z.int().optional(),
        }),
      ),
    }),
  ),
});
/** Configuration of the endpoint picker of the Gateway API inference extension; unknown fields are kept. */
export interface EndpointPickerConfig
  extends Readonly<z.infer<typeof endpointPickerConfigSchema>> {}

const eppConfigSchema = z.strictObject({
  /** Inline configuration. Excludes `configMapRef`. */
  config: (endpointPickerConfigSchema as z.ZodType<EndpointPickerConfig>).optional(),
  /** ConfigMap with the configuration. Excludes `config`. */
  configMapRef: keySelector.optional(),
});
/** Configuration of an `epp` component. */
export interface EppConfig extends Readonly<z.infer<typeof eppConfigSchema>> {}
export const eppConfig: z.ZodType<EppConfig> = eppConfigSchema;

const gmsClientPodSchema = z.strictObject({
  /** Name, a DNS label. */
  name: dnsLabel,
  /** The pod. */
  podTemplate: anyObject,
});

/** Fields of GPU memory service that both versions write alike. */
export const gpuMemoryServiceFields = {
  /** DRA DeviceClass of the GPUs. @default "gpu.nvidia.com" */
  deviceClassName: z.string().optional(),
  /** Containers of the pod that share the GPU memory; only inside one pod. */
  extraClientContainers: set(dnsLabel).optional(),
  /** Reserved: any entry is refused. */
  extraClientPods: keyed(gmsClientPodSchema, { name: undefined }).optional(),
};

const identityFields = {
  /** Backend of the checkpoint. */
  backendFramework: z.enum(["vllm", "sglang", "trtllm"]),
  /** Data type of the weights. */
  dtype: z.string().optional(),
  /** Dynamo release. */
  dynamoVersion: z.string().optional(),
  /** Whatever else distinguishes two checkpoints. */
  extraParameters: map(z.string()).optional(),
  /** Longest context, in tokens; at least 1. */
  maxModelLen: int32.min(1).optional(),
  /** Pipeline-parallel size; at least 1. @default 1 */
  pipelineParallelSize: int32.min(1).optional(),
  /** Tensor-parallel size; at least 1. @default 1 */
  tensorParallelSize: int32.min(1).optional(),
};
const checkpointIdentitySchema = z.strictObject({
  ...identityFields,
  /** Model id. */
  model: z.string(),
});
/** What makes two checkpoints the same. */
export interface CheckpointIdentity extends Readonly<z.infer<typeof checkpointIdentitySchema>> {}
export const checkpointIdentity: z.ZodType<CheckpointIdentity> = checkpointIdentitySchema;
/** As {@link checkpointIdentity}, with a model that is not empty. */
export const checkpointIdentityV1beta1: z.ZodType<CheckpointIdentity> = z.strictObject({
  ...identityFields,
  /** Model id; at least one character. */
  model: z.string().min(1),
});

/** Fields of a component's checkpoint that both versions write alike. */
export const checkpointFields = {
  /** Name of an existing DynamoCheckpoint. Excludes `job`. */
  checkpointRef: z.string().optional(),
  /** What becomes of an automatic checkpoint when the graph is deleted. @default "Delete" */
  deletionPolicy: z.enum(["Delete", "Retain"]).optional(),
  /** The job that takes the checkpoint. Excludes `checkpointRef`. */
  job: z
    .strictObject({
      /** Containers that share the GPU memory; needs GPU memory service inside one pod. */
      gmsClientContainers: set(dnsLabel).optional(),
      /** Merged into the pod of the job; kept as it is. */
      podTemplate: anyObject.optional(),
    })
    .optional(),
  /** Deprecated. */
  mode: z.enum(["Auto", "Manual"]).optional(),
  /** `WaitForCheckpoint` holds workers at 0 until the checkpoint is ready. @default "Immediate" */
  startupPolicy: z.enum(["Immediate", "WaitForCheckpoint"]).optional(),
  /** Container that is checkpointed. @default "main" */
  targetContainerName: dnsLabel.optional(),
};

/** State of a graph. */
export const graphState = z.enum(["initializing", "pending", "successful", "failed"]);
/** State of a graph. */
export type GraphState = z.infer<typeof graphState>;

/** Counters of one component. */
export const replicaStatusFields = {
  /** Available pods or groups. */
  availableReplicas: int32.min(0).optional(),
  /** What runs the component. */
  componentKind: z.enum(["PodClique", "PodCliqueScalingGroup", "Deployment", "LeaderWorkerSet"]),
  /** Names of the running objects. */
  componentNames: list(z.string()).optional(),
  /** Ready pods or groups. */
  readyReplicas: int32.min(0).optional(),
  /** Wanted and existing pods or groups. */
  replicas: int32.min(0),
  /** Dynamo namespace of the processes. */
  runtimeNamespace: z.string().optional(),
  /** Scheduled pods or groups. */
  scheduledReplicas: int32.min(0).optional(),
  /** Pods or groups of the newest template. */
  updatedReplicas: int32.min(0),
};

/** Progress of a rolling update. */
export const rollingUpdateFields = {
  /** When it ended. */
  endTime: moment.optional(),
  /** Where it stands; empty before the first one. */
  phase: z.enum(["Pending", "InProgress", "Completed", "Failed", ""]).optional(),
  /** When it began. */
  startTime: moment.optional(),
};

/** Status of a graph that both versions write alike. */
export const graphStatusFields = {
  /** Checkpoints by component. */
  checkpoints: map(
    z.strictObject({
      /** Id of the checkpoint. */
      checkpointID: z.string().optional(),
      /** Name of the DynamoCheckpoint. */
      checkpointName: z.string().optional(),
      /** Hash of the identity. @deprecated use `checkpointID` */
      identityHash: z.string().optional(),
      /** True once workers can start from it. */
      ready: z.boolean().optional(),
    }),
  ).optional(),
  /** Generation that the status speaks of. */
  observedGeneration: z.int().optional(),
  /** How well Grove could pack. */
  placement: z
    .strictObject({
      /** 0 to 1. */
      score: z.number().min(0).max(1).optional(),
      /** How much Grove reported. */
      state: z.enum(["Reported", "Partial", "Unsupported", "Unknown"]).optional(),
    })
    .optional(),
  /** Progress of a restart. */
  restart: z
    .strictObject({
      /** Components that restart now. */
      inProgress: list(z.string()).optional(),
      /** The `restart.id` that this speaks of. */
      observedID: z.string().optional(),
      /** `Pending`, `Restarting`, `Completed`, `Failed` or `Superseded`. */
      phase: z.string().optional(),
    })
    .optional(),
  /** State in one word. @default "initializing" */
  state: graphState.optional(),
};
