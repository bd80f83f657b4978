// SPDX-License-Identifier: Apache-2.0
/** @module cdk8s apps as the input of check, placement and estimate: programs that run in a process of their own. */
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badGraph, dynamoIac, folderOf, goodGraph } from "../support/cli.js";

/** A program that writes a graph as cdk8s does: into CDK8S_OUTDIR. */
const writes = (text: string) => `
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const out = process.env.CDK8S_OUTDIR ?? "dist";
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "chat.k8s.yaml"), ${JSON.stringify(text)});
`;

function app(program: string, config = "language: typescript\napp: node main.js\n"): string {
  return folderOf({ "cdk8s.yaml": config, "main.js": program });
}

const pool = ["--pool", "h200=p5en.48xlarge,max=4"];

describe("a cdk8s app", () => {
  it.each([
    ["check", ["check"], /^0 errors, .* in 1 object of 1 file\n$/],
    ["placement", ["placement", ...pool], /placed: every replica/],
    ["estimate", ["estimate", ...pool], /^Cost by pool, USD\n/],
  ])("is what %s reads, by its folder or by its file", async (_, args, expected) => {
    const folder = app(writes(goodGraph));
    const byFolder = await dynamoIac([...args, folder]);
    expect(byFolder).toMatchObject({ code: 0, err: "" });
    expect(byFolder.out).toMatch(expected);
    expect(await dynamoIac([...args, join(folder, "cdk8s.yaml")])).toEqual(byFolder);
    // Nothing is written where `cdk8s synth` would.
    expect(existsSync(join(folder, "dist"))).toBe(false);
  });

  it("has findings in the files that cdk8s synth would write", async () => {
    const folder = app(writes(badGraph));
    const { code, out } = await dynamoIac(["check", folder]);
    expect(code).toBe(1);
    expect(out).toContain(`${join(folder, "dist/chat.k8s.yaml")}:10:`);
    const elsewhere = app(writes(badGraph), "app: node main.js\noutput: yaml/out\n");
    expect((await dynamoIac(["check", elsewhere])).out).toContain(
      `${join(elsewhere, "yaml/out/chat.k8s.yaml")}:10:`,
    );
  });

  it("stands beside files, and is checked together with them", async () => {
    const folder = app(writes(goodGraph));
    const other = folderOf({ "same.yaml": goodGraph });
    const { out } = await dynamoIac(["check", folder, other]);
    expect(out).toContain("DYN-OBJ-001");
    expect(out).toMatch(/in 2 objects of 2 files\n$/);
  });

  it("says on standard error what its program says there", async () => {
    const program = `${writes(goodGraph)}console.log("compiled"); console.error("warning: odd");`;
    const { code, err, out } = await dynamoIac(["check", app(program), "--format", "json"]);
    expect({ code, err }).toEqual({ code: 0, err: "warning: odd\n" });
    expect(JSON.parse(out).findings).toEqual([]);
  });

  it("leaves no folder behind", async () => {
    const mine = () => readdirSync(tmpdir()).filter((name) => name.startsWith("dynamo-iac-app-"));
    const before = mine();
    await dynamoIac(["check", app(writes(goodGraph))]);
    await dynamoIac(["check", app("throw new Error('no')")]);
    expect(mine()).toEqual(before);
  });
});

describe("a cdk8s app that does not work", () => {
  it.each([
    [
      "an error of the program",
      "throw new Error('model is missing')",
      /its program \(node main\.js\) ended with exit code 1:\n(.*\n)* {2}Error: model is missing\n$/,
    ],
    [
      "findings of its own synthesis",
      "console.error('DYN-API-002 Graph/chat: must be at least 0'); process.exitCode = 1;",
      /ended with exit code 1:\n {2}DYN-API-002 Graph\/chat: must be at least 0\n$/,
    ],
    [
      "what the compiler prints",
      "console.log('main.ts(3,1): error TS2304: Cannot find name'); process.exitCode = 2;",
      /ended with exit code 2:\n {2}main\.ts\(3,1\): error TS2304/,
    ],
    [
      "a program that writes nothing",
      "",
      /wrote no YAML into CDK8S_OUTDIR; leave outdir out of the settings of its App\n$/,
    ],
    ["a signal", "process.kill(process.pid, 'SIGTERM')", /was ended by SIGTERM|exit code 143/],
  ])("is told in a sentence: %s", async (_, program, message) => {
    const folder = app(program);
    const { code, out, err } = await dynamoIac(["check", folder]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.startsWith(`error: ${folder}: its program`)).toBe(true);
    expect(err).not.toMatch(/^ +at /m);
  });

  it("shows the end of a long output", async () => {
    const program =
      "for (let i = 1; i <= 100; i += 1) console.error('line ' + i); process.exitCode = 1;";
    const { err } = await dynamoIac(["check", app(program)]);
    expect(err).toContain("  ...\n  line 61\n");
    expect(err).toMatch(/ {2}line 100\n$/);
  });

  it.each([
    ["no program", "language: typescript\n"],
    ["a program that is no text", "app: [node, main.js]\n"],
    ["an empty file", ""],
  ])("ends with 2 for a cdk8s.yaml with %s", async (_, config) => {
    const folder = app("", config);
    const { code, err } = await dynamoIac(["check", folder]);
    expect(code).toBe(2);
    expect(err).toMatch(/cdk8s\.yaml: it names no program; write app:/);
  });

  it("ends with 2 for a command that there is not", async () => {
    const { code, err } = await dynamoIac(["check", app("", "app: no-such-program main.js\n")]);
    expect(code).toBe(2);
    expect(err).toMatch(/\(no-such-program main\.js\) ended with exit code 127/);
  });
});
