// SPDX-License-Identifier: Apache-2.0
/** @module Managed Lustre of the clouds: throughput by size, and the sizes that can be had. */
import type { Cloud } from "./machines/index.js";

/** One throughput tier. */
export interface LustreTier {
  readonly cloud: Cloud;
  /** Product and tier, as the cloud names it. */
  readonly name: string;
  /** Value of the driver's parameter, such as `AMLFS-Durable-Premium-125` or `500`. */
  readonly tier: string;
  /** Throughput of all clients together, MB/s per TiB of capacity. */
  readonly mbpsPerTiB: number;
  /** Smallest capacity, GiB. */
  readonly minGiB: number;
  /** Step of larger capacities, GiB: every capacity above the smallest is a multiple of it. */
  readonly stepGiB: number;
  /** Largest capacity, GiB. @default - no limit is published */
  readonly maxGiB?: number | undefined;
}

const tib = 1024;

/**
 * Tiers of the three clouds. The largest capacities grow from year to year, and near them Google's
 * steps are eight times as large.
 *
 * @see FSx for Lustre PERSISTENT_2: 1200 or a multiple of 2400 GiB; Azure Managed Lustre SKU table;
 * https://cloud.google.com/managed-lustre/docs/create-instance
 */
// biome-ignore format: one tier per line
export const lustreTiers: readonly LustreTier[] = [
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 125", tier: "125", mbpsPerTiB: 125, minGiB: 1200, stepGiB: 2400 },
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 250", tier: "250", mbpsPerTiB: 250, minGiB: 1200, stepGiB: 2400 },
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 500", tier: "500", mbpsPerTiB: 500, minGiB: 1200, stepGiB: 2400 },
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 1000", tier: "1000", mbpsPerTiB: 1000, minGiB: 1200, stepGiB: 2400 },
  { cloud: "azure", name: "AMLFS-Durable-Premium-40", tier: "AMLFS-Durable-Premium-40", mbpsPerTiB: 40, minGiB: 48 * tib, stepGiB: 48 * tib, maxGiB: 768 * tib },
  { cloud: "azure", name: "AMLFS-Durable-Premium-125", tier: "AMLFS-Durable-Premium-125", mbpsPerTiB: 125, minGiB: 16 * tib, stepGiB: 16 * tib, maxGiB: 128 * tib },
  { cloud: "azure", name: "AMLFS-Durable-Premium-250", tier: "AMLFS-Durable-Premium-250", mbpsPerTiB: 250, minGiB: 8 * tib, stepGiB: 8 * tib, maxGiB: 128 * tib },
  { cloud: "azure", name: "AMLFS-Durable-Premium-500", tier: "AMLFS-Durable-Premium-500", mbpsPerTiB: 500, minGiB: 4 * tib, stepGiB: 4 * tib, maxGiB: 128 * tib },
  { cloud: "gcp", name: "Managed Lustre 125", tier: "125", mbpsPerTiB: 125, minGiB: 72_000, stepGiB: 72_000, maxGiB: 84_016_000 },
  { cloud: "gcp", name: "Managed Lustre 250", tier: "250", mbpsPerTiB: 250, minGiB: 36_000, stepGiB: 36_000, maxGiB: 40_032_000 },
  { cloud: "gcp", name: "Managed Lustre 500", tier: "500", mbpsPerTiB: 500, minGiB: 18_000, stepGiB: 18_000, maxGiB: 20_016_000 },
  { cloud: "gcp", name: "Managed Lustre 1000", tier: "1000", mbpsPerTiB: 1000, minGiB: 9_000, stepGiB: 9_000, maxGiB: 10_008_000 },
];

/** The smallest capacity of a tier with that throughput and room, GiB. */
export function lustreGiB(tier: LustreTier, mbps: number, leastGiB: number): number {
  const needed = Math.max((mbps / tier.mbpsPerTiB) * tib, leastGiB);
  if (needed <= tier.minGiB) return tier.minGiB;
  return Math.ceil((needed - 1e-6) / tier.stepGiB) * tier.stepGiB;
}
