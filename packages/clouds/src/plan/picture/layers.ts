// SPDX-License-Identifier: Apache-2.0
/** @module Rows of boxes: what comes first is above, and few arrows cross. */
import type { Box, Picture } from "./picture.js";

/** Boxes by row, from the top. */
export function layersOf({ boxes, arrows }: Picture): readonly (readonly Box[])[] {
  const before = (id: string) => arrows.filter(({ to }) => to === id).map(({ from }) => from);
  const depths = new Map<string, number>();
  const depthOf = (id: string, trail: readonly string[]): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    // Two components that need parts of each other: the circle is cut where it was entered.
    const above = before(id).filter((one) => !trail.includes(one));
    const depth = Math.max(-1, ...above.map((one) => depthOf(one, [...trail, id]))) + 1;
    depths.set(id, depth);
    return depth;
  };
  const rows: Box[][] = [];
  for (const box of boxes) {
    const depth = depthOf(box.id, [box.id]);
    while (rows.length <= depth) rows.push([]);
    rows[depth]?.push(box);
  }
  const placed: (readonly Box[])[] = [];
  for (const row of rows) placed.push(ordered(row, placed.flat(), before));
  return placed;
}

/** A box stands below the middle of what it needs. */
function ordered(
  row: readonly Box[],
  above: readonly Box[],
  before: (id: string) => readonly string[],
): readonly Box[] {
  const place = new Map(above.map(({ id }, position) => [id, position]));
  const middle = ({ id }: Box): number => {
    const places = before(id).flatMap((one) => place.get(one) ?? []);
    return places.reduce((sum, one) => sum + one, 0) / Math.max(1, places.length);
  };
  return row.toSorted((a, b) => middle(a) - middle(b) || (a.id < b.id ? -1 : 1));
}
