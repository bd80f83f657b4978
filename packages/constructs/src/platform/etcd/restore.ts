// SPDX-License-Identifier: Apache-2.0
/** @module The Jobs that turn a snapshot into the data of every member. @see docs/guides/etcd-restore.md */
import { Construct } from "constructs";
import type { Container } from "../../api/index.js";
import { KubeObject } from "../../graph/index.js";
import { podNameVariable, type RenderedObject } from "../rendered.js";
import { podNames } from "../server-names.js";
import { metadataOf } from "../server-objects.js";
import { restrictedContainer } from "../server-pods.js";
import type { Etcd } from "./etcd.js";
import { maintenanceResources, renderMaintenancePod } from "./maintenance-pod.js";
import {
  clusterToken,
  dataFolder,
  etcdPaths,
  initialCluster,
  peerAddress,
} from "./member-flags.js";
import type { ResolvedEtcd } from "./resolve.js";

/** Which snapshot is restored. */
export interface EtcdRestoreProps {
  /** The etcd, with the `generation` that begins with this restore. */
  readonly etcd: Etcd;
  /** Name of the file on the claim of the snapshots, such as `etcd-snapshot-29412345-abcde.db`. */
  readonly snapshot: string;
  /** Claim with the file. @default - the claim that the snapshots of the etcd go to, or `<name>-snapshots` */
  readonly claimName?: string | undefined;
}

/**
 * One Job per member, which writes the snapshot as the data of a new generation. They run while no
 * member runs, because they mount the members' volumes; the old data stay.
 *
 * @example
 * const etcd = new Etcd(chart, "etcd", { generation: 2 });
 * new EtcdRestore(restoreChart, "restore", { etcd, snapshot: "etcd-snapshot-29412345-abcde.db" });
 */
export class EtcdRestore extends Construct {
  /** The Jobs, by member. */
  readonly jobs: readonly KubeObject[];

  constructor(scope: Construct, id: string, props: EtcdRestoreProps) {
    super(scope, id);
    const { resolved } = props.etcd;
    const { snapshots } = resolved;
    const claim =
      props.claimName ??
      (snapshots?.target.kind === "claim"
        ? snapshots.target.claimName
        : `${resolved.name}-snapshots`);
    this.jobs = renderRestore(resolved, props.snapshot, claim).map(
      (job) => new KubeObject(this, job.metadata.name, job),
    );
  }
}

/** The Jobs as data. */
export function renderRestore(
  etcd: ResolvedEtcd,
  snapshot: string,
  claimName: string,
): readonly RenderedObject[] {
  return podNames(etcd).map((pod, index) => ({
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: metadataOf(etcd, `restore-${etcd.generation}-${index}`, "maintenance"),
    spec: {
      backoffLimit: 2,
      template: renderMaintenancePod(etcd, {
        restartPolicy: "Never",
        containers: [renderContainer(etcd, pod, snapshot)],
        volumes: [
          { name: "data", persistentVolumeClaim: { claimName: `data-${pod}` } },
          { name: "snapshots", persistentVolumeClaim: { claimName, readOnly: true } },
        ],
      }),
    },
  }));
}

function renderContainer(etcd: ResolvedEtcd, pod: string, snapshot: string): Container {
  return {
    name: "restore",
    image: etcd.image,
    command: [
      "/usr/local/bin/etcdutl",
      "snapshot",
      "restore",
      `${etcdPaths.snapshots}/${snapshot}`,
      `--name=${pod}`,
      `--data-dir=${dataFolder(etcd)}`,
      `--initial-cluster=${initialCluster(etcd)}`,
      `--initial-cluster-token=${clusterToken(etcd)}`,
      `--initial-advertise-peer-urls=${peerAddress(etcd, pod)}`,
      // Watchers that remember a newer revision than the snapshot has would miss what happens next.
      `--bump-revision=${revisionBump}`,
      "--mark-compacted",
    ],
    env: [podNameVariable],
    resources: {
      ...maintenanceResources,
      limits: { cpu: "1", memory: etcd.resources.limits?.memory ?? "2Gi" },
    },
    volumeMounts: [
      { name: "data", mountPath: etcdPaths.data },
      { name: "snapshots", mountPath: etcdPaths.snapshots, readOnly: true },
    ],
    ...restrictedContainer(),
  };
}

/** More revisions than any cluster makes between two snapshots. @see https://etcd.io/docs/v3.6/op-guide/recovery */
const revisionBump = 1_000_000_000;
