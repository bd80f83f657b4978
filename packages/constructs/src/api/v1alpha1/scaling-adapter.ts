// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeploymentScalingAdapter v1alpha1. */
import { z } from "zod";
import { int32, moment } from "../core/field.js";
import { objectMeta } from "../core/meta.js";

const scalingAdapterSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("DynamoGraphDeploymentScalingAdapter"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What is scaled, and to how many replicas. */
  spec: z.strictObject({
    /** The service that is scaled. */
    dgdRef: z.strictObject({
      /** Name of the graph; at least one character. */
      name: z.string().min(1),
      /** Name of the service; at least one character. */
      serviceName: z.string().min(1),
    }),
    /** Wanted replicas; 0 or more. */
    replicas: int32.min(0),
  }),
  /** Written by the operator. */
  status: z
    .strictObject({
      /** When the adapter last scaled. */
      lastScaleTime: moment.optional(),
      /** Current replicas. */
      replicas: int32.optional(),
      /** Label selector of the pods, as text. */
      selector: z.string().optional(),
    })
    .optional(),
});
/** The scale subresource of one service, in the deprecated version. */
export interface V1alpha1ScalingAdapter extends Readonly<z.infer<typeof scalingAdapterSchema>> {}
export const scalingAdapter: z.ZodType<V1alpha1ScalingAdapter> = scalingAdapterSchema;
