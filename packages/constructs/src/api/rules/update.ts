// SPDX-License-Identifier: Apache-2.0
/** @module Changes that the API refuses, by kind. */
import { isDeepStrictEqual } from "node:util";
import { type FieldPath, type Finding, show } from "../../facts/index.js";
import { findingsOf, type Problems, problem } from "../problem.js";
import { at, entries, isNvidia, text } from "../reading.js";
import type { RuleContext } from "./graph-view.js";
import { deploymentChanges, graphChanges } from "./update-graph.js";

/**
 * What the API refuses when the first object is changed into the second. Either may be in either
 * version. The old object may be a live one: its status is looked at where a rule depends on it.
 * Objects of different kind or name are not a change of one another and give no findings.
 */
export function checkUpdate(
  oldObject: unknown,
  newObject: unknown,
  context: RuleContext = {},
): readonly Finding[] {
  const sameField = (...path: FieldPath) => at(oldObject, ...path) === at(newObject, ...path);
  const sameObject =
    isNvidia(oldObject) &&
    isNvidia(newObject) &&
    sameField("kind") &&
    sameField("metadata", "name") &&
    sameField("metadata", "namespace");
  return sameObject ? findingsOf(newObject, changesOf(oldObject, newObject, context)) : [];
}

function* changesOf(before: unknown, after: unknown, context: RuleContext): Problems {
  switch (text(at(after, "kind"))) {
    case "DynamoGraphDeployment":
      yield* graphChanges(before, after, context);
      return;
    case "DynamoComponentDeployment":
      yield* deploymentChanges(before, after, context);
      return;
    case "DynamoGraphDeploymentRequest":
      yield* requestChanges(before, after);
      return;
    case "DynamoCheckpoint":
      yield* frozen(before, after, ["spec", "identity"], "DYN-API-130");
      return;
    case "PodSnapshot":
    case "PodSnapshotContent":
      yield* frozen(before, after, ["spec"], "DYN-API-130");
      return;
    case "DynamoModel":
      yield* frozen(before, after, ["spec", "baseModelName"], "DYN-API-131");
      yield* frozen(before, after, ["spec", "modelType"], "DYN-API-131", "base");
      return;
    default:
  }
}

/** One field that may never change, with the default that an absent one counts as. */
function* frozen(
  before: unknown,
  after: unknown,
  path: FieldPath,
  code: "DYN-API-130" | "DYN-API-131",
  absent?: unknown,
): Problems {
  const was = at(before, ...path) ?? absent;
  const is = at(after, ...path) ?? absent;
  if (was !== undefined && !isDeepStrictEqual(was, is))
    yield problem(
      code,
      path,
      `was ${show(was)}, got ${typeof is === "object" ? "another one" : show(is)}`,
      "Keep the old value, or delete the object and create it anew.",
    );
}

/** Phases in which a request's spec is frozen. */
const frozenPhases: readonly unknown[] = ["Profiling", "Ready", "Deploying", "Deployed"];

function* requestChanges(before: unknown, after: unknown): Problems {
  const phase = at(before, "status", "phase") ?? at(before, "status", "state");
  if (
    !frozenPhases.includes(phase) ||
    !isDeepStrictEqual(at(before, "apiVersion"), at(after, "apiVersion"))
  )
    return;
  const alpha = at(before, "apiVersion") === "nvidia.com/v1alpha1";
  const manual = (at(before, "spec", "autoApply") ?? !alpha) === false;
  const fields = new Set(
    [...entries(at(before, "spec")), ...entries(at(after, "spec"))].map(([field]) => field),
  );
  for (const field of fields) {
    const was = at(before, "spec", field);
    const is = at(after, "spec", field);
    if (isDeepStrictEqual(was, is)) continue;
    const versionMayChange = phase === "Profiling" || phase === "Ready";
    if (manual && field === "runtimeVersionOverride" && versionMayChange) continue;
    if (manual && field === "autoApply" && phase === "Ready" && is === true) continue;
    yield problem(
      "DYN-API-132",
      ["spec", field],
      `changed in phase ${show(phase)}: was ${show(was)}, got ${show(is)}`,
      "Keep the old value, or create a new request.",
    );
  }
}
