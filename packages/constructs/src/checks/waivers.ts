// SPDX-License-Identifier: Apache-2.0
/** @module The waivers that an object carries in its annotation. */
import { at, objectLabel, text } from "../api/index.js";
import {
  codes,
  type Finding,
  type FindingCode,
  finding,
  nearest,
  show,
  type Waiver,
  waiverAnnotation,
} from "../facts/index.js";
import { nothing } from "./rule.js";

/** What the annotation of one object says. */
export interface Waivers {
  readonly waivers: readonly Waiver[];
  /** DYN-WAIVE-001: entries that nobody can read. */
  readonly findings: readonly Finding[];
}

const none: Waivers = { waivers: [], findings: nothing };

/** Reads the annotation; what is right in it counts, what is wrong is reported. */
export function waiversOf(object: unknown): Waivers {
  const written = at(object, "metadata", "annotations", waiverAnnotation);
  if (written === undefined) return none;
  const place = {
    object: objectLabel(object),
    path: ["metadata", "annotations", waiverAnnotation],
  };
  const wrong = (message: string) =>
    finding(
      "DYN-WAIVE-001",
      place,
      message,
      'Write a JSON list such as [{"code":"DYN-GPU-002","reason":"spare GPU for debugging"}].',
    );
  const list = parsed(text(written));
  if (!Array.isArray(list))
    return { waivers: [], findings: [wrong(`must be a JSON list, got ${show(written)}`)] };
  const waivers: Waiver[] = [];
  const findings: Finding[] = [];
  for (const [index, entry] of (list as readonly unknown[]).entries()) {
    const why = misread(entry);
    if (why === undefined) waivers.push(entry as Waiver);
    else findings.push(wrong(`entry ${index + 1} ${why}`));
  }
  return { waivers, findings };
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "") as unknown;
  } catch {
    return undefined;
  }
}

/** What is wrong with an entry; undefined when nothing is. */
function misread(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null) return `must be an object, got ${show(entry)}`;
  const { code, reason, path } = entry as Readonly<Record<string, unknown>>;
  if (typeof code !== "string" || !isCode(code)) {
    const close = typeof code === "string" ? nearest(code, Object.keys(codes)) : undefined;
    return `has no known code, got ${show(code)}${close === undefined ? "" : `; did you mean ${close}?`}`;
  }
  if (typeof reason !== "string" || reason.trim() === "") return `waives ${code} without a reason`;
  return path === undefined || typeof path === "string"
    ? undefined
    : `has no text as path, got ${show(path)}`;
}

function isCode(code: string): code is FindingCode {
  return Object.hasOwn(codes, code);
}
