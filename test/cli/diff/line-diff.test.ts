// SPDX-License-Identifier: Apache-2.0
/** @module The line diff rebuilds the second text out of the first, in as few lines as possible. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../../packages/cli/src/diff/line-diff.js";

/** Applies hunks as `patch` does. */
function patched(before: string, hunks: readonly string[]): string {
  const lines = before === "" ? [] : before.split("\n");
  const result: string[] = [];
  let at = 0;
  for (const line of hunks) {
    const header = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(line);
    if (header !== null) {
      const start = Number(header[1]) - (header[2] === "0" ? 0 : 1);
      result.push(...lines.slice(at, start));
      at = start;
      expect(result.length).toBe(Number(header[3]) - (header[4] === "0" ? 0 : 1));
    } else if (line.startsWith("+")) result.push(line.slice(1));
    else {
      expect(lines[at]).toBe(line.slice(1));
      if (line.startsWith(" ")) result.push(line.slice(1));
      at += 1;
    }
  }
  return [...result, ...lines.slice(at)].join("\n");
}

const text = fc
  .array(fc.constantFrom("a", "b", "c", "", "  d: 1"), { maxLength: 30 })
  .map((lines) => lines.filter((line, at) => line !== "" || at < lines.length - 1).join("\n"))
  .filter((all) => !all.endsWith("\n"));

describe("unifiedDiff", () => {
  it("gives hunks that make the second text of the first", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(patched(before, unifiedDiff(before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it("has nothing to say about equal texts", () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(unifiedDiff(same, same)).toEqual([]);
      }),
    );
  });

  it("keeps what is common", () => {
    const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`);
    const after = lines.with(20, "other").toSpliced(3, 1);
    const hunks = unifiedDiff(lines.join("\n"), after.join("\n"));
    expect(hunks.filter((line) => /^[-+]/.test(line))).toEqual(["-line 3", "-line 20", "+other"]);
    expect(hunks.filter((line) => line.startsWith("@@"))).toEqual([
      "@@ -1,7 +1,6 @@",
      "@@ -18,7 +17,7 @@",
    ]);
  });

  it("counts two long texts without a common line as replaced", () => {
    const before = Array.from({ length: 3000 }, (_, at) => `a${at}`).join("\n");
    const after = Array.from({ length: 3000 }, (_, at) => `b${at}`).join("\n");
    const hunks = unifiedDiff(before, after);
    expect(hunks).toHaveLength(6001);
    expect(patched(before, hunks)).toBe(after);
  });
});
