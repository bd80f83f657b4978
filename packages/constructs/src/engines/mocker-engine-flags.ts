// SPDX-License-Identifier: Apache-2.0
/** @module Flags of the engine that the mocker imitates: its scheduler and its memory. */
import { choice, float, int, negatable, text, toggle } from "./flags.js";

/**
 * Flags of the imitated engine; the mocker's table spreads this one.
 *
 * @see components/src/dynamo/mocker/args.py
 */
export const mockerEngineFlags = {
  /**
   * Engine whose scheduler is imitated.
   *
   * @default "vllm"
   */
  engineType: choice("--engine-type", ["vllm", "sglang", "trtllm"], { default: "vllm" }),
  /**
   * KV blocks in the imagined GPU memory of each rank.
   *
   * @default 16384
   */
  numGpuBlocksOverride: int("--num-gpu-blocks-override", {
    unit: "blocks",
    min: 1,
    default: 16384,
  }),
  /**
   * Tokens in a KV block.
   *
   * @default - 64, with SGLang 1, with TensorRT-LLM 32
   */
  blockSize: int("--block-size", { unit: "tokens", min: 1 }),
  /**
   * Length of prompt and answer together, in tokens.
   *
   * @default - no limit
   */
  maxModelLen: int("--max-model-len", { unit: "tokens", min: 1 }),
  /**
   * Requests that run at once.
   *
   * @default 256
   */
  maxNumSeqs: int("--max-num-seqs", { unit: "requests", min: 1, default: 256 }),
  /**
   * Tokens in one step.
   *
   * @default 8192
   */
  maxNumBatchedTokens: int("--max-num-batched-tokens", { unit: "tokens", min: 1, default: 8192 }),
  /**
   * Keeps prefixes for later requests.
   *
   * @default true
   */
  enablePrefixCaching: negatable("--enable-prefix-caching", { default: true }),
  /**
   * Cuts long prefills into several steps.
   *
   * @default true
   */
  enableChunkedPrefill: negatable("--enable-chunked-prefill", { default: true }),
  /**
   * Which request gives way when blocks run out: the newest or the oldest.
   *
   * @default "lifo"
   */
  preemptionMode: choice("--preemption-mode", ["lifo", "fifo"], { default: "lifo" }),
  /**
   * Order of requests with SGLang: first come first served, or longest cached prefix first.
   *
   * @default "fifo"
   */
  sglangSchedulePolicy: choice("--sglang-schedule-policy", ["fifo", "fcfs", "lpm"], {
    default: "fifo",
  }),
  /**
   * Tokens in a page with SGLang.
   *
   * @default 1
   */
  sglangPageSize: int("--sglang-page-size", { unit: "tokens", min: 1, default: 1 }),
  /**
   * Prefill tokens in one step with SGLang.
   *
   * @default 16384
   */
  sglangMaxPrefillTokens: int("--sglang-max-prefill-tokens", {
    unit: "tokens",
    min: 1,
    default: 16384,
  }),
  /**
   * Tokens in a piece of a long prefill with SGLang.
   *
   * @default 8192
   */
  sglangChunkedPrefillSize: int("--sglang-chunked-prefill-size", {
    unit: "tokens",
    min: 1,
    default: 8192,
  }),
  /**
   * Answer tokens that a request is expected to need at most with SGLang.
   *
   * @default 4096
   */
  sglangClipMaxNewTokens: int("--sglang-clip-max-new-tokens", {
    unit: "tokens",
    min: 1,
    default: 4096,
  }),
  /**
   * How careful SGLang is with memory, 0 to 1.
   *
   * @default 1
   */
  sglangScheduleConservativeness: float("--sglang-schedule-conservativeness", {
    min: 0,
    max: 1,
    default: 1,
  }),
  /**
   * Speed of the KV transfer from prefill to decode, in GB/s. 0 takes no time.
   *
   * @default 64
   */
  kvTransferBandwidth: float("--kv-transfer-bandwidth", { unit: "GB/s", min: 0, default: 64 }),
  /**
   * What is transferred: the whole prompt, or what decode does not have yet. Not documented for
   * every release, so the values are free.
   *
   * @default - the whole prompt
   */
  kvTransferTimingMode: text("--kv-transfer-timing-mode"),
  /**
   * Size of the KV cache of one token, in bytes.
   *
   * @default - computed from the model
   */
  kvBytesPerToken: int("--kv-bytes-per-token", { unit: "bytes", min: 1 }),
  /**
   * Number format of the KV cache.
   *
   * @default "auto"
   */
  kvCacheDtype: choice(
    "--kv-cache-dtype",
    ["auto", "bfloat16", "fp8", "fp8_ds_mla", "fp8_e4m3", "fp8_e5m2", "fp8_inc"],
    { default: "auto" },
  ),
  /**
   * Who keeps the blocks in GPU memory: the engine itself or KVBM, which can move them lower.
   *
   * @default - the engine's own
   */
  g1Backend: choice("--g1-backend", ["native", "kvbm"]),
  /**
   * KV blocks in host memory.
   *
   * @default - none
   */
  numG2Blocks: int("--num-g2-blocks", { unit: "blocks", min: 0 }),
  /**
   * KV blocks on disk.
   *
   * @default - none
   */
  numG3Blocks: int("--num-g3-blocks", { unit: "blocks", min: 0 }),
  /**
   * Adds object storage below the disk.
   *
   * @default false
   */
  enableG4Storage: toggle("--enable-g4-storage"),
  /**
   * Blocks that move to a lower tier at once.
   *
   * @default - the engine's own
   */
  offloadBatchSize: int("--offload-batch-size", { unit: "blocks", min: 1 }),
  /**
   * Speed from GPU to host memory, in GB/s.
   *
   * @default - the engine's own
   */
  bandwidthG1ToG2Gbps: float("--bandwidth-g1-to-g2-gbps", { unit: "GB/s", min: 0 }),
  /**
   * Speed from host to GPU memory, in GB/s.
   *
   * @default - the engine's own
   */
  bandwidthG2ToG1Gbps: float("--bandwidth-g2-to-g1-gbps", { unit: "GB/s", min: 0 }),
  /**
   * Speed from host memory to disk, in GB/s.
   *
   * @default - the engine's own
   */
  bandwidthG2ToG3Gbps: float("--bandwidth-g2-to-g3-gbps", { unit: "GB/s", min: 0 }),
  /**
   * Speed from disk to host memory, in GB/s.
   *
   * @default - the engine's own
   */
  bandwidthG3ToG2Gbps: float("--bandwidth-g3-to-g2-gbps", { unit: "GB/s", min: 0 }),
  /**
   * Speed from host memory to object storage, in GB/s.
   *
   * @default - the engine's own
   */
  bandwidthG2ToG4Gbps: float("--bandwidth-g2-to-g4-gbps", { unit: "GB/s", min: 0 }),
  /**
   * Speed from object storage to host memory, in GB/s.
   *
   * @default - the engine's own
   */
  bandwidthG4ToG2Gbps: float("--bandwidth-g4-to-g2-gbps", { unit: "GB/s", min: 0 }),
  /**
   * GPU memory fraction from which the cache of a vLLM engine is estimated.
   *
   * @default - 0.9
   */
  gpuMemoryUtilization: float("--gpu-memory-utilization", { min: 0, max: 1 }),
  /**
   * Memory fraction from which the cache of an SGLang engine is estimated.
   *
   * @default - 0.88
   */
  memFractionStatic: float("--mem-fraction-static", { min: 0, max: 1 }),
  /**
   * Part of the memory beside the weights from which the cache of a TensorRT-LLM engine is estimated.
   *
   * @default - 0.9
   */
  freeGpuMemoryFraction: float("--free-gpu-memory-fraction", { min: 0, max: 1 }),
  /**
   * How the TensorRT-LLM scheduler treats its capacity.
   *
   * @default "guaranteed_no_evict"
   */
  trtllmCapacitySchedulerPolicy: choice("--trtllm-capacity-scheduler-policy", [
    "guaranteed_no_evict",
  ]),
} as const;
