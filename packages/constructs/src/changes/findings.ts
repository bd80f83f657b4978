// SPDX-License-Identifier: Apache-2.0
/** @module Findings that a change brings, mends, or has waived. */
import { type Fields, isFields } from "../api/index.js";
import { type CheckOptions, checkEach } from "../checks/index.js";
import { type FieldPath, type Finding, formatPath } from "../facts/index.js";
import { identityOf, identityText } from "./identity.js";

/** Findings by what became of them. */
export interface FindingChanges {
  /** There now, and not before. */
  readonly added: readonly Finding[];
  /** There before, and no longer. */
  readonly fixed: readonly Finding[];
  /** There now, and accepted by a waiver that was not there before. */
  readonly waived: readonly Finding[];
  /** There before and now, without a waiver. */
  readonly kept: number;
}

/** Checks both revisions and compares. Lines that moved, and other numbers in a message, change nothing. */
export function findingChanges(
  before: readonly Fields[],
  after: readonly Fields[],
  options: CheckOptions = {},
): FindingChanges {
  return changedFindings(keyedFindings(before, options), keyedFindings(after, options));
}

/** Compares findings that somebody has keyed. */
export function changedFindings(
  was: readonly KeyedFinding[],
  is: readonly KeyedFinding[],
): FindingChanges {
  const open = (list: readonly KeyedFinding[]) =>
    list.filter(({ found }) => found.waived === undefined);
  const accepted = (list: readonly KeyedFinding[]) =>
    list.filter(({ found }) => found.waived !== undefined);
  const added = without(open(is), open(was));
  return {
    added: added.map(({ found }) => found),
    fixed: without(open(was), is).map(({ found }) => found),
    waived: without(accepted(is), accepted(was)).map(({ found }) => found),
    kept: open(is).length - added.length,
  };
}

/** A finding with what makes it the same one at both revisions. */
export interface KeyedFinding {
  readonly key: string;
  readonly found: Finding;
}

function keyedFindings(objects: readonly Fields[], options: CheckOptions): readonly KeyedFinding[] {
  return checkEach(objects, options).flatMap((list, index) => {
    const object = objects[index] ?? {};
    const label = identityText(identityOf(object));
    return list.map((found) => {
      const path = formatPath(namedPath(object, found.path));
      return { key: `${found.code} ${label} ${path}`, found: { ...found, object: label } };
    });
  });
}

/** The entries of a list that another has not; one that occurs twice needs two there. */
function without(
  list: readonly KeyedFinding[],
  other: readonly KeyedFinding[],
): readonly KeyedFinding[] {
  const left = new Map<string, number>();
  for (const { key } of other) left.set(key, (left.get(key) ?? 0) + 1);
  return list.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** The path with names of items in the place of their numbers, where they have one. */
export function namedPath(object: unknown, path: FieldPath): FieldPath {
  let here = object;
  return path.map((step) => {
    here = typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined;
    const name = typeof step === "number" && isFields(here) ? here.name : undefined;
    return typeof name === "string" ? name : step;
  });
}
