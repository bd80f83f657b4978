// SPDX-License-Identifier: Apache-2.0
/** @module The line of a text that something is about, with a mark under the column. */

const longestLine = 120;

/** One line of the text with its number, and a caret under the column; both count from 1. */
export function excerpt(text: string, line: number, column: number): string {
  const content = (text.split(/\r?\n/)[line - 1] ?? "").replaceAll("\t", " ");
  const start = Math.max(0, column - longestLine);
  const number = `${line} | `;
  return [
    `  ${number}${content.slice(start, start + longestLine)}`,
    `  ${" ".repeat(number.length + Math.max(0, column - 1 - start))}^`,
  ].join("\n");
}
