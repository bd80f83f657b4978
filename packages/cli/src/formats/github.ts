// SPDX-License-Identifier: Apache-2.0
/** @module Findings as workflow commands, which GitHub shows beside the lines of a pull request. */
import { formatPath } from "@dynamo-iac/constructs/facts";
import type { LocatedFinding } from "./located.js";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** One workflow command per finding. */
export function githubReport(findings: readonly LocatedFinding[]): string {
  return findings
    .map(({ finding, file, region }) => {
      const { code, severity, object, path, message, fix, waived } = finding;
      // Columns belong to a single line.
      const columns =
        region.line === region.endLine ? { col: region.column, endColumn: region.endColumn } : {};
      const properties = {
        file,
        line: region.line,
        endLine: region.endLine,
        ...columns,
        title: `${code} ${object} ${formatPath(path)}`.trim(),
      };
      const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
      const text =
        waived === undefined ? `${message}\nfix: ${fix}` : `${message}\nwaived: ${waived}`;
      const command = waived === undefined ? commands[severity] : "notice";
      return `::${command} ${list.join(",")}::${data(text)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
