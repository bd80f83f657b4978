// SPDX-License-Identifier: Apache-2.0
/** @module A comparison as a document: graph terms, restarts and replacements, cost, security, findings, then the diff. */
import { dollars } from "@dynamo-iac/constructs/estimate";
import { plural } from "../formats/located.js";
import { type Block, code, type Document, type Words } from "./blocks.js";
import { diffBlocks, graphBlocks, otherBlocks } from "./change-blocks.js";
import {
  consequenceLines,
  costLines,
  findingLines,
  type Line,
  signed,
  signedDollars,
} from "./detail-lines.js";
import {
  changesOf,
  type DiffReport,
  type ReportRevision,
  securityOf,
  type UnitReport,
} from "./report.js";

/** Turns a report into a document. */
export function documentOf(report: DiffReport): Document {
  const { base, head, units } = report;
  const several = units.length > 1;
  const list = (lines: readonly Line[]): readonly Block[] =>
    lines.length === 0 ? [] : [{ kind: "list", lines }];
  const sections = [
    {
      title: "Not compared",
      noun: "failure",
      blocks: list(units.flatMap(failureLine)),
    },
    {
      title: "What changes",
      noun: "change",
      blocks: units.flatMap((unit) => [
        ...graphBlocks(unit, several),
        ...otherBlocks(unit, several),
      ]),
    },
    {
      title: "What restarts and what is replaced",
      noun: "consequence",
      blocks: list(consequenceLines(changesOf(units))),
    },
    { title: "Cost and GPUs", noun: "line", blocks: list(costLines(units, several)) },
    {
      title: "Security",
      noun: "line",
      blocks: list(
        units.flatMap((unit) =>
          securityOf(unit).map(
            ({ where, what, change }): Line => ({
              level: change === "weaker" ? "red" : "green",
              words: [`${change}: `, code(where), ` ${what}`],
            }),
          ),
        ),
      ),
    },
    { title: "Findings", noun: "finding", blocks: list(findingLines(units)) },
    { title: "Objects and resources", noun: "diff", blocks: units.flatMap(diffBlocks) },
  ];
  return {
    title: titleOf(report),
    revisions: [revisionText(base), " → ", revisionText(head)].map((part) =>
      part === " → " ? part : code(part),
    ),
    summary: summaryLines(report),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function revisionText({ name, commit }: ReportRevision): string {
  if (commit === undefined) return name;
  const short = commit.slice(0, 10);
  return commit.startsWith(name) ? short : `${name} (${short})`;
}

function titleOf({ totals, units }: DiffReport): Words {
  const failed = units.filter(({ state }) => state === "failed").length;
  const { created, changed, renamed, deleted, effects } = totals;
  const counts = [
    [created, "created"],
    [changed, "changed"],
    [renamed, "renamed"],
    [deleted, "deleted"],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const hard = [
    ...(effects.refused > 0 ? [`${effects.refused} refused by the API`] : []),
    ...(effects.replace > 0 ? [`${effects.replace} replaced`] : []),
    ...(effects.restart > 0 ? [`${effects.restart} with restarts`] : []),
    ...(failed > 0 ? [`${failed} not compared`] : []),
  ];
  const all = [...told, ...hard];
  return [all.length === 0 ? "no change in what is deployed" : all.join(", ")];
}

function summaryLines({ totals, tripped }: DiffReport): readonly Line[] {
  const { gpus, usdPerMonth, losses, weaker, findings } = totals;
  const lines: Line[] = tripped.map(({ gate, why }) => ({
    level: "red",
    words: ["gate ", code(gate), " not passed: ", why],
  }));
  if (losses.length > 0)
    lines.push({ level: "red", words: [`lost for good: ${losses.join("; ")}`] });
  if (gpus.before !== gpus.after)
    lines.push({
      level: "plain",
      words: [`GPUs ${gpus.before} → ${gpus.after} (${signed(gpus.after - gpus.before)})`],
    });
  if (usdPerMonth.before !== usdPerMonth.after)
    lines.push({
      level: "plain",
      words: [
        `cost per month at maximum scale ${dollars(usdPerMonth.before)} → ${dollars(usdPerMonth.after)} (${signedDollars(usdPerMonth.after - usdPerMonth.before)})`,
      ],
    });
  if (weaker > 0)
    lines.push({ level: "red", words: [`security: ${plural(weaker, "change")} for the worse`] });
  const { errors, warnings, fixed } = findings;
  const found = [
    ...(errors > 0 ? [plural(errors, "new error")] : []),
    ...(warnings > 0 ? [plural(warnings, "new warning")] : []),
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
  ];
  if (found.length > 0)
    lines.push({ level: errors > 0 ? "red" : "plain", words: [`findings: ${found.join(", ")}`] });
  return lines;
}

function failureLine({ name, failure }: UnitReport): readonly Line[] {
  return failure === undefined ? [] : [{ level: "red", words: [code(name), " ", code(failure)] }];
}
