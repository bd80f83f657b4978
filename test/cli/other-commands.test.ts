// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codes } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { dynamoIac, folderOf, goodGraph } from "../support/cli.js";

const alphaGraph = `apiVersion: nvidia.com/v1alpha1
kind: DynamoGraphDeployment
metadata: {name: qwen, uid: "1"}
spec:
  pvcs: [{name: models, create: false}]
  services:
    Frontend:
      componentType: frontend
      ingress: {enabled: true, host: qwen}
      subComponentType: null
      extraPodSpec: {mainContainer: {image: "f:1.4.0"}}
status: {state: successful}
`;

describe("dynamo-iac convert", () => {
  it("writes the other version and tells what it cannot say", async () => {
    const { code, out, err } = await dynamoIac(["convert", "-", "--to", "v1beta1"], {
      stdin: alphaGraph,
    });
    expect(code).toBe(0);
    expect(parseDocument(out).toJS()).toEqual({
      apiVersion: "nvidia.com/v1beta1",
      kind: "DynamoGraphDeployment",
      metadata: { name: "qwen" },
      spec: {
        components: [
          {
            name: "Frontend",
            type: "frontend",
            podTemplate: { spec: { containers: [{ name: "main", image: "f:1.4.0" }] } },
          },
        ],
      },
    });
    expect(err).toContain("<stdin>:5:3 warning DYN-CNV-002");
    expect(err).toContain("spec.services.Frontend.ingress");
  });

  it("converts back, and writes other objects as they are", async () => {
    const stdin = `${goodGraph}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n`;
    const { code, out, err } = await dynamoIac(["convert", "-", "--to", "v1alpha1"], { stdin });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [graph = "", config] = out.split("---\n");
    expect(parseDocument(graph).toJS().spec.services.worker.resources).toEqual({
      limits: { gpu: "1" },
    });
    expect(config).toBe("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n");
  });

  it("writes nothing when an object lacks the fields of its kind", async () => {
    const folder = folderOf({
      "a.yaml": alphaGraph
        .replace("{mainContainer", "[mainContainer")
        .replace("}}\nstatus", "}]\nstatus"),
    });
    const output = join(folder, "b.yaml");
    const { code, out, err } = await dynamoIac([
      "convert",
      join(folder, "a.yaml"),
      "--to",
      "v1beta1",
      "-o",
      output,
    ]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("error DYN-API-002");
    expect(existsSync(output)).toBe(false);
  });
});

describe("dynamo-iac compose", () => {
  it("writes a Compose file", async () => {
    const folder = folderOf({ "a.yaml": goodGraph });
    const output = join(folder, "compose.yaml");
    const { code } = await dynamoIac([
      "compose",
      join(folder, "a.yaml"),
      ...["--gpus", "1", "--port", "9000", "--bind", "a=/b", "--bind", "c=/d", "-o", output],
    ]);
    expect(code).toBe(0);
    const file = parseDocument(readFileSync(output, "utf8")).toJS();
    expect(Object.keys(file.services)).toEqual(expect.arrayContaining(["frontend-0", "worker-0"]));
    expect(file.services["frontend-0"].ports).toEqual(["127.0.0.1:9000:8000"]);
  });

  it("takes a v1alpha1 graph", async () => {
    const { code, out } = await dynamoIac(["compose", "-"], { stdin: alphaGraph });
    expect(code).toBe(0);
    expect(parseDocument(out).toJS().services["frontend-0"].image).toBe("f:1.4.0");
  });

  it("ends with 1 when the machine is too small, and writes nothing", async () => {
    const folder = folderOf({ "a.yaml": goodGraph });
    const output = join(folder, "compose.yaml");
    const { code, err } = await dynamoIac([
      "compose",
      join(folder, "a.yaml"),
      "--gpus",
      "0",
      "-o",
      output,
    ]);
    expect(code).toBe(1);
    expect(err).toContain("DYN-CMP-005");
    expect(existsSync(output)).toBe(false);
  });

  it.each([
    [
      "no graph",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n",
      "no DynamoGraphDeployment",
    ],
    [
      "two graphs",
      `${goodGraph}---\n${goodGraph.replace("name: qwen", "name: b")}`,
      "found DynamoGraphDeployment/qwen, DynamoGraphDeployment/b",
    ],
  ])("refuses %s", async (_, stdin, message) => {
    const { code, err } = await dynamoIac(["compose", "-"], { stdin });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("dynamo-iac codes", () => {
  it("lists every code", async () => {
    const { code, out } = await dynamoIac(["codes"]);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(Object.keys(codes).toSorted());
  });

  it("explains one, however it is written", async () => {
    const { code, out } = await dynamoIac(["codes", "dyn-api-001"]);
    expect(code).toBe(0);
    expect(out).toBe(
      `DYN-API-001 (error): ${codes["DYN-API-001"].title}\n\n${codes["DYN-API-001"].why}\n`,
    );
  });
});
