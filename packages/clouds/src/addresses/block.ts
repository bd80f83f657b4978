// SPDX-License-Identifier: Apache-2.0
/** @module IPv4 blocks: read, write, compare and cut. */

/** A block of IPv4 addresses. */
export interface Cidr {
  /** First address, as a number of 32 bits. */
  readonly base: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
}

/** Reads `10.42.0.0/16`; undefined when it is no block, or when it has bits behind its prefix. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1).map(Number);
  const prefix = parts[4] ?? 0;
  const octets = parts.slice(0, 4);
  if (prefix > 32 || octets.some((octet) => octet > 255)) return undefined;
  const block = { base: octets.reduce((sum, octet) => sum * 256 + octet, 0), prefix };
  // Leading zeros are octal to some and decimal to others, so that AWS takes none.
  return block.base % sizeOf(prefix) === 0 && formatCidr(block) === text ? block : undefined;
}

/** Writes a block as `10.42.0.0/16`. */
export function formatCidr({ base, prefix }: Cidr): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

/** How many addresses a block has. */
export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

/** True when every address of the inner block is in the outer one. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.prefix <= inner.prefix && overlaps(outer, inner);
}

/** True when the blocks share an address. */
export function overlaps(one: Cidr, other: Cidr): boolean {
  const ahead = Math.max(one.base, other.base);
  return ahead < one.base + sizeOf(one.prefix) && ahead < other.base + sizeOf(other.prefix);
}

/** The part with that number when a block is cut into parts of the longer prefix. */
export function partOf(whole: Cidr, prefix: number, index: number): Cidr {
  return { base: whole.base + index * sizeOf(prefix), prefix };
}

/** Ranges of private networks, and the shared one, which clouds take as well. @see RFC 1918, RFC 6598 */
export const privateRanges = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
] as const;

/** True when no address of the block is on the internet. */
export function isPrivate(block: Cidr): boolean {
  return privateRanges.some((range) => {
    const outer = parseCidr(range);
    return outer !== undefined && contains(outer, block);
  });
}

/** True for a text that means the whole internet. */
export function isEverybody(text: string): boolean {
  return parseCidr(text)?.prefix === 0;
}
