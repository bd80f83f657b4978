// SPDX-License-Identifier: Apache-2.0
/** @module Rules that NATS and etcd share: counts, disruptions, names, storage, images. */
import {
  type FieldPath,
  type Finding,
  type FindingCode,
  finding,
  isDnsLabel,
  parseImage,
  type Quantity,
  quantityValue,
  show,
} from "../facts/index.js";
import type { ServerSet } from "./server-props.js";

/** Makes a finding about one prop of a construct. */
export type Say = (code: FindingCode, path: FieldPath, message: string, fix: string) => Finding;

/** Findings that name the construct, such as `Nats/nats`. */
export function sayOf(kind: "Nats" | "Etcd", { name }: ServerSet): Say {
  return (code, path, message, fix) =>
    finding(code, { object: `${kind}/${name}`, path }, message, fix);
}

/** The codes of one area for the shared rules. */
export interface ServerCodes {
  readonly count: FindingCode;
  readonly single: FindingCode;
  readonly disruption: FindingCode;
  readonly name: FindingCode;
  readonly storage: FindingCode;
  readonly image: FindingCode;
}

/** What the shared rules have to know of the construct. */
export interface ServerFacts {
  /** Prop for the number of servers. */
  readonly count: "servers" | "members";
  /** Images by the prop that sets them. */
  readonly images: Readonly<Record<string, string | undefined>>;
  /** Characters that the name may have, by the longest name that is made of it. */
  readonly longestName: number;
  readonly codes: ServerCodes;
}

const gibibyte = 2 ** 30;

/** Everything that can be said of any set of servers. */
export function checkServerSet(set: ServerSet, facts: ServerFacts, say: Say): readonly Finding[] {
  const { codes, images } = facts;
  return [
    ...checkCount(set, facts.count, codes, say),
    ...checkDisruption(set, codes, say),
    ...checkName(set, facts, say),
    ...checkSize(set.storage.size, ["storage", "size"], codes.storage, say),
    ...Object.entries(images).flatMap(([field, image]) => checkImage(field, image, codes, say)),
  ];
}

function checkCount(set: ServerSet, field: string, codes: ServerCodes, say: Say): Finding[] {
  if (!counts.includes(set.servers)) {
    const message = `must be 1, 3 or 5, got ${show(set.servers)}: a majority is ${majority(set.servers)}`;
    return [
      say(codes.count, [field], message, `Set ${field} to 3, which survives the loss of one.`),
    ];
  }
  if (set.servers > 1 || set.development) return [];
  const message = "one server: while its pod moves to another node nobody is served";
  return [say(codes.single, [field], message, `Set ${field} to 3, or set development.`)];
}

function checkDisruption(set: ServerSet, codes: ServerCodes, say: Say): Finding[] {
  const { servers, maxUnavailable } = set;
  const path = ["maxUnavailable"];
  if (!counts.includes(servers)) return [];
  if (!Number.isInteger(maxUnavailable) || maxUnavailable < 1) {
    const message = `must be at least 1, got ${show(maxUnavailable)}: no node with a server can be drained`;
    return [say(codes.disruption, path, message, "Set maxUnavailable to 1.")];
  }
  const spare = servers - majority(servers);
  // A single server has no majority to keep; a drain has to take it down.
  if (servers === 1 || maxUnavailable <= spare) return [];
  const message = `${maxUnavailable} of ${servers} servers may be drained at a time, but a majority of ${majority(servers)} has to stay, which leaves ${spare}`;
  return [say(codes.disruption, path, message, `Set maxUnavailable to ${Math.max(spare, 1)}.`)];
}

function checkName({ name }: ServerSet, { longestName, codes }: ServerFacts, say: Say): Finding[] {
  if (isDnsLabel(name) && name.length <= longestName) return [];
  const message = `must be lower-case letters, digits and inner hyphens, at most ${longestName} characters, got ${show(name)} (${name.length})`;
  return [say(codes.name, ["name"], message, "Set name to a short DNS label, such as the app's.")];
}

/** Numbers of servers with a clear majority. */
const counts: readonly number[] = [1, 3, 5];

/** A volume below one gibibyte is smaller than many providers make it, and than a busy log. */
export function checkSize(
  size: Quantity,
  path: FieldPath,
  code: FindingCode,
  say: Say,
): readonly Finding[] {
  if (quantityValue(size) >= gibibyte) return [];
  const message = `must be a quantity of at least 1Gi, got ${show(size)}`;
  return [say(code, path, message, 'Set a size such as "10Gi".')];
}

function checkImage(
  field: string,
  image: string | undefined,
  codes: ServerCodes,
  say: Say,
): Finding[] {
  if (image === undefined) return [];
  const { tag, digest } = parseImage(image);
  if (digest !== undefined || (tag !== undefined && tag !== "latest")) return [];
  const message = `${show(image)} names no version, so two pods of one set may run different ones`;
  return [say(codes.image, [field], message, "Add a version tag or a digest to the image.")];
}

/** How many have to agree. */
export function majority(servers: number): number {
  return Math.floor(servers / 2) + 1;
}
