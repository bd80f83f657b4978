// SPDX-License-Identifier: Apache-2.0
/** @module Findings with the lines that they are about. */
import { blocking, type Finding } from "@dynamo-iac/constructs/facts";
import type { SourceObject } from "../documents.js";
import { locate, type Region } from "../locate.js";

/** A finding and where its field stands. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly file: string;
  readonly region: Region;
}

/**
 * Puts findings into the order of the text.
 *
 * @param each the findings of each object, in the order of the objects
 */
export function locateFindings(
  each: readonly (readonly Finding[])[],
  objects: readonly SourceObject[],
): readonly LocatedFinding[] {
  const files = [...new Set(objects.map(({ file }) => file.path))];
  const located = objects.flatMap((object, index) =>
    (each[index] ?? []).map((finding) => ({
      finding,
      file: object.file.path,
      region: locate(object, finding.path),
    })),
  );
  return located.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      a.region.line - b.region.line ||
      a.region.column - b.region.column ||
      (a.finding.code < b.finding.code ? -1 : 1),
  );
}

/** `Kind/name`, as findings name an object. */
export function labelOf(object: Readonly<Record<string, unknown>>): string {
  const metadata = object.metadata;
  const fields = typeof metadata === "object" && metadata !== null ? { ...metadata } : {};
  const { name, generateName } = fields as {
    readonly name?: unknown;
    readonly generateName?: unknown;
  };
  const known = [name, generateName].find((text) => typeof text === "string");
  const kind = String(object.kind);
  return known === undefined ? kind : `${kind}/${String(known)}`;
}

/** Findings that stop: errors that nobody waived. */
export function isBlocked(located: readonly LocatedFinding[]): boolean {
  return blocking(located.map(({ finding }) => finding)).length > 0;
}

/** How often each severity occurs; what somebody waived counts as nothing else. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly waived: number;
}

/** Counts findings. */
export function totalsOf(findings: readonly Pick<LocatedFinding, "finding">[]): Totals {
  const count = (severity: string) =>
    findings.filter(({ finding }) => finding.waived === undefined && finding.severity === severity)
      .length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    notes: count("info"),
    waived: findings.filter(({ finding }) => finding.waived !== undefined).length,
  };
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
