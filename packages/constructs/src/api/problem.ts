// SPDX-License-Identifier: Apache-2.0
/** @module What a rule yields, before it is attached to an object. */
import { type FieldPath, type Finding, type FindingCode, finding } from "../facts/index.js";
import { objectLabel } from "./reading.js";

/** A finding before it knows its object. */
export interface Problem {
  readonly code: FindingCode;
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
  /** A value, or for an unknown field a name, that was probably meant. @default - nobody can tell */
  readonly meant?: unknown;
}

/** Rules are generators: they yield what is wrong, in the order of the object. */
export type Problems = Generator<Problem, void, undefined>;

/** One problem; what is wrong first, the change that mends it last. */
export function problem(code: FindingCode, path: FieldPath, message: string, fix: string): Problem {
  return { code, path, message, fix };
}

/** Attaches problems to their object. */
export function findingsOf(object: unknown, problems: Iterable<Problem>): readonly Finding[] {
  const label = objectLabel(object);
  return Array.from(problems, ({ code, path, message, fix }) =>
    finding(code, { object: label, path }, message, fix),
  );
}
