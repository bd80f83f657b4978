// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for prefix reuse, cache tiers, Mamba states and cache events. */
import { choice, float, int, json, jsonOrPath, text, toggle } from "../flags.js";
import type { KvEventsConfig } from "../kv-transfer.js";

/** @see python/sglang/srt/server_args.py */
export const cacheFlags = {
  /** Cache events for the KV router. Giving the flag publishes them. @default - not published */
  kvEventsConfig: json<KvEventsConfig>("--kv-events-config"),
  /** Never reuses common prompt prefixes. @default false */
  disableRadixCache: toggle("--disable-radix-cache", { default: false }),
  /** `lru`, `lfu`, `slru`, `priority`. @default "lru" */
  radixEvictionPolicy: text("--radix-eviction-policy", { default: "lru" }),
  /** Cache implementation that a plugin registers. */
  radixCacheBackend: text("--radix-cache-backend"),
  /** Never reuses prefixes between prefill chunks. @default false */
  disableChunkedPrefixCache: toggle("--disable-chunked-prefix-cache", { default: false }),
  /** Keeps one memory pool for sliding-window and full layers. @default false */
  disableHybridSwaMemory: toggle("--disable-hybrid-swa-memory", { default: false }),
  /** Tokens of sliding-window layers per token of full layers. @default 0.8 */
  swaFullTokensRatio: float("--swa-full-tokens-ratio", { min: 0, max: 1, default: 0.8 }),
  /** Offloads cache to host memory and beyond (HiCache). @default false */
  enableHierarchicalCache: toggle("--enable-hierarchical-cache", { default: false }),
  /** Host memory per GPU cache memory. @default 2 */
  hicacheRatio: float("--hicache-ratio", { min: 0, default: 2 }),
  /** Host memory per rank; over `hicacheRatio`. @default 0 */
  hicacheSize: int("--hicache-size", { unit: "GB", min: 0, default: 0 }),
  /** When blocks are copied down. @default "write_through" */
  hicacheWritePolicy: choice(
    "--hicache-write-policy",
    ["write_back", "write_through", "write_through_selective"],
    { default: "write_through" },
  ),
  /** How blocks are copied: `kernel` or `direct`. @default "kernel" */
  hicacheIoBackend: text("--hicache-io-backend", { default: "kernel" }),
  /** Layout in host memory: `layer_first`, `page_first`, `page_first_direct`, ... */
  hicacheMemLayout: text("--hicache-mem-layout"),
  /** Tier below host memory: `nixl`, `file`, `mooncake`, `hf3fs`, `aibrix`, ... @default - none */
  hicacheStorageBackend: text("--hicache-storage-backend"),
  /** When fetching from that tier gives up. */
  hicacheStoragePrefetchPolicy: choice("--hicache-storage-prefetch-policy", [
    "best_effort",
    "wait_complete",
    "timeout",
  ]),
  /** Settings of that tier: JSON, or `@` and a path. */
  hicacheStorageBackendExtraConfig: jsonOrPath<Readonly<Record<string, unknown>>>(
    "--hicache-storage-backend-extra-config",
  ),
  /** Sparse attention over cache tiers. @default false */
  enableHisparse: toggle("--enable-hisparse", { default: false }),
  /** Settings of `enableHisparse`. */
  hisparseConfig: json<Readonly<Record<string, unknown>>>("--hisparse-config", {
    aliases: ["--hierarchical-sparse-attention-extra-config"],
  }),
  /** Offloads through LMCache. @default false */
  enableLmcache: toggle("--enable-lmcache", { default: false }),
  /** LMCache's YAML file. */
  lmcacheConfigFile: text("--lmcache-config-file"),
  /** Offloads through FlexKV. @default false */
  enableFlexkv: toggle("--enable-flexkv", { default: false }),
  /** FlexKV's file. */
  flexkvConfigFile: text("--flexkv-config-file"),
  /** Mamba states in memory. */
  maxMambaCacheSize: int("--max-mamba-cache-size", { min: 1 }),
  /** Number format of SSM states. @default - the model's */
  mambaSsmDtype: choice("--mamba-ssm-dtype", ["float32", "bfloat16", "float16"]),
  /** Memory of Mamba states per memory of the KV cache. @default 0.9 */
  mambaFullMemoryRatio: float("--mamba-full-memory-ratio", { min: 0, default: 0.9 }),
  /** Which states are kept for reuse: `auto`, `no_buffer`, `extra_buffer`, ... @default "auto" */
  mambaRadixCacheStrategy: text("--mamba-radix-cache-strategy", { default: "auto" }),
  /** Older spelling of `mambaRadixCacheStrategy`. */
  mambaSchedulerStrategy: text("--mamba-scheduler-strategy"),
  /** Decode steps between two kept states. @default 256 */
  mambaTrackInterval: int("--mamba-track-interval", { min: 1, default: 256 }),
  /** `triton` or `flashinfer`. @default "triton" */
  mambaBackend: text("--mamba-backend", { default: "triton" }),
} as const;
