// SPDX-License-Identifier: Apache-2.0
/** @module The autoscaling block of v1alpha1, which the operator ignores. */
import { z } from "zod";
import { int32, list, quantity } from "../core/field.js";
import { labelSelector } from "../core/meta.js";

const metricTarget = z.strictObject({
  /** Percent of the request, on average. */
  averageUtilization: int32.optional(),
  /** Amount per pod, on average. */
  averageValue: quantity.optional(),
  /** Which of the other fields is set. */
  type: z.string(),
  /** Amount in all. */
  value: quantity.optional(),
});

const metricName = z.strictObject({
  /** Name. */
  name: z.string(),
  /** Labels of the metric. */
  selector: labelSelector.optional(),
});

const scalingRules = z.strictObject({
  /** How much may change in which time. */
  policies: list(
    z.strictObject({
      /** Seconds that the policy looks back. */
      periodSeconds: int32,
      /** Which of the other fields is set. */
      type: z.string(),
      /** Amount in all. */
      value: int32,
    }),
  ).optional(),
  /** `Max`, `Min` or `Disabled`. */
  selectPolicy: z.string().optional(),
  /** Seconds of past advice that are considered. */
  stabilizationWindowSeconds: int32.optional(),
  /** Deviation that is ignored. */
  tolerance: quantity.optional(),
});

const autoscalingSchema = z.strictObject({
  /** How fast to scale. */
  behavior: z
    .strictObject({
      /** Towards fewer replicas. */
      scaleDown: scalingRules.optional(),
      /** Towards more replicas. */
      scaleUp: scalingRules.optional(),
    })
    .optional(),
  /** True once created an autoscaler. */
  enabled: z.boolean().optional(),
  /** Most replicas. */
  maxReplicas: z.int().optional(),
  /** Metrics of a HorizontalPodAutoscaler. */
  metrics: list(
    z.strictObject({
      /** A resource of one container. */
      containerResource: z
        .strictObject({
          /** Name of the container. */
          container: z.string(),
          /** Name. */
          name: z.string(),
          /** Value to hold. */
          target: metricTarget,
        })
        .optional(),
      /** A metric from outside of the cluster. */
      external: z
        .strictObject({
          /** The metric. */
          metric: metricName,
          /** Value to hold. */
          target: metricTarget,
        })
        .optional(),
      /** A metric of one object. */
      object: z
        .strictObject({
          /** The object. */
          describedObject: z.strictObject({
            /** API version of the object. */
            apiVersion: z.string().optional(),
            /** Kind of the object. */
            kind: z.string(),
            /** Name. */
            name: z.string(),
          }),
          /** The metric. */
          metric: metricName,
          /** Value to hold. */
          target: metricTarget,
        })
        .optional(),
      /** A metric of every pod. */
      pods: z
        .strictObject({
          /** The metric. */
          metric: metricName,
          /** Value to hold. */
          target: metricTarget,
        })
        .optional(),
      /** A resource of every pod. */
      resource: z
        .strictObject({
          /** Name. */
          name: z.string(),
          /** Value to hold. */
          target: metricTarget,
        })
        .optional(),
      /** Which of the other fields is set. */
      type: z.string(),
    }),
  ).optional(),
  /** Fewest replicas. */
  minReplicas: z.int().optional(),
});
/** Ignored by the operator. @deprecated use a scaling adapter and an autoscaler of its own */
export interface V1alpha1Autoscaling extends Readonly<z.infer<typeof autoscalingSchema>> {}
export const autoscaling: z.ZodType<V1alpha1Autoscaling> = autoscalingSchema;
