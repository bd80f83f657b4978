// SPDX-License-Identifier: Apache-2.0
/** @module `dynamo-iac estimate`: cost, memory, network and start-up on inline manifests, and upstream's own. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dynamoIac, goodGraph } from "../support/cli.js";
import { shared } from "../support/shared.js";

const pool = ["--pool", "h200=p5en.48xlarge,max=4,zones=us-east-1a"];

const disaggregated = goodGraph
  .replace("type: worker", "type: decode")
  .concat(
    goodGraph
      .slice(goodGraph.indexOf("    - name: worker"))
      .replace("name: worker", "name: prefill")
      .replace("type: worker", "type: prefill")
      .replace("[--model", "[--disaggregation-mode, prefill, --model"),
  );

interface Report {
  readonly [field: string]: unknown;
  readonly min: At;
  readonly max: At;
  readonly memory: readonly Readonly<Record<string, unknown>>[];
  readonly transport: readonly Readonly<Record<string, unknown>>[];
  readonly startup: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly { readonly code: string; readonly line: number }[];
}

interface At {
  readonly placed: boolean;
  readonly total: { readonly usdPerHour: number; readonly unknown: readonly string[] };
  readonly pools: readonly { readonly machines: number; readonly usdPerHour: number | null }[];
  readonly components: readonly {
    readonly graph: string | null;
    readonly component: string;
    readonly usdPerHour: number | null;
  }[];
}

function estimate(stdin: string, ...args: readonly string[]) {
  return dynamoIac(["estimate", "-", ...args], { stdin });
}

async function report(stdin: string, ...args: readonly string[]): Promise<Report> {
  const { out } = await estimate(stdin, ...args, "--format", "json");
  return JSON.parse(out) as Report;
}

describe("tables", () => {
  it("show cost by pool and component, with the day of the price", async () => {
    const { code, out, err } = await estimate(goodGraph, ...pool);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /h200 +p5en\.48xlarge +on-demand +(\$\d+\.\d\d) +1 +1 +\1 +(\$[\d,]+) +\1 +\2 +us-east-1, 20\d\d-\d\d-\d\d\n/,
    );
    expect(out).toMatch(/qwen +worker +1 +\$/);
    expect(out).toMatch(/ +idle +\$/);
    expect(out).toMatch(/maximum +\$\d+\.\d\d +\$[\d,]+\n/);
  });

  it("show whether the model fits, and the time to start once the store is known", async () => {
    const { out } = await estimate(goodGraph, ...pool);
    expect(out).toMatch(/qwen +worker +h200 +Qwen\/Qwen3-0\.6B .* fits\n/);
    expect(out).toMatch(/qwen +worker +unknown +[\d.]+ +1 +unknown +unknown\n/);
    const known = await estimate(goodGraph, ...pool, "--store-mbps", "20");
    expect(known.out).toMatch(/qwen +worker +the weight store +1\.2 +1 +1 +4 +store\n/);
  });

  it("leave unknown prices unknown", async () => {
    const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: models}
spec: {storageClassName: efs, resources: {requests: {storage: 100Gi}}}
`;
    const { code, out } = await estimate(
      `${goodGraph}---\n${claim}`,
      "--pool",
      "h200=p5en.48xlarge,capacity=spot",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/h200 +p5en\.48xlarge +spot +unknown +1 +1 +unknown +unknown/);
    expect(out).toMatch(/models \(efs\) +unknown +unknown\n/);
    expect(out).toMatch(
      /maximum +unknown +unknown +p5en\.48xlarge \(spot\): unknown, models \(efs\): unknown\n/,
    );
    expect(out).toContain("warning DYN-COST-002 Budget/prices");
  });
});

describe("what stands beside the graphs", () => {
  const hpa = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: grow}
spec:
  scaleTargetRef: {apiVersion: nvidia.com/v1beta1, kind: DynamoGraphDeploymentScalingAdapter, name: qwen-worker}
  minReplicas: 2
  maxReplicas: 12
`;

  it("decides the scale: an autoscaler, with its name", async () => {
    const { out } = await estimate(`${goodGraph}---\n${hpa}`, ...pool);
    expect(out).toMatch(/h200 +p5en\.48xlarge +on-demand +\$[\d.]+ +1 +2 /);
    expect(out).toMatch(/qwen +worker +2 to 12 +HorizontalPodAutoscaler\/grow +\$/);
    const { replicas } = await report(`${goodGraph}---\n${hpa}`, ...pool);
    expect(replicas).toContainEqual({
      graph: "qwen",
      component: "worker",
      min: 2,
      max: 12,
      decidedBy: "HorizontalPodAutoscaler/grow",
    });
  });

  it("is on the bill: load balancers, one line each", async () => {
    const service = `apiVersion: v1
kind: Service
metadata: {name: chat}
spec: {type: LoadBalancer}
`;
    const { out } = await estimate(`${goodGraph}---\n${service}`, ...pool);
    expect(out).toMatch(/Service\/chat \(load balancer\) +unknown +unknown\n/);
    const priced = await estimate(
      `${goodGraph}---\n${service}`,
      ...pool,
      "--price",
      "load-balancer=0.0225/h",
    );
    expect(priced.out).toMatch(/Service\/chat \(load balancer\) +\$0\.02 +\$16\.43\n/);
    expect(priced.out).not.toContain("DYN-COST-002");
  });

  it("tells where weights come from, and so the time to ready for as many as may start", async () => {
    const store = `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: lustre}
provisioner: fsx.csi.aws.com
parameters: {perUnitStorageThroughput: "125"}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: models}
spec: {storageClassName: lustre, resources: {requests: {storage: 1200Gi}}}
---
${hpa.replace("12", "4000")}`;
    const cached = goodGraph
      .replace(
        "              args:",
        "              volumeMounts: [{name: models, mountPath: /home/dynamo/.cache/huggingface}]\n              args:",
      )
      .replace(
        "          containers:\n            - name: main\n              image: nvcr.io/nvidia/ai-dynamo/vllm",
        "          volumes: [{name: models, persistentVolumeClaim: {claimName: models}}]\n          containers:\n            - name: main\n              image: nvcr.io/nvidia/ai-dynamo/vllm",
      );
    const { out } = await estimate(
      `${cached}---\n${store}`,
      "--pool",
      "h200=p5en.48xlarge,max=600",
    );
    expect(out).toMatch(/qwen +worker +models \(FSx for Lustre\) +1\.2 +4,?000 +\d+/);
    expect(out).toMatch(/<stdin>:16:7 warning DYN-START-001 [\s\S]* carries 146/);
    const fast = await estimate(
      `${cached}---\n${store}`,
      "--pool",
      "h200=p5en.48xlarge,max=600",
      "--store-mbps",
      "100000",
    );
    expect(fast.out).not.toContain("DYN-START-001");
  });
});

describe("findings", () => {
  it("fail a budget that maximum scale exceeds", async () => {
    const { code, out } = await estimate(goodGraph, ...pool, "--budget", "1000");
    expect(code).toBe(1);
    expect(out).toMatch(/<command line>:1:1 error DYN-COST-001 .*\n.*the budget is \$1,000\n/);
    expect((await estimate(goodGraph, ...pool, "--budget", "1000000")).code).toBe(0);
  });

  it("fail KV cache over TCP, on the line of the component, unless it is accepted", async () => {
    const { code, out } = await estimate(disaggregated, ...pool);
    expect(code).toBe(1);
    expect(out).toMatch(/qwen +KV cache +prefill +worker +h200 +h200 +tcp +prefill asks for no/);
    expect(out).toMatch(/<stdin>:29:7 error DYN-NET-001 .* spec\.components\[2\]\n/);
    const accepted = await estimate(disaggregated, ...pool, "--accept-tcp");
    expect(accepted.code).toBe(0);
    expect(accepted.out).toContain("info DYN-NET-002");
  });

  it("fail a model that is larger than the GPU", async () => {
    const { code, out } = await estimate(
      goodGraph.replace("Qwen/Qwen3-0.6B", "Qwen/Qwen3-32B"),
      "--pool",
      "l4=g6.4xlarge",
    );
    expect(code).toBe(1);
    expect(out).toMatch(/Qwen\/Qwen3-32B .* does not fit\n/);
    expect(out).toMatch(/<stdin>:16:7 error DYN-MEM-010 /);
  });

  it("fail a graph that the pools do not hold, whose parts nobody can price", async () => {
    const large = goodGraph.replace('gpu: "1"', 'gpu: "16"');
    const { code, out } = await estimate(large, ...pool);
    expect(code).toBe(1);
    expect(out).toContain("error DYN-PLACE-010");
    expect(out).toMatch(/maximum \(does not fit\) /);
    expect((await report(large, ...pool)).max.placed).toBe(false);
  });

  it("tell a start-up probe that gives up too early", async () => {
    const probe = "startupProbe: {periodSeconds: 10, failureThreshold: 2}";
    const { code, out } = await estimate(
      goodGraph.replace("              command:", `              ${probe}\n              command:`),
      ...pool,
      "--store-mbps",
      "20",
    );
    expect(code).toBe(1);
    expect(out).toContain("error DYN-START-002");
  });
});

describe("JSON", () => {
  it("has the same fields in the same order, and null for what is unknown", async () => {
    const json = await report(disaggregated, "--pool", "h200=p5en.48xlarge,capacity=spot");
    expect(Object.keys(json)).toEqual([
      "version",
      "currency",
      "min",
      "max",
      "replicas",
      "memory",
      "transport",
      "startup",
      "notes",
      "findings",
      "totals",
    ]);
    expect(json.max.pools).toEqual([
      expect.objectContaining({ pool: "h200", capacity: "spot", machines: 1, usdPerHour: null }),
    ]);
    expect(json.max.total.unknown).toEqual(["p5en.48xlarge (spot)"]);
    expect(json.replicas).toContainEqual({
      graph: "qwen",
      component: "worker",
      min: 1,
      max: 1,
      decidedBy: null,
    });
    expect(json.memory[0]).toMatchObject({
      component: "worker",
      pool: "h200",
      estimate: { fits: true },
      why: null,
    });
    expect(json.transport).toEqual([
      expect.objectContaining({ traffic: "kv-transfer", from: "prefill", transport: "tcp" }),
    ]);
    expect(json.startup[0]).toMatchObject({ component: "worker", minutes: null, limit: null });
    expect(json.findings.map(({ code }) => code)).toEqual(["DYN-NET-001", "DYN-COST-002"]);
  });

  it("gives the parts of a machine to components, and the rest to idle", async () => {
    const { max } = await report(goodGraph, ...pool);
    const sum = max.components.reduce((all, { usdPerHour }) => all + (usdPerHour ?? 0), 0);
    expect(sum).toBeCloseTo(max.total.usdPerHour);
    const idle = max.components.find(({ graph }) => graph === null);
    expect(idle?.usdPerHour).toBeCloseTo((max.total.usdPerHour * 7) / 8);
  });

  it("keeps the machines that always run", async () => {
    const { min } = await report(goodGraph, "--pool", "h200=p5en.48xlarge,min=2,max=4");
    expect(min.pools[0]?.machines).toBe(2);
    expect(min.total.usdPerHour).toBeCloseTo((min.pools[0]?.usdPerHour ?? 0) * 2);
  });
});

describe("wrong usage", () => {
  it.each([
    ["a budget that is none", ["--budget", "1e5"]],
    ["a budget below 0", ["--budget", "-1"]],
    ["a store that reads nothing", ["--store-mbps", "0"]],
  ])("of %s ends with 2", async (_, args) => {
    const { code, err } = await estimate(goodGraph, ...pool, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(/a number above 0/);
  });
});

const folder = shared("conformance/dgd");
const manifests =
  folder === undefined ? [] : readdirSync(folder).filter((n) => n.endsWith(".yaml"));

/** Manifests that select their machines; the others run on H200. */
const pools: Readonly<Record<string, string>> = {
  "deployments__EKS__manifests__vllm__disagg.yaml": "g7e=g7e.12xlarge,max=2",
  "deployments__EKS__manifests__vllm__v1beta1__disagg-p5.yaml":
    "p5=p5.48xlarge,max=4,capacity=reserved,zones=us-east-1a",
  "recipes__deepseek-r1__trtllm__disagg__wide_ep__gb200__deploy.yaml":
    "gb200=p6e-gb200.36xlarge,max=18,capacity=capacity-block",
};

/** A frontend whose affinity selects nothing. */
const misplaced = "deployments__EKS__manifests__vllm__v1beta1__disagg-p5.yaml";

describe.skipIf(folder === undefined)("upstream manifests", () => {
  it("are 24", () => {
    expect(manifests).toHaveLength(24);
  });

  it.each(manifests)("%s has a placement and a cost", async (name) => {
    const path = join(folder ?? "", name);
    const options = ["--pool", pools[name] ?? "h200=p5en.48xlarge,max=4,zones=us-east-1a"];
    const placed = await dynamoIac(["placement", path, ...options]);
    expect(placed.code).toBe(name === misplaced ? 1 : 0);
    expect(placed.out).toMatch(/^Machines\n/);
    expect(placed.out).toMatch(
      name === misplaced ? /error DYN-PLACE-013/ : /\nplaced: every replica/,
    );

    const { out, err } = await dynamoIac(["estimate", path, ...options, "--format", "json"]);
    expect(err).toBe("");
    const { max, findings } = JSON.parse(out) as Report;
    expect(max.placed).toBe(name !== misplaced);
    expect(max.components.length).toBeGreaterThan(0);
    if (options[1]?.includes("capacity-block"))
      expect(max.total.unknown).toEqual(["p6e-gb200.36xlarge (capacity-block)"]);
    else expect(max.total.usdPerHour).toBeGreaterThan(0);
    for (const { line } of findings) expect(line).toBeGreaterThan(0);
    const text = await dynamoIac(["estimate", path, ...options]);
    expect(text.out).toMatch(/^Cost by pool, USD\n/);
  });
});
