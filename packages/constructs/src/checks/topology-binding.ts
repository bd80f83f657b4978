// SPDX-License-Identifier: Apache-2.0
/** @module ClusterTopologyBindings of Grove: their levels from broad to narrow. */
import { at, items, text } from "../api/index.js";
import { type Finding, finding, show, type TopologyLevel, topologyLabels } from "../facts/index.js";
import type { Subject } from "./subject.js";

/** The levels of a binding, broad to narrow; undefined when the object is none. */
export function levelsOf({ object, kind }: Subject): readonly TopologyLevel[] | undefined {
  const apiVersion = text(at(object, "apiVersion")) ?? "";
  if (kind !== "ClusterTopologyBinding" || !apiVersion.startsWith("grove.io/")) return undefined;
  return items(at(object, "spec", "levels")).map((level) => ({
    domain: text(at(level, "domain")) ?? "",
    key: text(at(level, "key")) ?? "",
  }));
}

/** DYN-ORCH-007: levels that no scheduler can make a tree of. */
export function checkTopologyBinding(subject: Subject): readonly Finding[] {
  const levels = levelsOf(subject);
  if (levels === undefined) return [];
  const say = (path: readonly (string | number)[], message: string, fix: string) =>
    finding(
      "DYN-ORCH-007",
      { object: subject.label, path: ["spec", "levels", ...path] },
      message,
      fix,
    );
  if (levels.length === 0)
    return [say([], "there is no level", "Name at least one level, such as host.")];
  return levels.flatMap((level, index) => {
    const before = levels.slice(0, index);
    return [
      ...shapeOf(level, (field, message, fix) => say([index, field], message, fix)),
      ...(["domain", "key"] as const).flatMap((field) =>
        level[field] !== "" && before.some((other) => other[field] === level[field])
          ? [say([index, field], `${show(level[field])} occurs twice`, "Remove one of the two.")]
          : [],
      ),
      ...tooBroad(level, before).map((other) =>
        say(
          [index, "key"],
          `${level.key} is the broader place, and stands below ${other.key}`,
          "Order the levels from broad to narrow.",
        ),
      ),
    ];
  });
}

type Say = (field: "domain" | "key", message: string, fix: string) => Finding;

/** What the CRD asks of a level. */
function shapeOf({ domain, key }: TopologyLevel, say: Say): readonly Finding[] {
  const found: Finding[] = [];
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(domain)) {
    const message = `must be lower-case letters, digits and hyphens, at most 63, beginning with a letter, got ${show(domain)}`;
    found.push(say("domain", message, "Use a short name, such as rack."));
  }
  if (key.length > 63 || !labelKey.test(key)) {
    const message = `must be a node label of at most 63 characters, got ${show(key)}`;
    found.push(say("key", message, "Use a label such as topology.kubernetes.io/zone."));
  }
  return found;
}

const labelKey =
  /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** The first level above that is known to be narrower. */
function tooBroad(
  level: TopologyLevel,
  before: readonly TopologyLevel[],
): readonly TopologyLevel[] {
  const own = breadthOf(level);
  const narrower = before.find((other) => (breadthOf(other) ?? -1) > (own ?? Infinity));
  return narrower === undefined ? [] : [narrower];
}

function breadthOf({ key }: TopologyLevel): number | undefined {
  return topologyLabels.find((label) => label.key === key)?.breadth;
}
