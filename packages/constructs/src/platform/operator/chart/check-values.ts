// SPDX-License-Identifier: Apache-2.0
/** @module Judges values of the chart that somebody wrote: unknown keys, wrong kinds, and the rules of its templates. */
import { z } from "zod";
import { at } from "../../../api/index.js";
import { type FieldPath, type Finding, formatPath, nearest, show } from "../../../facts/index.js";
import type { Say } from "../../server-checks.js";
import { checkReleaseName } from "../check-install.js";
import { sayAbout } from "../checks.js";
import { chartRules } from "./chart-rules.js";
import { removedValues } from "./removed-values.js";
import { platformChartSchema } from "./values.js";

/** The Helm release for which values are judged. */
export interface ChartRelease {
  /** @default "dynamo-platform" */
  readonly releaseName?: string | undefined;
  /** @default "dynamo-system" */
  readonly namespace?: string | undefined;
}

/**
 * Everything that is wrong with values of chart dynamo-platform 1.4.0, from wherever they come:
 * keys that no template reads, values of the wrong kind, values of older releases, and what the
 * templates refuse. Rules that look into the cluster are not among them.
 *
 * @example checkPlatformChartValues(load(readFileSync("values.yaml", "utf8")))
 */
export function checkPlatformChartValues(
  values: unknown,
  release: ChartRelease = {},
): readonly Finding[] {
  const { releaseName = "dynamo-platform", namespace = "dynamo-system" } = release;
  const say = sayAbout(releaseName);
  const removed = checkRemoved(values, say);
  const shape = checkShape(values, say).filter(
    ({ path }) => !removed.some((each) => sameBranch(each.path, path)),
  );
  return [
    ...checkReleaseName(releaseName, say),
    ...removed,
    ...shape,
    // A rule about a value of the wrong kind would say the same in other words.
    ...chartRules(values, namespace, say).filter(
      ({ path }) => !shape.some((each) => formatPath(each.path) === formatPath(path)),
    ),
  ];
}

/** True when one path leads through the other: what is removed is not also unknown. */
function sameBranch(a: FieldPath, b: FieldPath): boolean {
  return a.slice(0, b.length).every((step, at) => step === b[at]);
}

function checkRemoved(values: unknown, say: Say): Finding[] {
  return removedValues.flatMap(({ path, fix }) => {
    if (at(values, ...path) === undefined) return [];
    return [say("DYN-PLAT-172", path, "is gone, and the chart refuses it", fix)];
  });
}

function checkShape(values: unknown, say: Say): Finding[] {
  // No values at all is an empty file.
  const result = platformChartSchema.safeParse(values ?? {});
  return result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, values, say));
}

function describe(issue: z.core.$ZodIssue, values: unknown, say: Say): Finding[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const value = at(values, ...path);
  // Null is how a value tells Helm to forget the chart's default.
  if (value === undefined && issue.code === "invalid_type" && path.length > 0) return [];
  const got = show(value);
  const wrong = (message: string) => [
    say("DYN-PLAT-171", path, `${message}, got ${got}`, "Correct the value."),
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknown([...path, key], key, path, say));
    case "invalid_type":
      return wrong(`must be ${issue.expected === "record" ? "object" : issue.expected}`);
    case "invalid_value":
      return wrong(`must be ${issue.values.map((value) => show(value)).join(" or ")}`);
    default:
      return wrong(issue.message.toLowerCase());
  }
}

function unknown(path: FieldPath, key: string, parent: FieldPath, say: Say): Finding {
  const known = knownPaths();
  const siblings = known
    .filter((each) => each.length === path.length && startsWith(each, parent))
    .map((each) => each.at(-1) ?? "");
  // What is misplaced is more likely than what is misspelt: the documentation drops the prefix.
  const elsewhere = known.find((each) => each.at(-1) === key);
  const close = nearest(key, siblings);
  const meant =
    close === undefined ? elsewhere && formatPath(elsewhere) : formatPath([...parent, close]);
  const fix = meant === undefined ? "Remove it." : `Did you mean ${meant}?`;
  return say("DYN-PLAT-170", path, "is read by no template of the chart", fix);
}

function startsWith(path: readonly string[], parent: FieldPath): boolean {
  return parent.every((step, at) => path[at] === step);
}

let paths: readonly (readonly string[])[] | undefined;

/** Every value of the chart, shorter paths first. */
function knownPaths(): readonly (readonly string[])[] {
  paths ??= pathsOf(platformChartSchema).toSorted((a, b) => a.length - b.length);
  return paths;
}

function pathsOf(schema: unknown): readonly (readonly string[])[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return pathsOf(schema.unwrap());
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, value]) => [
    [key],
    ...pathsOf(value).map((rest) => [key, ...rest]),
  ]);
}
