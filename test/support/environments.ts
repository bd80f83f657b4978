// SPDX-License-Identifier: Apache-2.0
/** @module Configurations of environments that are right, for tests that spoil them. */
import type { EnvironmentInput } from "@dynamo-iac/clouds/environment";

/** Everything set, nothing to complain about. */
export const fullConfig = {
  name: "dynamo-prod",
  preset: "production",
  region: "us-west-2",
  tags: { CostCenter: 4711, Owner: "ml-platform" },
  network: {
    cidr: "10.42.0.0/16",
    zones: ["us-west-2a", "us-west-2b", "us-west-2c"],
    natGateways: "per-zone",
    privateEndpoints: true,
    flowLogRetentionDays: 90,
    apiCidrs: ["203.0.113.0/24"],
  },
  nodes: {
    system: { machine: "m7i.2xlarge", min: 3, max: 8, diskGiB: 100 },
    gpu: [
      {
        name: "p5",
        machine: "p5.48xlarge",
        provisioner: "managed",
        capacity: "reserved",
        reservationIds: ["cr-0123456789abcdef0"],
        zones: ["us-west-2a"],
        min: 2,
        max: 4,
        diskGiB: 300,
        labels: { "example.com/team": "search" },
        taints: [{ key: "example.com/team", value: "search", effect: "NoSchedule" }],
      },
      { name: "g6e", machine: "g6e.2xlarge", provisioner: "karpenter", max: 8 },
    ],
  },
  storage: {
    fileShare: { replicaRegion: "us-east-2" },
    lustre: { sizeGiB: 4800, throughputMBpsPerTiB: 250, zone: "us-west-2a" },
    bucket: true,
    modelCache: { kind: "lustre", sizeGiB: 4800 },
    retain: true,
  },
  platform: {
    kubernetesVersion: "1.34",
    dynamoVersion: "1.4.0",
    systemNamespace: "dynamo-system",
    graphNamespace: "inference",
    multinode: "grove",
    keda: true,
    gpuOperator: true,
    registryCache: true,
    imageBuilds: [
      {
        name: "vllm-custom",
        repository: "https://github.com/example/images.git",
        branch: "main",
        directory: "vllm",
      },
    ],
  },
  observability: {
    metrics: { enabled: true, retentionDays: 15, sizeGiB: 100, replicas: 2 },
    logs: { enabled: true, retentionDays: 31 },
    traces: { enabled: true, retentionDays: 7, samplePercent: 5 },
  },
  security: {
    clusterAdmins: ["arn:aws:iam::111122223333:role/platform"],
    clusterViewers: ["arn:aws:iam::111122223333:user/auditor"],
    deletionProtection: true,
    huggingFaceSecret: "dynamo-prod/hugging-face",
    registrySecret: "dynamo-prod/nvcr",
    literalSecrets: false,
  },
  ingress: {
    host: "llm.example.com",
    hostedZone: "example.com",
    scheme: "internal",
    allowedCidrs: ["10.0.0.0/8"],
    idleTimeoutSeconds: 3600,
  },
  backup: {
    enabled: true,
    retentionDays: 35,
    monthlyRetentionDays: 365,
    copyRegion: "us-east-2",
    velero: true,
  },
  budget: { monthlyUsd: 200_000, emails: ["ml-platform@example.com"] },
  graphs: [{ manifest: "graphs/qwen3.yaml" }],
  waive: [{ code: "DYN-STACK-090", path: "network", reason: "one way out until May" }],
} as const satisfies EnvironmentInput;

/** The least that can be set. */
export const smallConfig = {
  name: "dynamo-dev",
  preset: "dev",
  region: "us-west-2",
} as const satisfies EnvironmentInput;

/** A configuration as Pulumi hands it to a program: one text per key. */
export function asPulumi(project: string, config: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      `${project}:${key}`,
      typeof value === "object" && value !== null ? JSON.stringify(value) : String(value),
    ]),
  );
}
