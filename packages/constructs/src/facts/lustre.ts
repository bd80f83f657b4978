// SPDX-License-Identifier: Apache-2.0
/** @module Managed Lustre of the clouds: throughput by size, and the sizes that can be had. */
import type { Cloud } from "./machines/index.js";

/** One throughput tier. */
export interface LustreTier {
  readonly cloud: Cloud;
  /** Product and tier, as the cloud names it. */
  readonly name: string;
  /** Throughput of all clients together, MB/s per TiB of capacity. */
  readonly mbpsPerTiB: number;
  /** Smallest capacity, TiB. */
  readonly minTiB: number;
  /** Step of larger capacities, TiB. */
  readonly stepTiB: number;
}

/**
 * Tiers of the three clouds. Capacities of Google's tiers come from samples and vary (unverified).
 *
 * @see FSx for Lustre PERSISTENT_2: 1.2 or a multiple of 2.4 TiB; Azure Managed Lustre SKU table
 */
// biome-ignore format: one tier per line
export const lustreTiers: readonly LustreTier[] = [
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 125", mbpsPerTiB: 125, minTiB: 1.2, stepTiB: 2.4 },
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 250", mbpsPerTiB: 250, minTiB: 1.2, stepTiB: 2.4 },
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 500", mbpsPerTiB: 500, minTiB: 1.2, stepTiB: 2.4 },
  { cloud: "aws", name: "FSx for Lustre PERSISTENT_2 1000", mbpsPerTiB: 1000, minTiB: 1.2, stepTiB: 2.4 },
  { cloud: "azure", name: "AMLFS-Durable-Premium-40", mbpsPerTiB: 40, minTiB: 48, stepTiB: 48 },
  { cloud: "azure", name: "AMLFS-Durable-Premium-125", mbpsPerTiB: 125, minTiB: 16, stepTiB: 16 },
  { cloud: "azure", name: "AMLFS-Durable-Premium-250", mbpsPerTiB: 250, minTiB: 8, stepTiB: 8 },
  { cloud: "azure", name: "AMLFS-Durable-Premium-500", mbpsPerTiB: 500, minTiB: 4, stepTiB: 4 },
  { cloud: "gcp", name: "Managed Lustre 125", mbpsPerTiB: 125, minTiB: 72, stepTiB: 72 },
  { cloud: "gcp", name: "Managed Lustre 250", mbpsPerTiB: 250, minTiB: 36, stepTiB: 36 },
  { cloud: "gcp", name: "Managed Lustre 500", mbpsPerTiB: 500, minTiB: 18, stepTiB: 18 },
  { cloud: "gcp", name: "Managed Lustre 1000", mbpsPerTiB: 1000, minTiB: 9, stepTiB: 9 },
];

/** The smallest capacity of a tier with that throughput and room, TiB. */
export function lustreTiB(tier: LustreTier, mbps: number, leastTiB: number): number {
  const needed = Math.max(mbps / tier.mbpsPerTiB, leastTiB);
  if (needed <= tier.minTiB) return tier.minTiB;
  return Math.ceil((needed - 1e-9) / tier.stepTiB) * tier.stepTiB;
}
