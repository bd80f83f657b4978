// SPDX-License-Identifier: Apache-2.0
/** @module Regions and zones of AWS: names, partitions, and the zones that take no control plane. */
import { type Finding, show } from "@dynamo-iac/constructs/facts";
import type { Say } from "../component/index.js";

/** Part of AWS with accounts and ARNs of its own. */
export type Partition = "aws" | "aws-us-gov";

/**
 * Zones where EKS puts no control plane, and three of the same region where it does.
 *
 * @see Amazon EKS user guide, network requirements: subnet requirements for clusters
 */
const odd: Readonly<Record<string, { readonly without: string; readonly instead: string[] }>> = {
  "us-east-1": { without: "use1-az3", instead: ["use1-az1", "use1-az2", "use1-az4"] },
  // Accounts see only two zones here.
  "us-west-1": { without: "usw1-az2", instead: ["usw1-az1", "usw1-az3"] },
  "ca-central-1": { without: "cac1-az3", instead: ["cac1-az1", "cac1-az2", "cac1-az4"] },
};

/** True for the form of a region's name, such as `us-west-2`. */
export function isRegion(region: string): boolean {
  return /^[a-z]{2}(-[a-z]+){1,2}-\d$/.test(region);
}

/** The partition of a region; undefined for those that this library does not know, such as China. */
export function partitionOf(region: string): Partition | undefined {
  if (!isRegion(region) || region.startsWith("cn-")) return undefined;
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** The zone of the region without control planes; undefined when all have them. */
export function zoneWithoutControlPlane(region: string): string | undefined {
  return odd[region]?.without;
}

/**
 * Zones for a network that names none. Where one zone takes no control plane they are ids, because
 * the names stand for other zones in every account.
 */
export function defaultZones(region: string): readonly string[] {
  // New accounts have no ap-northeast-1b.
  const letters = region === "ap-northeast-1" ? ["a", "c", "d"] : ["a", "b", "c"];
  return odd[region]?.instead ?? letters.map((letter) => `${region}${letter}`);
}

/** True for an id (`usw2-az1`), which means the same zone in every account; false for a name. */
export function isZoneId(zone: string): boolean {
  return /^[a-z]{3,4}\d-az\d+$/.test(zone);
}

/** True when the zone has the name or the id of a zone of that region. */
export function isZoneOf(zone: string, region: string): boolean {
  if (isZoneId(zone)) return zone.startsWith(`${idPrefixOf(region)}-`);
  return zone.length === region.length + 1 && /^.*\d[a-z]$/.test(zone) && zone.startsWith(region);
}

/** `us-west-2` is `usw2`, `ap-southeast-1` is `apse1`, `us-gov-west-1` is `usgw1`. */
function idPrefixOf(region: string): string {
  const [continent = "", ...rest] = region.split("-");
  const digit = rest.pop() ?? "";
  const direction = rest
    .join("")
    .replace("northeast", "ne")
    .replace("northwest", "nw")
    .replace("southeast", "se")
    .replace("southwest", "sw")
    .replace("gov", "g")
    .replace("north", "n")
    .replace("south", "s")
    .replace("east", "e")
    .replace("west", "w")
    .replace("central", "c");
  return `${continent}${direction}${digit}`;
}

/** What is wrong with the name of a region. */
export function checkRegion(region: string, say: Say): readonly Finding[] {
  if (partitionOf(region) !== undefined) return [];
  const message = `must be a region of AWS or of AWS GovCloud (US), got ${show(region)}`;
  return [say("DYN-AWS-001", ["region"], message, 'Set region to a name such as "us-west-2".')];
}
