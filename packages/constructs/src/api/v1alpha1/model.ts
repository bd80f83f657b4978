// SPDX-License-Identifier: Apache-2.0
/** @module DynamoModel: a base model or an adapter that a graph serves. */
import { z } from "zod";
import { list } from "../core/field.js";
import { condition, objectMeta } from "../core/meta.js";

const modelSpecSchema = z.strictObject({
  /** Equals `modelRef.name` of the component that serves it; immutable. */
  baseModelName: z.string(),
  /** Name of the model. */
  modelName: z.string(),
  /** `lora` loads an adapter over the base model. Immutable. @default "base" */
  modelType: z.enum(["base", "lora", "adapter"]).optional(),
  /** Where the weights are; required for `lora`. */
  source: z
    .strictObject({
      /** `s3://`, `hf://` or `file:///`. */
      uri: z.string(),
    })
    .optional(),
});
/** Which model is served where. */
export interface DynamoModelSpec extends Readonly<z.infer<typeof modelSpecSchema>> {}
const modelSpec: z.ZodType<DynamoModelSpec> = modelSpecSchema;

const modelSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("DynamoModel"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** Which model is served where. */
  spec: modelSpec,
  /** Written by the operator. */
  status: z
    .strictObject({
      /** `EndpointsReady` and `ServicesFound`. */
      conditions: list(condition).optional(),
      /** The processes that serve the model. */
      endpoints: list(
        z.strictObject({
          /** Address of the process. */
          address: z.string(),
          /** True when another process can stand in for the adapter. */
          loraFallbackCovered: z.boolean().optional(),
          /** Name of the pod. */
          podName: z.string().optional(),
          /** True once the model is loaded. */
          ready: z.boolean(),
        }),
      ).optional(),
      /** How many are covered by another process. */
      loraFallbackCoveredEndpoints: z.int().optional(),
      /** How many have loaded the model. */
      readyEndpoints: z.int(),
      /** How many there are. */
      totalEndpoints: z.int(),
    })
    .optional(),
});
/** A base model or a LoRA adapter that a graph serves. */
export interface DynamoModel extends Readonly<z.infer<typeof modelSchema>> {}
export const model: z.ZodType<DynamoModel> = modelSchema;
