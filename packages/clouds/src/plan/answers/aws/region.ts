// SPDX-License-Identifier: Apache-2.0
/** @module Regions and zones of AWS, as far as they follow from the name of the region. */

/** Directions in the short names of zone IDs. */
const directions: Readonly<Record<string, string>> = {
  central: "c",
  east: "e",
  north: "n",
  northeast: "ne",
  northwest: "nw",
  south: "s",
  southeast: "se",
  southwest: "sw",
  west: "w",
};

/** Zones of regions that do not have three. */
const zoneCounts: Readonly<Record<string, number>> = {
  "us-east-1": 6,
  "us-west-2": 4,
  "ap-northeast-2": 4,
};

/** A zone of a region. */
export interface Zone {
  readonly name: string;
  /** The same for every account, unlike the name; the plan takes the first letter for the first zone. */
  readonly id: string;
}

/** `us-east-1` has `us-east-1a` with the ID `use1-az1`, and so on. */
export function zonesOf(region: string): readonly Zone[] {
  const steps = region.split("-");
  const number = steps.pop() ?? "";
  const direction = steps.pop() ?? "";
  const area = steps.map((step) => (step === "gov" ? "g" : step)).join("");
  const prefix = `${area}${directions[direction] ?? direction}${number}`;
  return Array.from({ length: zoneCounts[region] ?? 3 }, (_, at) => ({
    name: `${region}${String.fromCharCode(97 + at)}`,
    id: `${prefix}-az${at + 1}`,
  }));
}

/** `aws`, `aws-us-gov` or `aws-cn`, with the domain of its services. */
export function partitionOf(region: string): {
  readonly partition: string;
  readonly dnsSuffix: string;
} {
  if (region.startsWith("us-gov-")) return { partition: "aws-us-gov", dnsSuffix: "amazonaws.com" };
  if (region.startsWith("cn-")) return { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" };
  return { partition: "aws", dnsSuffix: "amazonaws.com" };
}
