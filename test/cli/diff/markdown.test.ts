// SPDX-License-Identifier: Apache-2.0
/** @module The comment of a pull request: it fits whatever happened, and nothing of the manifests becomes markup. */
import { compareObjects } from "@dynamo-iac/constructs/changes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, type Document } from "../../../packages/cli/src/diff/blocks.js";
import { documentOf } from "../../../packages/cli/src/diff/document.js";
import { reportOf } from "../../../packages/cli/src/diff/report.js";
import {
  commentLimit,
  commentMark,
  diffMarkdown,
} from "../../../packages/cli/src/formats/diff-markdown.js";
import { goodGraph } from "../../support/cli.js";
import { objectsOf } from "../../support/diff/manifests.js";

const manyGraphs = (count: number, replicas: number) =>
  Array.from({ length: count }, (_, at) =>
    goodGraph
      .replace("name: qwen", `name: q${at}`)
      .replaceAll("replicas: 1", `replicas: ${replicas}`),
  ).join("---\n");

function markdownOf(before: string, after: string): string {
  const unit = {
    kind: "app" as const,
    name: "app",
    path: "app",
    state: "changed" as const,
    failure: undefined,
    manifests: compareObjects(before === "" ? [] : objectsOf(before), objectsOf(after)),
    resources: [],
  };
  const side = { name: "main", commit: undefined };
  return diffMarkdown(documentOf(reportOf(side, side, [unit], [])));
}

describe("a long report", () => {
  it("fits a comment, and says what was left out", () => {
    const text = markdownOf(manyGraphs(400, 1), manyGraphs(400, 7));
    expect(text.length).toBeLessThanOrEqual(commentLimit);
    expect(text.startsWith(commentMark)).toBe(true);
    expect(text).toMatch(/\*\*Left out to fit a comment:\*\* \d+ changes, \d+ diffs\./);
    // No fence and no fold is left open.
    expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
    expect(text.split("<details>")).toHaveLength(text.split("</details>").length);
    for (const section of ["What changes", "Objects and resources"])
      expect(text).toContain(section);
  }, 60_000);

  it("fits whatever its blocks are", () => {
    const words = fc.array(fc.oneof(fc.string({ maxLength: 300 }), fc.string().map(code)), {
      maxLength: 4,
    });
    const line = fc.record({ level: fc.constantFrom("red", "amber", "green", "plain"), words });
    const block = fc.oneof(
      fc.record({ kind: fc.constant("list"), lines: fc.array(line, { maxLength: 60 }) }),
      fc.record({
        kind: fc.constant("table"),
        title: words,
        heads: fc.constant(["a", "b"]),
        rows: fc.array(fc.tuple(words, words), { maxLength: 60 }),
      }),
      fc.record({
        kind: fc.constant("diff"),
        title: words,
        lines: fc.array(fc.string(), { maxLength: 200 }),
      }),
    );
    const section = fc.record({
      title: fc.constant("Section"),
      noun: fc.constant("thing"),
      blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
    });
    const document = fc.record({
      title: words,
      revisions: words,
      summary: fc.array(line, { maxLength: 100 }),
      sections: fc.array(section, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(document, (one) => {
        expect(diffMarkdown(one as unknown as Document, 8_000).length).toBeLessThanOrEqual(8_000);
      }),
      { numRuns: 200 },
    );
  });

  it("is whole when it fits", () => {
    const text = markdownOf(goodGraph, goodGraph.replace("replicas: 1", "replicas: 2"));
    expect(text).not.toContain("Left out");
    expect(text).toContain("| `Frontend` | replicas | `1` | `2` |");
    expect(text).toContain("```diff\n@@");
  });
});

describe("what stands in manifests", () => {
  it("stays text: no mention, no link, no tag, no cell, no fence", () => {
    const text = markdownOf(
      goodGraph,
      goodGraph
        .replace(
          "name: qwen\n",
          "name: qwen\n  annotations:\n    note: |\n      ```\n      @somebody <img src=x> [a](https://example.com) | b\n",
        )
        .replace("--model, Qwen/Qwen3-0.6B", '--model, "a|b`c"'),
    );
    const [visible = ""] = text.split("<details>");
    const outsideCode = visible.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
    for (const markup of ["@somebody", "<img", "https://"])
      expect(outsideCode).not.toContain(markup);
    expect(visible).toContain("``a\\|b`c``");
    expect(text).toContain("````diff");
  });

  it("escapes what is printed as prose", () => {
    const document: Document = {
      title: ["<b>@all</b>"],
      revisions: [],
      summary: [{ level: "plain", words: ["see https://example.com, #12 and *this* `that` [x]"] }],
      sections: [],
    };
    const text = diffMarkdown(document);
    expect(text).toContain("&lt;b&gt;@\u200ball&lt;/b&gt;");
    expect(text).toContain(
      "https:\u200b//example.com, #\u200b12 and \\*this\\* \\`that\\` \\[x\\]",
    );
  });
});
