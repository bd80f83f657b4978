// SPDX-License-Identifier: Apache-2.0
/** @module Traces in Tempo: OTLP in, blocks in a bucket, metrics of spans to Prometheus. */
import { z } from "zod";
import { chartPins, defineChart } from "../kubernetes/index.js";
import { amount, resources, serviceAccount, serviceMonitor } from "./pod-settings.js";

/** Account of Tempo, to which the cloud gives rights on the bucket. */
export const tempoAccount = "tempo";

/** The address that Grafana asks. */
export function tempoUrl(namespace: string): string {
  return `http://tempo.${namespace}.svc.cluster.local:3200`;
}

/** The address that graphs send spans to, OTLP over gRPC. */
export function otlpEndpoint(namespace: string): string {
  return `http://tempo.${namespace}.svc.cluster.local:4317`;
}

const receiver = z.strictObject({ endpoint: z.string() });

export const tempo = defineChart(
  chartPins.tempo,
  z.strictObject({
    tempo: z.strictObject({
      retention: z.string(),
      reportingEnabled: z.boolean(),
      resources,
      receivers: z.strictObject({
        otlp: z.strictObject({ protocols: z.strictObject({ grpc: receiver, http: receiver }) }),
        // The chart's defaults stay beside our keys; null takes them out.
        jaeger: z.null(),
        opencensus: z.null(),
      }),
      metricsGenerator: z.strictObject({ enabled: z.boolean(), remoteWriteUrl: z.string() }),
      overrides: z.strictObject({
        defaults: z.strictObject({
          metrics_generator: z.strictObject({ processors: z.array(z.string()) }),
        }),
      }),
      storage: z.strictObject({
        trace: z.strictObject({
          backend: z.enum(["s3", "gcs", "azure", "local"]),
          s3: z
            .strictObject({ bucket: z.string(), endpoint: z.string(), region: z.string() })
            .optional(),
        }),
      }),
      securityContext: z.strictObject({
        allowPrivilegeEscalation: z.boolean(),
        readOnlyRootFilesystem: z.boolean(),
        capabilities: z.strictObject({ drop: z.array(z.string()) }),
      }),
    }),
    serviceAccount,
    serviceMonitor,
    persistence: z.strictObject({
      enabled: z.boolean(),
      storageClassName: z.string(),
      size: z.string(),
    }),
  }),
);

/** Values of the chart. */
export type TempoValues = z.input<typeof tempo.values>;

/** What an environment decides. */
export interface TempoOptions {
  readonly retentionDays: number;
  /** Where blocks are: a bucket of S3. */
  readonly bucket: { readonly name: string; readonly region: string };
  readonly storageClass: string;
  /** Prometheus that takes metrics of spans. */
  readonly prometheus: string;
}

/** The values. */
export function tempoValues(options: TempoOptions): TempoValues {
  const { bucket, storageClass } = options;
  return {
    tempo: {
      retention: `${options.retentionDays * 24}h`,
      reportingEnabled: false,
      resources: amount("250m", "2Gi"),
      receivers: {
        otlp: {
          protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } },
        },
        jaeger: null,
        opencensus: null,
      },
      metricsGenerator: { enabled: true, remoteWriteUrl: `${options.prometheus}/api/v1/write` },
      overrides: {
        defaults: { metrics_generator: { processors: ["service-graphs", "span-metrics"] } },
      },
      storage: {
        trace: {
          backend: "s3",
          s3: {
            bucket: bucket.name,
            endpoint: `s3.${bucket.region}.amazonaws.com`,
            region: bucket.region,
          },
        },
      },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: false,
        capabilities: { drop: ["ALL"] },
      },
    },
    serviceAccount: { create: true, name: tempoAccount },
    serviceMonitor: { enabled: true },
    persistence: { enabled: true, storageClassName: storageClass, size: "20Gi" },
  };
}
