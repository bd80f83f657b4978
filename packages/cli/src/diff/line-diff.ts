// SPDX-License-Identifier: Apache-2.0
/** @module A unified diff of two texts, by Myers' algorithm. @see E. Myers, An O(ND) Difference Algorithm, 1986 */

/** Lines around a change. */
const context = 3;

/** Edits beyond which the whole text counts as replaced; nobody reads such a diff. */
const mostEdits = 600;

interface Line {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/** The hunks of a unified diff, without file names; empty for equal texts. */
export function unifiedDiff(before: string, after: string): readonly string[] {
  const lines = edits(split(before), split(after));
  const changed = lines.flatMap(({ sign }, at) => (sign === " " ? [] : [at]));
  const hunks: [number, number][] = [];
  for (const at of changed) {
    const last = hunks.at(-1);
    const from = Math.max(0, at - context);
    if (last !== undefined && from <= last[1]) last[1] = at + context + 1;
    else hunks.push([from, at + context + 1]);
  }
  return hunks.flatMap(([from, to]) => [
    header(lines, from, Math.min(to, lines.length)),
    ...lines.slice(from, to).map(({ sign, text }) => sign + text),
  ]);
}

function split(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** `@@ -12,7 +12,8 @@` */
function header(lines: readonly Line[], from: number, to: number): string {
  const count = (part: readonly Line[], other: "-" | "+") =>
    part.filter(({ sign }) => sign !== other).length;
  const [front, hunk] = [lines.slice(0, from), lines.slice(from, to)];
  const range = (other: "-" | "+") => {
    const length = count(hunk, other);
    return `${count(front, other) + (length === 0 ? 0 : 1)},${length}`;
  };
  return `@@ -${range("+")} +${range("-")} @@`;
}

function edits(before: readonly string[], after: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const same = (text: string): Line => ({ sign: " ", text });
  return [
    ...before.slice(0, start).map(same),
    ...shortest(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

function shortest(a: readonly string[], b: readonly string[]): readonly Line[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  const most = Math.min(a.length + b.length, mostEdits);
  for (let d = 0; d <= most; d += 1) {
    trail.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = down(furthest, k, d) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(a, b, trail);
    }
  }
  return [
    ...a.map((text): Line => ({ sign: "-", text })),
    ...b.map((text): Line => ({ sign: "+", text })),
  ];
}

function down(furthest: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (furthest.get(k - 1) ?? 0) < (furthest.get(k + 1) ?? 0));
}

function backtrack(
  a: readonly string[],
  b: readonly string[],
  trail: readonly ReadonlyMap<number, number>[],
): readonly Line[] {
  const lines: Line[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trail.length - 1; d >= 0; d -= 1) {
    const furthest = trail[d] ?? new Map<number, number>();
    const k = x - y;
    const before = down(furthest, k, d) ? k + 1 : k - 1;
    const fromX = furthest.get(before) ?? 0;
    const fromY = fromX - before;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      lines.push({ sign: " ", text: a[x - 1] ?? "" });
      x -= 1;
      y -= 1;
    }
    if (d === 0) break;
    if (x === fromX) lines.push({ sign: "+", text: b[y - 1] ?? "" });
    else lines.push({ sign: "-", text: a[x - 1] ?? "" });
    x = fromX;
    y = fromY;
  }
  return lines.reverse();
}
