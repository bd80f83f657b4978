// SPDX-License-Identifier: Apache-2.0
/** @module Rules about EFS: who can mount it, and what access points give away. */
import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { type Say, sayOf } from "../../../component/index.js";
import { checkArn } from "../../ids.js";
import { checkRegion } from "../../region.js";
import { checkTags } from "../../tags.js";
import { checkClients } from "../storage-checks.js";
import type { ResolvedAccessPoint, ResolvedEfs } from "./resolve.js";

/** Throughput that EFS provisions, MiB/s. @see Amazon EFS quotas */
const mostMibps = 3414;

/** Directories that EFS makes for the root of an access point, and characters of its path. */
const deepest = 4;
const longestPath = 100;

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkEfs(efs: ResolvedEfs): readonly Finding[] {
  const say = sayOf("Efs", efs.name);
  const { replication } = efs;
  return [
    ...checkClients(efs.clients, say),
    ...checkThroughput(efs, say),
    ...Object.entries(efs.accessPoints).flatMap(([id, point]) => checkPoint(id, point, say)),
    ...(replication === undefined ? [] : checkReplication(replication, say)),
    ...checkArn(efs.keyArn, "kms", ["keyArn"], say),
    ...checkTags(efs.tags, say),
  ];
}

function checkThroughput({ throughput }: ResolvedEfs, say: Say): Finding[] {
  if (typeof throughput === "string") return [];
  const mibps = throughput.provisionedMibps;
  if (mibps >= 1 && mibps <= mostMibps) return [];
  const message = `must be 1 to ${mostMibps} MiB/s, got ${show(mibps)}`;
  const fix = 'Set throughput to "elastic", which has no such bound.';
  return [say("DYN-AWS-082", ["throughput", "provisionedMibps"], message, fix)];
}

function checkPoint(id: string, point: ResolvedAccessPoint, say: Say): Finding[] {
  const at = ["accessPoints", id];
  return [
    ...checkPath(point.path, [...at, "path"], say),
    ...checkMode(point.mode, [...at, "mode"], say),
    ...checkOwner(point.uid, [...at, "uid"], say),
    ...checkOwner(point.gid, [...at, "gid"], say),
  ];
}

function checkPath(path: string, at: string[], say: Say): Finding[] {
  const parts = path.split("/").slice(1);
  const sound =
    path.startsWith("/") &&
    path.length <= longestPath &&
    parts.length <= deepest &&
    parts.every((part) => /^[A-Za-z0-9._-]+$/.test(part) && part !== "..");
  if (sound) return [];
  const message = `must be a directory of at most ${deepest} levels and ${longestPath} characters, got ${show(path)}: the root itself keeps its owner, and that is root`;
  return [say("DYN-AWS-083", at, message, 'Set path to a directory such as "/models".')];
}

function checkMode(mode: string, at: string[], say: Say): Finding[] {
  const fix = 'Set mode to "0750".';
  if (!/^0?[0-7]{3}$/.test(mode)) {
    const message = `must be an octal mode such as 0750, got ${show(mode)}`;
    return [say("DYN-AWS-080", at, message, fix)];
  }
  const others = Number(mode.at(-1));
  if (others === 0) return [];
  const rights = others & 2 ? "write" : "read";
  const message = `${mode} lets every client ${rights} what is there, whoever it is`;
  return [say("DYN-AWS-080", at, message, fix)];
}

function checkOwner(id: number, at: string[], say: Say): Finding[] {
  if (Number.isInteger(id) && id > 0 && id <= 4_294_967_295) return [];
  const message =
    id === 0 ? "is root, for whom modes do not count" : `must be a whole number, got ${show(id)}`;
  return [say("DYN-AWS-081", at, message, "Set it to 1000, the user of the runtime images.")];
}

function checkReplication(
  { region, keyArn }: NonNullable<ResolvedEfs["replication"]>,
  say: Say,
): readonly Finding[] {
  const within: Say = (code, path, message, fix) =>
    say(code, ["replication", ...path], message, fix);
  const found = [...checkRegion(region, within), ...checkArn(keyArn, "kms", ["keyArn"], within)];
  if (typeof keyArn !== "string" || found.length > 0 || keyArn.split(":")[3] === region)
    return found;
  const message = `the key is in ${show(keyArn.split(":")[3])}, but the copy in ${region}`;
  return [within("DYN-AWS-011", ["keyArn"], message, `Use a key of ${region}.`)];
}
