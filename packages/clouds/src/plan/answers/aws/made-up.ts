// SPDX-License-Identifier: Apache-2.0
/** @module Identifiers of AWS that follow from a text: the same text has the same identifier in every plan. */
import { createHash } from "node:crypto";
import type { AnswerContext, Fields } from "../answers.js";

/** The account of every plan; AWS uses it in its own examples. */
export const account = "123456789012";

/** Used when neither the configuration nor the question names one. */
const fallbackRegion = "us-east-1";

/** The region that a question or a resource is about. */
export function regionOf(args: Fields, { config }: AnswerContext): string {
  const given = args.region;
  return typeof given === "string" ? given : (config["aws:region"] ?? fallbackRegion);
}

/** Hexadecimal digits that follow from a text. */
export function hex(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
