// SPDX-License-Identifier: Apache-2.0
/** @module The generated pages are what the sources say now. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { enginesPage } from "../../tools/src/docs/engines.js";
import { errorsPage } from "../../tools/src/docs/errors.js";

const page = (name: string) => readFileSync(resolve(__dirname, "../../docs", name), "utf8");

describe("docs/", () => {
  it("errors.md is up to date; `npm run docs` writes it", () => {
    expect(page("errors.md")).toBe(errorsPage());
  });

  it("engines.md is up to date, and every flag has a meaning", () => {
    const generated = enginesPage();
    expect(page("engines.md")).toBe(generated);
    const rows = generated.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows.filter((row) => / \| {2}\|$/.test(row))).toEqual([]);
  }, 60_000);
});
