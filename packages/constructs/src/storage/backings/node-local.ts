// SPDX-License-Identifier: Apache-2.0
/** @module Disks of the machines themselves: nothing is shared, so nothing is a bottleneck. */
import { type Backing, type BackingProblem, required } from "../backing.js";

/** A folder on the disks of every node. */
export interface NodeLocalProps {
  /**
   * Folder of the node, on a local NVMe disk. On GKE with local SSDs it is below
   * `/mnt/stateful_partition/kube-ephemeral-ssd`.
   */
  readonly path: string;
  /** Throughput of the disks of one machine, MB/s. @default - unknown */
  readonly perMachineMBps?: number | undefined;
}

/**
 * Every node has its own copy: a `ModelDownload` fills it as a DaemonSet. A node that joins later
 * fills its own, so a start on a new node takes the time of the download.
 */
export function nodeLocal({ path, perMachineMBps }: NodeLocalProps): Backing {
  return {
    product: "nvme",
    provision: { kind: "node", volume: { hostPath: { path, type: "DirectoryOrCreate" } } },
    accessMode: "ReadWriteOnce",
    throughput: perMachineMBps === undefined ? undefined : { perMachineMBps },
    // The kubelet makes the folder, as root.
    owner: "root",
    problems: [...required({ path }), hostPath],
  };
}

const hostPath: BackingProblem = {
  code: "DYN-STOR-031",
  field: "path",
  message: "is a hostPath volume, which the baseline Pod Security level refuses",
  fix: "Label the namespace for the privileged level, and waive this with the reason.",
};
