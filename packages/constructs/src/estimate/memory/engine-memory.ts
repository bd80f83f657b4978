// SPDX-License-Identifier: Apache-2.0
/** @module What each engine gives to the KV cache, by its own arithmetic. */
import type { Model } from "../../facts/index.js";
import type { Layout, SizedEngine } from "./model-memory.js";

const gib = 2 ** 30;

/** What decides the memory of an engine, besides the model. */
export interface EngineMemory {
  readonly engine: SizedEngine;
  readonly layout: Layout;
  /** Memory of one GPU that programs can use, GiB. */
  readonly gpuGiB: number;
  /** `--gpu-memory-utilization`, `--mem-fraction-static`, `free_gpu_memory_fraction`. @default - the engine's */
  readonly fraction?: number | undefined;
  /** Tokens that one step works on. @default - the engine's, by GPU */
  readonly batchedTokens?: number | undefined;
  /** Sequences that run at the same time. @default - the engine's */
  readonly sequences?: number | undefined;
  /** Largest batch with a CUDA graph (SGLang). @default - by GPU */
  readonly graphBatch?: number | undefined;
  /** Fixed size of the KV cache, in bytes (vLLM). @default - what is left */
  readonly kvCacheBytes?: number | undefined;
}

/** The parts of one GPU's memory, in GiB. */
export interface Budget {
  /** The part of the GPU that the engine's setting stands for. */
  readonly fraction: number;
  /** CUDA context, communication buffers, and the largest activations. */
  readonly reserveGiB: number;
  /** What is left for the KV cache beside weights of that size; negative when they do not fit. */
  readonly cacheGiB: number;
}

/**
 * CUDA context, NCCL buffers and allocator waste of one process. Engines measure it at start; this is
 * the usual amount, so results within it are no more than likely.
 */
const contextGiB = 1;

/** Divides a GPU's memory as the engine does. */
export function budgetOf(memory: EngineMemory, model: Model, weightsGiB: number): Budget {
  const { engine, gpuGiB } = memory;
  const reserveGiB = contextGiB + activationGiB(memory, model);
  switch (engine) {
    case "vllm": {
      // Part of the whole GPU; weights, activations and cache share it.
      const fraction = memory.fraction ?? 0.9;
      const rest = gpuGiB * fraction - weightsGiB - reserveGiB;
      if (memory.kvCacheBytes === undefined) return { fraction, reserveGiB, cacheGiB: rest };
      const fixed = memory.kvCacheBytes / gib;
      const possible = gpuGiB - weightsGiB - reserveGiB;
      return { fraction: 1, reserveGiB, cacheGiB: Math.min(fixed, possible) };
    }
    case "sglang": {
      // Part of the whole GPU for weights and cache; activations and graphs have the rest.
      const fraction = memory.fraction ?? sglangFraction(memory);
      return {
        fraction,
        reserveGiB: gpuGiB * (1 - fraction),
        cacheGiB: gpuGiB * fraction - weightsGiB,
      };
    }
    case "trtllm": {
      // Part of what is left when the weights are loaded and the largest batch has run.
      const fraction = memory.fraction ?? 0.9;
      const free = gpuGiB - weightsGiB - reserveGiB;
      return { fraction, reserveGiB, cacheGiB: free > 0 ? free * fraction : free };
    }
  }
}

/**
 * Activations of the largest step: residual stream and projections of each token, the widest layer, and
 * the logits of all sequences in FP32. A rule of thumb; attention kernels work in tiles and add little.
 */
function activationGiB(memory: EngineMemory, model: Model): number {
  const { tensor } = memory.layout;
  const tokens = memory.batchedTokens ?? usualTokens(memory);
  const sequences = Math.min(memory.sequences ?? usualSequences(memory), tokens);
  const perToken = 2 * (4 * model.hiddenSize + (2 * model.intermediateSize) / tensor);
  return (tokens * perToken + sequences * model.vocabularySize * 4) / gib;
}

/** @see vllm/engine/arg_utils.py: larger defaults from 70 GiB on; TensorRT-LLM's llm_args.py: 8192 */
function usualTokens({ engine, gpuGiB }: EngineMemory): number {
  return engine === "vllm" && gpuGiB < 70 ? 2048 : 8192;
}

function usualSequences({ engine, gpuGiB }: EngineMemory): number {
  return engine === "vllm" && gpuGiB >= 70 ? 1024 : 256;
}

/**
 * The fraction that SGLang computes when none is given.
 *
 * @see python/sglang/srt/server_args.py, GPU memory settings
 */
export function sglangFraction(memory: EngineMemory): number {
  const { layout } = memory;
  const mebibytes = memory.gpuGiB * 1024;
  const usual = usualSglang(mebibytes, layout.tensor);
  const chunk = memory.batchedTokens ?? usual.chunk;
  const graphs = memory.graphBatch ?? usual.graphs;
  let reserved = 512 + Math.max(chunk, 2048) * 1.5 + graphs * 2;
  reserved += ((layout.tensor * layout.pipeline) / 8) * 1024;
  if (layout.dataParallelAttention) {
    reserved += graphs * layout.data * (graphs > 300 ? 4.5 : 3);
  }
  if (mebibytes > 60 * 1024) reserved = Math.max(reserved, 10 * 1024);
  return Math.round(((mebibytes - reserved) / mebibytes) * 1000) / 1000;
}

/** Prefill chunk and largest CUDA graph by the memory of the GPU. */
function usualSglang(
  mebibytes: number,
  tensor: number,
): { readonly chunk: number; readonly graphs: number } {
  const small = tensor < 4;
  if (mebibytes < 20 * 1024) return { chunk: 2048, graphs: 8 };
  if (mebibytes < 35 * 1024) return { chunk: 2048, graphs: small ? 24 : 80 };
  if (mebibytes < 60 * 1024) return { chunk: 4096, graphs: small ? 32 : 160 };
  if (mebibytes < 160 * 1024) return { chunk: 8192, graphs: small ? 256 : 512 };
  return { chunk: 16_384, graphs: 512 };
}
