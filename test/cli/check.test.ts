// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badGraph, dynamoIac, folderOf, goodGraph } from "../support/cli.js";

describe("dynamo-iac check", () => {
  it("says nothing but the total about a graph without faults", async () => {
    const folder = folderOf({ "good.yaml": goodGraph });
    expect(await dynamoIac(["check", join(folder, "good.yaml")])).toEqual({
      code: 0,
      out: "0 errors, 0 warnings, 0 notes, 0 waived in 1 object of 1 file\n",
      err: "",
    });
  });

  it("names file, line and column, code, field, message and fix", async () => {
    const file = join(folderOf({ "bad.yaml": badGraph }), "bad.yaml");
    const { code, out } = await dynamoIac(["check", file]);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        `${file}:10:7 error DYN-API-004 DynamoGraphDeployment/qwen spec.components[0].replicas`,
        "  must be at least 0, got -1",
        "  fix: Use at least 0.",
        `${file}:17:7 error DYN-API-001 DynamoGraphDeployment/qwen spec.components[1].typ`,
        '  unknown field "typ"; did you mean "type"?',
        "  fix: Write type instead of typ.",
        "2 errors, 0 warnings, 0 notes, 0 waived in 1 object of 1 file",
        "",
      ].join("\n"),
    );
  });

  it("reads standard input", async () => {
    const { code, out } = await dynamoIac(["check", "-"], { stdin: badGraph });
    expect(code).toBe(1);
    expect(out).toContain("<stdin>:10:7 error DYN-API-004");
  });

  it("reads a folder with its subfolders, and only its YAML", async () => {
    const folder = folderOf({
      "a.yaml": goodGraph,
      "notes.txt": "x: [",
      "values.yml": "image: x\n",
    });
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "sub/b.yml"), badGraph.replace("name: qwen", "name: other"));
    const { code, out } = await dynamoIac(["check", folder]);
    expect(code).toBe(1);
    expect(out).toContain(`${join(folder, "sub/b.yml")}:10:7`);
    expect(out).toContain("in 2 objects of 3 files");
  });

  it("checks all files together", async () => {
    const second = goodGraph.replace("name: qwen", "name: qwen-2");
    const folder = folderOf({ "a.yaml": goodGraph, "b.yaml": second });
    const apart = await dynamoIac(["check", join(folder, "b.yaml")]);
    expect(apart.out).not.toContain("DYN-NAME-001");
    const together = await dynamoIac(["check", join(folder, "a.yaml"), join(folder, "b.yaml")]);
    expect(together.out).toContain("DYN-NAME-001");
  });

  it("points into the item of a List, a merged mapping and a later document", async () => {
    const list = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: ConfigMap
  metadata: {name: c}
- apiVersion: nvidia.com/v1beta1
  kind: DynamoGraphDeployment
  metadata: {name: g}
  spec:
    components:
    - &base
      name: a
      type: frontend
      replicas: -1
      podTemplate: {spec: {containers: [{name: main, image: "f:1.4.0"}]}}
    - {<<: *base, name: b}
`;
    const { out } = await dynamoIac(["check", "-"], { stdin: `---\n${list}` });
    expect(out).toContain(
      "<stdin>:16:7 error DYN-API-004 DynamoGraphDeployment/g spec.components[0].replicas",
    );
    expect(out).toContain(
      "<stdin>:16:7 error DYN-API-004 DynamoGraphDeployment/g spec.components[1].replicas",
    );
  });

  it("tells two objects of one name apart by where the path leads", async () => {
    const other = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata: {name: qwen, namespace: b}
spec: {}
`;
    const { out } = await dynamoIac(["check", "-"], { stdin: `${other}---\n${badGraph}` });
    expect(out).toContain("<stdin>:15:7 error DYN-API-004");
  });

  it.each([
    ["--dynamo-version", "1.1.0", "DYN-VER-001"],
    ["--kubernetes-version", "v1.29.3", "DYN-VER-003"],
    ["--driver-version", "470.1", "DYN-VER-008"],
    ["--namespace", "a".repeat(63), "DYN-API-040"],
  ])("uses what is known of the cluster: %s %s", async (option, value, code) => {
    const result = await dynamoIac(["check", "-", option, value], { stdin: goodGraph });
    expect(result.code).toBe(1);
    expect(result.out).toContain(` error ${code} `);
  });

  it("uses what is known of the schedulers", async () => {
    const graph = goodGraph.replace(
      "name: worker\n",
      "name: worker\n      multinode: {nodeCount: 2}\n",
    );
    const findings = async (...options: string[]) =>
      JSON.parse(
        (await dynamoIac(["check", "-", "--format", "json", ...options], { stdin: graph })).out,
      ).findings.length;
    expect(await findings("--orchestrators", "none")).toBeGreaterThan(
      await findings("--orchestrators", "grove,kai"),
    );
  });

  it("shows a waived finding as waived and lets it count for nothing", async () => {
    const waivers = JSON.stringify([
      { code: "DYN-API-004", reason: "parked until Monday" },
      { code: "DYN-API-001", reason: "a field of our fork" },
    ]);
    const graph = badGraph.replace(
      "name: qwen\n",
      `name: qwen\n  annotations: {dynamo-iac/waivers: '${waivers}'}\n`,
    );
    const { code, out } = await dynamoIac(["check", "-"], { stdin: graph });
    expect(code).toBe(0);
    expect(out).toContain("waived DYN-API-004");
    expect(out).toContain("  waived: parked until Monday");
    expect(out).toContain("0 errors, 0 warnings, 0 notes, 2 waived");
    const sarif = JSON.parse(
      (await dynamoIac(["check", "-", "--format", "sarif"], { stdin: graph })).out,
    );
    expect(sarif.runs[0].results[0].suppressions).toEqual([
      { kind: "inSource", justification: "parked until Monday" },
    ]);
    const github = await dynamoIac(["check", "-", "--format", "github"], { stdin: graph });
    expect(github.out).toMatch(/^::notice /);
  });

  it("colours only when the terminal takes it", async () => {
    const plain = await dynamoIac(["check", "-"], { stdin: badGraph });
    const colored = await dynamoIac(["check", "-"], { stdin: badGraph, color: true });
    expect(plain.out).not.toContain("\u001b");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is tested
    expect(colored.out.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain.out);
    expect(colored.out).toContain("\u001b[31merror\u001b[0m");
  });
});

describe("formats of dynamo-iac check", () => {
  it("writes JSON with one entry per finding", async () => {
    const { code, out } = await dynamoIac(["check", "-", "--format", "json"], { stdin: badGraph });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      findings: [
        {
          code: "DYN-API-004",
          severity: "error",
          file: "<stdin>",
          line: 10,
          column: 7,
          endLine: 10,
          endColumn: 19,
          object: "DynamoGraphDeployment/qwen",
          path: "spec.components[0].replicas",
          message: "must be at least 0, got -1",
          fix: "Use at least 0.",
        },
        expect.objectContaining({ code: "DYN-API-001", line: 17 }),
      ],
      totals: { errors: 2, warnings: 0, notes: 0, waived: 0 },
    });
  });

  it("writes JSON without findings", async () => {
    const { out } = await dynamoIac(["check", "-", "--format", "json"], { stdin: goodGraph });
    expect(JSON.parse(out)).toMatchObject({ findings: [], totals: { errors: 0 } });
  });

  it("writes SARIF 2.1.0 with the rules of the findings", async () => {
    const folder = folderOf({ "bad graph.yaml": badGraph });
    const file = join(folder, "bad graph.yaml");
    const { out } = await dynamoIac(["check", file, "--format", "sarif"]);
    const log = JSON.parse(out);
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: "dynamo-iac", semanticVersion: "0.1.0" });
    const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    expect(ids).toEqual(["DYN-API-001", "DYN-API-004"]);
    for (const result of run.results) expect(ids[result.ruleIndex]).toBe(result.ruleId);
    expect(run.results[0]).toMatchObject({
      ruleId: "DYN-API-004",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: expect.stringMatching(/^file:\/\/.*bad%20graph\.yaml$/) },
            region: { startLine: 10, startColumn: 7, endLine: 10, endColumn: 19 },
          },
        },
      ],
    });
  });

  it("writes GitHub annotations whose special characters are escaped", async () => {
    const graph = goodGraph.replace("type: worker", 'type: "50%, a:b\\nc"');
    const { out } = await dynamoIac(["check", "-", "--format", "github"], { stdin: graph });
    const [line] = out.split("\n");
    expect(line).toMatch(
      /^::error file=<stdin>,line=17,endLine=17,col=7,endColumn=\d+,title=DYN-API-003 /,
    );
    expect(line).toContain("%25, a:b\\nc");
    expect(line).toContain("%0Afix: ");
    expect(line?.split("::")[1]).not.toMatch(/[^%]%[^0-9]/);
  });

  it("names a file with commas and colons in an annotation", async () => {
    const folder = folderOf({ "a,b:c.yaml": badGraph });
    const { out } = await dynamoIac(["check", join(folder, "a,b:c.yaml"), "--format", "github"]);
    expect(out).toContain("a%2Cb%3Ac.yaml,line=10");
  });
});
