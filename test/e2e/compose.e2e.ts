// SPDX-License-Identifier: Apache-2.0
/** @module Compose files of mocker graphs, run with the real programs: frontend, workers, etcd, NATS. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  Component,
  Container,
  DynamoGraphDeployment,
  PodSpec,
} from "@dynamo-iac/constructs/api";
import {
  frontendProgram,
  type MockerConfig,
  mocker,
  writeLaunch,
} from "@dynamo-iac/constructs/engines";
import { type ComposeOptions, toCompose } from "@dynamo-iac/constructs/targets";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { dynamoPython } from "./support/dynamo-python.js";
import { findPrograms } from "./support/programs.js";
import { timed } from "./support/report.js";
import { type ComposeRun, type RunOptions, runCompose } from "./support/run-compose.js";
import { writeTinyModel } from "./support/tiny-model.js";

const image = "nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.4.0";
const helpers = findPrograms("etcd", "etcdctl", "nats-server");
let models = "";
let python = "";

beforeAll(async () => {
  python = await dynamoPython();
  models = mkdtempSync(join(tmpdir(), "models-"));
  writeTinyModel(join(models, "tiny"));
}, 600_000);

afterAll(() => {
  if (models !== "") rmSync(models, { recursive: true, force: true });
});

describe("a Compose file of mockers answers requests", () => {
  it("aggregated, with a registry of files and the operator's default frontend", async () => {
    const answer = await complete(await up(graphOf(frontend(), worker("Worker", "worker"))));
    expect(answer.choices[0]?.message.content).toMatch(/^(word\d+){8}$/);
    expect(answer.usage).toMatchObject({ completion_tokens: 8 });
  });

  it("disaggregated, with a KV router that finds cached prefixes", async () => {
    const run = await up(
      graphOf(
        frontend({ routerMode: "kv" }),
        worker("Prefill", "prefill", { disaggregationMode: "prefill", bootstrapPorts: "50100" }),
        { ...worker("Decode", "decode", { disaggregationMode: "decode" }), replicas: 2 },
      ),
      {},
      { ports: { "prefill-0": [50_100] } },
    );
    const first = await complete(run);
    const second = await complete(run);
    const workers = second.nvext?.worker_id;
    expect(workers?.prefill_worker_id).toBeDefined();
    expect(workers?.prefill_worker_id).not.toBe(workers?.decode_worker_id);
    expect(first.nvext?.timing?.kv_hit_rate).toBe(0);
    expect(second.nvext?.timing?.kv_hit_rate).toBeGreaterThan(0.5);
    const ready = await json<Readiness>(`${run.url("frontend-0", 8000)}/v1/models/tiny/ready`);
    expect(ready.namespaces["default-mockers"]?.worker_types).toMatchObject({
      prefill: { workers: 1 },
      decode: { workers: 2 },
    });
  });

  it("with a configuration file and a volume that is prepared", async () => {
    const group = process.getgid?.() ?? 0;
    const run = await up(
      graphOf(
        frontend(),
        worker(
          "Worker",
          "worker",
          { extraEngineArgs: "/config/mocker.json" },
          {
            volumeMounts: [
              { name: "config", mountPath: "/config" },
              { name: "data", mountPath: "/data", subPath: "a/b" },
            ],
          },
          {
            securityContext: { fsGroup: group },
            volumes: [{ name: "config", configMap: { name: "engine" } }],
          },
        ),
      ),
      {
        objects: [
          {
            kind: "ConfigMap",
            metadata: { name: "engine" },
            data: { "mocker.json": '{"max_num_seqs": 4}' },
          },
        ],
      },
    );
    expect((await complete(run)).usage.completion_tokens).toBe(8);
    const folder = statSync(join(run.volume("data"), "a/b"));
    expect([folder.gid, folder.mode & 0o7777]).toEqual([group, 0o2775]);
  });

  it.skipIf(helpers === undefined)("with etcd and NATS in the place of files and ZMQ", async () => {
    const run = await up(
      graphOf(frontend({ routerMode: "kv" }), worker("Worker", "worker")),
      { discovery: "etcd", nats: true },
      {
        ports: { etcd: [2379, 2380], nats: [4222, 8222] },
        entrypoints: { "nats:": helpers?.path("nats-server") ?? "" },
        programs: {
          "/usr/local/bin/etcd": helpers?.path("etcd") ?? "",
          "/usr/local/bin/etcdctl": helpers?.path("etcdctl") ?? "",
        },
      },
    );
    await complete(run);
    const answer = await complete(run);
    expect(answer.nvext?.timing?.kv_hit_rate).toBeGreaterThan(0.5);
    const nats = await json<object>(`${run.url("nats", 8222)}/varz`);
    expect(nats).toMatchObject({ connections: 2, max_payload: 15_728_640 });
  });

  it("that is healthy only because the operator's variable is there", async () => {
    const { file } = toCompose(graphOf(worker("Worker", "worker")), { binds: { models } });
    const service = file?.services["worker-0"];
    if (file === undefined || service === undefined) throw new Error("no Compose file");
    const { DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS: _, ...environment } = service.environment ?? {};
    const without = { ...file, services: { "worker-0": { ...service, environment } } };
    await expect(runCompose(without, { path: [python], timeout: 5 })).rejects.toThrow("Error 503");
  });
});

interface Answer {
  readonly choices: readonly { readonly message: { readonly content: string | null } }[];
  readonly usage: { readonly completion_tokens: number };
  readonly nvext?: {
    readonly worker_id?: {
      readonly prefill_worker_id?: number;
      readonly decode_worker_id?: number;
    };
    readonly timing?: { readonly kv_hit_rate?: number };
  };
}

interface Readiness {
  readonly namespaces: Readonly<Record<string, { readonly worker_types: unknown }>>;
}

async function up(
  graph: DynamoGraphDeployment,
  options: ComposeOptions = {},
  runOptions: RunOptions = {},
): Promise<ComposeRun> {
  const { file, findings } = toCompose(graph, { ...options, binds: { models } });
  if (file === undefined) throw new Error(JSON.stringify(findings));
  const run = await timed("Compose up", () => runCompose(file, { ...runOptions, path: [python] }));
  onTestFinished(() => run.stop());
  await answering(run);
  const listed = await json(`${run.url("frontend-0", 8000)}/v1/models`);
  expect(listed).toMatchObject({ data: [{ id: "tiny" }] });
  return run;
}

/**
 * Asks until there is an answer: a frontend is healthy before it knows a model, and a prefill worker
 * registers a moment before it can hand blocks over ("source handoff manager is not initialized").
 */
async function answering(run: ComposeRun): Promise<void> {
  const answers = () => ask(run, "hello").then(() => true);
  await expect.poll(answers, { timeout: 30_000, interval: 100 }).toBe(true);
}

/** The answer to a question that fills several blocks of the cache. */
async function complete(run: ComposeRun): Promise<Answer> {
  return ask(run, "the same long question ".repeat(20));
}

async function ask(run: ComposeRun, content: string): Promise<Answer> {
  const question = {
    model: "tiny",
    messages: [{ role: "user", content }],
    max_tokens: 8,
    nvext: { extra_fields: ["worker_id", "timing"] },
  };
  const url = `${run.url("frontend-0", 8000)}/v1/chat/completions`;
  return json<Answer>(url, question).catch((error: unknown) => {
    throw new Error(`${error}\n${run.log("frontend-0")}`);
  });
}

async function json<T>(url: string, body?: object): Promise<T> {
  const headers = { "content-type": "application/json" };
  const post = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(url, body === undefined ? {} : post);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

function graphOf(...components: Component[]): DynamoGraphDeployment {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "mockers" },
    spec: { components },
  };
}

/** A frontend; without settings one that the operator gives its command. */
function frontend(config?: Parameters<typeof frontendProgram>[0]): Component {
  const launch = config === undefined ? {} : writeLaunch(frontendProgram(config));
  return {
    name: "Frontend",
    type: "frontend",
    podTemplate: { spec: { containers: [{ name: "main", image, ...launch }] } },
  };
}

function worker(
  name: string,
  type: "worker" | "prefill" | "decode",
  config: MockerConfig = {},
  { volumeMounts = [] }: Partial<Container> = {},
  pod: Partial<PodSpec> = {},
): Component {
  const launch = writeLaunch(
    mocker({ modelPath: "/models/tiny", modelName: "tiny", speedupRatio: 10, ...config }),
  );
  const main = {
    name: "main",
    image,
    ...launch,
    volumeMounts: [{ name: "models", mountPath: "/models" }, ...volumeMounts],
  };
  return { name, type, podTemplate: { spec: { ...pod, containers: [main] } } };
}
