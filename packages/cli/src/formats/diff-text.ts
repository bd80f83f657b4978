// SPDX-License-Identifier: Apache-2.0
/** @module A comparison for a terminal. */
import type { Block, Document, Level, Words } from "../diff/blocks.js";
import { table } from "./table.js";

const colors: Readonly<Record<Level, number | undefined>> = {
  red: 31,
  amber: 33,
  green: 32,
  plain: undefined,
};

/** The whole document, nothing left out. */
export function diffText(
  { title, revisions, summary, sections }: Document,
  color: boolean,
): string {
  const paint = (level: Level, text: string) => {
    const number = colors[level];
    return color && number !== undefined ? `\u001b[${number}m${text}\u001b[0m` : text;
  };
  const bold = (text: string) => (color ? `\u001b[1m${text}\u001b[0m` : text);
  const block = (one: Block): string => {
    switch (one.kind) {
      case "list":
        return one.lines.map(({ level, words }) => `  ${paint(level, plain(words))}\n`).join("");
      case "table":
        return table(
          `  ${plain(one.title)}`,
          one.heads,
          one.rows.map((row) => row.map(plain)),
        ).replace(/\n\n$/, "\n");
      case "diff":
        return [
          `  ${bold(plain(one.title))}\n`,
          ...one.lines.map((line) => `    ${paint(levelOf(line), line)}\n`),
        ].join("");
    }
  };
  return [
    `${bold(plain(title))}\n${plain(revisions)}\n`,
    ...summary.map(({ level, words }) => `${paint(level, plain(words))}\n`),
    ...sections.map(
      ({ title: heading, blocks }) => `\n${bold(heading)}\n${blocks.map(block).join("")}`,
    ),
  ].join("");
}

function plain(words: Words): string {
  return words.map((word) => (typeof word === "string" ? word : word.code)).join("");
}

function levelOf(line: string): Level {
  return line.startsWith("-") ? "red" : line.startsWith("+") ? "green" : "plain";
}
