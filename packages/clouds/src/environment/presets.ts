// SPDX-License-Identifier: Apache-2.0
/** @module The three sizes of an environment: what a setting is when nobody sets it. */

/** Sizes of an environment. */
export const presetNames = ["dev", "test", "production"] as const;
export type Preset = (typeof presetNames)[number];

/** The defaults that differ between the sizes; what is the same everywhere stands in the sections. */
export interface PresetDefaults {
  readonly network: {
    /** Zones of the network. */
    readonly zones: number;
    readonly natGateways: "single" | "per-zone";
    readonly privateEndpoints: boolean;
    readonly flowLogRetentionDays: number;
  };
  readonly nodes: {
    readonly systemMin: number;
    readonly systemMax: number;
    readonly systemDiskGiB: number;
  };
  readonly storage: {
    readonly retain: boolean;
    readonly bucket: boolean;
    readonly modelCacheGiB: number;
  };
  readonly platform: {
    readonly keda: boolean;
    readonly registryCache: boolean;
    /** Replicas of controllers that take turns. */
    readonly controllerReplicas: number;
  };
  readonly observability: {
    readonly metricsRetentionDays: number;
    readonly metricsGiB: number;
    readonly metricsReplicas: number;
    readonly logs: boolean;
    readonly logRetentionDays: number;
    readonly traces: boolean;
    readonly traceRetentionDays: number;
    readonly traceSamplePercent: number;
  };
  readonly security: { readonly deletionProtection: boolean };
  readonly backup: {
    readonly enabled: boolean;
    readonly retentionDays: number;
    readonly monthlyRetentionDays: number;
    readonly velero: boolean;
  };
}

/**
 * dev costs little and is thrown away; test looks like production with less of everything;
 * production survives the loss of a zone and keeps its data.
 */
export const presets: Readonly<Record<Preset, PresetDefaults>> = {
  dev: {
    network: {
      zones: 2,
      natGateways: "single",
      privateEndpoints: false,
      flowLogRetentionDays: 7,
    },
    nodes: { systemMin: 2, systemMax: 4, systemDiskGiB: 50 },
    storage: { retain: false, bucket: false, modelCacheGiB: 100 },
    platform: { keda: false, registryCache: false, controllerReplicas: 1 },
    observability: {
      metricsRetentionDays: 3,
      metricsGiB: 20,
      metricsReplicas: 1,
      logs: false,
      logRetentionDays: 3,
      traces: false,
      traceRetentionDays: 1,
      traceSamplePercent: 100,
    },
    security: { deletionProtection: false },
    backup: { enabled: false, retentionDays: 7, monthlyRetentionDays: 0, velero: false },
  },
  test: {
    network: {
      zones: 2,
      natGateways: "single",
      privateEndpoints: false,
      flowLogRetentionDays: 30,
    },
    nodes: { systemMin: 2, systemMax: 6, systemDiskGiB: 100 },
    storage: { retain: false, bucket: true, modelCacheGiB: 500 },
    platform: { keda: true, registryCache: true, controllerReplicas: 2 },
    observability: {
      metricsRetentionDays: 7,
      metricsGiB: 50,
      metricsReplicas: 1,
      logs: true,
      logRetentionDays: 7,
      traces: true,
      traceRetentionDays: 2,
      traceSamplePercent: 100,
    },
    security: { deletionProtection: false },
    backup: { enabled: true, retentionDays: 7, monthlyRetentionDays: 0, velero: false },
  },
  production: {
    network: {
      zones: 3,
      natGateways: "per-zone",
      privateEndpoints: true,
      flowLogRetentionDays: 90,
    },
    nodes: { systemMin: 3, systemMax: 8, systemDiskGiB: 100 },
    storage: { retain: true, bucket: true, modelCacheGiB: 2048 },
    platform: { keda: true, registryCache: true, controllerReplicas: 2 },
    observability: {
      metricsRetentionDays: 15,
      metricsGiB: 100,
      metricsReplicas: 2,
      logs: true,
      logRetentionDays: 31,
      traces: true,
      traceRetentionDays: 7,
      traceSamplePercent: 5,
    },
    security: { deletionProtection: true },
    backup: { enabled: true, retentionDays: 35, monthlyRetentionDays: 365, velero: true },
  },
};
