// SPDX-License-Identifier: Apache-2.0
/** @module Velero: the objects of namespaces and the volumes of stateful servers, in a bucket, every night. */
import { z } from "zod";
import { chartPins, defineChart } from "../kubernetes/index.js";
import { amount, resources } from "./pod-settings.js";

/** Plugin for S3 and EBS; its minor release belongs to that of Velero. */
export const veleroAwsPlugin = "velero/velero-plugin-for-aws:v1.14.2";

const location = z.strictObject({
  name: z.string(),
  provider: z.string(),
  bucket: z.string().optional(),
  default: z.boolean().optional(),
  config: z.record(z.string(), z.string()),
});

export const velero = defineChart(
  chartPins.velero,
  z.strictObject({
    credentials: z.strictObject({ useSecret: z.boolean() }),
    serviceAccount: z.strictObject({
      server: z.strictObject({ create: z.boolean(), name: z.string() }),
    }),
    initContainers: z.array(
      z.strictObject({
        name: z.string(),
        image: z.string(),
        volumeMounts: z.array(z.strictObject({ mountPath: z.string(), name: z.string() })),
      }),
    ),
    configuration: z.strictObject({
      features: z.string(),
      backupStorageLocation: z.array(location),
      volumeSnapshotLocation: z.array(location),
    }),
    resources,
    deployNodeAgent: z.boolean(),
    upgradeCRDs: z.boolean(),
    cleanUpCRDs: z.boolean(),
    metrics: z.strictObject({ serviceMonitor: z.strictObject({ enabled: z.boolean() }) }),
    schedules: z.record(
      z.string(),
      z.strictObject({
        disabled: z.boolean(),
        schedule: z.string(),
        template: z.strictObject({
          ttl: z.string(),
          storageLocation: z.string(),
          snapshotVolumes: z.boolean(),
          includedNamespaces: z.array(z.string()),
          excludedResources: z.array(z.string()),
        }),
      }),
    ),
  }),
);

/** Values of the chart. */
export type VeleroValues = z.input<typeof velero.values>;

/** What an environment decides. */
export interface VeleroOptions {
  readonly serviceAccount: string;
  readonly bucket: { readonly name: string; readonly region: string };
  readonly keyArn: string;
  readonly retentionDays: number;
  readonly namespaces: readonly string[];
  readonly monitors: boolean;
}

/**
 * What the operator makes from a graph, and what processes write about themselves: restored beside
 * their graph, the operator would fight them.
 */
const generated = [
  "dynamocomponentdeployments.nvidia.com",
  "dynamoworkermetadatas.nvidia.com",
  "podcliquesets.grove.io",
  "podcliques.grove.io",
  "podcliquescalinggroups.grove.io",
  "podgangs.scheduler.grove.io",
  "pods",
  "replicasets.apps",
  "endpointslices.discovery.k8s.io",
  "events",
];

/** The values. */
export function veleroValues(options: VeleroOptions): VeleroValues {
  const { bucket, keyArn } = options;
  return {
    credentials: { useSecret: false },
    serviceAccount: { server: { create: true, name: options.serviceAccount } },
    initContainers: [
      {
        name: "velero-plugin-for-aws",
        image: veleroAwsPlugin,
        volumeMounts: [{ mountPath: "/target", name: "plugins" }],
      },
    ],
    configuration: {
      features: "EnableCSI",
      backupStorageLocation: [
        {
          name: "default",
          provider: "aws",
          bucket: bucket.name,
          default: true,
          config: { region: bucket.region, kmsKeyId: keyArn },
        },
      ],
      volumeSnapshotLocation: [
        { name: "default", provider: "aws", config: { region: bucket.region } },
      ],
    },
    resources: amount("100m", "512Mi"),
    deployNodeAgent: false,
    upgradeCRDs: true,
    cleanUpCRDs: false,
    metrics: { serviceMonitor: { enabled: options.monitors } },
    schedules: {
      nightly: {
        disabled: false,
        schedule: "30 2 * * *",
        template: {
          ttl: `${options.retentionDays * 24}h`,
          storageLocation: "default",
          snapshotVolumes: true,
          includedNamespaces: [...options.namespaces],
          excludedResources: generated,
        },
      },
    },
  };
}
