// SPDX-License-Identifier: Apache-2.0
/** @module How findings leave a program: as text for people, never as a stack trace. */
import { blocking, type Finding, formatFinding } from "./finding.js";

/**
 * Thrown when a finding is an error: by `App.synth()` of a cdk8s program, and by the components of a
 * Pulumi program before they make anything. An uncaught one prints the findings alone.
 */
export class FindingsError extends Error {
  /** Everything that was found, warnings and waived findings included. */
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], others: readonly string[] = []) {
    super([reportFindings(findings), ...others].filter((text) => text !== "").join("\n"));
    this.name = "FindingsError";
    this.findings = findings;
    // The mistake is in the user's graph, not in the code that the stack would show.
    this.stack = this.message;
    printBareWhenUncaught(this);
  }
}

/** Findings grouped by construct, errors first, and one line of totals. */
export function reportFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return "";
  const groups = new Map<string, Finding[]>();
  for (const found of findings) {
    const key = found.construct ?? found.object;
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  const lines: string[] = [];
  for (const [construct, group] of groups) {
    lines.push(`${construct}`);
    for (const found of group.toSorted((a, b) => order(a) - order(b))) {
      const severity = found.waived === undefined ? found.severity : "waived";
      lines.push(`  ${severity} ${formatFinding(found).replaceAll("\n", "\n  ")}`);
    }
  }
  const errors = blocking(findings).length;
  const waived = findings.filter((found) => found.waived !== undefined).length;
  const others = findings.length - errors - waived;
  lines.push(`${errors} errors, ${others} warnings and notes, ${waived} waived`, "");
  return lines.join("\n");
}

function order(found: Finding): number {
  if (found.waived !== undefined) return 3;
  return ["error", "warning", "info"].indexOf(found.severity);
}

/** Node prints the source line that threw above an uncaught error; for a finding that says nothing. */
function printBareWhenUncaught(error: Error): void {
  const listener = (uncaught: unknown): void => {
    if (uncaught !== error) throw uncaught;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  };
  process.once("uncaughtException", listener);
  // A synchronous throw that nobody catches ends the process before the next turn of the loop.
  setImmediate(() => process.removeListener("uncaughtException", listener));
}
