// SPDX-License-Identifier: Apache-2.0
/** @module Values as reports print them: short, in one line, and of secrets only whether they changed. */

const longest = 120;

const marks = /\[secret(?:[ :][0-9a-f]+)?\]/g;

/** Both sides of a change. An absent value is undefined. */
export function shownSides(
  before: unknown,
  after: unknown,
): readonly [string | undefined, string | undefined] {
  const was = shown(before);
  const is = shown(after);
  const hidden = was?.replace(marks, "[secret]");
  // Equal but for the numbers of the marks: it is the secret that changed.
  return was !== is && hidden !== undefined && hidden === is?.replace(marks, "[secret]")
    ? [hidden, is.replace(marks, "[secret, changed]")]
    : [hidden, is?.replace(marks, "[secret]")];
}

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s*\n\s*/g, " ");
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

/** Two texts of several lines with their marks in words. */
export function shownTexts(before: string, after: string): readonly [string, string] {
  const known = new Set(before.match(marks) ?? []);
  return [
    before.replace(marks, "[secret]"),
    after.replace(marks, (mark) =>
      known.size === 0 || known.has(mark) ? "[secret]" : "[secret, changed]",
    ),
  ];
}

/** A value of JSON with its marks in words. */
export function withoutMarks(value: unknown, other?: unknown): unknown {
  if (value === undefined) return null;
  const known = new Set(JSON.stringify(other ?? null).match(marks) ?? []);
  const text = JSON.stringify(value).replace(marks, (mark) =>
    known.size === 0 || known.has(mark) ? "[secret]" : "[secret, changed]",
  );
  return JSON.parse(text) as unknown;
}
