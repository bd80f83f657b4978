// SPDX-License-Identifier: Apache-2.0
/** @module A real API server takes every object of `Nats` and `Etcd`, in each of their forms. */
import { App } from "@dynamo-iac/constructs";
import { Etcd, EtcdRestore, Nats } from "@dynamo-iac/constructs/platform";
import { Chart } from "cdk8s";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { definitionsOf } from "./support/crds.js";
import { findPrograms } from "./support/programs.js";
import { count } from "./support/report.js";

const programs = findPrograms("etcd", "kube-apiserver");

const forms: Readonly<Record<string, readonly KubernetesObject[]>> = {
  defaults: rendered((chart) => {
    new Nats(chart, "nats");
    new Etcd(chart, "etcd");
  }),
  development: rendered((chart) => {
    new Nats(chart, "nats", { development: true });
    new Etcd(chart, "etcd", { development: true });
  }),
  "five servers, an issuer, everything set": rendered((chart) => {
    const common = {
      spread: "preferred",
      maxUnavailable: 2,
      nodeSelector: { pool: "platform" },
      tolerations: [{ key: "platform", operator: "Exists" }],
      priorityClassName: "system-cluster-critical",
      imagePullSecrets: ["registry"],
      access: { clients: [{ ipBlock: { cidr: "10.0.0.0/8" } }], monitoringNamespace: "prometheus" },
    } as const;
    const issuer = { name: "platform", kind: "ClusterIssuer" } as const;
    new Nats(chart, "nats", {
      ...common,
      servers: 5,
      tls: { issuer, clients: "offered" },
      storage: { size: "100Gi", storageClassName: "fast" },
      moreUsers: [{ user: "inspector", subscribe: [">"], publish: [] }],
      memoryStore: "128Mi",
      syncInterval: "always",
    });
    const upload = { kind: "upload", image: "aws-cli:2", command: ["aws", "$(SNAPSHOT)"] } as const;
    new Etcd(chart, "etcd", {
      ...common,
      members: 5,
      tls: { issuer },
      compaction: { mode: "revision", retention: "1000" },
      snapshots: { schedule: "@daily", target: { ...upload, serviceAccountName: "backup" } },
      initialClusterState: "existing",
    });
  }),
  "passwords, and a restored snapshot": rendered((chart) => {
    const waive = [{ code: "DYN-ETCD-014", reason: "the pod network is encrypted" }] as const;
    const auth = { kind: "password" } as const;
    const etcd = new Etcd(chart, "etcd", { tls: false, auth, generation: 3, waive });
    new EtcdRestore(chart, "restore", { etcd, snapshot: "etcd-snapshot-1-a.db" });
  }),
};

describe.skipIf(programs === undefined)("an API server", () => {
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    if (programs === undefined) return;
    cluster = await startCluster(programs);
    await cluster.define(definitionsOf(Object.values(forms).flat()));
  }, 180_000);
  afterAll(() => cluster?.stop());

  it.each(Object.entries(forms))(
    "takes them with %s, and the same again without a change",
    async (form, objects) => {
      const name = `platform-${Object.keys(forms).indexOf(form)}`;
      const placed = objects.map((each) => ({
        ...each,
        metadata: { ...each.metadata, namespace: name },
      }));
      const namespace = {
        apiVersion: "v1",
        kind: "Namespace",
        metadata: { name, labels: restricted },
      };
      const first = (await cluster?.apply([namespace, ...placed])) ?? [];
      expect(first.flatMap(({ error, warnings }) => [error, ...warnings]).filter(Boolean)).toEqual(
        [],
      );
      // The first apply of a claim owns the finalizer that admission adds, the second gives it up.
      const settled = placed.filter(({ kind }) => kind !== "PersistentVolumeClaim");
      const versions = new Map(
        first.map(({ object, resourceVersion }) => [object, resourceVersion]),
      );
      for (const { object, resourceVersion } of (await cluster?.apply(settled)) ?? [])
        expect(resourceVersion, object.kind).toBe(versions.get(object));
      expect(first.length).toBeGreaterThan(5);
      count("platform objects applied", placed.length);
    },
  );
});

/** Pod Security Admission warns of every pod template that is not restricted. */
const restricted = { "pod-security.kubernetes.io/warn": "restricted" };

function rendered(build: (chart: Chart) => void): readonly KubernetesObject[] {
  const chart = new Chart(new App(), "chart", { namespace: "platform" });
  build(chart);
  return chart.toJson() as KubernetesObject[];
}
