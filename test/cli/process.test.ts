// SPDX-License-Identifier: Apache-2.0
/** @module The command line as a process of its own: streams, exit codes, pipes. */
import { execFile, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { installCli } from "../support/built-cli.js";
import { badGraph, folderOf, goodGraph } from "../support/cli.js";

let program = "";

beforeAll(() => {
  program = installCli();
}, 60_000);

function run(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

describe("the program dynamo-iac", () => {
  it("checks standard input and exits with 1", () => {
    const { code, out, err } = run(["check", "-"], badGraph);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("2 errors");
  });

  it("exits with 0 without errors and with 2 for bad YAML, without a stack", () => {
    expect(run(["check", "-"], goodGraph).code).toBe(0);
    const { code, out, err } = run(["check", "-"], "a: [");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("<stdin>:1:");
    expect(err).not.toContain("    at ");
  });

  it("writes no colours into a pipe", () => {
    expect(run(["check", "-"], badGraph).out).not.toContain("\u001b");
  });

  it("imports a file", () => {
    const folder = folderOf({ "good.yaml": goodGraph });
    const { code, out } = run(["import", join(folder, "good.yaml")]);
    expect(code).toBe(0);
    expect(out).toContain('new InferenceGraph(chart, "qwen", {');
  });

  it("writes all of a long output into a pipe", () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      badGraph.replace("name: qwen", `name: q${at}`),
    );
    const { code, out } = run(["check", "-", "--format", "json"], many.join("---\n"));
    expect(code).toBe(1);
    expect(JSON.parse(out).totals.errors).toBeGreaterThanOrEqual(600);
  });

  it("does not mind when the reader goes away", async () => {
    const folder = folderOf({ "a.yaml": "" });
    const many = Array.from({ length: 300 }, (_, at) =>
      badGraph.replace("name: qwen", `name: q${at}`),
    );
    writeFileSync(join(folder, "a.yaml"), many.join("---\n"));
    const command = `"${process.execPath}" "${program}" check "${join(folder, "a.yaml")}" | head -n 1`;
    const { out, err } = await new Promise<{ out: string; err: string }>((done) => {
      execFile("/bin/sh", ["-c", command], (_, out, err) => done({ out, err }));
    });
    expect(out).toContain("a.yaml:10:7 error DYN-API-004");
    expect(err).toBe("");
  });
});
