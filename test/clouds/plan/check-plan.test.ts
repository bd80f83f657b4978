// SPDX-License-Identifier: Apache-2.0
/** @module Findings of whole plans: what the rules say of real registrations, what shows in a run alone, and waivers. */
import { Manifests, token } from "@dynamo-iac/clouds/kubernetes";
import { checkModes, checkPlan, type Plan, type PlanFinding } from "@dynamo-iac/clouds/plan";
import { blocking, formatPath } from "@dynamo-iac/constructs/facts";
import { FileSystem } from "@pulumi/aws/efs/fileSystem";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import {
  laterOutput,
  planOf,
  refusalOf,
  type TestRun,
  testProvider,
} from "../../support/clouds/record.js";

const texts = (found: readonly PlanFinding[]) =>
  found.map(({ code, object, path, waived }) =>
    [code, object, formatPath(path), ...(waived === undefined ? [] : [`(${waived})`])]
      .join(" ")
      .trim(),
  );

const told = (plan: Plan) => texts(checkPlan(plan));

const unsafe = (run: TestRun = {}) =>
  planOf(() => {
    new FileSystem("models", { tags: { a: "b" } });
  }, run);

const waive = (entry: object) => ({ config: { "dynamo-iac:waive": JSON.stringify([entry]) } });

class Thing extends pulumi.CustomResource {
  constructor(name: string, inputs: pulumi.Inputs = {}) {
    super("test:index:Thing", name, inputs);
  }
}

function graph(worker: object) {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "qwen", namespace: "ai" },
    spec: { backendFramework: "vllm", components: [worker] },
  };
}

const worker = (image: unknown, replicas = 1) => ({
  name: "worker",
  type: "worker",
  replicas,
  podTemplate: {
    spec: {
      containers: [
        {
          name: "main",
          image,
          command: ["python3", "-m", "dynamo.vllm"],
          args: ["--model", "Qwen/Qwen3-0.6B"],
          resources: { limits: { "nvidia.com/gpu": "1" } },
        },
      ],
    },
  },
});

const graphPlan = (make: () => object, run: TestRun = {}) =>
  planOf(() => {
    new Manifests("m", { manifests: [graph(make())] }, { provider: testProvider() });
  }, run);

describe("checkPlan", () => {
  it("applies the rules to what a program registers", async () => {
    const [found] = checkPlan(await unsafe());
    expect(found).toMatchObject({
      code: "DYN-CLOUD-004",
      severity: "error",
      object: "FileSystem/models",
      path: ["encrypted"],
      urn: "urn:pulumi:unit::test::aws:efs/fileSystem:FileSystem::models",
    });
  });

  it("checks Kubernetes objects as manifests are checked", async () => {
    const plan = await graphPlan(() => worker("nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0", -1));
    const found = checkPlan(plan).find(({ code }) => code === "DYN-API-004");
    expect(found).toMatchObject({
      object: "DynamoGraphDeployment/qwen",
      path: ["spec", "components", 0, "replicas"],
    });
    expect(found?.urn).toMatch(/ai\/DynamoGraphDeployment\/qwen$/);
  });

  it("is silent about a field that nobody knows yet, and speaks when it is known", async () => {
    const make = () => worker(token(laterOutput("repository", "registry.example/vllm-runtime")));
    const onImage = (plan: Plan) => told(plan).filter((text) => text.includes(".image"));
    expect(onImage(await graphPlan(make))).toEqual([]);
    expect(onImage(await graphPlan(make, { mode: "update" }))).not.toEqual([]);
  });

  it("finds resources that only one mode has", async () => {
    const program = () => {
      const id = laterOutput("first", "x");
      id.apply(() => new Thing("hidden"));
    };
    const preview = await planOf(program);
    const update = await planOf(program, { mode: "update" });
    expect(texts(checkModes(preview, update))).toEqual(["DYN-CLOUD-013 Thing/hidden"]);
    expect(texts(checkModes(update, preview))).toEqual(["DYN-CLOUD-013 Thing/hidden"]);
    expect(checkModes(update, update)).toEqual([]);
    const [found] = checkModes(preview, update);
    expect(found?.message).toBe("is registered in the mode update and not in the mode preview");
  });

  it("finds secrets in clear text and tokens that nobody resolved, wherever they are", async () => {
    const run = { config: { "test:key": "hunter2-hunter2" }, secretKeys: ["test:key"] };
    const plan = await planOf(() => {
      const key = new pulumi.Config().require("key");
      new Thing("sealed", { key: pulumi.secret(key) });
      new Thing("clear", {
        list: [{ url: `https://${key}@host` }],
        mark: token(pulumi.output("x")),
      });
      return { key };
    }, run);
    expect(told(plan)).toEqual([
      "DYN-CLOUD-014 Thing/clear list[0].url",
      "DYN-CLOUD-001 Thing/clear mark",
      "DYN-CLOUD-014 Stack/test-unit key",
    ]);
    expect(JSON.stringify(plan)).not.toContain("hunter2");
  });

  it("accepts what the configuration waives, by code, object and path, with its reason", async () => {
    const reason = "only scratch data";
    const code = "DYN-CLOUD-004";
    for (const entry of [{ code }, { code, object: "FileSystem/models" }, { code, path: "encr" }]) {
      const plan = await unsafe(waive({ ...entry, reason }));
      expect(told(plan)).toEqual([`DYN-CLOUD-004 FileSystem/models encrypted (${reason})`]);
      expect(blocking(checkPlan(plan))).toEqual([]);
      expect(plan.waivers).toEqual([{ ...entry, reason }]);
    }
    for (const entry of [
      { code: "DYN-CLOUD-005" },
      { code, object: "FileSystem/other" },
      { code, path: "kms" },
    ]) {
      expect(blocking(checkPlan(await unsafe(waive({ ...entry, reason }))))).toHaveLength(1);
    }
  });

  it("refuses waivers that are none, all at once", async () => {
    const config = {
      "dynamo-iac:waive": JSON.stringify([
        { code: "DYN-CLOUD-04", reason: "x" },
        { code: "DYN-CLOUD-004" },
        { code: "DYN-CLOUD-004", reason: "x", resource: "y" },
        { code: "DYN-CLOUD-004", reason: "x", path: 3 },
      ]),
    };
    const text = await refusalOf(() => unsafe({ config }));
    expect(text.split("\n")).toEqual([
      'dynamo-iac:waive[0] has the code "DYN-CLOUD-04", which does not exist; did you mean DYN-CLOUD-004?',
      "dynamo-iac:waive[1] (DYN-CLOUD-004) needs a reason",
      'dynamo-iac:waive[2] (DYN-CLOUD-004) has no field "resource"',
      "dynamo-iac:waive[3] (DYN-CLOUD-004) needs a text in path",
    ]);
    const scalar = await refusalOf(() => unsafe({ config: { "dynamo-iac:waive": "all" } }));
    expect(scalar).toBe('dynamo-iac:waive: must be a list of waivers, got "all"');
  });
});
