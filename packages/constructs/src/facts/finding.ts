// SPDX-License-Identifier: Apache-2.0
/** @module What a check says: one fact that is wrong, where, with which numbers, and how to mend it. */
import { codes, type FindingCode } from "./codes/index.js";

/** `error` stops synthesis and fails `dynamo-iac check`; `warning` and `info` never do. */
export type Severity = "error" | "warning" | "info";

/** Path inside a Kubernetes object, from its root: `["spec", "components", 0, "replicas"]`. */
export type FieldPath = readonly (string | number)[];

/** One result of a check. Plain data, so that text, JSON, SARIF and cdk8s print the same thing. */
export interface Finding {
  /** Stable code, listed in docs/errors.md. Never reused. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The object, as `Kind/name`. */
  readonly object: string;
  /** The field inside the object. */
  readonly path: FieldPath;
  /** What is wrong, with the numbers that show it. */
  readonly message: string;
  /** The change that mends it, in one imperative sentence. */
  readonly fix: string;
  /** Path of the construct that rendered the object. @default - the object came from a manifest */
  readonly construct?: string | undefined;
  /** Why somebody accepted the finding. A waived finding is shown, but counts for nothing. */
  readonly waived?: string | undefined;
}

/** Accepts findings of one code, with a reason that reviewers see. */
export interface Waiver {
  readonly code: FindingCode;
  /** Only findings whose printed path starts with this. @default - every path */
  readonly path?: string | undefined;
  /** Why the finding is acceptable here. Shown in the output and in the pull request. */
  readonly reason: string;
}

/** Builds a finding; the severity comes from the code table. */
export function finding(
  code: FindingCode,
  at: { readonly object: string; readonly path: FieldPath },
  message: string,
  fix: string,
): Finding {
  return { code, severity: codes[code].severity, object: at.object, path: at.path, message, fix };
}

/** `spec.components[0].podTemplate.metadata.annotations["nvidia.com/x"]` */
export function formatPath(path: FieldPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** `DYN-API-002 spec.components[0].replicas: must be at least 0, got -1` and the fix on a second line. */
export function formatFinding(found: Finding): string {
  const where = formatPath(found.path);
  const waived = found.waived === undefined ? "" : `\n  waived: ${found.waived}`;
  return `${found.code} ${found.object}${where === "" ? "" : ` ${where}`}: ${found.message}\n  fix: ${found.fix}${waived}`;
}

/** Marks the findings that a waiver covers; order is kept. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): readonly Finding[] {
  if (waivers.length === 0) return findings;
  return findings.map((found) => {
    const waiver = waivers.find(
      (w) =>
        w.code === found.code &&
        (w.path === undefined || formatPath(found.path).startsWith(w.path)),
    );
    return waiver === undefined ? found : { ...found, waived: waiver.reason };
  });
}

/** The findings that stop synthesis: errors that nobody waived. */
export function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((found) => found.severity === "error" && found.waived === undefined);
}
