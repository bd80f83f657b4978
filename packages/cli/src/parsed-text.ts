// SPDX-License-Identifier: Apache-2.0
/** @module One YAML document that is no Kubernetes object, with the places of its fields. */
import { LineCounter, parseDocument } from "yaml";
import type { SourceObject } from "./documents.js";
import { excerpt } from "./excerpt.js";
import { UsageError } from "./usage-error.js";

/** A document whose fields can be located. */
export type ParsedText = SourceObject;

/**
 * Parses a settings file.
 *
 * @throws UsageError with line and column when it is not YAML, or not a map
 */
export function parseText(path: string, text: string): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new UsageError(`${path}:${line}:${col}: ${error.message}\n${excerpt(text, line, col)}`);
  }
  const value = document.toJS() as unknown;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UsageError(`${path}: must be a map of settings`);
  return {
    file: { path, text, found: false },
    value: value as Readonly<Record<string, unknown>>,
    document,
    lines,
    base: [],
  };
}
