// SPDX-License-Identifier: Apache-2.0
/** @module Lines about consequences, cost and findings. */
import type { Effect } from "@dynamo-iac/constructs/changes";
import { dollars } from "@dynamo-iac/constructs/estimate";
import { type Finding, formatPath } from "@dynamo-iac/constructs/facts";
import { code, type Level, type ListBlock, type Words } from "./blocks.js";
import type { PlacedChange, UnitReport } from "./report.js";

/** One line of a list. */
export type Line = ListBlock["lines"][number];

const levels: Readonly<Record<Effect, Level>> = {
  none: "plain",
  update: "plain",
  restart: "amber",
  replace: "red",
  refused: "red",
};

/** Hardest first; of several fields with one consequence each stands by itself, because each has its own fix. */
export function consequenceLines(changes: readonly PlacedChange[]): readonly Line[] {
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

/** What the bill was and is, for each unit whose bill changes. */
export function costLines(units: readonly UnitReport[], several: boolean): readonly Line[] {
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
    const notes = after.notes.filter((note) => lines.length > 0 || !before.notes.includes(note));
    for (const note of notes)
      lines.push([note.startsWith("not counted") ? note : `not counted: ${note}`]);
    return lines.map((words) => ({
      level: "plain",
      words: several ? [code(name), " ", ...words] : words,
    }));
  });
}

/** New findings, then those that somebody accepted, then what is mended. */
export function findingLines(units: readonly UnitReport[]): readonly Line[] {
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

/** `+2` or `-2`. */
export function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change);
}

/** `+$2` or `-$2`. */
export function signedDollars(change: number): string {
  return change < 0 ? `-${dollars(-change)}` : `+${dollars(change)}`;
}
