// SPDX-License-Identifier: Apache-2.0
/** @module Logs in Loki: one program that does everything, chunks in a bucket, old logs deleted. */
import { z } from "zod";
import { chartPins, defineChart } from "../kubernetes/index.js";
import { amount, resources, serviceAccount, serviceMonitor } from "./pod-settings.js";

/** Account of Loki, to which the cloud gives rights on the bucket. */
export const lokiAccount = "loki";

/** The address that logs are written to and read from. */
export function lokiUrl(namespace: string): string {
  return `http://loki-gateway.${namespace}.svc.cluster.local`;
}

const replicas = z.strictObject({ replicas: z.int() });

export const loki = defineChart(
  chartPins.loki,
  z.strictObject({
    deploymentMode: z.enum(["Monolithic"]),
    loki: z.strictObject({
      auth_enabled: z.boolean(),
      analytics: z.strictObject({ reporting_enabled: z.boolean() }),
      commonConfig: z.strictObject({ replication_factor: z.int() }),
      schemaConfig: z.strictObject({
        configs: z.array(
          z.strictObject({
            from: z.string(),
            store: z.enum(["tsdb"]),
            object_store: z.enum(["s3", "gcs", "azure", "filesystem"]),
            schema: z.enum(["v13"]),
            index: z.strictObject({ prefix: z.string(), period: z.enum(["24h"]) }),
          }),
        ),
      }),
      storage: z.strictObject({
        type: z.enum(["s3", "gcs", "azure", "filesystem"]),
        bucketNames: z.strictObject({ chunks: z.string(), ruler: z.string() }).optional(),
        s3: z.strictObject({ region: z.string() }).optional(),
      }),
      ingester: z.strictObject({ chunk_encoding: z.enum(["snappy", "gzip"]) }),
      pattern_ingester: z.strictObject({ enabled: z.boolean() }),
      compactor: z.strictObject({
        retention_enabled: z.boolean(),
        delete_request_store: z.enum(["s3", "gcs", "azure", "filesystem"]),
      }),
      limits_config: z.strictObject({
        retention_period: z.string(),
        allow_structured_metadata: z.boolean(),
        volume_enabled: z.boolean(),
        reject_old_samples_max_age: z.string(),
      }),
    }),
    serviceAccount,
    singleBinary: z.strictObject({
      replicas: z.int(),
      resources,
      persistence: z.strictObject({
        enabled: z.boolean(),
        storageClass: z.string(),
        size: z.string(),
      }),
    }),
    backend: replicas,
    read: replicas,
    write: replicas,
    gateway: z.strictObject({ replicas: z.int() }),
    chunksCache: z.strictObject({ enabled: z.boolean() }),
    resultsCache: z.strictObject({ enabled: z.boolean() }),
    lokiCanary: z.strictObject({ enabled: z.boolean() }),
    test: z.strictObject({ enabled: z.boolean() }),
    monitoring: z.strictObject({ serviceMonitor }),
  }),
);

/** Values of the chart. */
export type LokiValues = z.input<typeof loki.values>;

/** What an environment decides. */
export interface LokiOptions {
  readonly retentionDays: number;
  /** Where chunks are: a bucket of S3. */
  readonly bucket: { readonly name: string; readonly region: string };
  /** Copies of each line before it is in the bucket; 3 survive the loss of one. */
  readonly replicas: 1 | 3;
  readonly storageClass: string;
}

/** The values. */
export function lokiValues({
  retentionDays,
  bucket,
  replicas: copies,
  storageClass,
}: LokiOptions): LokiValues {
  return {
    deploymentMode: "Monolithic",
    loki: {
      auth_enabled: false,
      analytics: { reporting_enabled: false },
      commonConfig: { replication_factor: copies },
      schemaConfig: {
        configs: [
          {
            from: "2024-04-01",
            store: "tsdb",
            object_store: "s3",
            schema: "v13",
            index: { prefix: "loki_index_", period: "24h" },
          },
        ],
      },
      storage: {
        type: "s3",
        bucketNames: { chunks: bucket.name, ruler: bucket.name },
        s3: { region: bucket.region },
      },
      ingester: { chunk_encoding: "snappy" },
      pattern_ingester: { enabled: true },
      compactor: { retention_enabled: true, delete_request_store: "s3" },
      limits_config: {
        retention_period: `${retentionDays * 24}h`,
        allow_structured_metadata: true,
        volume_enabled: true,
        reject_old_samples_max_age: "168h",
      },
    },
    serviceAccount: { create: true, name: lokiAccount },
    singleBinary: {
      replicas: copies,
      resources: amount("500m", "4Gi"),
      persistence: { enabled: true, storageClass, size: "20Gi" },
    },
    backend: { replicas: 0 },
    read: { replicas: 0 },
    write: { replicas: 0 },
    gateway: { replicas: copies === 1 ? 1 : 2 },
    chunksCache: { enabled: false },
    resultsCache: { enabled: false },
    lokiCanary: { enabled: false },
    test: { enabled: false },
    monitoring: { serviceMonitor: { enabled: true } },
  };
}
