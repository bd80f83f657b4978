// SPDX-License-Identifier: Apache-2.0
/** @module DynamoCheckpoint: a warm process that workers start from. */
import { z } from "zod";
import { checkpointIdentity } from "../core/dynamo.js";
import { dnsLabel, int32, int64, list, moment } from "../core/field.js";
import { condition, objectMeta } from "../core/meta.js";
import { podTemplateSpec } from "../core/pod.js";
import { gpuMemoryService, sharedMemory } from "./service.js";

const checkpointSpecSchema = z.strictObject({
  /** GPU memory service of the job; only inside one pod. */
  gpuMemoryService: gpuMemoryService.optional(),
  /** What makes two checkpoints the same. Immutable. */
  identity: checkpointIdentity,
  /** The job that takes the checkpoint. */
  job: z.strictObject({
    /** Seconds after which the job is failed; at least 1. @default 3600 */
    activeDeadlineSeconds: int64.min(1).optional(),
    /** Ignored. @deprecated the job is not retried */
    backoffLimit: int32.min(0).optional(),
    /** The pod of the job. */
    podTemplateSpec,
    /** Size of `/dev/shm`. @default - 8Gi */
    sharedMemory: sharedMemory.optional(),
    /** Container that is checkpointed. @default "main" */
    targetContainerName: dnsLabel.optional(),
    /** Ignored. @deprecated the operator cleans up */
    ttlSecondsAfterFinished: int32.min(0).optional(),
  }),
});
/** What is checkpointed, and how. */
export interface DynamoCheckpointSpec extends Readonly<z.infer<typeof checkpointSpecSchema>> {}
const checkpointSpec: z.ZodType<DynamoCheckpointSpec> = checkpointSpecSchema;

const checkpointSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("DynamoCheckpoint"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What is checkpointed, and how. */
  spec: checkpointSpec,
  /** Written by the operator. */
  status: z
    .strictObject({
      /** Id of the checkpoint. */
      checkpointID: z.string().optional(),
      /** Deprecated. */
      conditions: list(condition).optional(),
      /** When the checkpoint was taken. */
      createdAt: moment.optional(),
      /** Hash of the identity. @deprecated use `checkpointID` */
      identityHash: z.string().optional(),
      /** Name of the job that takes it. */
      jobName: z.string().optional(),
      /** Where it is kept. */
      location: z.string().optional(),
      /** What went wrong. */
      message: z.string().optional(),
      /** Where it stands. */
      phase: z.enum(["Pending", "Creating", "Ready", "Failed"]).optional(),
      /** Name of the PodSnapshot. */
      podSnapshotName: z.string().optional(),
      /** Deprecated. */
      storageType: z.enum(["pvc", "s3", "oci"]).optional(),
    })
    .optional(),
});
/** A warm process that workers start from. */
export interface DynamoCheckpoint extends Readonly<z.infer<typeof checkpointSchema>> {}
export const checkpoint: z.ZodType<DynamoCheckpoint> = checkpointSchema;
