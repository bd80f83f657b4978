// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeploymentRequest v1beta1: a profiler finds the graph. */
import { z } from "zod";
import { runtimeVersion } from "../core/dynamo.js";
import { anyObject, int32, int64, list } from "../core/field.js";
import { conditionsByType, objectMeta } from "../core/meta.js";
import { jobSpec } from "./job.js";

/** GPU models that the profiler knows by name; PCIe variants have no data yet. */
export const gpuSkus = [
  "gb200_sxm",
  "gb10",
  "b200_sxm",
  "h200_sxm",
  "h100_sxm",
  "h100_pcie",
  "a100_sxm",
  "a100_pcie",
  "a30",
  "l40s",
  "l40",
  "l4",
  "v100_sxm",
  "v100_pcie",
  "t4",
  "mi200",
  "mi300",
] as const;
/** A GPU model as the profiler names it. */
export type GpuSku = (typeof gpuSkus)[number];

const requestSpecSchema = z.strictObject({
  /** True creates the graph after profiling. @default true */
  autoApply: z.boolean().optional(),
  /** Backend to profile; `auto` compares. @default "auto" */
  backend: z.enum(["auto", "sglang", "trtllm", "vllm"]).optional(),
  /** Extras of the generated graph. */
  features: z
    .strictObject({
      /** Workers that need no GPU. */
      mocker: z
        .strictObject({
          /** True uses mocker workers. @default false */
          enabled: z.boolean().optional(),
        })
        .optional(),
      /** PlannerConfig; presence adds a planner. */
      planner: anyObject.optional(),
    })
    .optional(),
  /** The machines. @default - discovered by the operator */
  hardware: z
    .strictObject({
      /** GPU model. @default - discovered */
      gpuSku: z.enum(gpuSkus).optional(),
      /** `nvlink`, `pcie`, ...; for information only. */
      interconnect: z.string().optional(),
      /** GPUs per machine. @default - discovered */
      numGpusPerNode: int32.optional(),
      /** True with RDMA; for information only. */
      rdma: z.boolean().optional(),
      /** GPUs that the graph may use. @default - discovered, at most 32 */
      totalGpus: int32.optional(),
      /** Memory per GPU in MiB. @default - discovered */
      vramMb: z.number().optional(),
    })
    .optional(),
  /** Profiler image. @default - `dynamo-planner` of the operator's release */
  image: z.string().optional(),
  /** Model id; at least one character. */
  model: z.string().min(1),
  /** A volume that holds the model already. */
  modelCache: z
    .strictObject({
      /** Path of the model inside the volume. */
      pvcModelPath: z.string().optional(),
      /** Path in the container. @default "/opt/model-cache" */
      pvcMountPath: z.string().optional(),
      /** PersistentVolumeClaim, ReadWriteMany, in the same namespace. */
      pvcName: z.string().optional(),
    })
    .optional(),
  /** Merged into what the controller creates. */
  overrides: z
    .strictObject({
      /** Merged into the generated graph; needs `apiVersion` and `kind`. */
      dgd: anyObject.optional(),
      /** Merged into the profiler job. */
      profilingJob: jobSpec.optional(),
    })
    .optional(),
  /** Dynamo release of the image when its tag does not say it. */
  runtimeVersionOverride: runtimeVersion.optional(),
  /** `rapid` simulates (seconds), `thorough` measures on GPUs (hours). @default "rapid" */
  searchStrategy: z.enum(["rapid", "thorough"]).optional(),
  /** The service levels to reach. */
  sla: z
    .strictObject({
      /** End-to-end latency in milliseconds; wins over `ttft` and `itl`. */
      e2eLatency: z.number().optional(),
      /** Inter-token latency in milliseconds. @default 30 */
      itl: z.number().optional(),
      /** What to optimize instead of a target. */
      optimizationType: z.enum(["latency", "throughput"]).optional(),
      /** Time to first token in milliseconds. @default 2000 */
      ttft: z.number().optional(),
    })
    .optional(),
  /** The load to expect. */
  workload: z
    .strictObject({
      /** Requests at a time. Excludes `requestRate`. */
      concurrency: z.number().optional(),
      /** Input tokens per request. @default 4000 */
      isl: int32.optional(),
      /** Output tokens per request. @default 1000 */
      osl: int32.optional(),
      /** Requests per second. Excludes `concurrency`. */
      requestRate: z.number().optional(),
    })
    .optional(),
});
/** What graph is wanted. */
export interface DynamoGraphDeploymentRequestSpec
  extends Readonly<z.infer<typeof requestSpecSchema>> {}
const requestSpec: z.ZodType<DynamoGraphDeploymentRequestSpec> = requestSpecSchema;

const requestStatusSchema = z.strictObject({
  /** `Validation`, `Profiling`, `SpecGenerated`, `DeploymentReady`, `Succeeded`. */
  conditions: conditionsByType.optional(),
  /** Counters of the graph. */
  deploymentInfo: z
    .strictObject({
      /** Available replicas. */
      availableReplicas: int32.optional(),
      /** Wanted replicas. */
      replicas: int32.optional(),
    })
    .optional(),
  /** Name of the generated graph. */
  dgdName: z.string().optional(),
  /** Generation that the status speaks of. */
  observedGeneration: int64.optional(),
  /** Where the request stands. */
  phase: z.enum(["Pending", "Profiling", "Ready", "Deploying", "Deployed", "Failed"]).optional(),
  /** Name of the profiler job. */
  profilingJobName: z.string().optional(),
  /** Where the profiler stands. */
  profilingPhase: z
    .enum([
      "Initializing",
      "SweepingPrefill",
      "SweepingDecode",
      "SelectingConfig",
      "BuildingCurves",
      "GeneratingDGD",
      "Done",
    ])
    .optional(),
  /** What the profiler found. */
  profilingResults: z
    .strictObject({
      /** Deprecated. */
      pareto: list(
        z.strictObject({
          /** The configuration. */
          config: anyObject,
        }),
      ).optional(),
      /** The chosen configuration. */
      selectedConfig: anyObject.optional(),
    })
    .optional(),
});
/** Where a request stands. */
export interface DynamoGraphDeploymentRequestStatus
  extends Readonly<z.infer<typeof requestStatusSchema>> {}
const requestStatus: z.ZodType<DynamoGraphDeploymentRequestStatus> = requestStatusSchema;

const requestSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1beta1"),
  /** Kind of the object. */
  kind: z.literal("DynamoGraphDeploymentRequest"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What graph is wanted; frozen once profiling starts. */
  spec: requestSpec,
  /** Where the request stands; written by the operator. */
  status: requestStatus.optional(),
});
/** A model, a load and service levels; the profiler finds the graph. */
export interface DynamoGraphDeploymentRequest extends Readonly<z.infer<typeof requestSchema>> {}
export const request: z.ZodType<DynamoGraphDeploymentRequest> = requestSchema;
