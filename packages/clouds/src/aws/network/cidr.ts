// SPDX-License-Identifier: Apache-2.0
/** @module IPv4 blocks: read, compare, and cut into the subnets of a network. */

/** A block of IPv4 addresses. */
export interface Cidr {
  /** First address, as a number of 32 bits. */
  readonly base: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
}

/** Addresses of the three kinds of subnets, one per zone, in the order of the zones. */
export interface SubnetPlan {
  readonly privateCidrs: readonly string[];
  readonly publicCidrs: readonly string[];
  readonly intraCidrs: readonly string[];
}

/** Zones that a plan has room for, whether they are used or not. */
export const zoneSlots = 6;

/** Longest prefix of a VPC that still leaves /26 to load balancers and /28 to the control plane. */
export const longestVpcPrefix = 20;

/** Shortest prefix that AWS takes. */
export const shortestVpcPrefix = 16;

/** AWS makes no smaller subnet. */
const longestSubnetPrefix = 28;

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

/** Ranges of private networks, and the shared one of RFC 6598, which AWS takes as well. */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** True when no address of the block is on the internet. */
export function isPrivate(block: Cidr): boolean {
  return privateRanges.some((range) => {
    const outer = parseCidr(range);
    return outer !== undefined && contains(outer, block);
  });
}

/**
 * Cuts a VPC into subnets. Each zone has a slot of its own in each kind, so that adding a zone moves
 * nothing: six eighths of the addresses are the private subnets, the seventh holds the public ones,
 * and the last those of the control plane.
 *
 * @throws RangeError for a text that is no block; the checks report it before
 */
export function planSubnets(cidr: string, zones: number): SubnetPlan {
  const vpc = parseCidr(cidr);
  if (vpc === undefined) throw new RangeError(`${cidr} is no IPv4 block`);
  const eighth = vpc.prefix + 3;
  const small = vpc.prefix + 6;
  const tiny = Math.min(vpc.prefix + 10, longestSubnetPrefix);
  const cut = (whole: Cidr, prefix: number) =>
    Array.from({ length: zones }, (_, index) => formatCidr(partOf(whole, prefix, index)));
  return {
    privateCidrs: cut(vpc, eighth),
    publicCidrs: cut(partOf(vpc, eighth, zoneSlots), small),
    intraCidrs: cut(partOf(vpc, eighth, zoneSlots + 1), tiny),
  };
}
