// SPDX-License-Identifier: Apache-2.0
/** @module Queues of the KAI scheduler as they are written: guaranteed and largest amounts. */
import { at, fields, text } from "../api/index.js";
import { type Finding, finding, isDnsSubdomain, show } from "../facts/index.js";
import type { Subject } from "./subject.js";

/** Amounts of one resource: millicores, megabytes of 10⁶ bytes, GPUs; `Infinity` for no bound. */
export interface QueueAmount {
  /** What the queue can always have. */
  readonly quota: number;
  /** What it may have at most. */
  readonly limit: number;
}

/** A Queue of KAI. */
export interface KaiQueueView {
  readonly subject: Subject;
  readonly name: string;
  readonly parent: string | undefined;
  readonly gpu: QueueAmount;
}

/** The resources that a queue counts. */
const resources = ["cpu", "gpu", "memory"] as const;

/** What -1 means in both fields. */
const unlimited = -1;

/** The queue that an object is; undefined when it is none. */
export function kaiQueueOf(subject: Subject): KaiQueueView | undefined {
  const { object, name } = subject;
  if (!isKaiQueue(subject) || name === undefined) return undefined;
  return {
    subject,
    name,
    parent: text(at(object, "spec", "parentQueue")),
    gpu: amountOf(object, "gpu"),
  };
}

function isKaiQueue({ object, kind }: Subject): boolean {
  const apiVersion = text(at(object, "apiVersion")) ?? "";
  return kind === "Queue" && apiVersion.startsWith("scheduling.run.ai/");
}

/** What is left out is 0, for KAI: nothing guaranteed, and nothing above that. */
function amountOf(object: unknown, resource: string): QueueAmount {
  const number = (field: string) => {
    const value = at(object, "spec", "resources", resource, field);
    if (value === unlimited) return Number.POSITIVE_INFINITY;
    return typeof value === "number" && value > 0 ? value : 0;
  };
  return { quota: number("quota"), limit: number("limit") };
}

/** DYN-ORCH-001, 002, 014: what is wrong with a queue alone. */
export function checkQueue(subject: Subject): readonly Finding[] {
  if (!isKaiQueue(subject)) return [];
  const written = at(subject.object, "spec", "resources");
  if (written !== undefined && fields(written) === undefined) return [];
  return [
    ...wrongName(subject),
    ...resources.flatMap((resource) => [
      ...wrongAmounts(subject, resource),
      ...emptyQueue(subject, resource),
    ]),
  ];
}

function wrongName({ name, label }: Subject): readonly Finding[] {
  if (name === undefined || (isDnsSubdomain(name) && name.length <= 63)) return [];
  return [
    finding(
      "DYN-ORCH-014",
      { object: label, path: ["metadata", "name"] },
      `must be lower-case letters, digits and inner hyphens or dots, at most 63, got ${show(name)} (${name.length})`,
      "Use a short name, such as that of a team.",
    ),
  ];
}

function wrongAmounts(subject: Subject, resource: string): readonly Finding[] {
  const path = ["spec", "resources", resource];
  const found: Finding[] = [];
  const say = (field: string, message: string, fix: string) => {
    found.push(
      finding(
        "DYN-ORCH-001",
        { object: subject.label, path: [...path, field] },
        `${resource}: ${message}`,
        fix,
      ),
    );
  };
  for (const field of ["quota", "limit", "overQuotaWeight"] as const) {
    const value = at(subject.object, ...path, field);
    if (value === undefined) continue;
    if (typeof value !== "number") {
      const message = `${field} must be a number, got ${show(value)}`;
      const unit = resource === "cpu" ? "millicores" : resource === "gpu" ? "GPUs" : "megabytes";
      say(field, message, `Write a number of ${unit}; KAI counts millicores, GPUs and megabytes.`);
      continue;
    }
    const endless = field !== "overQuotaWeight" && value === unlimited;
    if (value >= 0 || endless) continue;
    say(
      field,
      `${field} is ${value}, and ${field === "overQuotaWeight" ? "a weight is 0 or more" : "only -1 stands for no bound"}`,
      field === "overQuotaWeight"
        ? "Set overQuotaWeight to 1."
        : `Set ${field} to an amount of 0 or more, or to -1.`,
    );
  }
  const { quota, limit } = amountOf(subject.object, resource);
  const writtenLimit = at(subject.object, ...path, "limit");
  if (found.length === 0 && typeof writtenLimit === "number" && limit < quota) {
    say(
      "limit",
      `limit ${show(writtenLimit)} is below the quota ${quota === Number.POSITIVE_INFINITY ? "without bound" : quota}`,
      "Raise limit to the quota or above, or lower quota.",
    );
  }
  return found;
}

/** A resource of which the queue may have nothing keeps every pod of an engine waiting. */
function emptyQueue(subject: Subject, resource: string): readonly Finding[] {
  const { quota, limit } = amountOf(subject.object, resource);
  if (quota > 0 || limit > 0) return [];
  const path = ["spec", "resources", resource];
  // Wrong amounts are reported as what they are.
  const wrong = (value: unknown) =>
    value !== undefined && !(typeof value === "number" && value >= 0);
  if (["quota", "limit"].some((field) => wrong(at(subject.object, ...path, field)))) return [];
  return [
    finding(
      "DYN-ORCH-002",
      { object: subject.label, path },
      `the queue may have no ${resource}: quota and limit are 0, which is also what KAI takes when they are left out`,
      `Set limit to -1, or to an amount of ${resource}.`,
    ),
  ];
}
