// SPDX-License-Identifier: Apache-2.0
/** @module Rules that file systems and buckets share. */
import { type FieldPath, type Finding, show } from "@dynamo-iac/constructs/facts";
import type { Input } from "@pulumi/pulumi";
import type { Say } from "../../component/index.js";
import { checkId } from "../ids.js";

/** What is wrong with the security groups that may mount a file system. */
export function checkClients(
  clients: Readonly<Record<string, Input<string>>>,
  say: Say,
): readonly Finding[] {
  const entries = Object.entries(clients);
  if (entries.length === 0) {
    const message = "no security group: nobody could mount the file system";
    return [
      say(
        "DYN-AWS-088",
        ["clients"],
        message,
        "Set clients to { nodes: cluster.securityGroupId }.",
      ),
    ];
  }
  return entries.flatMap(([name, id]) => checkId(id, "sg", ["clients", name], say));
}

/** What is wrong with a number of days. */
export function checkDays(
  days: number,
  bounds: readonly [least: number, most: number],
  path: FieldPath,
  say: Say,
): readonly Finding[] {
  const [least, most] = bounds;
  if (Number.isInteger(days) && days >= least && days <= most) return [];
  const message = `must be a whole number of ${least} to ${most} days, got ${show(days)}`;
  return [say("DYN-AWS-087", path, message, `Set it to ${Math.max(least, Math.min(30, most))}.`)];
}
