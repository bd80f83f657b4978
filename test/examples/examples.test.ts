// SPDX-License-Identifier: Apache-2.0
/** @module Every example as a user runs it: what it writes, against a reviewed copy and the real CRDs. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { loadAll } from "js-yaml";
import { afterAll, describe, expect, it } from "vitest";
import { crdValidators } from "../support/crds.js";
import { shared } from "../support/shared.js";

const root = resolve(__dirname, "../..");
const golden = join(root, "test/golden");
const examples = readdirSync(join(root, "examples")).filter((name) =>
  existsSync(join(root, "examples", name, "cdk8s.yaml")),
);
const out = mkdtempSync(join(tmpdir(), "examples-"));
afterAll(() => rmSync(out, { recursive: true }));

interface Written {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const texts = new Map<string, string>();

/** The YAML of an example, from its compiled program in a process of its own. */
function yamlOf(example: string): string {
  const known = texts.get(example);
  if (known !== undefined) return known;
  const outdir = join(out, example);
  const run = spawnSync(process.execPath, ["lib/main.js"], {
    cwd: join(root, "examples", example),
    env: { ...process.env, CDK8S_OUTDIR: outdir },
    encoding: "utf8",
  });
  // Nothing is said, or nothing but what the example waives.
  const said = run.stderr.trimEnd().split("\n").at(-1);
  expect(said).toMatch(/^$|^0 errors, 0 warnings and notes, \d+ waived$/);
  expect(run.status).toBe(0);
  const text = readdirSync(outdir)
    .toSorted()
    .map((file) => readFileSync(join(outdir, file), "utf8"))
    .join("---\n");
  texts.set(example, text);
  return text;
}

const objectsOf = (example: string) => loadAll(yamlOf(example)) as Written[];

function graphOf(example: string): DynamoGraphDeployment {
  const graph = objectsOf(example).find((object) => object.kind === "DynamoGraphDeployment");
  if (graph === undefined) throw new Error(`${example} writes no graph`);
  return graph as unknown as DynamoGraphDeployment;
}

function argsOf(example: string, component: string): readonly string[] {
  const found = graphOf(example).spec?.components?.find(({ name }) => name === component);
  return found?.podTemplate?.spec?.containers[0]?.args ?? [];
}

describe.each(examples)("examples/%s", (example) => {
  it("writes what was reviewed; UPDATE_GOLDEN=1 writes it anew", () => {
    const file = join(golden, `${example}.yaml`);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, yamlOf(example));
    expect(yamlOf(example)).toBe(readFileSync(file, "utf8"));
  });

  it("has no findings", () => {
    const findings = checkObjects(objectsOf(example));
    expect(findings.filter(({ waived }) => waived === undefined)).toEqual([]);
  });

  it("has a program that is short enough to read at a glance", () => {
    const program = readFileSync(join(root, "examples", example, "main.ts"), "utf8");
    const lines = example === "production" ? 120 : 60;
    expect(program.trimEnd().split("\n").length).toBeLessThanOrEqual(lines);
  });
});

it("no reviewed copy is left without its example", () => {
  // The plans of the stacks are beside them, as text.
  const copies = readdirSync(golden).filter((name) => name.endsWith(".yaml"));
  expect(copies.toSorted()).toEqual(examples.map((name) => `${name}.yaml`).toSorted());
});

const crds = shared("crds/dynamo-1.4");
describe.skipIf(crds === undefined)("the real CRDs", () => {
  // The body runs also where the tests are left out.
  const validators = crds === undefined ? new Map<string, never>() : crdValidators(crds);

  it.each(examples)("take every object of examples/%s, unknown fields refused", (example) => {
    for (const object of objectsOf(example).filter(({ apiVersion }) =>
      apiVersion.startsWith("nvidia.com/"),
    )) {
      const validate = validators.get(`${object.apiVersion}/${object.kind}`);
      expect(validate, `${object.apiVersion}/${object.kind}`).toBeDefined();
      validate?.(object);
      expect(validate?.errors ?? []).toEqual([]);
    }
  });

  it("refuse a field that they do not know", () => {
    const validate = validators.get("nvidia.com/v1beta1/DynamoGraphDeployment");
    const graph = graphOf("quickstart");
    expect(validate?.({ ...graph, spec: { ...graph.spec, componentz: [] } })).toBe(false);
  });
});

describe("the point of each example", () => {
  it("quickstart: one worker with one GPU and the model", () => {
    expect(graphOf("quickstart")).toMatchObject({
      spec: {
        components: [
          { type: "frontend" },
          {
            type: "worker",
            podTemplate: {
              spec: { containers: [{ resources: { limits: { "nvidia.com/gpu": "1" } } }] },
            },
          },
        ],
      },
    });
    expect(argsOf("quickstart", "worker")).toEqual(["--model", "Qwen/Qwen3-0.6B"]);
  });

  it("disaggregated: six prefill and two decode workers with two GPUs and eight EFA interfaces each", () => {
    const limits = { "nvidia.com/gpu": "2", "vpc.amazonaws.com/efa": "8" };
    const worker = (type: string, replicas: number) => ({
      type,
      replicas,
      podTemplate: {
        spec: { containers: [{ image: expect.stringMatching(/-efa$/), resources: { limits } }] },
      },
    });
    expect(graphOf("disaggregated")).toMatchObject({
      spec: { components: [{ type: "frontend" }, worker("prefill", 6), worker("decode", 2)] },
    });
    expect(argsOf("disaggregated", "prefill")).toContain("--kv-events-config");
    expect(argsOf("disaggregated", "decode")).not.toContain("--kv-events-config");
  });

  it("sglang-multinode: sixteen-way tensor parallel over two nodes of eight GPUs", () => {
    expect(graphOf("sglang-multinode")).toMatchObject({
      metadata: { annotations: { "nvidia.com/enable-grove": "true" } },
      spec: {
        components: [
          {},
          {
            multinode: { nodeCount: 2 },
            podTemplate: {
              spec: {
                containers: [{ resources: { limits: { "nvidia.com/gpu": "8", "rdma/ib": "8" } } }],
              },
            },
          },
        ],
      },
    });
    expect(argsOf("sglang-multinode", "worker").join(" ")).toMatch(/--tensor-parallel-size 16/);
  });

  it("trtllm-disaggregated: a ConfigMap per role, and only prefill without the overlap scheduler", () => {
    const configs = objectsOf("trtllm-disaggregated").filter(({ kind }) => kind === "ConfigMap");
    expect(configs.map(({ metadata }) => metadata.name)).toEqual([
      "gpt-oss-prefill-engine",
      "gpt-oss-decode-engine",
    ]);
    const [prefill, decode] = configs.map((config) => JSON.stringify(config));
    expect(prefill).toMatch(/disable_overlap_scheduler: true/);
    expect(decode).not.toMatch(/disable_overlap_scheduler/);
    expect(argsOf("trtllm-disaggregated", "prefill")).toContain(
      "/opt/dynamo/engine-config/prefill.yaml",
    );
  });

  it("planner: it owns the replica counts of both roles", () => {
    const components = graphOf("planner").spec?.components ?? [];
    for (const role of ["prefill", "decode"]) {
      const component = components.find(({ name }) => name === role);
      expect(component).toMatchObject({ scalingAdapter: {} });
      expect(component?.replicas).toBeUndefined();
    }
    expect(JSON.parse(argsOf("planner", "planner")[1] ?? "")).toMatchObject({
      mode: "disagg",
      backend: "vllm",
      ttft_ms: 500,
    });
  });

  it("mocker: no GPU anywhere", () => {
    expect(yamlOf("mocker")).not.toMatch(/nvidia\.com\/gpu/);
    expect(argsOf("mocker", "frontend")).toEqual(["--router-mode", "kv"]);
  });

  it("gaie: no frontend component, a frontend beside each worker, one block size for both", () => {
    const components = graphOf("gaie").spec?.components ?? [];
    expect(components.map(({ type }) => type)).toEqual(["epp", "worker"]);
    expect(components[1]).toMatchObject({ frontendSidecar: "sidecar-frontend" });
    expect(yamlOf("gaie")).toMatch(/DYN_KV_CACHE_BLOCK_SIZE\n\s+value: '128'/);
  });

  it("lora: one DynamoModel per adapter, of the base model that the worker names", () => {
    const models = objectsOf("lora").filter(({ kind }) => kind === "DynamoModel");
    expect(models).toMatchObject([
      {
        spec: {
          modelName: "sql-expert",
          baseModelName: "Qwen/Qwen3-8B",
          source: { uri: "s3://adapters/sql-expert" },
        },
      },
      { spec: { modelName: "support-tone" } },
    ]);
    expect(graphOf("lora")).toMatchObject({
      spec: { components: [{}, { modelRef: { name: "Qwen/Qwen3-8B" } }] },
    });
  });

  it("existing-chart: the chart's namespace and labels, and every escape hatch", () => {
    expect(graphOf("existing-chart")).toMatchObject({
      metadata: {
        namespace: "search",
        labels: { team: "search" },
        annotations: { "example.com/owner": "search-platform" },
      },
      spec: {
        components: [
          {},
          { podTemplate: { spec: { hostNetwork: true, dnsPolicy: "ClusterFirstWithHostNet" } } },
        ],
      },
    });
  });
});
