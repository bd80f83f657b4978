// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac plan`: what it prints, what it writes, and how it ends. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dynamoIac, folderOf } from "../support/cli.js";
import { inferenceStack, stackFolder } from "../support/clouds/stack.js";

const plan = (...args: string[]) => dynamoIac(["plan", inferenceStack, "--stack", "prod", ...args]);

const fileSystem = (args: string) => `const { FileSystem } = require("@pulumi/aws/efs/fileSystem");
new FileSystem("models", { tags: { team: "ai" }, ${args} });`;

const nodes = `const { NodeGroup } = require("@pulumi/aws/eks/nodeGroup");
const { Provider } = require("@pulumi/kubernetes/provider");
const { Manifests } = require("@dynamo-iac/clouds/kubernetes");
const group = (name, instanceTypes, minSize, maxSize, taints) => new NodeGroup(name, {
  clusterName: "c", nodeRoleArn: "r", subnetIds: ["subnet-1"], instanceTypes, taints, tags: { a: "b" },
  scalingConfig: { minSize, maxSize, desiredSize: minSize } });
group("gpu", ["p5.48xlarge"], 1, 2, [{ key: "nvidia.com/gpu", effect: "NO_SCHEDULE" }]);
group("system", ["m7i.2xlarge"], 2, 4, []);
const worker = { name: "worker", type: "worker", replicas: 2, podTemplate: { spec: {
  tolerations: [{ key: "nvidia.com/gpu", operator: "Exists" }],
  containers: [{ name: "main", image: "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0",
    command: ["python3", "-m", "dynamo.vllm"], args: ["--model", "Qwen/Qwen3-0.6B"],
    resources: { limits: { "nvidia.com/gpu": "2" } } }] } } };
new Manifests("graph", { manifests: [{ apiVersion: "nvidia.com/v1beta1", kind: "DynamoGraphDeployment",
  metadata: { name: "qwen", namespace: "ai" }, spec: { backendFramework: "vllm", components: [worker] } }] },
  { provider: new Provider("cluster", { kubeconfig: "{}" }) });
`;

describe("dynamo-iac plan", () => {
  it("prints the tree with counts, what was assumed, and findings with their place", async () => {
    const { code, out, err } = await plan();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(
      "inference, stack prod (preview): 10 resources (4 aws, 3 kubernetes, 2 components, 1 provider)\n",
    );
    expect(out).toContain(
      [
        "inference-prod",
        "└─ small  test:index:Environment  8 resources",
        "   ├─ aws ec2 Subnet × 2  small-private-us-east-1a, small-private-us-east-1b",
        "   ├─ aws ec2 Vpc  small-vpc",
        "   ├─ aws eks Cluster  small-cluster [protected]",
        "   ├─ provider kubernetes  small-kubernetes",
        "   └─ small-graph  dynamo:kubernetes:Manifests  3 resources",
        "      ├─ kubernetes ConfigMap  inference/ConfigMap/facts",
      ].join("\n"),
    );
    expect(out).toContain('  getAvailabilityZones  {"state":"available"}');
    expect(out).toContain(
      "small > small-cluster warning DYN-CLOUD-005 Cluster/small-cluster encryptionConfig\n",
    );
    expect(out).toMatch(/0 errors, \d+ warnings, 0 notes, 0 waived in inference, stack prod\n$/);
  });

  it("counts GPUs, money and quotas of graphs and node groups", async () => {
    const { out } = await dynamoIac(["plan", stackFolder({ program: nodes }), "--stack", "dev"]);
    expect(out).toMatch(/qwen +4\n/);
    expect(out).toMatch(/machines +8 to 16 +at minimum and maximum of the pools/);
    expect(out).toMatch(/gpu +p5\.48xlarge +on-demand +\$55\.04 +1 +1 /);
    expect(out).toMatch(/system +m7i\.2xlarge +on-demand +unknown +2 /);
    expect(out).toMatch(
      /Running On-Demand P instances +L-417A185B +384 +vCPU +gpu: 2 × p5\.48xlarge/,
    );
    expect(out).toMatch(
      /Running On-Demand Standard .*L-1216C47A +32 +vCPU +system: 4 × m7i\.2xlarge/,
    );
  });

  it("prints JSON that is the same byte for byte, and complete", async () => {
    const [first, second] = [await plan("--json"), await plan("--json")];
    expect(second.out).toBe(first.out);
    const document = JSON.parse(first.out);
    expect(document).toMatchObject({
      version: 1,
      plan: { version: 1, project: "inference", stack: "prod", mode: "preview" },
      counts: { resources: 10, components: 2, providers: 1, byPackage: { aws: 4, kubernetes: 3 } },
      quotas: [
        { code: "L-1194D53C", needed: 1 },
        { code: "L-F678F1CE", needed: 1 },
      ],
      totals: { errors: 0 },
    });
    expect(document.plan.resources).toHaveLength(11);
    expect(document.findings[0]).toMatchObject({
      code: "DYN-CLOUD-005",
      urn: expect.stringMatching(/::small-cluster$/),
      path: "encryptionConfig",
    });
    const update = JSON.parse((await plan("--json", "--mode", "update")).out);
    expect(JSON.stringify(update.plan.resources)).not.toContain("[unknown]");
  });

  it("draws the environment, and keeps a file that is there", async () => {
    const folder = folderOf({});
    const [mmd, svg] = [join(folder, "a.mmd"), join(folder, "a.svg")];
    expect((await plan("--graph", mmd, "--graph", svg)).code).toBe(0);
    expect(readFileSync(mmd, "utf8")).toMatch(
      /^---\ntitle: inference, stack prod\n---\nflowchart TB\n/,
    );
    expect(readFileSync(svg, "utf8")).toMatch(/^<svg xmlns/);
    const again = await plan("--graph", svg);
    expect(again.code).toBe(2);
    expect(again.out).toBe("");
    expect((await plan("--graph", svg, "--force")).code).toBe(0);
    const wrong = await plan("--graph", join(folder, "a.png"));
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("--graph writes .mmd and .svg files");
  });

  it("ends with 1 for an error, and with 0 when the configuration waives it", async () => {
    const program = fileSystem("");
    const bad = await dynamoIac(["plan", stackFolder({ program }), "--stack", "dev"]);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain("models error DYN-CLOUD-004 FileSystem/models encrypted\n");
    const config = `  dynamo-iac:waive:\n    - code: DYN-CLOUD-004\n      object: FileSystem/models\n      reason: scratch\n`;
    const waived = await dynamoIac(["plan", stackFolder({ program, config }), "--stack", "dev"]);
    expect(waived.code).toBe(0);
    expect(waived.out).toContain("waived: scratch");
    expect(
      (
        await dynamoIac([
          "plan",
          stackFolder({ program: fileSystem("encrypted: true") }),
          "--stack",
          "dev",
        ])
      ).code,
    ).toBe(0);
  });

  it("ends with 1 when the program refuses, with the reason and no stack trace", async () => {
    const { code, out, err } = await dynamoIac([
      "plan",
      stackFolder({ program: 'new (require("@pulumi/pulumi").Config)().require("zones");' }),
      "--stack",
      "dev",
    ]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("Missing required configuration variable 'small:zones'");
    expect(err).not.toContain("node_modules");
  });

  it("takes answers from a file", async () => {
    const program = `module.exports = async () => ({
      found: (await require("@pulumi/pulumi").runtime.invoke("other:index:getThing", {})).name });`;
    const stack = stackFolder({ program });
    const files = folderOf({
      "a.json": '{"other:index:getThing":{"name":"x"}}',
      "b.json": "[1]",
      "c.json": "{",
    });
    const run = (file: string) =>
      dynamoIac(["plan", stack, "--stack", "dev", "--json", "--answers", join(files, file)]);
    expect(JSON.parse((await run("a.json")).out).plan.outputs).toEqual({ found: "x" });
    expect((await run("b.json")).err).toContain("must be an object of answers by token");
    expect((await run("c.json")).err).toContain("is not JSON");
  });

  it("ends with 2 for a folder or stack that is not there, and a missing option", async () => {
    const none = await dynamoIac(["plan", folderOf({}), "--stack", "dev"]);
    expect(none.code).toBe(2);
    expect(none.err).toContain("is not a Pulumi project");
    const stack = await dynamoIac(["plan", inferenceStack, "--stack", "prd"]);
    expect(stack.code).toBe(2);
    expect(stack.err).toContain("its stacks are dev, prod. Did you mean prod?");
    const missing = await dynamoIac(["plan", inferenceStack]);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain("required option '--stack <name>' not specified");
    expect(existsSync(join(inferenceStack, "a.svg"))).toBe(false);
  });
});
