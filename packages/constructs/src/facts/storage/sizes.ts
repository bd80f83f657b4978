// SPDX-License-Identifier: Apache-2.0
/** @module Arithmetic of sizes that a provider offers. */
import type { SizeRange } from "./product.js";

/** True when a volume of that size can be had. */
export function offersSize(ranges: readonly SizeRange[], sizeGiB: number): boolean {
  return ranges.length === 0 || ranges.some((range) => within(range, sizeGiB));
}

function within({ minGiB, maxGiB, stepGiB }: SizeRange, sizeGiB: number): boolean {
  const limit = maxGiB ?? Number.POSITIVE_INFINITY;
  return sizeGiB >= minGiB && sizeGiB <= limit && (sizeGiB - minGiB) % stepGiB === 0;
}

/** The smallest size that can be had and holds that much; undefined when none is large enough. */
export function nextSize(ranges: readonly SizeRange[], sizeGiB: number): number | undefined {
  if (ranges.length === 0) return sizeGiB;
  const sizes = ranges.flatMap(({ minGiB, maxGiB, stepGiB }) => {
    const steps = Math.max(0, Math.ceil((sizeGiB - minGiB) / stepGiB));
    const size = minGiB + steps * stepGiB;
    return size <= (maxGiB ?? Number.POSITIVE_INFINITY) ? [size] : [];
  });
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}
