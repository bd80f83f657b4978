// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for the KV cache: size, format, reuse, offloading, transfer and events. */
import { float, int, json, negatable, text, texts } from "../flags.js";
import type { KvEventsConfig, KvTransferConfig } from "../kv-transfer.js";

/** @see vllm/engine/arg_utils.py, vllm/config/cache.py */
export const kvCacheFlags = {
  /**
   * Tokens per KV cache block. Prefill, decode and router must agree.
   *
   * @default - chosen by attention backend, 16 for most
   */
  blockSize: int("--block-size", { unit: "tokens", min: 1 }),
  /**
   * Part of a GPU's memory that weights, activations and KV cache may take together.
   *
   * @default - 0.9 or a little more, by release
   */
  gpuMemoryUtilization: float("--gpu-memory-utilization", { min: 0, max: 1 }),
  /** Size of the KV cache per GPU; takes the place of `gpuMemoryUtilization`. */
  kvCacheMemoryBytes: int("--kv-cache-memory-bytes", { unit: "bytes", min: 1, human: true }),
  /** `auto` (the model's), `bfloat16`, `fp8`, `fp8_e4m3`, `fp8_e5m2`, `nvfp4`, ... @default "auto" */
  kvCacheDtype: text("--kv-cache-dtype", { default: "auto" }),
  /** Layers whose cache keeps the model's format. @default - none */
  kvCacheDtypeSkipLayers: texts("--kv-cache-dtype-skip-layers"),
  /** Computes FP8 scales from the first requests. @default false */
  calculateKvScales: negatable("--calculate-kv-scales", { default: false }),
  /** Number of blocks, instead of measuring the free memory. */
  numGpuBlocksOverride: int("--num-gpu-blocks-override", { unit: "blocks", min: 1 }),
  /** Reuses the cache of common prompt prefixes; KV events need it. Dynamo's default is true. @default true */
  enablePrefixCaching: negatable("--enable-prefix-caching", { default: true }),
  /** `sha256`, `sha256_cbor`, `xxhash`, ... @default "sha256" */
  prefixCachingHashAlgo: text("--prefix-caching-hash-algo", { default: "sha256" }),
  /** Tokens that prefixes are compared in. */
  prefixMatchUnit: int("--prefix-match-unit", { unit: "tokens", min: 1 }),
  /** Skips prefill work in layers that share their cache. @default false */
  kvSharingFastPrefill: negatable("--kv-sharing-fast-prefill", { default: false }),
  /** Gives all layers of a hybrid model one block layout. @default - decided by model and connector */
  disableHybridKvCacheManager: negatable("--disable-hybrid-kv-cache-manager"),
  /** Host memory for offloaded cache, over all GPUs of the engine. @default - no offloading */
  kvOffloadingSize: float("--kv-offloading-size", { unit: "GiB", min: 0 }),
  /** Who offloads: `native` or `lmcache`. @default "native" */
  kvOffloadingBackend: text("--kv-offloading-backend", { default: "native" }),
  /** Connector that moves the cache between workers or offloads it. Prefill workers need one. */
  kvTransferConfig: json<KvTransferConfig>("--kv-transfer-config", { dotted: true }),
  /** Cache events for the KV router. Decode workers never publish. @default - not published */
  kvEventsConfig: json<KvEventsConfig>("--kv-events-config", { dotted: true }),
  /** Connector that moves encoder outputs between workers. */
  ecTransferConfig: json<Readonly<Record<string, unknown>>>("--ec-transfer-config", {
    dotted: true,
  }),
  /** Number format of Mamba states. @default "auto" */
  mambaCacheDtype: text("--mamba-cache-dtype", { default: "auto" }),
  /** Number format of Mamba's SSM states. @default "auto" */
  mambaSsmCacheDtype: text("--mamba-ssm-cache-dtype", { default: "auto" }),
  /** Tokens per Mamba block. */
  mambaBlockSize: int("--mamba-block-size", { unit: "tokens", min: 1 }),
  /** Which Mamba states are kept for prefix reuse: `none`, `all`, `align`. @default "none" */
  mambaCacheMode: text("--mamba-cache-mode", { default: "none" }),
  /** `triton` or `flashinfer`. @default "triton" */
  mambaBackend: text("--mamba-backend", { default: "triton" }),
  /** Rounds half-precision states at random, against drift. @default false */
  enableMambaCacheStochasticRounding: negatable("--enable-mamba-cache-stochastic-rounding", {
    default: false,
  }),
  /** Rounds of the random number generator for that. */
  mambaCachePhiloxRounds: int("--mamba-cache-philox-rounds", { min: 0 }),
} as const;
