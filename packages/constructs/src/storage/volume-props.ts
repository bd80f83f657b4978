// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of any volume, whatever is behind it. */
import type { Size } from "cdk8s";
import type { AccessMode, Model, Quantity, Waiver } from "../facts/index.js";

/** Machines, as far as storage cares. */
export interface PoolZones {
  readonly name: string;
  /** Zones where its machines may stand. @default - unknown */
  readonly zones?: readonly string[] | undefined;
}

/** Machines that mount a volume: a `Pool` of the estimates, or a construct that has one as `pool`. */
export type MountingPool = PoolZones | { readonly pool: PoolZones };

/** Settings that every volume has. */
export interface VolumeProps {
  /** Name of the claim; volume and class are named after it and its namespace. @default - the construct id */
  readonly name?: string | undefined;
  /** Kubernetes namespace. @default - the chart's namespace */
  readonly namespace?: string | undefined;
  /**
   * Size: a quantity such as `"2Ti"`, or a `Size` of cdk8s. Buckets and EFS take any, and mean none.
   *
   * @default - what the construct says
   */
  readonly size?: Quantity | Size | undefined;
  /** How many nodes may mount it. @default - what the storage is for: many nodes, reading and writing where it can */
  readonly accessMode?: AccessMode | undefined;
  /** Zone of zonal storage, as nodes are labelled. @default - the provider's choice, or what the identifiers tell */
  readonly zone?: string | undefined;
  /** Machines that mount it, to compare their zones. @default - nothing is compared */
  readonly pools?: readonly MountingPool[] | undefined;
  /** What becomes of a volume that the driver made when its claim goes. @default "Retain", or "Delete" in development */
  readonly reclaimPolicy?: "Retain" | "Delete" | undefined;
  /** Throughput of all readers together, MB/s, where somebody knows it better. @default - that of product, tier and size */
  readonly throughputMBps?: number | undefined;
  /** True for a throw-away installation. @default false */
  readonly development?: boolean | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** A model by its repository id, or in numbers when the catalogue does not have it. */
export type HeldModel = string | Model;
