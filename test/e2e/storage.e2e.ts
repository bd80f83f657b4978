// SPDX-License-Identifier: Apache-2.0
/** @module A real API server takes storage of every kind, and Kubernetes binds the claims of volumes that exist. */
import { App } from "@dynamo-iac/constructs";
import {
  CheckpointStorage,
  CompilationCache,
  efs,
  ModelCache,
  ModelDownload,
  ModelExpress,
  PerfCache,
} from "@dynamo-iac/constructs/storage";
import { Chart } from "cdk8s";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caches, kinds, objects } from "../constructs/storage/caches.js";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { findPrograms } from "./support/programs.js";
import { count } from "./support/report.js";

const programs = findPrograms("etcd", "kube-apiserver", "kube-controller-manager");

/** Pod Security Admission warns of every pod template that is not restricted. */
const restricted = { "pod-security.kubernetes.io/warn": "restricted" };

const inference: KubernetesObject = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "inference", labels: restricted },
};

function rendered(build: (chart: Chart) => void): readonly KubernetesObject[] {
  const chart = new Chart(new App(), "chart", { namespace: "inference" });
  build(chart);
  return chart.toJson() as KubernetesObject[];
}

const revision = "9216db5781bf21249d130ec9da846c4624c16137";
const model = "Qwen/Qwen3-32B";

/** What fills caches, and what stands beside them. */
const workloads: Readonly<Record<string, readonly KubernetesObject[]>> = {
  "a download": rendered((chart) => {
    const cache = ModelCache.efs(chart, "files", { fileSystemId: "fs-1", size: "1Ti" });
    new ModelDownload(chart, "download", { cache, model, revision, token: "hf-token-secret" });
  }),
  "everything set of a download": rendered((chart) => {
    const cache = ModelCache.efs(chart, "more", {
      fileSystemId: "fs-1",
      size: "1Ti",
      layout: "folder",
      mountPath: "/weights",
    });
    new ModelDownload(chart, "download-2", {
      cache,
      model,
      revision,
      include: ["*.safetensors"],
      exclude: [],
      token: { name: "s", key: "k" },
      endpoint: "https://hub.example.com",
      highPerformance: true,
      verifyAlways: true,
      egressPorts: [443, 3128],
      env: { HTTPS_PROXY: "http://proxy:3128" },
      nodeSelector: { pool: "cpu" },
      tolerations: [{ key: "cpu", operator: "Exists" }],
      imagePullSecrets: ["registry"],
    });
  }),
  ModelExpress: rendered((chart) => {
    new ModelExpress(chart, "express", { token: "hf-token-secret" });
    new ModelExpress(chart, "express-redis", {
      metadata: { redisUrl: { name: "redis", key: "url" } },
      replicas: 2,
      backing: efs({ fileSystemId: "fs-1" }),
    });
  }),
  "volumes beside the models": rendered((chart) => {
    const backing = efs({ fileSystemId: "fs-1" });
    new CompilationCache(chart, "compiled", { backing });
    new CheckpointStorage(chart, "snapshot-pvc", { backing });
    new PerfCache(chart, "perf-cache");
  }),
};

describe.skipIf(programs === undefined)("a cluster", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    if (programs === undefined) return;
    cluster = await startCluster(programs, ["kube-controller-manager"]);
    await take([inference]);
  }, 180_000);
  afterAll(() => cluster?.stop());

  async function take(all: readonly KubernetesObject[]): Promise<void> {
    const written = await cluster.apply(all);
    expect(written.flatMap(({ error, warnings }) => [error, ...warnings]).filter(Boolean)).toEqual(
      [],
    );
    count("storage objects applied", all.length);
  }

  it.each(kinds)(
    "takes a cache as %s, and binds the claim where the volume exists",
    async (kind) => {
      // Every kind has a name of its own, because volumes and classes share one namespace.
      const name = kind.toLowerCase();
      const all = objects(caches[kind]({ name })) as readonly KubernetesObject[];
      await take(all);
      if (!all.some((object) => object.kind === "PersistentVolume")) return;
      const claims = "/api/v1/namespaces/inference/persistentvolumeclaims";
      const bound = await cluster.until(claims, 60, (found) =>
        found.some((claim) => claim.metadata.name === name && phaseOf(claim) === "Bound"),
      );
      expect(bound.find((claim) => claim.metadata.name === name)?.spec).toMatchObject({
        volumeName: `inference-${name}`,
      });
    },
  );

  it.each(Object.entries(workloads))(
    "takes %s, in a namespace of the restricted level without a warning",
    async (_, all) => {
      await take(all);
      expect(all.length).toBeGreaterThan(2);
    },
  );

  it("says which pods need another level", async () => {
    const all = rendered((chart) => {
      const cache = ModelCache.nodeLocal(chart, "nvme", { path: "/mnt/nvme" });
      new ModelDownload(chart, "nvme-download", { cache, model, revision, prepareAsRoot: true });
    });
    const warnings = (await cluster.apply(all)).flatMap((written) => written.warnings);
    expect(warnings.join()).toMatch(/would violate PodSecurity "restricted.*hostPath/);
  });

  it("refuses to change a Job, which is why other settings make another", async () => {
    const [job] = workloads["a download"]?.filter(({ kind }) => kind === "Job") ?? [];
    if (job === undefined) expect.fail("no Job");
    const [changed] = rendered((chart) => {
      const cache = ModelCache.efs(chart, "files", { fileSystemId: "fs-1", size: "1Ti" });
      new ModelDownload(chart, "download", { cache, model, revision, maxWorkers: 8 });
    }).filter(({ kind }) => kind === "Job");
    expect(changed?.metadata.name).not.toBe(job.metadata.name);
    const spec = changed?.spec;
    const [written] = await cluster.apply([{ ...job, spec }]);
    expect(written?.error).toMatch(/immutable/);
  });
});

function phaseOf({ status }: KubernetesObject): unknown {
  return Object(status).phase;
}
