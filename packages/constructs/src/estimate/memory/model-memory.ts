// SPDX-License-Identifier: Apache-2.0
/** @module Bytes of weights and KV cache on one GPU, by the way an engine divides a model. */
import type { Parallelism } from "../../engines/index.js";
import type { Model } from "../../facts/index.js";

/** Engines whose memory can be estimated. */
export type SizedEngine = "vllm" | "sglang" | "trtllm";

/** How an engine divides a model among its GPUs. */
export type Layout = Pick<
  Parallelism,
  "tensor" | "pipeline" | "data" | "dataParallelAttention" | "gpus"
>;

/** GPUs that share one copy of the attention layers of a stage. */
function attentionRanks(engine: SizedEngine, layout: Layout): number {
  const { tensor, data, dataParallelAttention } = layout;
  // vLLM's copies have tensor parallel ranks of their own; the others divide the tensor parallel ones.
  return engine === "vllm" || !dataParallelAttention ? tensor : Math.max(1, tensor / data);
}

/** GPUs that share the experts of a stage. */
function expertRanks(engine: SizedEngine, { tensor, data }: Layout): number {
  return engine === "vllm" ? tensor * data : tensor;
}

/** Bytes of weights on the fullest GPU. */
export function weightsPerGpu(
  engine: SizedEngine,
  model: Model,
  layout: Layout,
  redundantExperts = 0,
): number {
  const { bytes, experts } = model;
  const { pipeline } = layout;
  const ranks = attentionRanks(engine, layout);
  const extra = experts === undefined ? 1 : (experts.count + redundantExperts) / experts.count;
  // The first stage holds the embedding, the last one the output layer.
  const embedding = bytes.embedding / (pipeline > 1 ? 2 : 1) / ranks;
  return (
    embedding +
    (bytes.attention / ranks +
      bytes.dense / (engine === "sglang" ? layout.tensor : ranks) +
      (bytes.experts * extra) / expertRanks(engine, layout)) /
      pipeline
  );
}

/** What one sequence takes of the KV cache of one GPU, as a function of its length. */
export interface CacheCost {
  /** Bytes per token in layers that keep the whole sequence. */
  readonly perToken: number;
  /** Bytes that layers with a sliding window take at most. */
  readonly window: number;
  /** Tokens of that window; 0 without one. */
  readonly windowTokens: number;
}

/** Cost of a sequence on one GPU of a stage. */
export function cacheCost(
  engine: SizedEngine,
  model: Model,
  layout: Layout,
  valueBytes: number,
): CacheCost {
  const { attention, layers } = model;
  const stage = Math.ceil(layers / layout.pipeline);
  if (attention.kind === "latent")
    return { perToken: stage * attention.width * valueBytes, window: 0, windowTokens: 0 };
  const heads = Math.max(1, Math.ceil(attention.kvHeads / attentionRanks(engine, layout)));
  const perLayer = 2 * heads * attention.headDim * valueBytes;
  const { sliding } = attention;
  if (sliding === undefined) return { perToken: stage * perLayer, window: 0, windowTokens: 0 };
  const limited = Math.min(stage, Math.ceil((sliding.layers / layers) * stage));
  return {
    perToken: (stage - limited) * perLayer,
    window: limited * perLayer * sliding.window,
    windowTokens: sliding.window,
  };
}

/** Bytes that a sequence of that length takes. */
export function cacheBytes(cost: CacheCost, tokens: number): number {
  const inWindow = cost.windowTokens === 0 ? 0 : Math.min(1, tokens / cost.windowTokens);
  return tokens * cost.perToken + cost.window * inWindow;
}

/** The longest sequence that fits into that many bytes, in whole blocks. */
export function longestSequence(cost: CacheCost, bytes: number, block: number): number {
  if (bytes <= 0) return 0;
  const beyond = (bytes - cost.window) / cost.perToken;
  const tokens =
    beyond >= cost.windowTokens
      ? beyond
      : bytes / (cost.perToken + (cost.windowTokens === 0 ? 0 : cost.window / cost.windowTokens));
  return Math.floor(tokens / block) * block;
}

/** Bytes of one value in the KV cache; undefined for a type that is not known. */
export function kvValueBytes(dtype: string | undefined, model: Model): number | undefined {
  if (dtype === undefined || dtype === "auto") return model.kvValueBytes;
  const type = dtype.toLowerCase();
  if (/fp8|int8/.test(type)) return 1;
  if (/^(fp16|bf16|float16|bfloat16|half)$/.test(type)) return 2;
  // Four bits and one FP8 scale per 16 values.
  return /fp4/.test(type) ? 0.5 + 1 / 16 : undefined;
}
