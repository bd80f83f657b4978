// SPDX-License-Identifier: Apache-2.0
/** @module Where the parts of a target leave what they have to say. */
import { type FieldPath, type Finding, type FindingCode, finding } from "../facts/index.js";

/** Notes one finding about a field of the graph. */
export type Report = (code: FindingCode, path: FieldPath, message: string, fix: string) => void;

/** A report about one object, and what it was told: each finding once, although replicas repeat it. */
export function collectFindings(object: string): {
  readonly report: Report;
  readonly findings: () => readonly Finding[];
} {
  const found = new Map<string, Finding>();
  return {
    report: (code, path, message, fix) => {
      const key = JSON.stringify([code, path, message]);
      if (!found.has(key)) found.set(key, finding(code, { object, path }, message, fix));
    },
    findings: () => [...found.values()],
  };
}
