// SPDX-License-Identifier: Apache-2.0
/** @module The chart of the KAI scheduler. @see https://github.com/kai-scheduler/KAI-Scheduler */
import { z } from "zod";
import type { Affinity, Toleration } from "../../../api/index.js";
import { orchestratorCharts, type ReleaseFacts } from "../../../facts/index.js";
import { merge } from "../../../graph/index.js";
import type { ChartOptions, HelmChart } from "../helm-chart.js";

/** Values of the chart, as far as its templates read them. */
export const kaiValues = z.strictObject({
  global: z
    .strictObject({
      registry: z.string().optional(),
      tag: z.string().optional(),
      imagePullPolicy: z.enum(["Always", "IfNotPresent", "Never"]).optional(),
      imagePullSecrets: z.array(z.strictObject({ name: z.string() })).optional(),
      leaderElection: z.boolean().optional(),
      gpuSharing: z.boolean().optional(),
      clusterAutoscaling: z.boolean().optional(),
      nodeSelector: z.record(z.string(), z.string()).optional(),
      affinity: z.custom<Affinity>().optional(),
      tolerations: z.array(z.custom<Toleration>()).optional(),
      namespaceLabelSelector: z.record(z.string(), z.string()).optional(),
      podLabelSelector: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  operator: z
    .strictObject({
      replicaCount: z.number().int().min(1).optional(),
      qps: z.number().int().optional(),
      burst: z.number().int().optional(),
    })
    .optional(),
  scheduler: z
    .strictObject({ placementStrategy: z.enum(["binpack", "spread"]).optional() })
    .optional(),
  admission: z
    .strictObject({
      cdi: z.boolean().optional(),
      gpuPodRuntimeClassName: z.string().optional(),
    })
    .optional(),
  defaultQueue: z
    .strictObject({
      createDefaultQueue: z.boolean().optional(),
      parentName: z.string().optional(),
      childName: z.string().optional(),
    })
    .optional(),
});

/** Values of the chart. */
export interface KaiValues extends Readonly<z.infer<typeof kaiValues>> {}

/** Settings of KAI. */
export interface KaiOptions extends ChartOptions<KaiValues> {
  /** Pods of its operator, one of which leads. @default 2 */
  readonly replicas?: number | undefined;
  /** `binpack` fills a node before the next; `spread` takes the emptiest. @default "binpack" */
  readonly placementStrategy?: "binpack" | "spread" | undefined;
  /** True when nodes come and go: KAI then makes pods that a node autoscaler sees. @default true */
  readonly clusterAutoscaling?: boolean | undefined;
  /** Tolerations of its pods. @default - none */
  readonly tolerations?: readonly Toleration[] | undefined;
}

/** The chart with its values. Run no workloads in its namespace. */
export function kaiChart(options: KaiOptions, { kai }: ReleaseFacts): HelmChart<KaiValues> {
  const values: KaiValues = {
    global: {
      leaderElection: true,
      clusterAutoscaling: options.clusterAutoscaling ?? true,
      tolerations: options.tolerations === undefined ? undefined : [...options.tolerations],
    },
    operator: { replicaCount: options.replicas ?? 2 },
    scheduler: { placementStrategy: options.placementStrategy ?? "binpack" },
  };
  return {
    release: "kai-scheduler",
    chart: orchestratorCharts.kai.chart,
    version: options.version ?? kai.bundled,
    namespace: options.namespace ?? orchestratorCharts.kai.namespace,
    values: merge(values, options.values),
  };
}
