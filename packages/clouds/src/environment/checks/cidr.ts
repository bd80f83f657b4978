// SPDX-License-Identifier: Apache-2.0
/** @module Arithmetic on IPv4 networks that are known to be well formed. */

/** Length of the prefix: 16 for `10.42.0.0/16`. */
export function prefixOf(cidr: string): number {
  return Number(cidr.split("/")[1]);
}

/** The whole internet. */
export function isEverybody(cidr: string): boolean {
  return prefixOf(cidr) === 0;
}

/** True when every address of `inner` is one of `outer`. */
export function contains(outer: string, inner: string): boolean {
  const prefix = prefixOf(outer);
  return prefixOf(inner) >= prefix && network(outer, prefix) === network(inner, prefix);
}

/** True for networks that the internet does not route. @see RFC 1918 */
export function isPrivate(cidr: string): boolean {
  return ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].some((range) => contains(range, cidr));
}

function network(cidr: string, prefix: number): number {
  const address = (cidr.split("/")[0] ?? "")
    .split(".")
    .reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - prefix);
  return Math.floor(address / size);
}
