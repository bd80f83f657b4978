// SPDX-License-Identifier: Apache-2.0
/** @module CronJobs of etcd: shrink the files, take snapshots. */
import type { Container, PodSpec, VolumeMount } from "../../api/index.js";
import { podNameVariable, type RenderedObject } from "../rendered.js";
import { metadataOf } from "../server-objects.js";
import { restrictedContainer } from "../server-pods.js";
import { administrator } from "./client.js";
import { maintenanceResources, renderMaintenancePod } from "./maintenance-pod.js";
import { etcdPaths } from "./member-flags.js";
import type { ResolvedEtcd, ResolvedTarget } from "./resolve.js";

/** Time for one member; it does not answer while it is shrunk. */
const defragmentationTimeout = "600s";

/** The file of a snapshot: the name of the pod, which holds the time for which it was scheduled. */
const snapshotFile = `${etcdPaths.snapshots}/$(POD_NAME).db`;

const snapshotMount: VolumeMount = { name: "snapshots", mountPath: etcdPaths.snapshots };

/** The CronJobs that the settings ask for, the claim of the snapshots, and a policy for the pods of all jobs. */
export function renderMaintenance(etcd: ResolvedEtcd): readonly RenderedObject[] {
  const { defragmentation, snapshots } = etcd;
  return [
    renderIsolation(etcd),
    ...(defragmentation === undefined ? [] : [renderDefragmentation(etcd, defragmentation)]),
    ...(snapshots === undefined ? [] : renderSnapshots(etcd, snapshots)),
  ];
}

/** Nobody connects to a job. */
function renderIsolation(etcd: ResolvedEtcd): RenderedObject {
  const metadata = metadataOf(etcd, "maintenance", "maintenance");
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata,
    spec: { podSelector: { matchLabels: metadata.labels }, policyTypes: ["Ingress"] },
  };
}

function renderDefragmentation(etcd: ResolvedEtcd, schedule: string): RenderedObject {
  const { volumes } = administrator(etcd);
  return cronJob(etcd, "defrag", schedule, {
    restartPolicy: "Never",
    // With one member away, the next that stops answering would take the majority with it.
    initContainers: [etcdctl(etcd, "health", ["endpoint", "health", "--cluster"])],
    containers: [
      etcdctl(etcd, "defragment", [
        "defrag",
        "--cluster",
        `--command-timeout=${defragmentationTimeout}`,
      ]),
    ],
    volumes: [...volumes],
  });
}

function renderSnapshots(
  etcd: ResolvedEtcd,
  { schedule, target }: NonNullable<ResolvedEtcd["snapshots"]>,
): readonly RenderedObject[] {
  const { volumes } = administrator(etcd);
  const pod: PodSpec = {
    restartPolicy: "Never",
    serviceAccountName: target.kind === "upload" ? target.serviceAccountName : undefined,
    ...(target.kind === "upload" && target.serviceAccountName !== undefined
      ? { automountServiceAccountToken: true }
      : {}),
    initContainers: [
      etcdctl(etcd, "save", ["snapshot", "save", snapshotFile], [snapshotMount]),
      {
        ...etcdctl(etcd, "verify", [], [snapshotMount]),
        command: ["/usr/local/bin/etcdutl", "snapshot", "status", snapshotFile],
      },
    ],
    containers: [target.kind === "upload" ? renderUpload(target) : renderTidy(etcd, target.keep)],
    volumes: [snapshotVolume(etcd, target), ...volumes],
  };
  const job = cronJob(etcd, "snapshot", schedule, pod);
  return target.kind === "claim" && target.made !== undefined
    ? [renderClaim(etcd, target.claimName, target.made), job]
    : [job];
}

function snapshotVolume(
  { quota }: ResolvedEtcd,
  target: ResolvedTarget,
): NonNullable<PodSpec["volumes"]>[number] {
  return target.kind === "claim"
    ? { name: "snapshots", persistentVolumeClaim: { claimName: target.claimName } }
    : { name: "snapshots", emptyDir: { sizeLimit: quota } };
}

function renderUpload(target: ResolvedTarget & { readonly kind: "upload" }): Container {
  return {
    name: "upload",
    image: target.image,
    command: [...target.command],
    env: [podNameVariable, { name: "SNAPSHOT", value: snapshotFile }, ...target.env],
    resources: maintenanceResources,
    volumeMounts: [{ ...snapshotMount, readOnly: true }],
    ...restrictedContainer(),
  };
}

/** Runs after the new snapshot was verified, so a failing etcd never costs the old ones. */
function renderTidy({ shellImage }: ResolvedEtcd, keep: number): Container {
  const folder = etcdPaths.snapshots;
  return {
    name: "tidy",
    image: shellImage,
    command: ["sh", "-euc", `ls -1t ${folder}/*.db | tail -n +${keep + 1} | xargs -r rm -f --`],
    resources: maintenanceResources,
    volumeMounts: [snapshotMount],
    ...restrictedContainer(),
  };
}

function renderClaim(
  etcd: ResolvedEtcd,
  name: string,
  { size, storageClassName }: NonNullable<(ResolvedTarget & { readonly kind: "claim" })["made"]>,
): RenderedObject {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { ...metadataOf(etcd, undefined, "maintenance"), name },
    spec: {
      accessModes: ["ReadWriteOnce"],
      resources: { requests: { storage: size } },
      storageClassName,
    },
  };
}

function etcdctl(
  etcd: ResolvedEtcd,
  name: string,
  args: readonly string[],
  mounts: readonly VolumeMount[] = [],
): Container {
  const root = administrator(etcd);
  return {
    name,
    image: etcd.image,
    command: ["/usr/local/bin/etcdctl", ...args],
    env: [podNameVariable, ...root.env],
    resources: maintenanceResources,
    volumeMounts: [...mounts, ...root.mounts],
    ...restrictedContainer(),
  };
}

function cronJob(etcd: ResolvedEtcd, name: string, schedule: string, pod: PodSpec): RenderedObject {
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: metadataOf(etcd, name, "maintenance"),
    spec: {
      schedule,
      timeZone: "Etc/UTC",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: { spec: { backoffLimit: 2, template: renderMaintenancePod(etcd, pod) } },
    },
  };
}
