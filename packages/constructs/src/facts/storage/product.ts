// SPDX-License-Identifier: Apache-2.0
/** @module What a storage product is: who mounts it how, which sizes it has, how fast it is. */
import type { Cloud } from "../machines/index.js";

/** Storage products that hold model weights; also the kinds by which storage is priced. */
export type StorageProductName =
  | "efs"
  | "fsx-lustre"
  | "s3"
  | "azure-managed-lustre"
  | "azure-files"
  | "azure-blob"
  | "gcp-managed-lustre"
  | "filestore"
  | "gcs"
  | "hyperdisk-ml"
  | "nvme";

/** How many nodes may mount a volume, and whether they may write. */
export type AccessMode = "ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod";

/** Sizes that can be had: the smallest, and multiples of the step from there to the largest. */
export interface SizeRange {
  readonly minGiB: number;
  /** @default - no limit is published */
  readonly maxGiB?: number | undefined;
  readonly stepGiB: number;
}

/** Throughput of reads, MB/s (10^6 bytes). */
export interface Throughput {
  /** All machines together. @default - not known; infinite when only the machines limit it */
  readonly totalMBps?: number | undefined;
  /** One machine. @default - its network */
  readonly perMachineMBps?: number | undefined;
}

/** One tier of a product. */
export interface StorageTier {
  /** As the CSI driver's parameter spells it. */
  readonly name: string;
  /** Sizes; any when there is no range. */
  readonly sizes: readonly SizeRange[];
  /** Throughput of a volume of that size; undefined when it is not known. */
  throughput(sizeGiB: number): Throughput | undefined;
  /** True when it stands in one zone. */
  readonly zonal: boolean;
}

/** A storage product. */
export interface StorageProduct {
  readonly name: StorageProductName;
  /** As people call it. */
  readonly title: string;
  /** Undefined for what every cloud has. */
  readonly cloud: Cloud | undefined;
  /** Name of its CSI driver; undefined for disks of the machine. */
  readonly driver: string | undefined;
  readonly accessModes: readonly AccessMode[];
  /** False for buckets behind a file interface: no locks, no renames, no writes in place. */
  readonly posix: boolean;
  /** False when the size of a claim is only a number that nobody enforces. */
  readonly sized: boolean;
  /** Parameter of the StorageClass that names the tier. @default - it has one tier */
  readonly tierParameter?: string | undefined;
  /** The first is what a volume has when nobody says. */
  readonly tiers: readonly [StorageTier, ...StorageTier[]];
  /** Where the numbers come from. */
  readonly source: string;
}
