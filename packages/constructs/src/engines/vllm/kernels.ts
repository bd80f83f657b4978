// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for kernels, compilation and CUDA graphs. */
import { int, ints, json, negatable, text } from "../flags.js";

/** @see vllm/config/compilation.py */
export interface CompilationConfig {
  /** 0 eager to 3 full compilation. */
  readonly mode?: number | undefined;
  /** `NONE`, `PIECEWISE`, `FULL`, `FULL_DECODE_ONLY`, `FULL_AND_PIECEWISE`. */
  readonly cudagraph_mode?: string | undefined;
  /** Batch sizes that graphs are captured for, in tokens. */
  readonly cudagraph_capture_sizes?: readonly number[] | undefined;
  readonly max_cudagraph_capture_size?: number | undefined;
  /** Fusions: `fuse_allreduce_rms`, `fuse_attn_quant`, `enable_noop`, ... */
  readonly pass_config?: Readonly<Record<string, unknown>> | undefined;
  readonly custom_ops?: readonly string[] | undefined;
  readonly [key: string]: unknown;
}

/** @see vllm/engine/arg_utils.py, vllm/config/{attention,kernel,compilation}.py */
export const kernelFlags = {
  /** `FLASH_ATTN`, `FLASHINFER`, `FLASHINFER_MLA`, `TRITON_ATTN`, `CUTLASS_MLA`, ... @default - by GPU and model */
  attentionBackend: text("--attention-backend"),
  /** Attention settings beyond the backend, such as `mla_prefill_backend`. */
  attentionConfig: json<Readonly<Record<string, unknown>>>("--attention-config", {
    aliases: ["-ac"],
    dotted: true,
  }),
  /** `auto`, `triton`, `marlin`, `deep_gemm`, `flashinfer_trtllm`, `flashinfer_cutlass`, ... @default "auto" */
  moeBackend: text("--moe-backend", { default: "auto" }),
  /** Kernels of linear layers. @default "auto" */
  linearBackend: text("--linear-backend", { default: "auto" }),
  /** Kernel settings beyond the backends. */
  kernelConfig: json<Readonly<Record<string, unknown>>>("--kernel-config", { dotted: true }),
  /** Which implementation of an operation is taken first. */
  irOpPriority: json<Readonly<Record<string, unknown>>>("--ir-op-priority", { dotted: true }),
  /** Measures FlashInfer's kernels at start. */
  enableFlashinferAutotune: negatable("--enable-flashinfer-autotune"),
  /** Routes tokens with three bfloat16 products instead of float32. */
  enableBf16x3RouterGemm: negatable("--enable-bf16x3-router-gemm"),
  /** Prefill kernels of gated delta networks: `flashinfer`, `triton`, `cutedsl`. */
  gdnPrefillBackend: text("--gdn-prefill-backend"),
  /** Compilation and CUDA graphs. */
  compilationConfig: json<CompilationConfig>("--compilation-config", {
    aliases: ["-cc"],
    dotted: true,
  }),
  /** Batch sizes that graphs are captured for. */
  cudagraphCaptureSizes: ints("--cudagraph-capture-sizes", { unit: "tokens", min: 1 }),
  /** Largest of them. */
  maxCudagraphCaptureSize: int("--max-cudagraph-capture-size", { unit: "tokens", min: 0 }),
  /** 0 starts fastest, 3 runs fastest. @default 2 */
  optimizationLevel: int("--optimization-level", { min: 0, max: 3, default: 2 }),
  /** What defaults aim at: `balanced`, `interactivity`, `throughput`. @default "balanced" */
  performanceMode: text("--performance-mode", { default: "balanced" }),
  /** Profiling on demand. */
  profilerConfig: json<Readonly<Record<string, unknown>>>("--profiler-config", { dotted: true }),
  /** Kernels of Kimi Delta Attention during prefill; only in Dynamo's Kimi-K3 builds of vLLM. */
  kdaPrefillBackend: text("--kda-prefill-backend"),
} as const;
