// SPDX-License-Identifier: Apache-2.0
/** @module A report in blocks that every format prints: sections with tables, lists and diffs, the most important first. */

/** Words of a line. Code is a name or value out of the manifests, which nobody must take for markup. */
export type Words = readonly (string | { readonly code: string })[];

/** How bad a line is. */
export type Level = "red" | "amber" | "green" | "plain";

/** Lines under one another. */
export interface ListBlock {
  readonly kind: "list";
  readonly lines: readonly { readonly level: Level; readonly words: Words }[];
}

/** Rows under heads. */
export interface TableBlock {
  readonly kind: "table";
  readonly title: Words;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Words[])[];
}

/** A unified diff that is folded away where the format can do that. */
export interface DiffBlock {
  readonly kind: "diff";
  readonly title: Words;
  readonly lines: readonly string[];
}

/** One block. */
export type Block = ListBlock | TableBlock | DiffBlock;

/** Blocks under a heading. */
export interface Section {
  readonly title: string;
  /** What is counted when some of it is left out. */
  readonly noun: string;
  readonly blocks: readonly Block[];
}

/** A whole report. */
export interface Document {
  readonly title: Words;
  /** What is compared. */
  readonly revisions: Words;
  readonly summary: readonly { readonly level: Level; readonly words: Words }[];
  readonly sections: readonly Section[];
}

/** A name or value. */
export function code(text: string): { readonly code: string } {
  return { code: text };
}
