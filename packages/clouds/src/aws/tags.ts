// SPDX-License-Identifier: Apache-2.0
/** @module Tags of resources: a name of their own besides those of the user, and what AWS takes. */
import type { Finding } from "@dynamo-iac/constructs/facts";
import { show } from "@dynamo-iac/constructs/facts";
import type { Say } from "../component/index.js";
import type { Tags } from "./component-props.js";

/** AWS takes 50; the component adds `Name`, and some resources up to four of their own. */
const mostTags = 45;

/** The user's tags and the name of the resource. */
export function named(tags: Tags, name: string, more: Tags = {}): Record<string, string> {
  return { ...tags, ...more, Name: name };
}

/** What AWS would refuse of these tags. */
export function checkTags(tags: Tags, say: Say): readonly Finding[] {
  const count = Object.keys(tags).length;
  const found = Object.entries(tags).flatMap(([key, value]) => checkTag(key, value, say));
  if (count <= mostTags) return found;
  const message = `${count} tags, but a resource takes 50 and the component needs some of them`;
  return [...found, say("DYN-AWS-013", ["tags"], message, `Keep at most ${mostTags} tags.`)];
}

function checkTag(key: string, value: string, say: Say): Finding[] {
  const path = ["tags", key];
  const fix =
    "Use a key of 1 to 128 characters that does not start with aws:, and a value up to 256.";
  if (key.toLowerCase().startsWith("aws:"))
    return [
      say("DYN-AWS-013", path, `the key ${show(key)} starts with aws:, which is AWS's own`, fix),
    ];
  if (!/^[\p{L}\p{N} _.:/=+@-]{1,128}$/u.test(key))
    return [say("DYN-AWS-013", path, `AWS takes no key such as ${show(key)}`, fix)];
  if (typeof value !== "string" || !/^[\p{L}\p{N} _.:/=+@-]{0,256}$/u.test(value))
    return [say("DYN-AWS-013", path, `AWS takes no value such as ${show(value)}`, fix)];
  return [];
}
