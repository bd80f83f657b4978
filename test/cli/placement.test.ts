// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac placement` on inline manifests: tables, JSON, findings with lines, pools that are none. */
import { describe, expect, it } from "vitest";
import { dynamoIac, folderOf, goodGraph } from "../support/cli.js";

const pool = ["--pool", "h200=p5en.48xlarge,max=4,zones=us-east-1a"];

/** Three workers with eight GPUs each. */
const largeGraph = goodGraph
  .replace("type: worker\n      replicas: 1", "type: worker\n      replicas: 3")
  .replace('gpu: "1"', 'gpu: "8"');

const alphaGraph = `apiVersion: nvidia.com/v1alpha1
kind: DynamoGraphDeployment
metadata:
  name: old
spec:
  services:
    worker:
      componentType: worker
      replicas: 1
      resources:
        limits:
          gpu: "16"
`;

/** An autoscaler of a component, by the name of its adapter. */
const hpaOf = (name: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: grow}
spec:
  scaleTargetRef:
    apiVersion: nvidia.com/v1beta1
    kind: DynamoGraphDeploymentScalingAdapter
    name: ${name}
  minReplicas: 1
  maxReplicas: 8
`;

function placement(stdin: string, ...args: readonly string[]) {
  return dynamoIac(["placement", "-", ...args], { stdin });
}

describe("a graph that fits", () => {
  it("is a table of machines, what they hold and what is left over", async () => {
    const { code, out, err } = await placement(goodGraph, ...pool);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Machines\n {2}number +type +pool +zone +each holds +left over on each\n/);
    expect(out).toMatch(
      / 1 {2}p5en\.48xlarge +h200 +us-east-1a +Frontend × 1, worker × 1 +7 GPU(, .*)?\n/,
    );
    expect(out).toContain("placed: every replica at maximum scale has its machine\n");
    expect(out).toMatch(/0 errors, .* in 1 object of 1 file\n$/);
  });

  it("puts machines that hold the same on one line", async () => {
    const { code, out } = await placement(largeGraph, ...pool);
    expect(code).toBe(0);
    expect(out).toMatch(/\n +1 {2}p5en\.48xlarge +h200 +us-east-1a +Frontend × 1, worker × 1 /);
    expect(out).toMatch(/\n +2 {2}p5en\.48xlarge +h200 +us-east-1a +worker × 1 /);
    expect(out).toMatch(/h200 +p5en\.48xlarge +3 +4 +24 +0\n/);
  });

  it("takes as many machines as it needs from a pool without a maximum", async () => {
    const { code, out } = await placement(largeGraph, "--pool", "h200=p5en.48xlarge");
    expect(code).toBe(0);
    expect(out).toMatch(/h200 +p5en\.48xlarge +3 +64 /);
  });

  it("shares pools with the other graphs of files and folders", async () => {
    const folder = folderOf({
      "a.yaml": largeGraph,
      "b.yaml": largeGraph.replace("name: qwen", "name: other"),
    });
    const { code, out } = await dynamoIac(["placement", folder, ...pool]);
    expect(code).toBe(1);
    expect(out).toMatch(/DYN-PLACE-011/);
    const enough = await dynamoIac(["placement", folder, "--pool", "h200=p5en.48xlarge,max=6"]);
    expect(enough.code).toBe(0);
    expect(enough.out).toContain("qwen/worker × 1");
    expect(enough.out).toContain("other/worker × 1");
  });

  it("is JSON for programs", async () => {
    const { code, out } = await placement(goodGraph, ...pool, "--format", "json");
    expect(code).toBe(0);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      "version",
      "outcome",
      "machines",
      "pools",
      "elsewhere",
      "reasons",
      "notes",
      "findings",
      "totals",
    ]);
    expect(report).toMatchObject({
      version: 1,
      outcome: "placed",
      machines: [
        {
          name: "h200-1",
          pool: "h200",
          type: "p5en.48xlarge",
          zone: "us-east-1a",
          block: null,
          pods: [
            { graph: "qwen", component: "Frontend", replica: 0, node: 0 },
            { graph: "qwen", component: "worker", replica: 0, node: 0 },
          ],
          free: { "nvidia.com/gpu": 7 },
        },
      ],
      pools: [{ pool: "h200", machines: 1, max: 4, gpus: 8, gpusFree: 7 }],
      reasons: [],
      findings: [],
      totals: { errors: 0 },
    });
    expect(await placement(goodGraph, ...pool, "--format", "json")).toEqual({ code, out, err: "" });
  });
});

describe("a graph that does not fit", () => {
  it("tells the reason with the numbers, on the line of the component", async () => {
    const { code, out } = await placement(largeGraph, "--pool", "h200=p5en.48xlarge,max=2");
    expect(code).toBe(1);
    expect(out).toContain("impossible: 1 reason below\n");
    expect(out).toMatch(
      /<stdin>:16:7 error DYN-PLACE-011 DynamoGraphDeployment\/qwen spec\.components\[1\]\n {2}.* 3 machines in all, .* has at most 2\n {2}fix: Raise the maximum of pool h200 from 2 to 3/,
    );
  });

  it("names the field of v1alpha1 where it is written", async () => {
    const { code, out } = await placement(alphaGraph, ...pool);
    expect(code).toBe(1);
    expect(out).toMatch(
      /<stdin>:10:7 error DYN-PLACE-010 DynamoGraphDeployment\/old spec\.services\.worker\.resources\n {2}worker needs 16 GPUs on one node; pool h200 has at most 8 on p5en\.48xlarge/,
    );
  });

  it("gives the same reason to programs", async () => {
    const { code, out } = await placement(alphaGraph, ...pool, "--format", "json");
    expect(code).toBe(1);
    const report = JSON.parse(out) as { reasons: { message: string }[]; findings: object[] };
    expect(report).toMatchObject({
      outcome: "impossible",
      machines: [],
      reasons: [{ kind: "pod", graph: "old", component: "worker" }],
      findings: [{ code: "DYN-PLACE-010", line: 10, message: report.reasons[0]?.message }],
    });
  });

  it("reports a pool that cannot be had the way it is paid for", async () => {
    const { code, out } = await placement(goodGraph, "--pool", "gb=p6e-gb200.36xlarge");
    expect(code).toBe(1);
    expect(out).toContain("<command line>:1:1 error DYN-PLACE-014 Pool/gb capacity\n");
  });
});

describe("what is no graph", () => {
  it("ends with the findings when fields are unreadable", async () => {
    const { code, out } = await placement(
      goodGraph.replace("replicas: 1", "replicas: many"),
      ...pool,
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^<stdin>:10:7 error DYN-API-002 /);
  });

  it("is wrong usage", async () => {
    const { code, err } = await placement(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
      ...pool,
    );
    expect({ code, err }).toEqual({ code: 2, err: "error: -: no DynamoGraphDeployment\n" });
  });

  it("tells of an autoscaler whose replicas are not counted", async () => {
    const { out } = await placement(`${goodGraph}---\n${hpaOf("qwen-decode")}`, ...pool);
    expect(out).toContain(
      "not counted: replicas that HorizontalPodAutoscaler/grow decides, whose target is no component",
    );
  });

  it("counts the maximum of an autoscaler", async () => {
    const { code, out } = await placement(`${goodGraph}---\n${hpaOf("qwen-worker")}`, ...pool);
    expect(code).toBe(0);
    expect(out).toContain("worker × 8");
    expect(out).not.toContain("not counted");
  });
});

describe("a pool that is none", () => {
  it.each([
    ["no pool", [], /no pool of machines: the manifests describe none .*--pool gives none/],
    ["no type", ["h200"], /It starts with a name and a machine type/],
    ["no name", ["=p5en.48xlarge"], /It starts with a name and a machine type/],
    [
      "an unknown type",
      ["h200=p5en.48xlrge"],
      /no machine type "p5en\.48xlrge"\. Did you mean p5en\.48xlarge\?/,
    ],
    ["a type like no other", ["a=abacus"], /no machine type "abacus"\.\n/],
    ["an unknown setting", ["a=p5.48xlarge,mx=3"], /got "mx=3"\. Did you mean max=\?/],
    ["an empty setting", ["a=p5.48xlarge,max="], /got "max="\.\n/],
    ["a setting given twice", ["a=p5.48xlarge,max=1,max=2"], /max= is given twice/],
    ["half a machine", ["a=p5.48xlarge,max=1.5"], /max= is a whole number of machines, got "1\.5"/],
    ["limits that cross", ["a=p5.48xlarge,min=3,max=2"], /min= is at most max=, got 3 and 2/],
    ["an empty zone", ["a=p5.48xlarge,zones=a++b"], /zones= is a list such as .*, got "a\+\+b"/],
    [
      "an unknown capacity",
      ["a=p5.48xlarge,capacity=free"],
      /one of on-demand, spot, .* got "free"/,
    ],
    ["a name given twice", ["a=p5.48xlarge", "a=g6.xlarge"], /There is a pool a already/],
  ])("%s ends with 2", async (_, pools, message) => {
    for (const command of ["placement", "estimate"]) {
      const options = pools.flatMap((text) => ["--pool", text]);
      const { code, out, err } = await dynamoIac([command, "-", ...options], { stdin: goodGraph });
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(message);
    }
  });
});
