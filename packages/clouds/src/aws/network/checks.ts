// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the network, each a pure function of the resolved settings. */
import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { isPrivate, parseCidr } from "../../addresses/index.js";
import { type Say, sayOf } from "../../component/index.js";
import { checkArn } from "../ids.js";
import { checkRetention } from "../logs.js";
import {
  checkRegion,
  defaultZones,
  isZoneId,
  isZoneOf,
  zoneWithoutControlPlane,
} from "../region.js";
import { checkTags } from "../tags.js";
import { neededEndpoints, type ResolvedNetwork } from "./resolve.js";
import { longestVpcPrefix, shortestVpcPrefix, zoneSlots } from "./subnet-plan.js";

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkNetwork(network: ResolvedNetwork): readonly Finding[] {
  const say = sayOf("Network", network.name);
  const { flowLogs, region, tags } = network;
  return [
    ...checkRegion(region, say),
    ...checkVpcCidr(network.cidr, say),
    ...checkZones(network, say),
    ...checkWayOut(network, say),
    ...(flowLogs === undefined
      ? []
      : checkRetention(flowLogs.retentionDays, ["flowLogs", "retentionDays"], say)),
    ...checkArn(network.keyArn, "kms", ["keyArn"], say),
    ...checkTags(tags, say),
  ];
}

function checkVpcCidr(text: string, say: Say): Finding[] {
  const path = ["cidr"];
  const block = parseCidr(text);
  const fix = 'Set cidr to a private block such as "10.42.0.0/16".';
  if (block === undefined) {
    const message = `must be an IPv4 block without bits behind its prefix, got ${show(text)}`;
    return [say("DYN-AWS-002", path, message, fix)];
  }
  if (block.prefix < shortestVpcPrefix || block.prefix > longestVpcPrefix) {
    const message = `must be a /${shortestVpcPrefix} to /${longestVpcPrefix}, got /${block.prefix}: AWS takes no larger VPC, and a smaller one has no room for ${zoneSlots} zones`;
    return [say("DYN-AWS-002", path, message, fix)];
  }
  if (isPrivate(block)) return [];
  const message = `${text} has addresses of the internet, which the network could not reach any more`;
  return [say("DYN-AWS-003", path, message, fix)];
}

function checkZones({ zones, region }: ResolvedNetwork, say: Say): Finding[] {
  const path = ["zones"];
  const found: Finding[] = [];
  if (zones.length < 2 || zones.length > zoneSlots) {
    const message = `must be 2 to ${zoneSlots} zones, got ${zones.length}: EKS wants its control plane in two`;
    found.push(say("DYN-AWS-004", path, message, "Name three zones, or leave zones out."));
  }
  for (const [index, zone] of zones.entries()) {
    if (zones.indexOf(zone) !== index) {
      const message = `${show(zone)} is named twice: its subnets would have one name`;
      found.push(say("DYN-AWS-004", [...path, index], message, "Name each zone once."));
    }
    found.push(...checkZone(zone, [...path, index], region, say));
  }
  if (zones.some(isZoneId) && !zones.every(isZoneId)) {
    const message = "names and ids are mixed: two of them may be the same zone";
    found.push(say("DYN-AWS-004", path, message, "Use ids for all zones, or names for all."));
  }
  return [...found, ...checkNames(zones, region, say)];
}

function checkZone(zone: string, path: (string | number)[], region: string, say: Say): Finding[] {
  if (!isZoneOf(zone, region)) {
    const message = `must be a zone of ${region}, got ${show(zone)}`;
    const fix = `Use names such as ${show(`${region}a`)}, or leave zones out.`;
    return [say("DYN-AWS-005", path, message, fix)];
  }
  if (zone !== zoneWithoutControlPlane(region)) return [];
  const message = `EKS puts no control plane into ${zone}, so that creating the cluster fails`;
  return [say("DYN-AWS-006", path, message, `Use ${defaultZones(region).join(", ")}.`)];
}

/** A name stands for another zone in each account, so that nobody can tell it is the odd one. */
function checkNames(zones: readonly string[], region: string, say: Say): Finding[] {
  const without = zoneWithoutControlPlane(region);
  if (without === undefined || zones.length === 0 || zones.some(isZoneId)) return [];
  const message = `one of ${zones.join(", ")} may be ${without} in this account, where EKS puts no control plane`;
  const fix = `Use ids: ${defaultZones(region).join(", ")}.`;
  return [say("DYN-AWS-007", ["zones"], message, fix)];
}

function checkWayOut({ nat, interfaceEndpoints }: ResolvedNetwork, say: Say): Finding[] {
  const path = ["interfaceEndpoints"];
  const twice = interfaceEndpoints.filter((each, at) => interfaceEndpoints.indexOf(each) !== at);
  const found = [...new Set(twice)].map((each) =>
    say("DYN-AWS-008", path, `${show(each)} is named twice`, "Name each endpoint once."),
  );
  const missing = neededEndpoints.filter((each) => !interfaceEndpoints.includes(each));
  if (nat !== "none" || missing.length === 0) return found;
  const message = `without NAT no node joins and no image is pulled, unless the network has endpoints for ${missing.join(", ")}`;
  return [
    ...found,
    say("DYN-AWS-008", path, message, "Leave interfaceEndpoints out, or add them."),
  ];
}
