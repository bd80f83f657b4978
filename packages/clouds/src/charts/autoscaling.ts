// SPDX-License-Identifier: Apache-2.0
/** @module KEDA, which scales by metrics and by clock, and Karpenter, which brings and takes nodes. */
import { z } from "zod";
import { chartPins, defineChart } from "../kubernetes/index.js";
import { amount, resources, serviceAccount, serviceMonitor } from "./pod-settings.js";

const scraped = z.strictObject({ enabled: z.boolean(), serviceMonitor });

export const keda = defineChart(
  chartPins.keda,
  z.strictObject({
    operator: z.strictObject({ replicaCount: z.int() }),
    metricsServer: z.strictObject({ replicaCount: z.int() }),
    webhooks: z.strictObject({ replicaCount: z.int() }),
    resources: z.strictObject({
      operator: resources,
      metricServer: resources,
      webhooks: resources,
    }),
    prometheus: z.strictObject({ operator: scraped, metricServer: scraped, webhooks: scraped }),
    rbac: z.strictObject({
      scaledRefKinds: z.array(z.strictObject({ apiGroup: z.string(), kind: z.string() })),
    }),
  }),
);

/** Values of KEDA's chart. */
export type KedaValues = z.input<typeof keda.values>;

/** The values: KEDA may scale Dynamo's adapters, Deployments and StatefulSets, and nothing else. */
export function kedaValues(replicas: number, monitors: boolean): KedaValues {
  const part = { enabled: true, serviceMonitor: { enabled: monitors } };
  return {
    operator: { replicaCount: replicas },
    // The API of external metrics can be had from one server only.
    metricsServer: { replicaCount: 1 },
    webhooks: { replicaCount: replicas },
    resources: {
      operator: amount("100m", "512Mi"),
      metricServer: amount("100m", "256Mi"),
      webhooks: amount("50m", "128Mi"),
    },
    prometheus: { operator: part, metricServer: part, webhooks: part },
    rbac: {
      scaledRefKinds: [
        { apiGroup: "nvidia.com", kind: "dynamographdeploymentscalingadapters" },
        { apiGroup: "apps", kind: "deployments" },
        { apiGroup: "apps", kind: "statefulsets" },
      ],
    },
  };
}

export const karpenter = defineChart(
  chartPins.karpenter,
  z.strictObject({
    replicas: z.int(),
    serviceAccount,
    serviceMonitor: z.strictObject({ enabled: z.boolean() }),
    controller: z.strictObject({ resources }),
    settings: z.strictObject({
      clusterName: z.string(),
      interruptionQueue: z.string(),
      featureGates: z.strictObject({ reservedCapacity: z.boolean() }),
    }),
  }),
);

/** Values of Karpenter's chart. */
export type KarpenterValues = z.input<typeof karpenter.values>;

/** The values. */
export function karpenterValues(options: {
  readonly replicas: number;
  readonly clusterName: string;
  readonly interruptionQueue: string;
  readonly serviceAccount: string;
  readonly monitors: boolean;
}): KarpenterValues {
  return {
    replicas: options.replicas,
    serviceAccount: { create: true, name: options.serviceAccount },
    serviceMonitor: { enabled: options.monitors },
    controller: { resources: amount("500m", "1Gi") },
    settings: {
      clusterName: options.clusterName,
      interruptionQueue: options.interruptionQueue,
      featureGates: { reservedCapacity: true },
    },
  };
}
