// SPDX-License-Identifier: Apache-2.0
/** @module Findings for programs: one JSON document whose fields do not change their meaning. */
import { formatPath } from "@dynamo-iac/constructs/facts";
import { type LocatedFinding, totalsOf } from "./located.js";

/** Version of the document; a field may be added, but none changes without a new number. */
const version = 1;

/** The findings as JSON, behind what else a command has to say. */
export function jsonReport(findings: readonly LocatedFinding[], answer: object = {}): string {
  const document = {
    version,
    ...answer,
    findings: findings.map(({ finding, file, region }) => ({
      code: finding.code,
      severity: finding.severity,
      file,
      ...region,
      object: finding.object,
      path: formatPath(finding.path),
      message: finding.message,
      fix: finding.fix,
      ...(finding.waived === undefined ? {} : { waived: finding.waived }),
    })),
    totals: totalsOf(findings),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
