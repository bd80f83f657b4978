// SPDX-License-Identifier: Apache-2.0
/** @module The chart of LeaderWorkerSet. @see https://github.com/kubernetes-sigs/lws */
import { z } from "zod";
import type { Affinity, ResourceRequirements, Toleration } from "../../../api/index.js";
import { orchestratorCharts } from "../../../facts/index.js";
import { merge } from "../../../graph/index.js";
import type { ChartOptions, HelmChart } from "../helm-chart.js";

/** Values of the chart, as far as its templates read them. */
export const lwsValues = z.strictObject({
  nameOverride: z.string().optional(),
  fullnameOverride: z.string().optional(),
  enablePrometheus: z.boolean().optional(),
  enableCertManager: z.boolean().optional(),
  replicaCount: z.number().int().min(1).optional(),
  imagePullSecrets: z.array(z.strictObject({ name: z.string() })).optional(),
  image: z
    .strictObject({
      manager: z
        .strictObject({
          repository: z.string().optional(),
          tag: z.string().optional(),
          pullPolicy: z.enum(["Always", "IfNotPresent", "Never"]).optional(),
        })
        .optional(),
    })
    .optional(),
  podAnnotations: z.record(z.string(), z.string()).optional(),
  resources: z.custom<ResourceRequirements>().optional(),
  nodeSelector: z.record(z.string(), z.string()).optional(),
  tolerations: z.array(z.custom<Toleration>()).optional(),
  affinity: z.custom<Affinity>().optional(),
  gangSchedulingManagement: z
    .strictObject({ schedulerProvider: z.enum(["volcano"]).optional() })
    .optional(),
});

/** Values of the chart. */
export interface LwsValues extends Readonly<z.infer<typeof lwsValues>> {}

/** Settings of LeaderWorkerSet. */
export interface LwsOptions extends ChartOptions<LwsValues> {
  /** Pods of the controller, one of which leads. @default 2 */
  readonly replicas?: number | undefined;
  /** True when cert-manager makes the certificate of the webhooks. @default false */
  readonly certManager?: boolean | undefined;
  /** True makes a ServiceMonitor. @default false */
  readonly monitoring?: boolean | undefined;
}

/** The chart with its values: every replica of a LeaderWorkerSet is a gang of Volcano. */
export function lwsChart(options: LwsOptions): HelmChart<LwsValues> {
  const version = options.version ?? orchestratorCharts.lws.version;
  const values: LwsValues = {
    replicaCount: options.replicas ?? 2,
    enableCertManager: options.certManager ?? false,
    enablePrometheus: options.monitoring ?? false,
    image: { manager: { tag: `v${version.replace(/^v/, "")}`, pullPolicy: "IfNotPresent" } },
    gangSchedulingManagement: { schedulerProvider: "volcano" },
  };
  return {
    release: "lws",
    chart: orchestratorCharts.lws.chart,
    version,
    namespace: options.namespace ?? orchestratorCharts.lws.namespace,
    values: merge(values, options.values),
  };
}
