// SPDX-License-Identifier: Apache-2.0
/** @module Findings for people. */
import { type Finding, formatPath } from "@dynamo-iac/constructs/facts";
import { type LocatedFinding, plural, totalsOf } from "./located.js";

const colors = { error: 31, warning: 33, info: 36, waived: 90, dim: 90, bold: 1 } as const;

/** One block per finding: where, what, and how to mend it. */
export function textReport(findings: readonly LocatedFinding[], color: boolean): string {
  return findings
    .map(({ finding, file, region }) =>
      findingText(`${file}:${region.line}:${region.column}`, finding, color),
    )
    .join("");
}

/** One finding, with the place where it stands. */
export function findingText(where: string, finding: Finding, color: boolean): string {
  const paint = (name: keyof typeof colors, text: string) =>
    color ? `\u001b[${colors[name]}m${text}\u001b[0m` : text;
  const { code, severity, object, path, message, fix, waived } = finding;
  const level = waived === undefined ? severity : "waived";
  const field = formatPath(path);
  const lines = [
    `${paint("bold", where)} ${paint(level, level)} ${code} ${object}${field === "" ? "" : ` ${field}`}`,
    `  ${message}`,
    `  ${paint("dim", "fix:")} ${fix}`,
    ...(waived === undefined ? [] : [`  ${paint("dim", "waived:")} ${waived}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The one line at the end. */
export function totalLine(
  findings: readonly LocatedFinding[],
  objects: number,
  files: number,
): string {
  const { errors, warnings, notes, waived } = totalsOf(findings);
  const counts = [
    plural(errors, "error"),
    plural(warnings, "warning"),
    plural(notes, "note"),
    `${waived} waived`,
  ];
  return `${counts.join(", ")} in ${plural(objects, "object")} of ${plural(files, "file")}\n`;
}
