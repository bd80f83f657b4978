// SPDX-License-Identifier: Apache-2.0
/** @module The environment as a picture: a box per component, an arrow from what is there first to what needs it. */
import type { Plan, PlannedResource } from "../plan.js";

/** A component with resources of its own. */
export interface Box {
  /** Safe as an identifier: `b0`, `b1`, in the order of the plan. */
  readonly id: string;
  readonly name: string;
  /** Names of the components around it, outermost first. */
  readonly path: readonly string[];
  /** What is in it: `Subnet × 6`. */
  readonly lines: readonly string[];
  /** True when something in it is protected against deletion. */
  readonly protected: boolean;
}

/** `from` has to be there before `to`. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Boxes and arrows; arrows that follow from others are left out. */
export interface Picture {
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** The picture of a plan. */
export function pictureOf(plan: Plan): Picture {
  const all = new Map(plan.resources.map((resource) => [resource.urn, resource]));
  const owners = new Map<string, PlannedResource[]>();
  for (const resource of plan.resources) {
    if (resource.kind === "component" || resource.kind === "stack") continue;
    const owner = resource.parent ?? "";
    owners.set(owner, [...(owners.get(owner) ?? []), resource]);
  }
  const urns = [...owners.keys()].sort();
  const boxes = urns.map((urn, position): Box => {
    const inside = owners.get(urn) ?? [];
    return {
      id: `b${position}`,
      name: all.get(urn)?.name ?? plan.project,
      path: ancestors(all, urn),
      lines: linesOf(inside),
      protected: inside.some((resource) => resource.protect === true),
    };
  });
  const idOf = new Map(urns.map((urn, position) => [urn, `b${position}`]));
  const before = new Map<string, Set<string>>(boxes.map(({ id }) => [id, new Set()]));
  for (const resource of plan.resources) {
    const to = idOf.get(resource.parent ?? "");
    if (to === undefined) continue;
    for (const urn of [...resource.dependsOn, ...(resource.provider ?? "").split(" ")]) {
      const from = idOf.get(all.get(urn)?.parent ?? "");
      if (from !== undefined && from !== to) before.get(to)?.add(from);
    }
  }
  return {
    title: `${plan.project}, stack ${plan.stack}`,
    boxes,
    arrows: essential(before),
  };
}

function ancestors(all: ReadonlyMap<string, PlannedResource>, urn: string): readonly string[] {
  const path: string[] = [];
  let parent = all.get(urn)?.parent;
  while (parent !== undefined) {
    const resource = all.get(parent);
    if (resource === undefined || resource.kind === "stack") break;
    path.unshift(resource.name);
    parent = resource.parent;
  }
  return path;
}

function linesOf(resources: readonly PlannedResource[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { type, kind } of resources) {
    const word =
      kind === "provider" ? `Provider ${type.split(":").at(-1)}` : (type.split(":").at(-1) ?? type);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => (count === 1 ? word : `${word} × ${count}`));
}

/** Drops an arrow when a longer way leads to the same box. */
function essential(before: ReadonlyMap<string, ReadonlySet<string>>): readonly Arrow[] {
  const arrows: Arrow[] = [];
  for (const [to, froms] of before) {
    for (const from of froms) {
      const others = [...froms].filter((other) => other !== from);
      const roundabout = others.some(
        (other) => reaches(before, other, from) && !reaches(before, from, other),
      );
      if (!roundabout) arrows.push({ from, to });
    }
  }
  return arrows;
}

/** True when `to` comes before `from`, directly or not. */
function reaches(
  before: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const seen = new Set<string>();
  const stack = [from];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    stack.push(...(before.get(id) ?? []));
  }
  return false;
}
