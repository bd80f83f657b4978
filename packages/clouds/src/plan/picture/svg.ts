// SPDX-License-Identifier: Apache-2.0
/** @module The picture as an SVG file of its own: no script, no font, no address in it. */
import { layersOf } from "./layers.js";
import type { Box, Picture } from "./picture.js";

const line = 16;
const letter = 6.7;
const pad = 10;
const gap = { x: 24, y: 48 } as const;
const margin = 24;
const titleHeight = 32;

interface Frame {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws the picture; equal pictures give equal bytes. */
export function svg(picture: Picture): string {
  const frames = framesOf(picture);
  const right = Math.max(0, ...frames.map(({ x, width }) => x + width));
  const width = Math.max(right, margin + picture.title.length * letter * 1.4) + margin;
  const height = Math.max(titleHeight, ...frames.map((one) => one.y + one.height)) + margin;
  const byId = new Map(frames.map((frame) => [frame.box.id, frame]));
  const arrows = picture.arrows.flatMap(({ from, to }) => {
    const [above, below] = [byId.get(from), byId.get(to)];
    return above === undefined || below === undefined ? [] : [arrow(above, below)];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${escaped(picture.title)}" font-family="sans-serif" font-size="12">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#64748b"/></marker></defs>',
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<text x="${margin}" y="${margin + 2}" font-size="16" font-weight="bold" fill="#0f172a">${escaped(picture.title)}</text>`,
    ...arrows,
    ...frames.map(drawn),
    "</svg>",
    "",
  ].join("\n");
}

function framesOf(picture: Picture): readonly Frame[] {
  const rows = layersOf(picture).map((row) => row.map((box) => ({ box, ...sizeOf(box) })));
  const widths = rows.map((row) => row.reduce((sum, { width }) => sum + width + gap.x, -gap.x));
  const widest = Math.max(0, ...widths);
  const frames: Frame[] = [];
  let y = margin + titleHeight;
  for (const [position, row] of rows.entries()) {
    let x = margin + (widest - (widths[position] ?? 0)) / 2;
    for (const one of row) {
      frames.push({ ...one, x, y });
      x += one.width + gap.x;
    }
    y += Math.max(...row.map(({ height }) => height)) + gap.y;
  }
  return frames;
}

function sizeOf(box: Box): { readonly width: number; readonly height: number } {
  const longest = Math.max(...texts(box).map((text) => text.length));
  return {
    width: Math.ceil(longest * letter) + 2 * pad,
    height: texts(box).length * line + 2 * pad,
  };
}

function texts({ path, name, lines }: Box): readonly string[] {
  return [...(path.length === 0 ? [] : [path.join(" / ")]), name, ...lines];
}

function drawn({ box, x, y, width, height }: Frame): string {
  const shown = texts(box).map((text, row) => {
    const isPath = box.path.length > 0 && row === 0;
    const isName = row === (box.path.length > 0 ? 1 : 0);
    const look = isPath
      ? ' font-size="10" fill="#64748b"'
      : isName
        ? ' font-weight="bold" fill="#0f172a"'
        : ' fill="#334155"';
    return `<text x="${round(x + pad)}" y="${round(y + pad + line * (row + 0.75))}"${look}>${escaped(text)}</text>`;
  });
  const stroke = box.protected ? "#b45309" : "#94a3b8";
  const kept = box.protected ? "<title>protected against deletion</title>" : "";
  return `<g>${kept}<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6" fill="#f8fafc" stroke="${stroke}"/>${shown.join("")}</g>`;
}

function arrow(above: Frame, below: Frame): string {
  const [x1, y1] = [above.x + above.width / 2, above.y + above.height];
  const [x2, y2] = [below.x + below.width / 2, below.y];
  const bend = Math.max(gap.y / 2, Math.abs(y2 - y1) / 3);
  return `<path d="M${round(x1)} ${round(y1)}C${round(x1)} ${round(y1 + bend)} ${round(x2)} ${round(y2 - bend)} ${round(x2)} ${round(y2)}" fill="none" stroke="#64748b" marker-end="url(#tip)"/>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
