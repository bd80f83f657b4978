// SPDX-License-Identifier: Apache-2.0
/** @module Secrets from the cloud's store, load balancers, and names in DNS. */
import { z } from "zod";
import { chartPins, defineChart } from "../kubernetes/index.js";
import { amount, resources, serviceAccount, serviceMonitor } from "./pod-settings.js";

const part = z.strictObject({ replicaCount: z.int(), resources });

export const externalSecrets = defineChart(
  chartPins.externalSecrets,
  z.strictObject({
    installCRDs: z.boolean(),
    replicaCount: z.int(),
    leaderElect: z.boolean(),
    serviceAccount,
    resources,
    webhook: part,
    certController: part,
    serviceMonitor,
  }),
);

/** Values of the chart. */
export type ExternalSecretsValues = z.input<typeof externalSecrets.values>;

/** The values. */
export function externalSecretsValues(options: {
  readonly replicas: number;
  readonly serviceAccount: string;
  readonly monitors: boolean;
}): ExternalSecretsValues {
  const { replicas } = options;
  return {
    installCRDs: true,
    replicaCount: replicas,
    leaderElect: replicas > 1,
    serviceAccount: { create: true, name: options.serviceAccount },
    resources: amount("50m", "256Mi"),
    webhook: { replicaCount: replicas, resources: amount("20m", "128Mi") },
    certController: { replicaCount: 1, resources: amount("20m", "256Mi") },
    serviceMonitor: { enabled: options.monitors },
  };
}

export const awsLoadBalancerController = defineChart(
  chartPins.awsLoadBalancerController,
  z.strictObject({
    clusterName: z.string(),
    region: z.string(),
    vpcId: z.string(),
    replicaCount: z.int(),
    serviceAccount,
    resources,
    enableShield: z.boolean(),
    enableWaf: z.boolean(),
    enableWafv2: z.boolean(),
    defaultTags: z.record(z.string(), z.string()),
    serviceMonitor,
  }),
);

/** Values of the chart. */
export type AwsLoadBalancerControllerValues = z.input<typeof awsLoadBalancerController.values>;

export const externalDns = defineChart(
  chartPins.externalDns,
  z.strictObject({
    provider: z.strictObject({ name: z.enum(["aws", "azure", "google"]) }),
    sources: z.array(z.enum(["ingress", "service", "gateway-httproute"])),
    policy: z.enum(["sync", "upsert-only"]),
    registry: z.enum(["txt"]),
    txtOwnerId: z.string(),
    domainFilters: z.array(z.string()),
    serviceAccount,
    resources,
    serviceMonitor,
  }),
);

/** Values of the chart. */
export type ExternalDnsValues = z.input<typeof externalDns.values>;

/** The values: names come and go with their Ingress; records that others wrote are left alone. */
export function externalDnsValues(options: {
  readonly owner: string;
  readonly zone: string;
  readonly provider: "aws" | "azure" | "google";
  readonly serviceAccount: string;
  readonly monitors: boolean;
}): ExternalDnsValues {
  return {
    provider: { name: options.provider },
    sources: ["ingress", "service"],
    policy: "sync",
    registry: "txt",
    txtOwnerId: options.owner,
    domainFilters: [options.zone],
    serviceAccount: { create: true, name: options.serviceAccount },
    resources: amount("20m", "128Mi"),
    serviceMonitor: { enabled: options.monitors },
  };
}

export const certManager = defineChart(
  chartPins.certManager,
  z.strictObject({
    crds: z.strictObject({ enabled: z.boolean(), keep: z.boolean() }),
    replicaCount: z.int(),
    resources,
    webhook: part,
    cainjector: part,
    prometheus: z.strictObject({ enabled: z.boolean(), servicemonitor: serviceMonitor }),
  }),
);

/** Values of the chart. */
export type CertManagerValues = z.input<typeof certManager.values>;

/** The values. */
export function certManagerValues(replicas: number, monitors: boolean): CertManagerValues {
  return {
    crds: { enabled: true, keep: false },
    replicaCount: replicas,
    resources: amount("20m", "128Mi"),
    webhook: { replicaCount: replicas, resources: amount("20m", "64Mi") },
    cainjector: { replicaCount: replicas, resources: amount("20m", "256Mi") },
    prometheus: { enabled: true, servicemonitor: { enabled: monitors } },
  };
}
