// SPDX-License-Identifier: Apache-2.0
/** @module The picture as a Mermaid flowchart, which code hosts draw in Markdown. */
import type { Box, Picture } from "./picture.js";

/** A flowchart; components around boxes are subgraphs. */
export function mermaid({ title, boxes, arrows }: Picture): string {
  const lines = ["---", `title: ${title}`, "---", "flowchart TB"];
  const root: Group = { name: "", boxes: [], groups: new Map() };
  for (const box of boxes) {
    const inside = [...box.path, box.name];
    // A component with boxes of its own around it stands among them.
    const isGroup = boxes.some(({ path }) => inside.every((name, at) => path[at] === name));
    place(root, box, isGroup ? inside : box.path);
  }
  const numbers = { next: 0 };
  write(root, "  ", lines, numbers);
  lines.push(...arrows.map(({ from, to }) => `  ${from} --> ${to}`));
  return `${lines.join("\n")}\n`;
}

interface Group {
  readonly name: string;
  readonly boxes: Box[];
  readonly groups: Map<string, Group>;
}

function place(group: Group, box: Box, [first, ...rest]: readonly string[]): void {
  if (first === undefined) {
    group.boxes.push(box);
    return;
  }
  const inner = group.groups.get(first) ?? { name: first, boxes: [], groups: new Map() };
  group.groups.set(first, inner);
  place(inner, box, rest);
}

function write(group: Group, indent: string, lines: string[], numbers: { next: number }): void {
  for (const box of group.boxes) lines.push(`${indent}${box.id}["${labelOf(box)}"]`);
  for (const inner of group.groups.values()) {
    lines.push(`${indent}subgraph g${numbers.next}["${escaped(inner.name)}"]`);
    numbers.next += 1;
    write(inner, `${indent}  `, lines, numbers);
    lines.push(`${indent}end`);
  }
}

function labelOf({ name, lines, protected: kept }: Box): string {
  const title = `<b>${escaped(name)}</b>${kept ? " (protected)" : ""}`;
  return [title, ...lines.map(escaped)].join("<br/>");
}

/** Entities in place of the characters that end a label. */
function escaped(text: string): string {
  return text.replace(/[&<>"#;]/g, (letter) => `#${letter.charCodeAt(0)};`);
}
