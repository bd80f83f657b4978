// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for LoRA adapters. */
import { choice, float, int, negatable, text, texts, toggle } from "../flags.js";

/** @see python/sglang/srt/server_args.py */
export const loraFlags = {
  /** Accepts LoRA adapters. @default - on when `loraPaths` is given */
  enableLora: toggle("--enable-lora"),
  /** Adapters to load: a path, `name=path`, or JSON. */
  loraPaths: texts("--lora-paths"),
  /** Largest rank of an adapter. @default - that of the loaded ones */
  maxLoraRank: int("--max-lora-rank", { min: 1 }),
  /** Layers that adapters may change, or `all`. @default - those of the loaded ones */
  loraTargetModules: texts("--lora-target-modules"),
  /** Adapters in one batch, the base model counted. @default 8 */
  maxLorasPerBatch: int("--max-loras-per-batch", { unit: "adapters", min: 1, default: 8 }),
  /** Adapters in host memory. At least `maxLorasPerBatch`. @default - no limit */
  maxLoadedLoras: int("--max-loaded-loras", { unit: "adapters", min: 1 }),
  /** Which adapter leaves when a new one needs room. @default "lru" */
  loraEvictionPolicy: choice("--lora-eviction-policy", ["lru", "fifo"], { default: "lru" }),
  /** Kernels: `csgmv`, `triton`, ... @default "csgmv" */
  loraBackend: text("--lora-backend", { default: "csgmv" }),
  /** Chunk of the `csgmv` kernels: 16, 32, 64 or 128. @default 16 */
  maxLoraChunkSize: int("--max-lora-chunk-size", { min: 16, max: 128, default: 16 }),
  /** Loads adapters while the GPU computes. @default false */
  enableLoraOverlapLoading: toggle("--enable-lora-overlap-loading", { default: false }),
  /** Refuses adapters whose keys do not fit. @default false */
  loraStrictLoading: negatable("--lora-strict-loading", { default: false }),
  /** Time after which an adapter makes room for one that waits; 0 for never. @default 0 */
  loraDrainWaitThreshold: float("--lora-drain-wait-threshold", {
    unit: "seconds",
    min: 0,
    default: 0,
  }),
} as const;
