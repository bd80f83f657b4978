// SPDX-License-Identifier: Apache-2.0
/** @module Log groups of CloudWatch: how long they keep, and with which key. */
import type { Finding } from "@dynamo-iac/constructs/facts";
import { show } from "@dynamo-iac/constructs/facts";
import type { Say } from "../component/index.js";

/** Days that CloudWatch Logs can keep. @see PutRetentionPolicy */
const retentions: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** What CloudWatch Logs would refuse of these days. */
export function checkRetention(
  days: number,
  path: readonly string[],
  say: Say,
): readonly Finding[] {
  if (retentions.includes(days)) return [];
  const next = retentions.find((each) => each > days) ?? 3653;
  const message = `must be one of the days that CloudWatch Logs knows, got ${show(days)}`;
  return [say("DYN-AWS-010", path, message, `Set ${path.join(".")} to ${next}.`)];
}
