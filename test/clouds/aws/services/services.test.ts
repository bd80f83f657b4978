// SPDX-License-Identifier: Apache-2.0
/** @module Backups, budget, monitoring and charts: what they make, what they refuse, and whom they let in. */
import {
  Autoscaling,
  BackupPlan,
  CostBudget,
  GpuSoftware,
  Observability,
  Velero,
} from "@dynamo-iac/clouds/aws";
import { defineEnvironment } from "@dynamo-iac/clouds/environment";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { fullConfig } from "../../../support/environments.js";
import { keyArn, only, planService, region, release, tags, typed } from "./cluster.js";
import { refusals } from "./refusals.js";

describe("BackupPlan", () => {
  const resources = { files: "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-1" };

  it("keeps daily backups, and monthly ones in cold storage, and copies both", async () => {
    const plan = await planService(
      () =>
        new BackupPlan("backup", {
          region,
          resources,
          keyArn,
          monthlyRetentionDays: 365,
          copyRegion: "us-east-2",
          tags,
        }),
    );
    expect(typed(plan, "vault:Vault").map(({ name, inputs }) => [name, inputs.region])).toEqual([
      ["backup", undefined],
      ["backup-copy", "us-east-2"],
    ]);
    expect(only(plan, "plan:Plan").inputs.rules).toMatchObject([
      {
        ruleName: "daily",
        lifecycle: { deleteAfter: 35 },
        copyActions: [{ lifecycle: { deleteAfter: 35 } }],
      },
      { ruleName: "monthly", lifecycle: { coldStorageAfter: 30, deleteAfter: 365 } },
    ]);
    expect(typed(plan, "vault:Vault").every(({ protect }) => protect === true)).toBe(true);
  });

  it("refuses cold storage for too short a time, and a copy beside the original", async () => {
    const found = await refusals(
      () =>
        new BackupPlan("backup", {
          region,
          resources,
          keyArn,
          monthlyRetentionDays: 60,
          copyRegion: region,
          tags,
        }),
    );
    expect(found).toEqual([
      expect.stringMatching(/^DYN-AWS-203 monthlyRetentionDays: must be at least 120, .* got 60/),
      expect.stringMatching(
        /^DYN-AWS-204 copyRegion: "us-west-2" is the region of the vault itself/,
      ),
    ]);
  });

  it("refuses to back up nothing", async () => {
    expect(
      await refusals(() => new BackupPlan("backup", { region, resources: {}, keyArn, tags })),
    ).toEqual([expect.stringMatching(/^DYN-AWS-209 resources: names nothing/)]);
  });
});

describe("CostBudget", () => {
  const costTag = { key: "Environment", value: "dynamo-prod" };

  it("tells people of what is spent, forecast, and out of the ordinary", async () => {
    const plan = await planService(
      () =>
        new CostBudget("budget", { monthlyUsd: 50_000, emails: ["a@example.com"], costTag, tags }),
    );
    const { inputs } = only(plan, "budget:Budget");
    expect(inputs).toMatchObject({
      limitAmount: "50000",
      costFilters: [{ name: "TagKeyValue", values: ["user:Environment$dynamo-prod"] }],
    });
    expect(
      (inputs.notifications as { threshold: number; notificationType: string }[]).map(
        ({ threshold, notificationType }) => `${threshold} ${notificationType}`,
      ),
    ).toEqual(["50 ACTUAL", "80 ACTUAL", "100 ACTUAL", "100 FORECASTED"]);
    expect(only(plan, "anomalySubscription:AnomalySubscription").inputs).toMatchObject({
      frequency: "DAILY",
    });
  });

  it("refuses a budget of nothing for nobody", async () => {
    expect(
      await refusals(() => new CostBudget("budget", { monthlyUsd: 0, emails: [], costTag, tags })),
    ).toEqual([
      expect.stringMatching(/^DYN-AWS-205 monthlyUsd: must be above 0, got 0/),
      expect.stringMatching(/^DYN-AWS-205 emails: must name 1 to 10 people, names 0/),
    ]);
  });
});

describe("Velero", () => {
  it("writes a versioned bucket that stays, with rights on it alone", async () => {
    const plan = await planService(
      ({ cluster }) => new Velero("velero", { cluster, keyArn, namespaces: ["inference"], tags }),
    );
    expect(only(plan, "bucket:Bucket").protect).toBe(true);
    expect(typed(plan, "bucketVersioning:BucketVersioning")).toHaveLength(1);
    expect(release(plan, "velero").inputs.values).toMatchObject({
      credentials: { useSecret: false },
      schedules: { nightly: { template: { includedNamespaces: ["inference"], ttl: "840h" } } },
    });
  });
});

describe("Observability", () => {
  const build =
    (settings: ReturnType<typeof defineEnvironment>["observability"]) =>
    ({ cluster }: { cluster: never }) =>
      new Observability("watch", {
        cluster,
        settings,
        storageClass: "gp3",
        keyArn,
        platformNamespaces: ["dynamo-system"],
        externalSecrets: [],
        tags,
      });
  const full = defineEnvironment(fullConfig, "aws").observability;

  it("watches metrics, logs and traces, and wires one to the other", async () => {
    const plan = await planService(build(full) as never);
    expect(
      typed(plan, "Release")
        .map(({ inputs }) => inputs.chart)
        .toSorted(),
    ).toEqual(["alloy", "kube-prometheus-stack", "loki", "tempo"]);
    expect(release(plan, "kube-prometheus-stack").inputs.values).toMatchObject({
      prometheus: {
        prometheusSpec: { replicas: 2, retention: "15d", enableRemoteWriteReceiver: true },
      },
      grafana: { additionalDataSources: [{ uid: "loki" }, { uid: "tempo" }] },
    });
  });

  it("keeps logs and traces in buckets that nobody else can open, a week longer than their programs", async () => {
    const plan = await planService(build(full) as never);
    expect(typed(plan, "bucket:Bucket").map(({ name }) => name)).toEqual([
      "watch-logs",
      "watch-traces",
    ]);
    expect(
      typed(plan, "bucketPublicAccessBlock:BucketPublicAccessBlock").map(({ inputs }) => inputs),
    ).toEqual([
      expect.objectContaining({ blockPublicAcls: true, restrictPublicBuckets: true }),
      expect.objectContaining({ blockPublicAcls: true, restrictPublicBuckets: true }),
    ]);
    const rules = typed(plan, "bucketLifecycleConfiguration:BucketLifecycleConfiguration").map(
      ({ inputs }) =>
        (inputs.rules as { id: string; expiration?: { days: number } }[]).find(
          ({ id }) => id === "old",
        ),
    );
    expect(rules.map((rule) => rule?.expiration?.days)).toEqual([38, 14]);
  });

  it("lets Grafana's password be made in the cluster: no program and no plan knows it", async () => {
    const plan = await planService(build(full) as never);
    expect(only(plan, "Password").name).toBe("monitoring/Password/grafana-admin");
    expect(release(plan, "kube-prometheus-stack").inputs.values).toMatchObject({
      grafana: { admin: { existingSecret: "grafana-admin" } },
    });
  });

  it("is Prometheus alone when nothing else is wanted", async () => {
    const settings = {
      ...full,
      logs: { ...full.logs, enabled: false },
      traces: { ...full.traces, enabled: false },
    };
    const plan = await planService(build(settings) as never);
    expect(typed(plan, "Release").map(({ inputs }) => inputs.chart)).toEqual([
      "kube-prometheus-stack",
    ]);
    expect(typed(plan, "bucket:Bucket")).toEqual([]);
  });
});

describe("Autoscaling and GpuSoftware", () => {
  it("bring KEDA and Karpenter, each where it is wanted", async () => {
    const plan = await planService(
      ({ cluster }) =>
        new Autoscaling("scale", {
          cluster,
          kedaNamespace: "keda",
          karpenter: {
            outputs: { interruptionQueueName: pulumi.output("queue") },
            namespace: "karpenter",
            serviceAccount: "karpenter",
          },
          tags,
        }),
    );
    expect(release(plan, "karpenter").inputs.values).toMatchObject({
      settings: { clusterName: "dynamo", interruptionQueue: "queue" },
    });
    expect(release(plan, "keda").inputs.values).toMatchObject({
      rbac: { scaledRefKinds: [{ apiGroup: "nvidia.com" }, {}, {}] },
    });
  });

  it("bring the charts that follow from the pools, one release each", async () => {
    const chart = (name: string) => ({
      chart: name,
      repository: "https://charts.example.com",
      version: "1.2.3",
      namespace: "gpu-operator",
      values: { driver: { enabled: false } },
    });
    const plan = await planService(
      ({ cluster }) =>
        new GpuSoftware("gpu", { cluster, charts: [chart("gpu-operator"), chart("efa")], tags }),
    );
    expect(release(plan, "gpu-operator").inputs).toMatchObject({
      name: "gpu-operator",
      namespace: "gpu-operator",
      version: "1.2.3",
      values: { driver: { enabled: false } },
    });
    expect(typed(plan, "Release")).toHaveLength(2);
  });
});
