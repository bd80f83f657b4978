// SPDX-License-Identifier: Apache-2.0
/** @module A comparison as a document: graph terms, restarts and replacements, cost, security, findings, then the diff. */
import { toYaml } from "@dynamo-iac/constructs";
import type { Fields } from "@dynamo-iac/constructs/api";
import {
  type ComponentChange,
  type Effect,
  identityText,
  type ObjectChange,
  type TermChange,
} from "@dynamo-iac/constructs/changes";
import { dollars } from "@dynamo-iac/constructs/estimate";
import { type Finding, formatPath } from "@dynamo-iac/constructs/facts";
import { plural } from "../formats/located.js";
import {
  type Block,
  code,
  type Document,
  type Level,
  type ListBlock,
  type Words,
} from "./blocks.js";
import { unifiedDiff } from "./line-diff.js";
import {
  changesOf,
  type DiffReport,
  type PlacedChange,
  type ReportRevision,
  securityOf,
  type UnitReport,
} from "./report.js";
import { shownSides, shownTexts } from "./shown.js";

type Line = ListBlock["lines"][number];

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

function graphBlocks({ name, manifests }: UnitReport, several: boolean): readonly Block[] {
  return (manifests?.objects ?? []).flatMap((object): readonly Block[] => {
    const { graph } = object;
    if (graph === undefined) return [];
    const rows = [
      ...graph.terms.map((term) => ["", ...termCells(term)]),
      ...graph.components.flatMap(componentRows),
    ];
    const gpus =
      graph.gpus.before === graph.gpus.after
        ? []
        : [`, GPUs ${graph.gpus.before} → ${graph.gpus.after}`];
    const title: Words = [
      ...objectTitle(object),
      ...gpus,
      ...(several ? [" in ", code(name)] : []),
    ];
    if (rows.length === 0)
      return [
        {
          kind: "list",
          lines: [
            {
              level: "plain",
              words: [...title, object.change === "changed" ? ": only in spelling" : ""],
            },
          ],
        },
      ];
    return [
      {
        kind: "table",
        title,
        heads: ["component", "what", "before", "after"],
        rows: rows.map(asCells),
      },
    ];
  });
}

type Cell = string | { readonly code: string } | undefined;

function asCells(row: readonly Cell[]): readonly Words[] {
  return row.map((cell) => (cell === undefined ? [] : [cell]));
}

function componentRows(component: ComponentChange): readonly (readonly Cell[])[] {
  const { name, change, renamedFrom, terms } = component;
  const rows = terms.map((term): readonly Cell[] => [code(name), ...termCells(term)]);
  if (change === "renamed" && renamedFrom !== undefined)
    return [[code(name), "renamed", code(renamedFrom), code(name)], ...rows];
  return change === "changed" ? rows : [[code(name), change, undefined, undefined], ...rows];
}

function termCells({ term, name, before, after }: TermChange): readonly Cell[] {
  const [was, is] = shownSides(before, after);
  const plain = name === term || /^[A-Z]/.test(name) || ["flag", "setting"].includes(term);
  return [
    plain ? name : `${term}: ${name}`,
    was === undefined ? undefined : code(was),
    is === undefined ? undefined : code(is),
  ];
}

function objectTitle({ identity, change, renamedFrom }: ObjectChange): Words {
  const label = code(identityText(identity));
  if (renamedFrom !== undefined) return [code(identityText(renamedFrom)), " renamed to ", label];
  return change === "changed" ? [label] : [label, ` ${change}`];
}

/** Objects that are no graph, and resources, a line each. */
function otherBlocks(unit: UnitReport, several: boolean): readonly Block[] {
  const { name, manifests, resources } = unit;
  const place: Words = several ? [" in ", code(name)] : [];
  const lines = [
    ...(manifests?.objects ?? [])
      .filter(({ graph }) => graph === undefined)
      .map(
        (object): Line => ({
          level: "plain",
          words: [...objectTitle(object), ...place, ...fieldWords(object.change, object.fields)],
        }),
      ),
    ...resources.map(
      (resource): Line => ({
        level: "plain",
        words: [
          code(resource.label),
          resource.change === "changed" ? "" : ` ${resource.change}`,
          ...place,
          ...fieldWords(resource.change, resource.fields),
        ],
      }),
    ),
  ];
  return lines.length === 0 ? [] : [{ kind: "list", lines }];
}

const mostFields = 5;

/** The first fields of an object that stays. */
function fieldWords(change: ObjectChange["change"], fields: ObjectChange["fields"]): Words {
  if (change !== "changed") return [];
  const told = fields.slice(0, mostFields).flatMap(({ path, before, after }, at) => {
    const [was = "nothing", is = "nothing"] = shownSides(before, after);
    return [at === 0 ? ": " : "; ", code(formatPath(path)), " ", code(was), " → ", code(is)];
  });
  const more = fields.length - mostFields;
  return more > 0 ? [...told, `; ${more} more`] : told;
}

const levels: Readonly<Record<Effect, Level>> = {
  none: "plain",
  update: "plain",
  restart: "amber",
  replace: "red",
  refused: "red",
};

/** Hardest first; of several fields with one consequence each stands by itself, because each has its own fix. */
function consequenceLines(changes: readonly PlacedChange[]): readonly Line[] {
  const order: readonly Effect[] = ["refused", "replace", "restart", "update", "none"];
  const all = changes.flatMap(({ label, consequences }) =>
    consequences.map((consequence) => ({ label, ...consequence })),
  );
  return all
    .toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect))
    .map(({ label, effect, what, path, why, loses }): Line => {
      const field = effect === "restart" ? "" : formatPath(path);
      const part = label.startsWith(what) ? [] : [" ", code(what)];
      return {
        level: loses === undefined ? levels[effect] : "red",
        words: [
          effect === "update" ? "" : `${effect} `,
          code(label),
          ...part,
          ...(field === "" ? [] : [" ", code(field)]),
          `: ${why}`,
          ...(loses === undefined ? [] : [`; lost: ${loses}`]),
        ],
      };
    });
}

function costLines(units: readonly UnitReport[], several: boolean): readonly Line[] {
  return units.flatMap(({ name, manifests }): readonly Line[] => {
    if (manifests === undefined) return [];
    const { before, after, assumedPools } = manifests.cost;
    const lines: Words[] = [];
    if (before.gpus !== after.gpus)
      lines.push([
        `GPUs as written ${before.gpus} → ${after.gpus} (${signed(after.gpus - before.gpus)})`,
      ]);
    for (const scale of ["min", "max"] as const) {
      const [was, is] = [before[scale].usdPerMonth, after[scale].usdPerMonth];
      if (was !== is)
        lines.push([
          `per month at ${scale === "min" ? "minimum" : "maximum"} scale ${dollars(was)} → ${dollars(is)} (${signedDollars(is - was)})`,
        ]);
    }
    if (lines.length > 0 && assumedPools.length > 0)
      lines.push([`machines taken from the graphs' node selectors: ${assumedPools.join(", ")}`]);
    if (!after.placed && before.placed)
      lines.push(["the replicas no longer fit on the pools; every pool counts at its maximum"]);
    const unpriced = after.max.unknown.filter((item) => !before.max.unknown.includes(item));
    if (unpriced.length > 0) lines.push([`new without a known price: ${unpriced.join(", ")}`]);
    if (before.gpus !== after.gpus)
      for (const note of after.notes)
        lines.push([note.startsWith("not counted") ? note : `not counted: ${note}`]);
    return lines.map((words) => ({
      level: "plain",
      words: several ? [code(name), " ", ...words] : words,
    }));
  });
}

function findingLines(units: readonly UnitReport[]): readonly Line[] {
  const lines = (kind: "added" | "waived" | "fixed", line: (found: Finding) => Line) =>
    units.flatMap(({ manifests }) => (manifests?.findings[kind] ?? []).map(line));
  const where = ({ code: name, object, path }: Finding): Words => {
    const field = formatPath(path);
    return [`${name} `, code(object), ...(field === "" ? [] : [" ", code(field)])];
  };
  return [
    ...lines("added", (found) => ({
      level: found.severity === "error" ? "red" : found.severity === "warning" ? "amber" : "plain",
      words: [`new ${found.severity} `, ...where(found), `: ${found.message}. ${found.fix}`],
    })),
    ...lines("waived", (found) => ({
      level: "amber",
      words: ["waived ", ...where(found), `: ${found.message}. Reason: ${found.waived ?? ""}`],
    })),
    ...lines("fixed", (found) => ({
      level: "green",
      words: ["fixed ", ...where(found), `: ${found.message}`],
    })),
  ];
}

function diffBlocks({ manifests, resources }: UnitReport): readonly Block[] {
  const yaml = (object: Fields | undefined) => (object === undefined ? "" : toYaml(object));
  return [
    ...(manifests?.objects ?? []).map((object): Block => {
      const [was, is] = shownTexts(yaml(object.before), yaml(object.after));
      return { kind: "diff", title: objectTitle(object), lines: unifiedDiff(was, is) };
    }),
    ...resources.map(
      ({ label, change, fields }): Block => ({
        kind: "diff",
        title: [code(label), ` ${change}`],
        lines: fields.flatMap(({ path, before, after }) => {
          const [was, is] = shownSides(before, after);
          const field = formatPath(path);
          return [
            ...(was === undefined ? [] : [`-${field}: ${was}`]),
            ...(is === undefined ? [] : [`+${field}: ${is}`]),
          ];
        }),
      }),
    ),
  ];
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change);
}

function signedDollars(change: number): string {
  return change < 0 ? `-${dollars(-change)}` : `+${dollars(change)}`;
}
