// SPDX-License-Identifier: Apache-2.0
/** @module Ids and ARNs of things that exist: told apart by their form, when they are known. */
import { type FieldPath, type Finding, show } from "@dynamo-iac/constructs/facts";
import type { Input } from "@pulumi/pulumi";
import type { Say } from "../component/index.js";

/** What a thing is, by the first part of its id. */
export type IdKind = "vpc" | "subnet" | "sg" | "fs" | "cr" | "vpce";

/** A finding when the id is plain text of another form; an output is not known yet. */
export function checkId(
  id: Input<string>,
  kind: IdKind,
  path: FieldPath,
  say: Say,
): readonly Finding[] {
  if (typeof id !== "string" || new RegExp(`^${kind}-[0-9a-f]{8,17}$`).test(id)) return [];
  const message = `must be an id such as ${kind}-0123456789abcdef0, got ${show(id)}`;
  return [say("DYN-AWS-011", path, message, `Set it to the id that starts with ${kind}-.`)];
}

/** A finding when the ARN is plain text of another form, or of another service. */
export function checkArn(
  arn: Input<string> | undefined,
  service: string,
  path: FieldPath,
  say: Say,
): readonly Finding[] {
  if (arn === undefined || typeof arn !== "string") return [];
  if (new RegExp(`^arn:aws(-us-gov)?:${service}:[a-z0-9-]*:\\d{0,12}:.+$`).test(arn)) return [];
  const message = `must be an ARN of ${service}, got ${show(arn)}`;
  return [
    say("DYN-AWS-011", path, message, `Set it to an ARN that starts with arn:aws:${service}:.`),
  ];
}
