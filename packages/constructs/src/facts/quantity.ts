// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes quantities ("500m", "16Gi", 2) as exact numbers. */

/** A Kubernetes quantity as it is written: `"500m"`, `"16Gi"`, `2`. */
export type Quantity = string | number;

const suffixes: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["n", [1n, 1_000_000_000n]],
  ["u", [1n, 1_000_000n]],
  ["m", [1n, 1_000n]],
  ["", [1n, 1n]],
  ["k", [10n ** 3n, 1n]],
  ["M", [10n ** 6n, 1n]],
  ["G", [10n ** 9n, 1n]],
  ["T", [10n ** 12n, 1n]],
  ["P", [10n ** 15n, 1n]],
  ["E", [10n ** 18n, 1n]],
  ["Ki", [2n ** 10n, 1n]],
  ["Mi", [2n ** 20n, 1n]],
  ["Gi", [2n ** 30n, 1n]],
  ["Ti", [2n ** 40n, 1n]],
  ["Pi", [2n ** 50n, 1n]],
  ["Ei", [2n ** 60n, 1n]],
]);

const grammar = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;

/** Billionths, the finest unit that Kubernetes keeps (apimachinery rounds up beyond it). */
const scale = 1_000_000_000n;

/**
 * The quantity in billionths, exactly; undefined when the text is not a quantity.
 *
 * @see apimachinery `pkg/api/resource/quantity.go` for the grammar
 */
export function parseQuantity(quantity: Quantity): bigint | undefined {
  const match = grammar.exec(String(quantity).trim());
  const [, sign, whole = "", fraction = "", exponent, suffix = ""] = match ?? [];
  if (match === null || whole + fraction === "") return undefined;
  const [times, over] =
    exponent === undefined ? (suffixes.get(suffix) ?? [1n, 1n]) : power(Number(exponent));
  const numerator = BigInt(whole + fraction) * times * scale;
  const denominator = 10n ** BigInt(fraction.length) * over;
  const value = numerator / denominator + (numerator % denominator === 0n ? 0n : 1n);
  return sign === "-" ? -value : value;
}

/** The quantity as a number in base units (cores, bytes, devices); NaN when it is not a quantity. */
export function quantityValue(quantity: Quantity): number {
  // Most are small whole numbers, which need no arithmetic.
  if (/^\d{1,15}$/.test(String(quantity))) return Number(quantity);
  const value = parseQuantity(quantity);
  return value === undefined ? Number.NaN : Number(value) / Number(scale);
}

const binary = [
  ["Ti", 2n ** 40n],
  ["Gi", 2n ** 30n],
  ["Mi", 2n ** 20n],
] as const;

/** Billionths as a quantity that people read: whole numbers, `Mi` and up where they fit, else `m` or finer. */
export function formatQuantity(billionths: bigint): string {
  for (const [suffix, unit] of binary)
    if (billionths !== 0n && billionths % (unit * scale) === 0n)
      return `${billionths / (unit * scale)}${suffix}`;
  if (billionths % scale === 0n) return `${billionths / scale}`;
  return billionths % 1_000_000n === 0n ? `${billionths / 1_000_000n}m` : `${billionths}n`;
}

/** True when both texts are the same amount: `"1"` and `1000m`, `1Gi` and `1024Mi`. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  const value = parseQuantity(a);
  return value !== undefined && value === parseQuantity(b);
}

function power(exponent: number): readonly [bigint, bigint] {
  return exponent >= 0 ? [10n ** BigInt(exponent), 1n] : [1n, 10n ** BigInt(-exponent)];
}
