// SPDX-License-Identifier: Apache-2.0
/** @module Wrong usage and unreadable input: a sentence, exit code 2, never a stack. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dynamoIac, folderOf, goodGraph } from "../support/cli.js";

const commands = ["check", "placement", "estimate", "import", "compose", "convert", "codes"];

describe("help", () => {
  it.each(commands)(
    "of %s tells purpose, arguments, two examples and exit codes",
    async (command) => {
      const { code, out, err } = await dynamoIac([command, "--help"]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain(`Usage: dynamo-iac ${command}`);
      expect(out).toContain("Arguments:");
      const [, examples = ""] = out.split("Examples:\n");
      const [lines = "", codes = ""] = examples.split("Exit codes:\n");
      expect(lines.match(/^ {2}.*dynamo-iac /gm)).toHaveLength(2);
      expect(codes).toMatch(/^ {2}0 {2}/);
      expect(codes).toMatch(/^ {2}2 {2}/m);
    },
  );

  it("lists the commands", async () => {
    const { code, out } = await dynamoIac(["--help"]);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toContain(`  ${command} `);
  });

  it("prints the version", async () => {
    expect(await dynamoIac(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
  });
});

describe("wrong usage", () => {
  it.each([
    ["no command", [], /Usage: dynamo-iac/],
    ["an unknown command", ["chek", "a.yaml"], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [
      "an unknown option",
      ["check", "--fromat", "json", "a"],
      /--fromat'\n\(Did you mean --format\?\)/,
    ],
    [
      "an unknown format",
      ["check", "--format", "xml", "a"],
      /Allowed choices are text, json, sarif, github/,
    ],
    ["no path", ["check"], /missing required argument 'path'/],
    [
      "a version that is none",
      ["check", "--kubernetes-version", "latest", "a"],
      /starts with two numbers/,
    ],
    [
      "an unknown orchestrator",
      ["check", "--orchestrators", "grove,slurm", "a"],
      /a list of grove, lws, volcano, kai/,
    ],
    [
      "a missing file",
      ["check", "nowhere.yaml"],
      /^error: nowhere\.yaml: no such file or folder\n$/,
    ],
    ["no target version", ["convert", "a.yaml"], /--to <version>/],
    [
      "an unknown target version",
      ["convert", "a.yaml", "--to", "v2"],
      /Allowed choices are v1alpha1, v1beta1/,
    ],
    ["a GPU count that is none", ["compose", "a.yaml", "--gpus", "two"], /a whole number/],
    ["a binding that is none", ["compose", "a.yaml", "--bind", "x"], /model-cache=\/data\/models/],
    [
      "an unknown code",
      ["codes", "DYN-API-0001"],
      /there is no code "DYN-API-0001"; did you mean DYN-API-001\?/,
    ],
    ["two files to import", ["import", "a.yaml", "b.yaml"], /one file becomes one program, got 2/],
    [
      "a verified import with an output",
      ["import", "--verify", "-o", "x.ts", "a.yaml"],
      /leave -o out/,
    ],
  ])("of %s ends with 2", async (_, args, message) => {
    const { code, out, err } = await dynamoIac(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(message);
    expect(err).not.toContain("    at ");
  });
});

describe("unreadable input", () => {
  async function failing(text: string) {
    const result = await dynamoIac(["check", "-"], { stdin: text });
    expect(result.code).toBe(2);
    expect(result.out).toBe("");
    expect(result.err).not.toContain("    at ");
    return result.err;
  }

  it("shows the line of a syntax error with a caret", async () => {
    expect(await failing("a: 1\nspec:\n  b: [1,\n  c: 2\n")).toBe(
      [
        "error: <stdin>:4:3: Flow sequence in block collection must be sufficiently indented and end with a ]",
        "  4 |   c: 2",
        "        ^",
        "",
      ].join("\n"),
    );
  });

  it("shows a key that is given twice", async () => {
    expect(await failing("kind: A\nkind: B\n")).toMatch(
      /^error: <stdin>:2:1: Map keys must be unique/,
    );
  });

  it("shows the part of a long line around the error", async () => {
    const err = await failing(`a: ${"x".repeat(300)}: y\n`);
    const [, line = "", caret = ""] = err.split("\n");
    expect(line.length).toBeLessThan(140);
    expect(caret.indexOf("^")).toBeLessThan(140);
  });

  it("speaks of templates", async () => {
    expect(await failing("name: {{ .Values.name | quote }}\n{{- if x }}\n")).toContain(
      "render it first",
    );
  });

  it("reports an alias without an anchor", async () => {
    expect(await failing("a: 1\nb: *nothing\n")).toMatch(/^error: <stdin>:1: .*nothing/);
  });

  it("refuses a document that is no object, where somebody named the file", async () => {
    expect(await failing(`${goodGraph}---\n- a\n`)).toMatch(
      /not a Kubernetes object: not an object\n.*\| - a/,
    );
    expect(await failing("apiVersion: v1\n")).toContain("it has no kind");
    expect(await failing("image: x\n")).toContain("it has no apiVersion");
  });

  it("refuses input without any object", async () => {
    expect(await failing("# nothing\n---\n")).toBe("error: <stdin>: no Kubernetes object\n");
    expect(await failing("")).toBe("error: <stdin>: no Kubernetes object\n");
  });

  it("refuses a binary file and an empty folder", async () => {
    const folder = folderOf({ "a.yaml": "a\0b" });
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(folder, "empty/readme.md"), "x");
    const binary = await dynamoIac(["check", join(folder, "a.yaml")]);
    expect(binary).toMatchObject({ code: 2, err: expect.stringContaining("not a text file") });
    const empty = await dynamoIac(["check", join(folder, "empty")]);
    expect(empty).toMatchObject({ code: 2, err: expect.stringContaining("no .yaml or .yml file") });
  });
});
