// SPDX-License-Identifier: Apache-2.0
/** @module A field path inside an object to its lines and columns in the text. */
import type { FieldPath } from "@dynamo-iac/constructs/facts";
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { SourceObject } from "./documents.js";

/** A stretch of text; lines and columns count from 1, the end column is the first one behind it. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where the field stands; for a field that is not there, its nearest ancestor that is. */
export function locate(object: SourceObject, path: FieldPath): Region {
  const { found } = follow(object, path);
  const [start, end] = rangeOf(found);
  const from = object.lines.linePos(start);
  const to = object.lines.linePos(Math.max(start, end));
  return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}

type Place = Node | Pair<unknown, unknown>;

function follow(object: SourceObject, path: FieldPath): { found: Place; depth: number } {
  let found: Place = object.document.contents as Node;
  let depth = 0;
  for (const step of [...object.base, ...path]) {
    const next = child(object, found, step);
    if (next === undefined) break;
    found = next;
    depth += 1;
  }
  return { found, depth: depth - object.base.length };
}

function child(object: SourceObject, place: Place, step: string | number): Place | undefined {
  const node = resolved(object, isPair(place) ? place.value : place);
  if (isSeq(node)) return node.items[Number(step)] as Node | undefined;
  if (!isMap(node)) return undefined;
  const own = node.items.find((pair) => keyText(pair) === String(step));
  if (own !== undefined) return own;
  for (const pair of node.items) {
    if (keyText(pair) !== "<<") continue;
    const merged = resolved(object, pair.value);
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const inherited = child(object, resolved(object, source) as Node, step);
      if (inherited !== undefined) return inherited;
    }
  }
  return undefined;
}

function resolved(object: SourceObject, node: unknown): unknown {
  return isAlias(node) ? node.resolve(object.document) : node;
}

function keyText(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : "";
}

/** A field is its key and, when that is short, its value. */
function rangeOf(place: Place): readonly [number, number] {
  if (!isPair(place)) {
    const [start, end] = place.range ?? [0, 0];
    return isScalar(place) ? [start, end] : [start, start];
  }
  const key = place.key as Node | null;
  const [start, keyEnd] = key?.range ?? [0, 0];
  const value = place.value as Node | null;
  return [start, isScalar(value) ? (value.range?.[1] ?? keyEnd) : keyEnd];
}
