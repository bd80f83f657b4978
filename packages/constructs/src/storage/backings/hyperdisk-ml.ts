// SPDX-License-Identifier: Apache-2.0
/** @module Hyperdisk ML: one disk that thousands of machines read, written once. */
import { hyperdiskMlThroughput } from "../../facts/index.js";
import { type Backing, type BackingProblem, required } from "../backing.js";
import { gkeZone } from "./managed-lustre.js";

interface HyperdiskMlCommon {
  /** Throughput of the disk for all its readers, MiB/s: 400 to 1,200,000. @default 2400 */
  readonly throughputMiBps?: number | undefined;
}

/** A disk that is filled, for many readers. */
export interface HyperdiskMlDisk extends HyperdiskMlCommon {
  /** The disk as `projects/<project>/zones/<zone>/disks/<name>`. */
  readonly disk: string;
}

/** A new disk that one pod fills. */
export interface HyperdiskMlLoading extends HyperdiskMlCommon {
  readonly disk?: undefined;
}

/** Hyperdisk ML. */
export type HyperdiskMlProps = HyperdiskMlDisk | HyperdiskMlLoading;

/** Reads run ahead by 4 MiB: weights are read from front to back. */
const mountOptions = ["read_ahead_kb=4096"];

/**
 * Without `disk` a disk is made and claimed by one node, for a `ModelDownload`; the name of the disk is
 * then in the volume (`spec.csi.volumeHandle`). With `disk` it is attached read-only to every node.
 *
 * @see https://cloud.google.com/compute/docs/disks/hd-types/hyperdisk-ml
 */
export function hyperdiskMl(props: HyperdiskMlProps = {}): Backing {
  const { disk, throughputMiBps = 2400 } = props;
  const common = {
    product: "hyperdisk-ml",
    throughput: { totalMBps: throughputMiBps * 1.048576 },
    mountOptions,
    zoneLabel: gkeZone,
  } as const;
  const problems = throughputProblems(throughputMiBps);
  if (disk !== undefined)
    return {
      ...common,
      provision: { kind: "static", volumeHandle: disk, attributes: {}, fsType: "ext4" },
      accessMode: "ReadOnlyMany",
      readOnly: true,
      zone: /\/zones\/([^/]+)\//.exec(disk)?.[1],
      problems: [...required({ disk }), ...problems],
    };
  return {
    ...common,
    provision: {
      kind: "dynamic",
      parameters: {
        type: "hyperdisk-ml",
        "provisioned-throughput-on-create": `${throughputMiBps}Mi`,
      },
      binding: "WaitForFirstConsumer",
      expandable: false,
      zoneFrom: "topology",
    },
    accessMode: "ReadWriteOnce",
    owner: "group",
    problems: [...problems, loading],
  };
}

const loading: BackingProblem = {
  code: "DYN-STOR-029",
  field: "disk",
  message: "the disk is new: one node fills it, and a graph cannot mount it on several",
  fix: "Run the ModelDownload, then set disk to the volumeHandle of its volume.",
};

function throughputProblems(throughputMiBps: number): readonly BackingProblem[] {
  const { minMiBps, maxMiBps } = hyperdiskMlThroughput;
  if (throughputMiBps >= minMiBps && throughputMiBps <= maxMiBps) return [];
  return [
    {
      code: "DYN-STOR-014",
      field: "throughputMiBps",
      message: `must be ${minMiBps} to ${maxMiBps}, got ${throughputMiBps}`,
      fix: `Set throughputMiBps to ${throughputMiBps < minMiBps ? minMiBps : maxMiBps}.`,
    },
  ];
}
