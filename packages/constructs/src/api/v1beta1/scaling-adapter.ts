// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeploymentScalingAdapter v1beta1. */
import { z } from "zod";
import { int32, moment } from "../core/field.js";
import { objectMeta } from "../core/meta.js";

const scalingAdapterSpecSchema = z.strictObject({
  /** The component that is scaled. */
  dgdRef: z.strictObject({
    /** Name of the component; at least one character. */
    componentName: z.string().min(1),
    /** Name of the graph; at least one character. */
    name: z.string().min(1),
  }),
  /** Wanted replicas; 0 or more. */
  replicas: int32.min(0),
});
/** What is scaled, and to how many replicas. */
export interface DynamoGraphDeploymentScalingAdapterSpec
  extends Readonly<z.infer<typeof scalingAdapterSpecSchema>> {}
const scalingAdapterSpec: z.ZodType<DynamoGraphDeploymentScalingAdapterSpec> =
  scalingAdapterSpecSchema;

const scalingAdapterSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1beta1"),
  /** Kind of the object. */
  kind: z.literal("DynamoGraphDeploymentScalingAdapter"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What is scaled, and to how many replicas. */
  spec: scalingAdapterSpec,
  /** Written by the operator. */
  status: z
    .strictObject({
      /** When the adapter last scaled. */
      lastScaleTime: moment.optional(),
      /** Current replicas. */
      replicas: int32,
      /** Label selector of the pods, as text. */
      selector: z.string().optional(),
    })
    .optional(),
});
/** The scale subresource of one component; the target of an autoscaler. */
export interface DynamoGraphDeploymentScalingAdapter
  extends Readonly<z.infer<typeof scalingAdapterSchema>> {}
export const scalingAdapter: z.ZodType<DynamoGraphDeploymentScalingAdapter> = scalingAdapterSchema;
