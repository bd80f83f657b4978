// SPDX-License-Identifier: Apache-2.0
/** @module Findings about the props of a construct. */
import { type FieldPath, type Finding, type FindingCode, finding } from "../facts/index.js";

/** Makes a finding about one prop of a construct. */
export type Say = (code: FindingCode, path: FieldPath, message: string, fix: string) => Finding;

/** Findings that name the construct, such as `ModelCache/models`. */
export function sayOf(object: string): Say {
  return (code, path, message, fix) => finding(code, { object, path }, message, fix);
}
