// SPDX-License-Identifier: Apache-2.0
/** @module The chart of Volcano. @see https://github.com/volcano-sh/volcano */
import { z } from "zod";
import type { Affinity, ResourceRequirements, Toleration } from "../../../api/index.js";
import { orchestratorCharts } from "../../../facts/index.js";
import { merge } from "../../../graph/index.js";
import type { ChartOptions, HelmChart } from "../helm-chart.js";

const resources = z.custom<ResourceRequirements>().optional();
const replicas = z.number().int().min(1).optional();
const text = z.string().optional();

/** Values of the chart, as far as its templates read them. */
export const volcanoValues = z.strictObject({
  basic: z
    .strictObject({
      image_registry: text,
      image_tag_version: text,
      image_pull_policy: z.enum(["Always", "IfNotPresent", "Never"]).optional(),
      image_pull_secret: text,
      scheduler_config_file: text,
    })
    .optional(),
  custom: z
    .strictObject({
      admission_replicas: replicas,
      controller_replicas: replicas,
      scheduler_replicas: replicas,
      leader_elect_enable: z.boolean().optional(),
      metrics_enable: z.boolean().optional(),
      controller_metrics_enable: z.boolean().optional(),
      scheduler_metrics_enable: z.boolean().optional(),
      scheduler_config_override: text,
      default_affinity: z.custom<Affinity>().optional(),
      default_tolerations: z.array(z.custom<Toleration>()).optional(),
      default_ns: z.record(z.string(), z.string()).optional(),
      admission_resources: resources,
      controller_resources: resources,
      scheduler_resources: resources,
    })
    .optional(),
});

/** Values of the chart. */
export interface VolcanoValues extends Readonly<z.infer<typeof volcanoValues>> {}

/** Settings of Volcano. */
export interface VolcanoOptions extends ChartOptions<VolcanoValues> {
  /** Pods of scheduler, controller and admission each, one of which leads. @default 2 */
  readonly replicas?: number | undefined;
  /**
   * True has Volcano place the pods of Grove, which is experimental in Dynamo and excludes KAI; false
   * leaves it to LeaderWorkerSets.
   *
   * @default false
   */
  readonly schedulesGrove?: boolean | undefined;
}

/** The chart with its values. */
export function volcanoChart(options: VolcanoOptions): HelmChart<VolcanoValues> {
  const version = options.version ?? orchestratorCharts.volcano.version;
  const count = options.replicas ?? 2;
  const values: VolcanoValues = {
    // The chart's own tag moves, and its pull policy is Always.
    basic: {
      image_tag_version: `v${version.replace(/^v/, "")}`,
      image_pull_policy: "IfNotPresent",
    },
    custom: {
      admission_replicas: count,
      controller_replicas: count,
      scheduler_replicas: count,
      leader_elect_enable: count > 1,
    },
  };
  return {
    release: "volcano",
    chart: orchestratorCharts.volcano.chart,
    repository: orchestratorCharts.volcano.repository,
    version,
    namespace: options.namespace ?? orchestratorCharts.volcano.namespace,
    values: merge(values, options.values),
  };
}
