// SPDX-License-Identifier: Apache-2.0
/** @module Changes that people make, one by one: each is named, its effect is right, and no secret is printed. */
import { type Changes, compareObjects, type Effect } from "@dynamo-iac/constructs/changes";
import { describe, expect, it } from "vitest";
import { documentOf as reportDocument } from "../../../packages/cli/src/diff/document.js";
import { type DiffReport, reportOf } from "../../../packages/cli/src/diff/report.js";
import { diffJson } from "../../../packages/cli/src/formats/diff-json.js";
import { diffMarkdown } from "../../../packages/cli/src/formats/diff-markdown.js";
import { diffText } from "../../../packages/cli/src/formats/diff-text.js";
import { manifests, objectsOf, secrets } from "../../support/diff/manifests.js";
import { seeds } from "./seeds.js";

function compared(after: string): Changes {
  return compareObjects(objectsOf(manifests), objectsOf(after));
}

function reported(changes: Changes): DiffReport {
  return reportOf(
    { name: "main", commit: "a".repeat(40) },
    { name: "change", commit: "b".repeat(40) },
    [
      {
        kind: "app",
        name: "inference",
        path: "deploy",
        state: "changed",
        failure: undefined,
        manifests: changes,
        resources: [],
      },
    ],
    [],
  );
}

function termLines({ objects }: Changes): readonly string[] {
  const value = (side: unknown) =>
    side === undefined ? "nothing" : typeof side === "object" ? JSON.stringify(side) : String(side);
  return objects.flatMap(({ graph: found }) =>
    found === undefined
      ? []
      : [
          ...found.terms.map((term) => ({ component: "graph", ...term })),
          ...found.components.flatMap(({ name, renamedFrom, terms }) => [
            ...(renamedFrom === undefined ? [] : [`${name} renamed from ${renamedFrom}`]),
            ...terms.map((term) => ({ component: name, ...term })),
          ]),
        ].map((line) =>
          typeof line === "string"
            ? line
            : `${line.component} ${line.term} ${line.name}: ${value(line.before)} → ${value(line.after)}`,
        ),
  );
}

describe.each(seeds)("$name", (seed) => {
  const changes = compared(seed.after);
  const report = reported(changes);
  const text = diffText(reportDocument(report), false);
  const markdown = diffMarkdown(reportDocument(report));
  const json = diffJson(report);

  it("is named", () => {
    expect(changes.objects.length).toBeGreaterThan(0);
    if (seed.terms !== undefined) expect(termLines(changes)).toEqual(seed.terms);
    for (const part of seed.says ?? []) expect(text).toMatch(part);
  });

  it("has the effect that it has", () => {
    const found = changes.objects.flatMap(({ consequences }) =>
      consequences.map(({ effect, what }) => `${effect} ${what}`),
    );
    if (seed.effects !== undefined) expect(found).toEqual(seed.effects);
    const order: readonly Effect[] = ["none", "update", "restart", "replace", "refused"];
    const hardest = Math.max(...changes.objects.map(({ effect }) => order.indexOf(effect)));
    expect(order[hardest]).toBe(seed.effect);
    if (seed.losses !== undefined) {
      expect(report.totals.losses).toHaveLength(seed.losses.length);
      for (const [at, loss] of seed.losses.entries())
        expect(report.totals.losses[at]).toMatch(loss);
    }
  });

  it("has its findings and its part in security", () => {
    const security = changes.objects.flatMap((object) => object.security);
    const told = (change: string) =>
      security.filter((one) => one.change === change).map(({ what }) => what);
    expect(told("weaker")).toEqual(seed.weaker ?? []);
    if (seed.stronger !== undefined) expect(told("stronger")).toEqual(seed.stronger);
    if (seed.added !== undefined)
      expect(changes.findings.added.map(({ code }) => code)).toEqual(seed.added);
    if (seed.fixed !== undefined)
      expect(changes.findings.fixed.map(({ code }) => code)).toEqual(seed.fixed);
  });

  it("prints no secret", () => {
    for (const output of [text, markdown, json])
      for (const secret of [...Object.values(secrets), "another-password-nobody-may-see"])
        expect(output).not.toContain(secret);
  });

  it("prints the same bytes again", () => {
    expect(diffJson(reported(compared(seed.after)))).toBe(json);
  });
});

it("manifests that are the same change nothing", () => {
  const changes = compared(manifests);
  expect(changes.objects).toEqual([]);
  expect(changes.findings.added).toEqual([]);
  expect(diffText(reportDocument(reported(changes)), false)).toContain("no change");
});
