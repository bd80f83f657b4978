// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badGraph, dynamoIac, folderOf, goodGraph } from "../support/cli.js";

const program = `// Imported from good.yaml by dynamo-iac.
import { App, InferenceGraph, vllm } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "good");

new InferenceGraph(chart, "qwen", {
  backendFramework: "vllm",
  components: [
    {
      name: "Frontend",
      type: "frontend",
      replicas: 1,
      image: "nvcr.io/nvidia/ai-dynamo/dynamo-frontend:1.4.0",
    },
    {
      name: "worker",
      type: "worker",
      replicas: 1,
      image: "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0",
      program: vllm({ model: "Qwen/Qwen3-0.6B" }),
      gpus: 1,
    },
  ],
});

app.synth();
`;

describe("dynamo-iac import", () => {
  it("writes the program to standard output", async () => {
    const folder = folderOf({ "good.yaml": goodGraph });
    expect(await dynamoIac(["import", join(folder, "good.yaml")])).toEqual({
      code: 0,
      out: program,
      err: "",
    });
  });

  it("tells what is wrong with the manifest and goes on", async () => {
    const { code, out, err } = await dynamoIac(["import", "-"], { stdin: badGraph });
    expect(code).toBe(0);
    expect(err).toContain("<stdin>:10:7 error DYN-API-004");
    expect(out).toContain('qwen.override("/spec/components/1/typ", "worker");');
    expect(out).toContain('new Chart(app, "standard-input")');
  });

  it("writes a file, and overwrites one only when told to", async () => {
    const folder = folderOf({ "good.yaml": goodGraph });
    const [input, output] = [join(folder, "good.yaml"), join(folder, "main.ts")];
    expect(await dynamoIac(["import", input, "-o", output])).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(output, "utf8")).toBe(program);
    writeFileSync(output, "mine");
    const refused = await dynamoIac(["import", input, "-o", output]);
    expect(refused).toEqual({
      code: 2,
      out: "",
      err: `error: ${output}: exists; --force overwrites it\n`,
    });
    expect(readFileSync(output, "utf8")).toBe("mine");
    expect((await dynamoIac(["import", input, "-o", output, "--force"])).code).toBe(0);
    expect(readFileSync(output, "utf8")).toBe(program);
    expect(readdirSync(folder).toSorted()).toEqual(["good.yaml", "main.ts"]);
  });

  it("leaves the file alone when the input is bad", async () => {
    const folder = folderOf({ "bad.yaml": "a: [", "main.ts": "mine" });
    const output = join(folder, "main.ts");
    const { code } = await dynamoIac(["import", join(folder, "bad.yaml"), "-o", output, "--force"]);
    expect(code).toBe(2);
    expect(readFileSync(output, "utf8")).toBe("mine");
  });

  it("leaves nothing behind when the file cannot be written", async () => {
    const folder = folderOf({ "good.yaml": goodGraph });
    const output = join(folder, "no/such/folder/main.ts");
    const { code, err } = await dynamoIac(["import", join(folder, "good.yaml"), "-o", output]);
    expect(code).toBe(2);
    expect(err).toBe(`error: ${output}: no such file or folder\n`);
    expect(existsSync(output)).toBe(false);
    expect(readdirSync(folder)).toEqual(["good.yaml"]);
  });

  it("gives objects of one name constructs of different ids", async () => {
    const config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: qwen}\ndata: {a: b}\n";
    const { out } = await dynamoIac(["import", "-"], {
      stdin: `${config}---\n${goodGraph}---\n${config}`,
    });
    expect(out).toContain('new ApiObject(chart, "qwen", {');
    expect(out).toContain(
      'new InferenceGraph(chart, "qwen-dynamo-graph-deployment", {\n  name: "qwen",',
    );
    expect(out).toContain('new ApiObject(chart, "qwen-config-map", {');
  });

  it("writes a block that workers repeat once", async () => {
    const probe = `              startupProbe:
                httpGet: {path: /live, port: 9090}
                failureThreshold: 60
                periodSeconds: 10
`;
    const worker = goodGraph.slice(goodGraph.indexOf("    - name: worker"));
    const two = `${goodGraph}${probe}${worker.replace("name: worker", "name: second")}${probe}`;
    const { out } = await dynamoIac(["import", "-"], { stdin: two });
    expect(out).toContain('const startupProbe = {\n  httpGet: { path: "/live", port: 9090 },');
    expect(out.match(/^ {6}startupProbe,$/gm)).toHaveLength(2);
  });
});

describe("dynamo-iac import --verify", () => {
  it("says that the rebuilt object is identical, with the figures", async () => {
    const { code, out } = await dynamoIac(["import", "--verify", "-"], { stdin: goodGraph });
    expect(code).toBe(0);
    expect(out).toBe(
      "DynamoGraphDeployment/qwen identical\n" +
        "argv tokens: 2 typed, 0 in extraArgs, 0 raw; pod fields: 9 typed, 0 through escape hatches\n",
    );
  });

  it("writes a line per file and a total", async () => {
    const folder = folderOf({ "a.yaml": goodGraph, "b.yaml": badGraph });
    const { code, out } = await dynamoIac(["import", "--verify", folder]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(
      `${join(folder, "a.yaml")}: identical (1 object; argv tokens: 2 typed, 0 in extraArgs, 0 raw; pod fields: 9 typed, 0 through escape hatches)`,
    );
    expect(lines[2]).toBe("2 files, 2 objects: identical");
    expect(lines[3]).toBe(
      "argv tokens: 4 typed, 0 in extraArgs, 0 raw; pod fields: 17 typed, 1 through escape hatches",
    );
  });
});
