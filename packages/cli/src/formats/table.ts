// SPDX-License-Identifier: Apache-2.0
/** @module Tables for people. */

/** A title, column heads and rows, in columns that line up; nothing when there is no row. */
export function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return "";
  const columns = heads.map((head, at) => {
    const cells = rows.map((row) => row[at] ?? "");
    const width = Math.max(head.length, ...cells.map((cell) => cell.length));
    return { width, right: cells.every((cell) => /^(\$?[\d.,]+|unknown|)$/.test(cell)) };
  });
  const line = (row: readonly string[]) =>
    columns
      .map(({ width, right }, at) => {
        const cell = row[at] ?? "";
        return right ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  const lines = [heads, ...rows].map((row) => `  ${line(row)}\n`);
  return `${title}\n${lines.join("")}\n`;
}

/** `1,234.5`: at most one digit behind the point. */
export function figure(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
