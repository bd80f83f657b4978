// SPDX-License-Identifier: Apache-2.0
/** @module One view on the size of an engine, whichever engine it is. */
import { type EngineRole, engineRole } from "./engine-role.js";
import type { MockerConfig } from "./mocker.js";
import type { Program } from "./program.js";
import { sglangFileFlags } from "./sglang/config-file.js";
import type { SglangConfig } from "./sglang/index.js";
import { engineArguments, type TrtllmConfig } from "./trtllm/index.js";
import type { VllmConfig } from "./vllm/index.js";

/** How an engine spreads over GPUs, and what decides its memory. */
export interface Parallelism {
  readonly role: EngineRole;
  /** GPUs that share each layer. */
  readonly tensor: number;
  /** Groups of GPUs that hold successive layers. */
  readonly pipeline: number;
  /** Copies of the attention layers. */
  readonly data: number;
  /** Ranks that whole experts are spread over; undefined when every rank holds a part of each. */
  readonly expert?: number | undefined;
  /** True when the copies of the attention layers share the experts of one engine. */
  readonly dataParallelAttention: boolean;
  /** GPUs of one engine over all its nodes; 0 for the mocker. */
  readonly gpus: number;
  readonly model?: string | undefined;
  readonly servedModelName?: string | undefined;
  /** Longest sequence, in tokens; undefined for the model's own limit or the engine's choice. */
  readonly contextLength?: number | undefined;
  /** Tokens per cache block; undefined when the engine chooses. */
  readonly blockSize?: number | undefined;
  readonly kvCacheDtype?: string | undefined;
  /**
   * vLLM: part of all GPU memory for everything. SGLang: part of all GPU memory for weights and
   * cache. TensorRT-LLM: part of what is left beside the weights, for the cache.
   */
  readonly memoryFraction?: number | undefined;
  readonly quantization?: string | undefined;
}

/**
 * A parsed configuration file that an engine reads besides its flags: TensorRT-LLM's
 * `--extra-engine-args`, SGLang's `--config` (or its section of `--disagg-config`).
 */
export type EngineFile = Readonly<Record<string, unknown>>;

/**
 * The size of an engine from its flags and its file; undefined for programs that are no engine.
 * Environment variables are not looked at: pass a program whose flags are `effectiveFlags`.
 */
export function parallelism(program: Program, file: EngineFile = {}): Parallelism | undefined {
  switch (program.program) {
    case "vllm":
      return ofVllm(program, program.flags);
    case "sglang":
      return ofSglang(program, sglangSettings(program, file));
    case "trtllm":
      return ofTrtllm(program, program.flags, file);
    case "mocker":
      return ofMocker(program, program.flags);
    default:
      return undefined;
  }
}

/** SGLang's flags over those of its file. */
export function sglangSettings(program: Program, file: EngineFile): SglangConfig {
  return { ...sglangFileFlags(file).config, ...program.flags };
}

/** @see vllm/config/parallel.py, world_size */
function ofVllm(program: Program, flags: VllmConfig): Parallelism {
  const tensor = flags.tensorParallelSize ?? 1;
  const pipeline = flags.pipelineParallelSize ?? 1;
  const perCopy = tensor * pipeline * (flags.prefillContextParallelSize ?? 1);
  const data = flags.dataParallelSize ?? 1;
  // Behind an external balancer every process is an engine of its own.
  const external = flags.dataParallelRank !== undefined || flags.dataParallelExternalLb === true;
  const copies = external ? (flags.dataParallelSizeLocal ?? 1) : data;
  const experts = flags.enableExpertParallel === true;
  return {
    role: engineRole(program, flags.disaggregationMode),
    tensor,
    pipeline,
    data,
    expert: experts ? tensor * data : undefined,
    dataParallelAttention: experts && data > 1,
    gpus: perCopy * copies,
    model: flags.model,
    servedModelName: flags.servedModelName,
    contextLength: positive(flags.maxModelLen),
    blockSize: flags.blockSize,
    kvCacheDtype: flags.kvCacheDtype,
    memoryFraction: flags.gpuMemoryUtilization,
    quantization: flags.quantization,
  };
}

function ofSglang(program: Program, flags: SglangConfig): Parallelism {
  const tensor = flags.tensorParallelSize ?? 1;
  const pipeline = flags.pipelineParallelSize ?? 1;
  const data = flags.dataParallelSize ?? 1;
  const dataParallelAttention = flags.enableDpAttention === true;
  const expert = flags.expertParallelSize ?? 1;
  return {
    role: engineRole(program, flags.disaggregationMode),
    tensor,
    pipeline,
    data,
    expert: expert > 1 ? expert : undefined,
    dataParallelAttention,
    // Data-parallel attention divides the tensor parallel ranks; plain copies multiply them.
    gpus: tensor * pipeline * (dataParallelAttention ? 1 : data),
    model: flags.modelPath,
    servedModelName: flags.servedModelName,
    contextLength: flags.contextLength,
    blockSize: flags.pageSize,
    kvCacheDtype: flags.kvCacheDtype,
    memoryFraction: flags.memFractionStatic,
    quantization: flags.quantization,
  };
}

function ofTrtllm(program: Program, flags: TrtllmConfig, file: EngineFile): Parallelism {
  const engine = engineArguments(flags, file);
  const tensor = engine.tensor_parallel_size ?? 1;
  const pipeline = engine.pipeline_parallel_size ?? 1;
  const expert = positive(engine.moe_expert_parallel_size ?? undefined);
  const dataParallelAttention = engine.enable_attention_dp === true;
  const cache = engine.kv_cache_config;
  return {
    role: engineRole(program, flags.disaggregationMode),
    tensor,
    pipeline,
    data: dataParallelAttention ? tensor : 1,
    expert: expert === 1 ? undefined : expert,
    dataParallelAttention,
    gpus: tensor * pipeline * (engine.context_parallel_size ?? 1),
    model: flags.model,
    servedModelName: flags.servedModelName,
    contextLength: engine.max_seq_len ?? undefined,
    blockSize: cache?.tokens_per_block ?? flags.kvBlockSize,
    kvCacheDtype: cache?.dtype,
    memoryFraction: cache?.free_gpu_memory_fraction ?? undefined,
    quantization: undefined,
  };
}

function ofMocker(program: Program, flags: MockerConfig): Parallelism {
  return {
    role: engineRole(program, flags.disaggregationMode),
    tensor: 1,
    pipeline: 1,
    data: flags.dataParallelSize ?? 1,
    dataParallelAttention: false,
    gpus: 0,
    model: flags.modelPath,
    servedModelName: flags.modelName,
    contextLength: flags.maxModelLen,
    blockSize: flags.blockSize,
    kvCacheDtype: flags.kvCacheDtype,
  };
}

/** -1 stands for a choice of the engine. */
function positive(value: number | undefined): number | undefined {
  return value === undefined || value < 1 ? undefined : value;
}
