// SPDX-License-Identifier: Apache-2.0
/** @module How the mistakes of a configuration leave a Pulumi program: as text for people. */
import { blocking, type Finding, formatFinding } from "@dynamo-iac/constructs/facts";

/** Thrown before any resource exists when a configuration cannot be used. */
export class EnvironmentError extends Error {
  /** Everything that was found, warnings and waived findings included. */
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(reportConfiguration(findings));
    this.name = "EnvironmentError";
    this.findings = findings;
    // The mistake is in the configuration, not in the code that the stack would show.
    this.stack = this.message;
  }
}

/** The findings one below the other, with one line of totals above. */
export function reportConfiguration(findings: readonly Finding[]): string {
  const errors = blocking(findings).length;
  const rest = findings.length - errors;
  const total = `The configuration has ${errors} ${errors === 1 ? "mistake" : "mistakes"}`;
  const also = rest === 0 ? "" : ` and ${rest} ${rest === 1 ? "note" : "notes"}`;
  const lines = findings.map((found) => {
    const severity = found.waived === undefined ? found.severity : "waived";
    return `  ${severity} ${formatFinding(found).replaceAll("\n", "\n  ")}`;
  });
  return [`${total}${also}:`, ...lines].join("\n");
}
