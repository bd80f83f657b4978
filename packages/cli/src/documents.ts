// SPDX-License-Identifier: Apache-2.0
/** @module Texts to Kubernetes objects, each with the place where it is written. */
import {
  type Document,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
  type YAMLError,
} from "yaml";
import { excerpt } from "./excerpt.js";
import type { SourceFile } from "./source-files.js";
import { UsageError } from "./usage-error.js";

/** One object of a text. */
export interface SourceObject {
  readonly file: SourceFile;
  /** The object as plain data. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The YAML document, for the positions of its nodes. */
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** Where the object stands in its document; not empty inside a List. */
  readonly base: readonly (string | number)[];
}

/**
 * The objects of all texts. A List gives its items; empty documents are skipped.
 *
 * @throws UsageError with file, line and the line itself when a text is not YAML or holds no object
 */
export function readObjects(files: readonly SourceFile[]): readonly SourceObject[] {
  const objects = files.flatMap(objectsOf);
  if (objects.length === 0) {
    throw new UsageError(`${files.map((file) => file.path).join(", ")}: no Kubernetes object`);
  }
  return objects;
}

function objectsOf(file: SourceFile): readonly SourceObject[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments<ParsedNode>(file.text, {
    // kubectl reads YAML 1.1: `yes` is true and 0755 is octal. @see kubernetes/kubernetes#34146
    version: "1.1",
    customTags: (tags) => tags.filter((tag) => typeof tag === "string" || isKnownToKubectl(tag)),
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const objects: SourceObject[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) throw syntaxError(file, lines, error);
    const value = plain(file, lines, document);
    if (value === null) continue;
    for (const item of itemsOf(value)) {
      if (isObject(item.value)) objects.push({ file, document, lines, ...item, value: item.value });
      else if (!file.found) throw notAnObject(file, lines, document, item.value);
    }
  }
  return objects;
}

/** Dates, binary data and numbers to the base 60 stay text in what kubectl sends. */
function isKnownToKubectl(tag: { readonly tag: string; readonly format?: string }): boolean {
  return !/:(timestamp|binary|omap|pairs|set)$/.test(tag.tag) && tag.format !== "TIME";
}

function plain(file: SourceFile, lines: LineCounter, document: Document.Parsed): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    // An alias without anchor, or far more aliases than any manifest has.
    const line = lines.linePos(document.range[0]).line;
    throw new UsageError(`${file.path}:${line}: ${(error as Error).message}`, { cause: error });
  }
}

interface Item {
  readonly value: unknown;
  readonly base: readonly (string | number)[];
}

function itemsOf(value: unknown): readonly Item[] {
  if (typeof value === "object" && value !== null && "items" in value && "kind" in value) {
    const { kind, items } = value;
    if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items))
      return items.map((item: unknown, index) => ({ value: item, base: ["items", index] }));
  }
  return [{ value, base: [] }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    "apiVersion" in value &&
    "kind" in value &&
    typeof value.apiVersion === "string" &&
    typeof value.kind === "string"
  );
}

function syntaxError(file: SourceFile, lines: LineCounter, error: YAMLError): UsageError {
  const { line, col } = lines.linePos(error.pos[0]);
  const template = /\{\{/.test(file.text) ? "\nThis looks like a template; render it first." : "";
  return new UsageError(
    `${file.path}:${line}:${col}: ${error.message}\n${excerpt(file.text, line, col)}${template}`,
  );
}

function notAnObject(
  file: SourceFile,
  lines: LineCounter,
  document: Document.Parsed,
  value: unknown,
): UsageError {
  const { line, col } = lines.linePos(document.contents?.range[0] ?? document.range[0]);
  const missing =
    typeof value !== "object" || value === null || Array.isArray(value)
      ? "not an object"
      : "apiVersion" in value
        ? "it has no kind"
        : "it has no apiVersion";
  return new UsageError(
    `${file.path}:${line}: not a Kubernetes object: ${missing}\n${excerpt(file.text, line, col)}`,
  );
}
