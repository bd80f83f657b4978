// SPDX-License-Identifier: Apache-2.0
/** @module Versions as clusters print them: with a `v`, with fewer than three numbers, with vendor suffixes. */
import type { Version } from "../facts/index.js";

/** The first numbers of a version: `v1.33.4-eks-1` is 1.33.4, `1.30` is 1.30.0; undefined without two numbers. */
export function looseVersion(text: string | undefined): Version | undefined {
  const match = /^\s*[vV]?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? "");
  if (match === null) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3] ?? 0) };
}

/** True when a version is before a minor release. */
export function olderThan(version: Version, major: number, minor: number): boolean {
  return version.major < major || (version.major === major && version.minor < minor);
}

/**
 * Compares by semver precedence, pre-releases included; missing numbers count as 0. Negative when a
 * is older.
 */
export function compareRelease(a: string, b: string): number {
  const [left, right] = [split(a), split(b)];
  for (let at = 0; at < Math.max(left.numbers.length, right.numbers.length); at += 1) {
    const difference = (left.numbers[at] ?? 0) - (right.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.suffix.length === 0 || right.suffix.length === 0) {
    return right.suffix.length - left.suffix.length;
  }
  for (let at = 0; at < Math.max(left.suffix.length, right.suffix.length); at += 1) {
    const difference = compareIdentifiers(left.suffix[at], right.suffix[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function split(text: string): {
  readonly numbers: readonly number[];
  readonly suffix: readonly string[];
} {
  const [release = "", ...rest] = text.trim().replace(/^[vV]/, "").replace(/\+.*$/, "").split("-");
  const suffix = rest.join("-");
  return {
    numbers: release.split(".").map((number) => (/^\d+$/.test(number) ? Number(number) : 0)),
    suffix: suffix === "" ? [] : suffix.split("."),
  };
}

function compareIdentifiers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined)
    return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  const [x, y] = [isNumber(a), isNumber(b)];
  if (x && y) return Number(a) - Number(b);
  if (x !== y) return x ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
