// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { codes } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

const folder = resolve(__dirname, "../../../packages/constructs/src/facts/codes");

describe("the tables of finding codes", () => {
  it("hold each code once, and all of them are in the one table", () => {
    const written = readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [
        ...readFileSync(join(folder, file), "utf8").matchAll(/^ {2}"(DYN-[A-Z]+-\d+)": \{$/gm),
      ])
      .map(([, code]) => code);
    expect(written.toSorted()).toEqual([...new Set(written)].toSorted());
    expect(written.toSorted()).toEqual(Object.keys(codes).toSorted());
  });
});
