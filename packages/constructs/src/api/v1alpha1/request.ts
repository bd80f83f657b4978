// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeploymentRequest v1alpha1. */
import { z } from "zod";
import { toleration } from "../core/affinity.js";
import { graphState, runtimeVersion } from "../core/dynamo.js";
import { anyObject, int64, list, textMap } from "../core/field.js";
import { condition, objectMeta } from "../core/meta.js";
import { resourceRequirements } from "../core/resources.js";

const requestSpecSchema = z.strictObject({
  /** True creates the graph after profiling. @default false */
  autoApply: z.boolean().optional(),
  /** Backend to profile; `auto` compares. */
  backend: z.enum(["auto", "vllm", "sglang", "trtllm"]),
  /** Changes of the generated graph. */
  deploymentOverrides: z
    .strictObject({
      /** Annotations of the graph. */
      annotations: textMap.optional(),
      /** Labels of the graph. */
      labels: textMap.optional(),
      /** Name of the graph. @default - derived from the request */
      name: z.string().optional(),
      /** Namespace of the graph. @default - the request's */
      namespace: z.string().optional(),
      /** Image of the workers. */
      workersImage: z.string().optional(),
    })
    .optional(),
  /** No effect. @deprecated the operator's configuration decides */
  enableGpuDiscovery: z.boolean().optional(),
  /** Model id. */
  model: z.string(),
  /** How to profile. */
  profilingConfig: z.strictObject({
    /** Configuration of the profiler: service levels, deployment, planner. */
    config: anyObject.optional(),
    /** ConfigMap with the base graph. */
    configMapRef: z
      .strictObject({
        /** Key. @default "disagg.yaml" */
        key: z.string().optional(),
        /** Name of the ConfigMap. */
        name: z.string(),
      })
      .optional(),
    /** Labels that the profiler's node must have. */
    nodeSelector: textMap.optional(),
    /** Volume claim for the results. */
    outputPVC: z.string().optional(),
    /** Profiler image. */
    profilerImage: z.string(),
    /** Resources of the profiler. */
    resources: resourceRequirements.optional(),
    /** Node taints that the profiler accepts. */
    tolerations: list(toleration).optional(),
  }),
  /** Dynamo release of the image when its tag does not say it. */
  runtimeVersionOverride: runtimeVersion.optional(),
  /** True uses mocker workers, which need no GPU. @default false */
  useMocker: z.boolean().optional(),
});
/** What graph is wanted, v1alpha1. */
export interface V1alpha1GraphDeploymentRequestSpec
  extends Readonly<z.infer<typeof requestSpecSchema>> {}
const requestSpec: z.ZodType<V1alpha1GraphDeploymentRequestSpec> = requestSpecSchema;

const requestSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("DynamoGraphDeploymentRequest"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What graph is wanted. */
  spec: requestSpec,
  /** Where the request stands; written by the operator. */
  status: z
    .strictObject({
      /** Backend that was chosen. */
      backend: z.string().optional(),
      /** What controllers observed. */
      conditions: list(condition).optional(),
      /** The graph that was created. */
      deployment: z
        .strictObject({
          /** True once the graph was created. */
          created: z.boolean().optional(),
          /** Name of the graph. @default - derived from the request */
          name: z.string().optional(),
          /** Namespace of the graph. @default - the request's */
          namespace: z.string().optional(),
          /** State of the graph. */
          state: graphState.optional(),
        })
        .optional(),
      /** The graph that was found. */
      generatedDeployment: anyObject.optional(),
      /** Generation that the status speaks of. */
      observedGeneration: int64.optional(),
      /** Where the results are. */
      profilingResults: z.string().optional(),
      /** Where the request stands. @default "Initializing" */
      state: z
        .enum([
          "Initializing",
          "Pending",
          "Profiling",
          "Deploying",
          "Ready",
          "DeploymentDeleted",
          "Failed",
        ])
        .optional(),
    })
    .optional(),
});
/** A model and a profiler configuration, in the deprecated version. */
export interface V1alpha1GraphDeploymentRequest extends Readonly<z.infer<typeof requestSchema>> {}
export const request: z.ZodType<V1alpha1GraphDeploymentRequest> = requestSchema;
