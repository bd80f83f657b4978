// SPDX-License-Identifier: Apache-2.0
/** @module What is watched, and how long it is kept: metrics, logs, traces. */
import { z } from "zod";
import { flag, whole } from "../field.js";
import type { PresetDefaults } from "../presets.js";

const days = (example: number) => whole(1, 3650, example);

export const observabilitySchema = z.strictObject({
  metrics: z
    .strictObject({
      enabled: flag(true).optional(),
      retentionDays: days(15).optional(),
      sizeGiB: whole(1, 65536, 100).optional(),
      replicas: whole(1, 3, 2).optional(),
    })
    .optional(),
  logs: z
    .strictObject({ enabled: flag(true).optional(), retentionDays: days(31).optional() })
    .optional(),
  traces: z
    .strictObject({
      enabled: flag(true).optional(),
      retentionDays: days(7).optional(),
      samplePercent: whole(0, 100, 5).optional(),
    })
    .optional(),
});

/** Prometheus, Alertmanager and Grafana. */
export interface Metrics {
  /** @default true */
  readonly enabled: boolean;
  /** @default 3, 7 or 15 by preset */
  readonly retentionDays: number;
  /** Volume of each Prometheus, GiB; what is older goes when 85 % are full. @default 20, 50 or 100 by preset */
  readonly sizeGiB: number;
  /** Prometheus servers that scrape the same. @default 1, in production 2 */
  readonly replicas: number;
}

/** Loki and Alloy. */
export interface Logs {
  /** @default true but in dev */
  readonly enabled: boolean;
  /** @default 3, 7 or 31 by preset */
  readonly retentionDays: number;
}

/** Tempo. */
export interface Traces {
  /** @default true but in dev */
  readonly enabled: boolean;
  /** @default 1, 2 or 7 by preset */
  readonly retentionDays: number;
  /** Requests of 100 that are traced. @default 100, in production 5 */
  readonly samplePercent: number;
}

/** What is watched, with every default filled in. */
export interface Observability {
  readonly metrics: Metrics;
  readonly logs: Logs;
  readonly traces: Traces;
}

/** Fills in what nobody set. */
export function resolveObservability(
  input: z.output<typeof observabilitySchema>,
  preset: PresetDefaults["observability"],
): Observability {
  const { metrics = {}, logs = {}, traces = {} } = input;
  return {
    metrics: {
      enabled: metrics.enabled ?? true,
      retentionDays: metrics.retentionDays ?? preset.metricsRetentionDays,
      sizeGiB: metrics.sizeGiB ?? preset.metricsGiB,
      replicas: metrics.replicas ?? preset.metricsReplicas,
    },
    logs: {
      enabled: logs.enabled ?? preset.logs,
      retentionDays: logs.retentionDays ?? preset.logRetentionDays,
    },
    traces: {
      enabled: traces.enabled ?? preset.traces,
      retentionDays: traces.retentionDays ?? preset.traceRetentionDays,
      samplePercent: traces.samplePercent ?? preset.traceSamplePercent,
    },
  };
}
