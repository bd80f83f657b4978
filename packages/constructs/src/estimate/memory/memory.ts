// SPDX-License-Identifier: Apache-2.0
/** @module Whether a model fits the GPUs of an engine, and the largest context and batch that do. */
import type { Model } from "../../facts/index.js";
import { budgetOf, type EngineMemory } from "./engine-memory.js";
import {
  cacheBytes,
  cacheCost,
  kvValueBytes,
  longestSequence,
  weightsPerGpu,
} from "./model-memory.js";

const gib = 2 ** 30;

/** An engine, its model and what it has to hold. */
export interface MemoryInput extends EngineMemory {
  readonly model: Model;
  /** Longest sequence, in tokens. @default - the model's own limit */
  readonly contextLength?: number | undefined;
  /** Type of the KV cache, as the engine names it. @default "auto" */
  readonly kvCacheDtype?: string | undefined;
  /** Quantization that the engine applies to unquantized weights, such as `fp8`. @default - as stored */
  readonly quantization?: string | undefined;
  /** Copies of experts beyond one of each. @default 0 */
  readonly redundantExperts?: number | undefined;
  /** Tokens per block of the cache. @default - 16 for vLLM, 1 for SGLang, 32 for TensorRT-LLM */
  readonly blockSize?: number | undefined;
}

/** One GPU's memory, and what the cache holds. All amounts are estimates. */
export interface MemoryEstimate {
  readonly gpuGiB: number;
  /** Weights on the fullest GPU. */
  readonly weightsGiB: number;
  /** Kept for context, buffers and activations. */
  readonly reserveGiB: number;
  /** Left for the KV cache; negative when the weights do not fit. */
  readonly cacheGiB: number;
  /** The engine's memory setting, given or its own. */
  readonly fraction: number;
  /** KV cache of one token on one GPU, bytes; layers with a sliding window not counted. */
  readonly bytesPerToken: number;
  /** The context that is asked for: given, or the model's. */
  readonly contextLength: number;
  /** Longest single sequence that fits, at most the larger of the model's limit and what is asked for. */
  readonly largestContext: number;
  /** Sequences of the context that is asked for that fit at the same time, over all copies of the engine. */
  readonly largestBatch: number;
  /** True when the weights fit and at least one sequence of the context does. */
  readonly fits: boolean;
  /** What had to be assumed. */
  readonly assumptions: readonly string[];
}

const usualBlock = { vllm: 16, sglang: 1, trtllm: 32 } as const;

/**
 * Estimates the memory of the fullest GPU of an engine.
 *
 * @param input.gpuGiB what the driver reports, not the data sheet
 */
export function estimateMemory(input: MemoryInput): MemoryEstimate {
  const { engine, layout, gpuGiB } = input;
  const assumptions: string[] = [];
  const model = quantized(input);
  let valueBytes = kvValueBytes(input.kvCacheDtype, model);
  if (valueBytes === undefined) {
    assumptions.push(`KV cache type ${input.kvCacheDtype} counted with 2 bytes per value`);
    valueBytes = 2;
  }
  if (input.fraction === undefined) assumptions.push("memory fraction is the engine's default");
  const weightsGiB = weightsPerGpu(engine, model, layout, input.redundantExperts) / gib;
  const budget = budgetOf(input, model, weightsGiB);
  const cost = cacheCost(engine, model, layout, valueBytes);
  const contextLength = input.contextLength ?? model.maxContext;
  const block = input.blockSize ?? usualBlock[engine];
  const bytes = Math.max(0, budget.cacheGiB) * gib;
  const longest = longestSequence(cost, bytes, block);
  const perSequence = cacheBytes(cost, Math.ceil(contextLength / block) * block);
  const perCopy = Math.floor(bytes / perSequence);
  return {
    gpuGiB,
    weightsGiB,
    reserveGiB: budget.reserveGiB,
    cacheGiB: budget.cacheGiB,
    fraction: budget.fraction,
    bytesPerToken: cost.perToken,
    contextLength,
    largestContext: Math.min(longest, Math.max(model.maxContext, contextLength)),
    largestBatch: perCopy * Math.max(1, layout.data),
    fits: budget.cacheGiB > 0 && perCopy >= 1,
    assumptions,
  };
}

/** The model as the engine holds it: some engines quantize while they load. */
function quantized({ model, quantization }: MemoryInput): Model {
  if (model.weights !== "bf16" || quantization !== "fp8") return model;
  const { embedding, attention, dense, experts } = model.bytes;
  const bytes = { embedding, attention: attention / 2, dense: dense / 2, experts: experts / 2 };
  return { ...model, bytes, weights: "fp8" };
}
