// SPDX-License-Identifier: Apache-2.0
/** @module Findings as SARIF 2.1.0, for code scanning. @see docs.oasis-open.org/sarif/sarif/v2.1.0 */
import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { codes, type Finding, formatPath } from "@dynamo-iac/constructs/facts";
import { stdinPath } from "../source-files.js";
import type { LocatedFinding } from "./located.js";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** The findings as a SARIF log with one run. */
export function sarifReport(findings: readonly LocatedFinding[], toolVersion: string): string {
  const ids = [...new Set(findings.map(({ finding }) => finding.code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "dynamo-iac", semanticVersion: toolVersion, rules: ids.map(rule) },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((located) => result(located, ids.indexOf(located.finding.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: Finding["code"]): object {
  const { severity, title, why } = codes[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: why },
    defaultConfiguration: { level: levels[severity] },
  };
}

function result({ finding, file, region }: LocatedFinding, ruleIndex: number): object {
  const { code, severity, object, path, message, fix, waived } = finding;
  const field = formatPath(path);
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: `${object}${field === "" ? "" : ` ${field}`}: ${message}\nFix: ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: {
            startLine: region.line,
            startColumn: region.column,
            endLine: region.endLine,
            endColumn: region.endColumn,
          },
        },
        logicalLocations: [{ fullyQualifiedName: field === "" ? object : `${object}/${field}` }],
      },
    ],
    ...(waived === undefined
      ? {}
      : { suppressions: [{ kind: "inSource", justification: waived }] }),
  };
}

/** A path relative to the repository, as code scanning wants it. */
function uriOf(file: string): string {
  if (file === stdinPath) return "stdin";
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(sep).map(encodeURIComponent).join("/");
}
