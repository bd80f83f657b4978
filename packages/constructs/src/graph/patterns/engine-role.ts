// SPDX-License-Identifier: Apache-2.0
/** @module The flags that a role needs of each engine. */
import type {
  KvTransferConfig,
  MockerConfig,
  Program,
  SglangConfig,
  TrtllmConfig,
  VllmConfig,
} from "../../engines/index.js";
import { defined } from "../container.js";
import type { Fabric } from "./fabric.js";
import type { LoraOptions } from "./lora.js";
import { modelLocation } from "./model-cache.js";
import type { PatternProps } from "./pattern-props.js";
import { cacheOf, modelId } from "./pod-defaults.js";
import type { ParallelismOptions } from "./serving.js";

/** What decides the flags of one role. */
export interface RoleSettings {
  readonly model: PatternProps["model"];
  readonly options: ParallelismOptions;
  /** Undefined for a worker that does both. */
  readonly disaggregation: "prefill" | "decode" | undefined;
  /** True when the role publishes KV events. */
  readonly kvEvents: boolean;
  readonly fabric?: Fabric | undefined;
  readonly lora?: LoraOptions | undefined;
  readonly gpuMemoryService?: boolean | undefined;
  /** Path of the mounted engine configuration (TensorRT-LLM). */
  readonly engineConfigPath?: string | undefined;
}

/** Ports that two roles agree on or that the operator does not assign. @see examples/backends (manifests) */
const ports = {
  vllmKvEvents: 20_080,
  sglangKvEvents: 5_557,
  sglangBootstrap: 12_345,
  mockerBootstrap: 50_100,
} as const;

/** The program of a role: what follows from the graph, under the flags that the user gave the engine. */
export function roleProgram(engine: Program, settings: RoleSettings): Program {
  const derived = flagsOfRole(engine.program, settings);
  return { ...engine, flags: defined({ ...derived, ...engine.flags }) };
}

function flagsOfRole(program: Program["program"], settings: RoleSettings): object {
  switch (program) {
    case "vllm":
      return vllmFlags(settings);
    case "sglang":
      return sglangFlags(settings);
    case "trtllm":
      return trtllmFlags(settings);
    default:
      return mockerFlags(settings);
  }
}

function vllmFlags(settings: RoleSettings): VllmConfig {
  const { options, disaggregation, fabric, lora } = settings;
  return {
    model: modelPath(settings.model),
    revision: revision(settings.model),
    servedModelName: servedModelName(settings.model),
    tensorParallelSize: options.tensorParallel,
    pipelineParallelSize: options.pipelineParallel,
    dataParallelSize: options.dataParallel,
    enableExpertParallel: options.expertParallel,
    disaggregationMode: disaggregation,
    kvTransferConfig: disaggregation === undefined ? undefined : nixl(fabric),
    kvEventsConfig: settings.kvEvents ? kvEvents(ports.vllmKvEvents) : undefined,
    ...loader(settings),
    enableLora: lora === undefined ? undefined : true,
    maxLoras: lora?.maxLoras,
    maxLoraRank: lora?.maxRank,
  };
}

function sglangFlags(settings: RoleSettings): SglangConfig {
  const { options, disaggregation } = settings;
  return {
    modelPath: modelPath(settings.model),
    revision: revision(settings.model),
    servedModelName: servedModelName(settings.model, modelId(settings.model)),
    tensorParallelSize: options.tensorParallel,
    pipelineParallelSize: options.pipelineParallel,
    dataParallelSize: options.dataParallel,
    enableDpAttention: options.dataParallel === undefined ? undefined : true,
    expertParallelSize: options.expertParallel === true ? (options.tensorParallel ?? 1) : undefined,
    skipTokenizerInit: true,
    disaggregationMode: disaggregation,
    ...(disaggregation === undefined
      ? {}
      : {
          disaggregationTransferBackend: "nixl",
          disaggregationBootstrapPort: ports.sglangBootstrap,
          host: "0.0.0.0",
        }),
    kvEventsConfig: settings.kvEvents
      ? { publisher: "zmq", topic: "kv-events", endpoint: `tcp://*:${ports.sglangKvEvents}` }
      : undefined,
    ...loader(settings),
  };
}

function trtllmFlags(settings: RoleSettings): TrtllmConfig {
  const { options } = settings;
  return {
    model: modelPath(settings.model),
    servedModelName: servedModelName(settings.model, modelId(settings.model)),
    tensorParallelSize: options.tensorParallel,
    pipelineParallelSize: options.pipelineParallel,
    expertParallelSize: options.expertParallel === true ? (options.tensorParallel ?? 1) : undefined,
    enableAttentionDp: options.dataParallel === undefined ? undefined : true,
    disaggregationMode: settings.disaggregation,
    extraEngineArgs: settings.engineConfigPath,
    publishKvEvents: settings.kvEvents ? true : undefined,
    loadFormat: settings.gpuMemoryService === true ? "gms" : undefined,
  };
}

function mockerFlags(settings: RoleSettings): MockerConfig {
  return {
    modelPath: modelPath(settings.model),
    modelName: servedModelName(settings.model, modelId(settings.model)),
    dataParallelSize: settings.options.dataParallel,
    disaggregationMode: settings.disaggregation,
    bootstrapPorts:
      settings.disaggregation === "prefill" ? String(ports.mockerBootstrap) : undefined,
  };
}

/** Where the engine finds the model. */
function modelPath(model: PatternProps["model"]): string {
  return modelLocation(modelId(model), cacheOf(model));
}

/** How vLLM and SGLang read weights: from GPU memory that a service keeps, or as the cache wants it. */
function loader({
  model,
  gpuMemoryService,
}: RoleSettings): Pick<VllmConfig & SglangConfig, "loadFormat" | "modelLoaderExtraConfig"> {
  const cache = cacheOf(model);
  return gpuMemoryService === true
    ? { loadFormat: "gms" }
    : { loadFormat: cache?.loadFormat, modelLoaderExtraConfig: cache?.loaderConfig };
}

/** The name that requests use; engines that would not take the model's id get it spelled out. */
function servedModelName(model: PatternProps["model"], otherwise?: string): string | undefined {
  if (typeof model === "string") return otherwise;
  const elsewhere = model.cache?.location === undefined ? undefined : model.id;
  return model.servedName ?? otherwise ?? elsewhere;
}

/** A folder or bucket holds one revision, whichever was copied there. */
function revision(model: PatternProps["model"]): string | undefined {
  return typeof model === "string" || model.cache?.location !== undefined
    ? undefined
    : model.revision;
}

/** NIXL between prefill and decode; both sides send and receive. */
function nixl(fabric: Fabric | undefined): KvTransferConfig {
  return {
    kv_connector: "NixlConnector",
    kv_role: "kv_both",
    ...(fabric?.hostBuffer === true ? { kv_buffer_device: "cpu" } : {}),
    ...(fabric?.nixlBackend === undefined
      ? {}
      : { kv_connector_extra_config: { backends: [fabric.nixlBackend] } }),
  };
}

function kvEvents(port: number): NonNullable<VllmConfig["kvEventsConfig"]> {
  return {
    publisher: "zmq",
    topic: "kv-events",
    endpoint: `tcp://*:${port}`,
    enable_kv_cache_events: true,
  };
}
