// SPDX-License-Identifier: Apache-2.0
/** @module The batch job that a request may override. */
import { z } from "zod";
import { int32, int64, list, set } from "../core/field.js";
import { labelSelector } from "../core/meta.js";
import { podTemplateSpec } from "../core/pod.js";

const failureRuleSchema = z.strictObject({
  /** `FailJob`, `FailIndex`, `Ignore` or `Count`. */
  action: z.string(),
  /** Exit codes that the rule is for. */
  onExitCodes: z
    .strictObject({
      /** One container. @default - all */
      containerName: z.string().optional(),
      /** `In` or `NotIn`. */
      operator: z.string(),
      /** Exit codes. */
      values: set(int32),
    })
    .optional(),
  /** Pod conditions that the rule is for. */
  onPodConditions: list(
    z.strictObject({
      /** Status of the condition. @default "True" */
      status: z.string().optional(),
      /** Type of the condition. */
      type: z.string(),
    }),
  ).optional(),
});

const jobSpecSchema = z.strictObject({
  /** Seconds after which the job is failed. @default - never */
  activeDeadlineSeconds: int64.optional(),
  /** Retries. @default 0 for the profiler */
  backoffLimit: int32.optional(),
  /** Retries per index. */
  backoffLimitPerIndex: int32.optional(),
  /** `NonIndexed` or `Indexed`. @default "NonIndexed" */
  completionMode: z.string().optional(),
  /** Pods that must succeed. @default 1 */
  completions: int32.optional(),
  /** Controller of the job. @default - the Kubernetes job controller */
  managedBy: z.string().optional(),
  /** True trusts `selector`. @default false */
  manualSelector: z.boolean().optional(),
  /** Indexes that may fail. */
  maxFailedIndexes: int32.optional(),
  /** Pods at a time. @default 1 */
  parallelism: int32.optional(),
  /** What a failed pod means. */
  podFailurePolicy: z
    .strictObject({
      /** Rules, the first that fits wins. */
      rules: list(failureRuleSchema),
    })
    .optional(),
  /** `TerminatingOrFailed` or `Failed`. */
  podReplacementPolicy: z.string().optional(),
  /** Pods of the job; normally left out. */
  selector: labelSelector.optional(),
  /** When an indexed job counts as done. */
  successPolicy: z
    .strictObject({
      /** Rules, the first that fits wins. */
      rules: list(
        z.strictObject({
          /** Indexes that must succeed. */
          succeededCount: int32.optional(),
          /** Indexes that count, such as `0,2-4`. */
          succeededIndexes: z.string().optional(),
        }),
      ),
    })
    .optional(),
  /** True keeps the job from starting. @default false */
  suspend: z.boolean().optional(),
  /** The pods. */
  template: podTemplateSpec,
  /** Seconds until a finished job is deleted. @default - never */
  ttlSecondsAfterFinished: int32.optional(),
});
/** A Kubernetes batch job. */
export interface JobSpec extends Readonly<z.infer<typeof jobSpecSchema>> {}
export const jobSpec: z.ZodType<JobSpec> = jobSpecSchema;
