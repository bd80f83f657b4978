// SPDX-License-Identifier: Apache-2.0
/** @module The three entrances: one object, what shows between objects, and both. */
import { at, text } from "../api/index.js";
import { applyWaivers, type FieldPath, type Finding, parseVersion } from "../facts/index.js";
import { acrossRules, fleetOf } from "./across/index.js";
import type { CheckOptions } from "./options.js";
import { checkPlain } from "./plain.js";
import { apiIsServed } from "./release.js";
import { rulesFor } from "./rules.js";
import { type FreshSubject, type Subject, subjectOf } from "./subject.js";
import { waiversOf } from "./waivers.js";

/**
 * Everything about one object alone: schema, API rules and, for a graph, every family of rules.
 * Works on both API versions; paths are those of the object as it is written. Waivers are not
 * applied.
 *
 * @param object any Kubernetes object; kinds that nothing is known of give no findings
 */
export function checkObject(object: unknown, options: CheckOptions = {}): readonly Finding[] {
  return inOrder(alone(subjectOf(object, options), options));
}

/**
 * What only shows between objects: Dynamo namespaces, models, writers of replicas, configuration
 * files, objects that occur twice. Waivers are not applied.
 */
export function checkAcross(
  objects: readonly unknown[],
  options: CheckOptions = {},
): readonly Finding[] {
  const subjects = objects.map((object) => subjectOf(object, options).subject);
  const found = across(subjects, options);
  return subjects.flatMap((subject) => inOrder(found.get(subject) ?? []));
}

/**
 * Both, with the waivers that the objects carry applied: the findings of each object, in the order
 * of the objects. Sorted by path, then code, so that equal input gives equal output.
 */
export function checkEach(
  objects: readonly unknown[],
  options: CheckOptions = {},
): readonly (readonly Finding[])[] {
  const judged = objects.map((object) => {
    const fresh = subjectOf(object, options);
    return { subject: fresh.subject, found: alone(fresh, options) };
  });
  const between = across(
    judged.map(({ subject }) => subject),
    options,
  );
  return judged.map(({ subject, found }) => {
    const all = [...found, ...(between.get(subject) ?? [])];
    return all.length === 0 ? all : applyWaivers(inOrder(all), waiversOf(subject.object).waivers);
  });
}

/** The findings of {@link checkEach} in one list. */
export function checkObjects(
  objects: readonly unknown[],
  options: CheckOptions = {},
): readonly Finding[] {
  return checkEach(objects, options).flat();
}

function alone({ subject, api, view }: FreshSubject, options: CheckOptions): readonly Finding[] {
  const { object, label } = subject;
  const found = [...api, ...waiversOf(object).findings];
  if (view === undefined) {
    found.push(...checkPlain(subject));
    return found;
  }
  const apiVersion = text(at(object, "apiVersion")) ?? "";
  found.push(...apiIsServed(label, apiVersion, parseVersion(options.dynamoVersion ?? "")));
  for (const rule of rulesFor(view, options)) {
    for (const some of rule(view, options)) found.push(asWritten(some, subject));
  }
  return found;
}

function across(
  subjects: readonly Subject[],
  options: CheckOptions,
): ReadonlyMap<Subject, readonly Finding[]> {
  const found = new Map<Subject, Finding[]>();
  const fleet = fleetOf(subjects);
  for (const rule of acrossRules) {
    for (const { subject, finding } of rule(fleet, options)) {
      const list = found.get(subject);
      const written = asWritten(finding, subject);
      if (list === undefined) found.set(subject, [written]);
      else list.push(written);
    }
  }
  return found;
}

function asWritten(found: Finding, subject: Subject): Finding {
  return { ...found, object: subject.label, path: subject.written(found.path) };
}

function inOrder(found: readonly Finding[]): readonly Finding[] {
  if (found.length < 2) return found;
  return [...found].sort(
    (a, b) => comparePaths(a.path, b.path) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** By steps, numbers as numbers; a path comes before those inside it. */
function comparePaths(a: FieldPath, b: FieldPath): number {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (step === other) continue;
    if (typeof step === "number" && typeof other === "number") return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
