// SPDX-License-Identifier: Apache-2.0
/** @module DynamoWorkerMetadata: what a process tells its peers; never authored. */
import { z } from "zod";
import { anyObject } from "../core/field.js";
import { objectMeta } from "../core/meta.js";

const workerMetadataSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("DynamoWorkerMetadata"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What the runtime writes. */
  spec: z.strictObject({
    /** Endpoints and model cards of the process. */
    data: anyObject,
  }),
});
/** What a process tells its peers; the Dynamo runtime writes it. */
export interface DynamoWorkerMetadata extends Readonly<z.infer<typeof workerMetadataSchema>> {}
export const workerMetadata: z.ZodType<DynamoWorkerMetadata> = workerMetadataSchema;
