// SPDX-License-Identifier: Apache-2.0
/** @module A comparison as a comment of a pull request: nothing in it is taken for markup, and it fits. */
import type { Block, Document, Level, Section, Words } from "../diff/blocks.js";
import { plural } from "./located.js";

/** By this line a workflow finds its own comment again. */
export const commentMark = "<!-- dynamo-iac diff -->";

/** Longest comment that GitHub takes, in characters. @see docs.github.com, REST API of issue comments */
export const commentLimit = 65_536;

/** Room for the heads of sections, and for what is said about what was left out. */
const reserve = 2_500;

const signs: Readonly<Record<Level, string>> = {
  red: "🔴 ",
  amber: "🟠 ",
  green: "🟢 ",
  plain: "",
};

/**
 * The document within a limit. Sections stand in the order of their importance, and each may take half
 * of what is left, so that none starves those behind it; what is left out is counted.
 */
export function diffMarkdown(document: Document, limit: number = commentLimit): string {
  const { title, revisions, summary, sections } = document;
  const head = [
    commentMark,
    `## dynamo-iac: ${markdown(title)}`,
    "",
    markdown(revisions),
    "",
    ...summary.map(({ level, words }) => `- ${signs[level]}${markdown(words)}`),
    "",
  ].join("\n");
  const room = limit - reserve;
  let text =
    head.length <= room / 2 ? head : `${head.slice(0, head.lastIndexOf("\n", room / 2))}\n`;
  const left: string[] = [];
  for (const [at, section] of sections.entries()) {
    const free = room - text.length;
    const share = at === sections.length - 1 ? free : Math.floor(free / 2);
    const { shown, omitted } = sectionText(section, share);
    text += shown;
    if (omitted > 0) left.push(plural(omitted, section.noun));
  }
  return left.length === 0
    ? text
    : `${text}\n**Left out to fit a comment:** ${left.join(", ")}. \`dynamo-iac diff --format text\` shows everything.\n`;
}

interface SectionText {
  readonly shown: string;
  /** Entries that did not fit. */
  readonly omitted: number;
}

function sectionText({ title, blocks }: Section, room: number): SectionText {
  const folded = blocks.every(({ kind }) => kind === "diff");
  const start = folded
    ? `\n<details><summary>${title}: ${blocks.length}</summary>\n`
    : `\n### ${title}\n`;
  const end = folded ? "\n</details>\n" : "";
  let shown = start;
  let omitted = 0;
  for (const block of blocks) {
    const one = blockText(block, room - shown.length - end.length);
    shown += one.shown;
    omitted += one.omitted;
  }
  return { shown: shown === start ? "" : shown + end, omitted };
}

function blockText(block: Block, room: number): SectionText {
  switch (block.kind) {
    case "list":
      return entries(
        "\n",
        block.lines.map(({ level, words }) => `- ${signs[level]}${markdown(words)}\n`),
        room,
      );
    case "table":
      return entries(
        `\n${markdown(block.title)}\n\n${row(block.heads)}${row(block.heads.map(() => "---"))}`,
        block.rows.map((cells) => row(cells.map(cell))),
        room,
      );
    case "diff": {
      const fence = fenceFor(block.lines);
      const text = `\n${markdown(block.title)}\n${fence}diff\n${block.lines.join("\n")}\n${fence}\n`;
      return text.length <= room ? { shown: text, omitted: 0 } : { shown: "", omitted: 1 };
    }
  }
}

/** As many entries as there is room for. */
function entries(start: string, list: readonly string[], room: number): SectionText {
  let shown = start;
  for (const [at, entry] of list.entries()) {
    if (shown.length + entry.length > room)
      return { shown: at === 0 ? "" : shown, omitted: list.length - at };
    shown += entry;
  }
  return { shown, omitted: 0 };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** A bar ends a cell even inside code. */
function cell(words: Words): string {
  return words
    .map((word) =>
      typeof word === "string" ? prose(word) : span(word.code).replaceAll("|", "\\|"),
    )
    .join("");
}

function markdown(words: Words): string {
  return words.map((word) => (typeof word === "string" ? prose(word) : span(word.code))).join("");
}

const zeroWidth = "\u200b";

/** Text in which nothing is markup, a link, a mention or a reference. */
function prose(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/@(?=\w)/g, `@${zeroWidth}`)
    .replace(/#(?=\d)/g, `#${zeroWidth}`)
    .replaceAll("://", `:${zeroWidth}//`)
    .replace(/\s*\n\s*/g, " ");
}

/** Code in one line, with a fence that is longer than any in it. */
function span(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ").trim();
  if (line === "") return "";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

function fenceFor(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`{3,}/g) ?? []);
  return "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}
