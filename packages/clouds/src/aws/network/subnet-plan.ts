// SPDX-License-Identifier: Apache-2.0
/** @module Cuts the block of a VPC into those of its subnets. */
import { type Cidr, formatCidr, parseCidr, partOf } from "../../addresses/index.js";

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
