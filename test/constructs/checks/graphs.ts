// SPDX-License-Identifier: Apache-2.0
/** @module Graphs with nothing to find in them, as drafts that a test can spoil. */

/** A container that a test may change. */
export interface DraftContainer {
  name: string;
  image?: string;
  command?: string[];
  args: string[];
  env: { name: string; value?: string; valueFrom?: unknown }[];
  resources: {
    limits?: Record<string, string | number>;
    requests?: Record<string, string | number>;
    claims?: { name: string }[];
  };
  [field: string]: unknown;
}

/** A component that a test may change. */
export interface DraftComponent {
  name: string;
  type?: string;
  replicas?: number;
  podTemplate: {
    spec: { containers: [DraftContainer, ...DraftContainer[]]; [field: string]: unknown };
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

/** A graph that a test may change. */
export interface DraftGraph {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    annotations: Record<string, string>;
    [field: string]: unknown;
  };
  spec: {
    components: DraftComponent[];
    env: { name: string; value?: string }[];
    [field: string]: unknown;
  };
}

const registry = "nvcr.io/nvidia/ai-dynamo";

/** Text that a tool fills in before the manifest is applied. */
export function placeholder(name: string): string {
  return ["$", "{", name, "}"].join("");
}

/** The component of that name. */
export function component(graph: DraftGraph, name: string): DraftComponent {
  const found = graph.spec.components.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`the test graph has no component ${name}`);
  return found;
}

/** The main container of a component. */
export function main(graph: DraftGraph, name: string): DraftContainer {
  return component(graph, name).podTemplate.spec.containers[0];
}

/** Takes a flag and its value out of the args of a component. */
export function dropFlag(graph: DraftGraph, name: string, flag: string): void {
  const { args } = main(graph, name);
  const at = args.indexOf(flag);
  if (at === -1) throw new Error(`${name} has no flag ${flag}`);
  const following = args[at + 1];
  args.splice(at, following === undefined || following.startsWith("--") ? 1 : 2);
}

/** Gives a flag of a component another value. */
export function setFlag(graph: DraftGraph, name: string, flag: string, value: string): void {
  const { args } = main(graph, name);
  const at = args.indexOf(flag);
  if (at === -1) args.push(flag, value);
  else args[at + 1] = value;
}

interface Work {
  readonly type?: string;
  readonly replicas?: number;
  readonly image?: string;
  readonly gpus?: number;
  readonly nodes?: number;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
}

/** One component with a main container. */
export function work(name: string, options: Work): DraftComponent {
  const { type, replicas = 1, gpus, nodes, args = [] } = options;
  const container: DraftContainer = {
    name: "main",
    image: `${registry}/${options.image ?? "vllm-runtime"}:1.4.0`,
    args: [...args],
    env: [],
    resources: gpus === undefined ? {} : { limits: { "nvidia.com/gpu": String(gpus) } },
  };
  if (options.command !== undefined) container.command = [...options.command];
  const draft: DraftComponent = {
    name,
    replicas,
    podTemplate: { spec: { containers: [container] } },
  };
  if (type !== undefined) draft.type = type;
  if (nodes !== undefined) draft.multinode = { nodeCount: nodes };
  return draft;
}

/** `python3 -m dynamo.<module>` */
export function python(module: string): readonly string[] {
  return ["python3", "-m", `dynamo.${module}`];
}

function graph(name: string, components: DraftComponent[]): DraftGraph {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name, namespace: "inference", annotations: {} },
    spec: { env: [], components },
  };
}

/** A frontend with these flags. */
export function frontend(...args: string[]): DraftComponent {
  return work("frontend", {
    type: "frontend",
    image: "dynamo-frontend",
    command: python("frontend"),
    args,
  });
}

export const nixl = '{"kv_connector":"NixlConnector","kv_role":"kv_both"}';
export const vllmEvents =
  '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}';
const model = "Qwen/Qwen3-32B";

/** One vLLM worker over two GPUs. */
export function aggregated(): DraftGraph {
  return graph("chat", [
    frontend(),
    work("worker", {
      type: "worker",
      gpus: 2,
      command: python("vllm"),
      args: ["--model", model, "--tensor-parallel-size", "2"],
    }),
  ]);
}

/** vLLM, prefill and decode, routed by KV events. */
export function disaggregated(): DraftGraph {
  const role = (type: string, ...args: string[]) =>
    work(type, {
      type,
      replicas: 2,
      gpus: 2,
      command: python("vllm"),
      args: [
        "--model",
        model,
        "--tensor-parallel-size",
        "2",
        "--block-size",
        "32",
        "--kv-cache-dtype",
        "fp8",
        "--disaggregation-mode",
        type,
        "--kv-transfer-config",
        nixl,
        ...args,
      ],
    });
  return graph("chat", [
    frontend("--router-mode", "kv"),
    role("prefill", "--kv-events-config", vllmEvents),
    role("decode"),
  ]);
}

/** vLLM with tensor parallel 16 over two nodes. */
export function multinode(): DraftGraph {
  return graph("chat", [
    frontend(),
    work("worker", {
      type: "worker",
      gpus: 8,
      nodes: 2,
      command: python("vllm"),
      args: ["--model", model, "--tensor-parallel-size", "16"],
    }),
  ]);
}

/** SGLang, prefill and decode. */
export function sglang(): DraftGraph {
  const role = (type: string) =>
    work(type, {
      type,
      gpus: 4,
      image: "sglang-runtime",
      command: python("sglang"),
      args: [
        "--model-path",
        model,
        "--tp",
        "4",
        "--ep-size",
        "4",
        "--disaggregation-mode",
        type,
        "--disaggregation-transfer-backend",
        "nixl",
        "--disaggregation-bootstrap-port",
        "12345",
        "--host",
        "0.0.0.0",
      ],
    });
  return graph("chat", [frontend(), role("prefill"), role("decode")]);
}

/** TensorRT-LLM, prefill and decode, configured by flags alone. */
export function trtllm(): DraftGraph {
  const role = (type: string, engine: string) =>
    work(type, {
      type,
      gpus: 1,
      image: "tensorrtllm-runtime",
      command: python("trtllm"),
      args: ["--model", model, "--disaggregation-mode", type, "--override-engine-args", engine],
    });
  const transceiver = '"cache_transceiver_config":{"backend":"DEFAULT"}';
  return graph("chat", [
    frontend(),
    role("prefill", `{${transceiver},"disable_overlap_scheduler":true}`),
    role("decode", `{${transceiver}}`),
  ]);
}

/** The disaggregated graph with a planner that owns the replicas. */
export function planned(): DraftGraph {
  const draft = disaggregated();
  for (const name of ["prefill", "decode"]) {
    const scaled = component(draft, name);
    delete scaled.replicas;
    scaled.scalingAdapter = {};
  }
  draft.spec.components.push(
    work("planner", {
      type: "planner",
      image: "dynamo-planner",
      command: python("planner"),
      args: ["--config", '{"environment":"kubernetes","backend":"vllm","mode":"disagg"}'],
    }),
  );
  return draft;
}

/** An endpoint picker before workers with a frontend beside each. */
export function picked(): DraftGraph {
  const worker = work("worker", {
    type: "worker",
    gpus: 1,
    command: python("vllm"),
    args: ["--model", model, "--block-size", "64"],
  });
  worker.frontendSidecar = "sidecar-frontend";
  worker.podTemplate.spec.containers.push({
    name: "sidecar-frontend",
    image: `${registry}/vllm-runtime:1.4.0`,
    args: ["-m", "dynamo.frontend", "--router-mode", "direct"],
    env: [],
    resources: {},
  });
  const picker = work("picker", { type: "epp", image: "dynamo-frontend" });
  picker.podTemplate.spec.containers[0].env.push({ name: "DYN_KV_CACHE_BLOCK_SIZE", value: "64" });
  picker.eppConfig = {
    config: {
      plugins: [{ type: "max-score-picker", name: "picker" }],
      schedulingProfiles: [{ name: "default", plugins: [{ pluginRef: "picker" }] }],
    },
  };
  return graph("chat", [picker, worker]);
}

/** A mocker, which needs no GPU. */
export function mocked(): DraftGraph {
  return graph("chat", [
    work("frontend", { type: "frontend", image: "dynamo-planner", command: python("frontend") }),
    work("worker", {
      type: "worker",
      image: "dynamo-planner",
      command: python("mocker"),
      args: ["--model-path", model],
    }),
  ]);
}

/** Every graph of this file by name. */
export const soundGraphs: Readonly<Record<string, () => DraftGraph>> = {
  aggregated,
  disaggregated,
  multinode,
  sglang,
  trtllm,
  planned,
  picked,
  mocked,
};
