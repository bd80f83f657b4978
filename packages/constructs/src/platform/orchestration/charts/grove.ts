// SPDX-License-Identifier: Apache-2.0
/** @module Grove's chart: coordinates, settings, values. @see https://github.com/ai-dynamo/grove */
import { z } from "zod";
import type { ResourceRequirements, Toleration } from "../../../api/index.js";
import { orchestratorCharts, type ReleaseFacts } from "../../../facts/index.js";
import { merge } from "../../../graph/index.js";
import type { ChartOptions, HelmChart } from "../helm-chart.js";

const seconds = z.string().regex(/^([0-9]+(ms|s|m|h))+$/, 'must be a time such as "15s"');

/** Values of the chart, as far as its templates read them. */
export const groveValues = z.strictObject({
  replicaCount: z.number().int().min(1).optional(),
  image: z
    .strictObject({
      repository: z.string().optional(),
      tag: z.string().optional(),
      pullPolicy: z.enum(["Always", "IfNotPresent", "Never"]).optional(),
    })
    .optional(),
  resources: z.custom<ResourceRequirements>().optional(),
  tolerations: z.array(z.custom<Toleration>()).optional(),
  priorityClass: z
    .strictObject({
      enabled: z.boolean().optional(),
      name: z.string().optional(),
      value: z.number().int().optional(),
    })
    .optional(),
  config: z
    .strictObject({
      leaderElection: z
        .strictObject({
          enabled: z.boolean().optional(),
          leaseDuration: seconds.optional(),
          renewDeadline: seconds.optional(),
          retryPeriod: seconds.optional(),
        })
        .optional(),
      server: z
        .strictObject({
          webhooks: z
            .strictObject({
              port: z.number().int().optional(),
              secretName: z.string().optional(),
              certProvisionMode: z.enum(["auto", "manual"]).optional(),
            })
            .optional(),
          healthProbes: z
            .strictObject({ enable: z.boolean().optional(), port: z.number().int().optional() })
            .optional(),
          metrics: z.strictObject({ port: z.number().int().optional() }).optional(),
        })
        .optional(),
      scheduler: z
        .strictObject({
          profiles: z
            .array(
              z.strictObject({ name: z.enum(["default-scheduler", "kai-scheduler", "volcano"]) }),
            )
            .optional(),
          defaultProfileName: z.string().optional(),
        })
        .optional(),
      logLevel: z.enum(["debug", "info", "error"]).optional(),
      logFormat: z.enum(["json", "text"]).optional(),
      topologyAwareScheduling: z.strictObject({ enabled: z.boolean().optional() }).optional(),
      network: z.strictObject({ autoMNNVLEnabled: z.boolean().optional() }).optional(),
    })
    .optional(),
});

/** Values of the chart. */
export interface GroveValues extends Readonly<z.infer<typeof groveValues>> {}

/** Settings of Grove. */
export interface GroveOptions extends ChartOptions<GroveValues> {
  /** Pods of the operator, one of which leads. @default 2 */
  readonly replicas?: number | undefined;
  /** True lets graphs have topology constraints. @default true */
  readonly topologyAware?: boolean | undefined;
  /** `manual` when the Secret of the webhooks comes from elsewhere, such as cert-manager. @default "auto" */
  readonly certificates?: "auto" | "manual" | undefined;
  /** True gives the pods of a replica a ComputeDomain on machines with an NVLink domain. @default false */
  readonly multiNodeNvlink?: boolean | undefined;
}

/** The chart with its values. `schedulers` are those besides the default one that Grove hands gangs to. */
export function groveChart(
  options: GroveOptions,
  { grove }: ReleaseFacts,
  schedulers: readonly ("kai-scheduler" | "volcano")[],
): HelmChart<GroveValues> {
  const values: GroveValues = {
    replicaCount: options.replicas ?? 2,
    config: {
      leaderElection: { enabled: true },
      server: {
        webhooks: { certProvisionMode: options.certificates ?? "auto" },
        healthProbes: { enable: true },
      },
      scheduler: {
        profiles: [{ name: "default-scheduler" as const }, ...schedulers.map((name) => ({ name }))],
      },
      topologyAwareScheduling: { enabled: options.topologyAware ?? true },
      network: { autoMNNVLEnabled: options.multiNodeNvlink ?? false },
    },
  };
  return {
    release: "grove",
    chart: orchestratorCharts.grove.chart,
    version: options.version ?? grove.bundled,
    namespace: options.namespace ?? orchestratorCharts.grove.namespace,
    values: merge(values, options.values),
  };
}
