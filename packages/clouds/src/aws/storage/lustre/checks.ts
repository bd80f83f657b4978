// SPDX-License-Identifier: Apache-2.0
/** @module Rules about FSx for Lustre: sizes, zone, and what lies behind it. */
import { type Finding, lustreGiB, lustreTiers, show } from "@dynamo-iac/constructs/facts";
import { type Say, sayOf } from "../../../component/index.js";
import { checkArn } from "../../ids.js";
import { checkTags } from "../../tags.js";
import { checkClients, checkDays } from "../storage-checks.js";
import type { ResolvedLustre } from "./resolve.js";

/** Smallest capacity with EFA, and the step of larger ones, GiB, by throughput (unverified). */
const efaCapacities: Readonly<Record<ResolvedLustre["throughputPerTiB"], number>> = {
  125: 38_400,
  250: 19_200,
  500: 9600,
  1000: 4800,
};

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkLustre(lustre: ResolvedLustre): readonly Finding[] {
  const say = sayOf("FsxLustre", lustre.name);
  const { network, zone } = lustre;
  return [
    ...checkZone(zone, network.zones, say),
    ...checkClients(lustre.clients, say),
    ...checkCapacity(lustre, say),
    ...checkRepository(lustre, say),
    ...checkDays(lustre.backupRetentionDays, [0, 90], ["backupRetentionDays"], say),
    ...checkArn(lustre.keyArn, "kms", ["keyArn"], say),
    ...checkTags(lustre.tags, say),
  ];
}

function checkZone(zone: string, known: readonly string[], say: Say): Finding[] {
  if (known.includes(zone)) return [];
  const message = `the network has no private subnet in ${show(zone)}, only in ${known.join(", ")}`;
  return [say("DYN-AWS-053", ["zone"], message, "Set zone to the one of the GPU nodes.")];
}

function checkCapacity(lustre: ResolvedLustre, say: Say): Finding[] {
  const { capacityGiB, throughputPerTiB, efa } = lustre;
  const path = ["capacityGiB"];
  const tier = lustreTiers.find(
    ({ cloud, mbpsPerTiB }) => cloud === "aws" && mbpsPerTiB === throughputPerTiB,
  );
  if (tier === undefined) {
    const message = `must be 125, 250, 500 or 1000 MB/s per TiB, got ${show(throughputPerTiB)}`;
    return [say("DYN-AWS-084", ["throughputPerTiB"], message, "Set throughputPerTiB to 250.")];
  }
  const next = lustreGiB(tier, 0, capacityGiB);
  if (!(capacityGiB > 0) || next !== capacityGiB) {
    const message = `must be ${tier.minGiB} or a multiple of ${tier.stepGiB} GiB, got ${show(capacityGiB)}`;
    return [
      say("DYN-AWS-084", path, message, `Set capacityGiB to ${next > 0 ? next : tier.minGiB}.`),
    ];
  }
  const step = efaCapacities[throughputPerTiB];
  if (!efa || capacityGiB % step === 0) return [];
  const message = `with EFA and ${throughputPerTiB} MB/s per TiB it must be a multiple of ${step} GiB, got ${capacityGiB}`;
  const fix = `Set capacityGiB to ${Math.ceil(capacityGiB / step) * step}, or efa to false.`;
  return [say("DYN-AWS-084", path, message, fix)];
}

function checkRepository({ repository, backupRetentionDays }: ResolvedLustre, say: Say): Finding[] {
  if (repository === undefined) return [];
  const { path, prefix } = repository;
  const found: Finding[] = [];
  if (!/^\/([\w.-]+(\/[\w.-]+)*)?$/.test(path)) {
    const message = `must be a directory such as /models, got ${show(path)}`;
    found.push(say("DYN-AWS-085", ["repository", "path"], message, 'Set path to "/".'));
  }
  if (prefix !== undefined && !/^[\w.-]+(\/[\w.-]+)*$/.test(prefix)) {
    const message = `must have no slash at its ends, got ${show(prefix)}`;
    const fix = 'Set prefix to one such as "models/qwen".';
    found.push(say("DYN-AWS-085", ["repository", "prefix"], message, fix));
  }
  if (backupRetentionDays === 0) return found;
  const message = `FSx makes no backups of a file system with a bucket behind it, but ${backupRetentionDays} days are asked for`;
  const fix = "Leave backupRetentionDays out: what counts is in the bucket.";
  return [...found, say("DYN-AWS-086", ["backupRetentionDays"], message, fix)];
}
