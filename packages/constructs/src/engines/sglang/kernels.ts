// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for kernels, CUDA graphs and compilation. */
import { choice, int, ints, json, text, toggle } from "../flags.js";

const graphBackends = ["full", "breakable", "tc_piecewise", "disabled"] as const;

/** @see python/sglang/srt/server_args.py */
export const kernelFlags = {
  /** `fa3`, `flashinfer`, `trtllm_mla`, `trtllm_mha`, `triton`, `dsa`, `flashmla`, ... @default - by GPU and model */
  attentionBackend: text("--attention-backend"),
  /** The same for decode only. @default - `attentionBackend` */
  decodeAttentionBackend: text("--decode-attention-backend"),
  /** The same for prefill only. @default - `attentionBackend` */
  prefillAttentionBackend: text("--prefill-attention-backend"),
  /** Kernels of the encoders' attention. */
  mmAttentionBackend: text("--mm-attention-backend"),
  /** `flashinfer`, `pytorch`. @default - flashinfer where it runs */
  samplingBackend: text("--sampling-backend"),
  /** Prefill kernels of DeepSeek's sparse attention. @default - by GPU and cache format */
  dsaPrefillBackend: text("--dsa-prefill-backend"),
  /** Decode kernels of DeepSeek's sparse attention. @default - by GPU and cache format */
  dsaDecodeBackend: text("--dsa-decode-backend"),
  /** Older spelling of `dsaPrefillBackend`. */
  nsaPrefillBackend: text("--nsa-prefill-backend"),
  /** Older spelling of `dsaDecodeBackend`. */
  nsaDecodeBackend: text("--nsa-decode-backend"),
  /** How sparse attention picks tokens: `sgl-kernel`, `torch`, `flashinfer`. */
  dsaTopkBackend: text("--dsa-topk-backend"),
  /** Kernels of sparse attention's index. */
  dsaPagedMqaLogitsBackend: text("--dsa-paged-mqa-logits-backend"),
  /** FP8 products: `auto`, `deep_gemm`, `cutlass`, `flashinfer_trtllm`, ... @default "auto" */
  fp8GemmBackend: text("--fp8-gemm-backend", { default: "auto" }),
  /** NVFP4 products: `auto`, `flashinfer_cutlass`, `flashinfer_trtllm`, ... @default "auto" */
  fp4GemmBackend: text("--fp4-gemm-backend", { default: "auto" }),
  /** bfloat16 products: `auto`, `cutedsl`, `torch`. @default "auto" */
  bf16GemmBackend: text("--bf16-gemm-backend", { default: "auto" }),
  /** Kernels of linear attention. @default "triton" */
  linearAttnBackend: text("--linear-attn-backend", { default: "triton" }),
  /** The same for decode only. @default - `linearAttnBackend` */
  linearAttnDecodeBackend: text("--linear-attn-decode-backend"),
  /** The same for prefill only. @default - `linearAttnBackend` */
  linearAttnPrefillBackend: text("--linear-attn-prefill-backend"),
  /** Never measures FlashInfer's kernels at start. @default false */
  disableFlashinferAutotune: toggle("--disable-flashinfer-autotune", { default: false }),
  /** Never uses the ragged prefill of FlashInfer's MLA. @default false */
  flashinferMlaDisableRagged: toggle("--flashinfer-mla-disable-ragged", { default: false }),
  /** Reduces Triton's attention in float32. @default false */
  tritonAttentionReduceInFp32: toggle("--triton-attention-reduce-in-fp32", { default: false }),
  /** Parts of the cache that Triton's attention works on at once. @default 8 */
  tritonAttentionNumKvSplits: int("--triton-attention-num-kv-splits", { min: 1, default: 8 }),
  /** Fuses normalization and rotation of query and key. @default false */
  enableFusedQkNormRope: toggle("--enable-fused-qk-norm-rope", { default: false }),
  /** FP4 index of DeepSeek V4. @default false */
  enableDeepseekV4Fp4Indexer: toggle("--enable-deepseek-v4-fp4-indexer", { default: false }),
  /** CUDA graphs by phase; over the flags below. */
  cudaGraphConfig: json<Readonly<Record<string, unknown>>>("--cuda-graph-config"),
  /** Largest decode batch that a graph is captured for; older than `cudaGraphMaxBsDecode`. */
  cudaGraphMaxBs: int("--cuda-graph-max-bs", { unit: "requests", min: 1 }),
  /** Decode batches that graphs are captured for; older than `cudaGraphBsDecode`. */
  cudaGraphBs: ints("--cuda-graph-bs", { unit: "requests", min: 1 }),
  /** Largest decode batch that a graph is captured for. @default - by GPU */
  cudaGraphMaxBsDecode: int("--cuda-graph-max-bs-decode", { unit: "requests", min: 1 }),
  /** Decode batches that graphs are captured for. */
  cudaGraphBsDecode: ints("--cuda-graph-bs-decode", { unit: "requests", min: 1 }),
  /** Graphs in decode. */
  cudaGraphBackendDecode: choice("--cuda-graph-backend-decode", graphBackends),
  /** Largest prefill that a graph is captured for. */
  cudaGraphMaxBsPrefill: int("--cuda-graph-max-bs-prefill", { unit: "tokens", min: 1 }),
  /** Prefill sizes that graphs are captured for. */
  cudaGraphBsPrefill: ints("--cuda-graph-bs-prefill", { unit: "tokens", min: 1 }),
  /** Graphs in prefill. */
  cudaGraphBackendPrefill: choice("--cuda-graph-backend-prefill", graphBackends),
  /** Compiler of piecewise graphs. */
  cudaGraphTcCompiler: choice("--cuda-graph-tc-compiler", ["eager", "inductor"]),
  /** Runs without CUDA graphs. @default false */
  disableCudaGraph: toggle("--disable-cuda-graph", { default: false }),
  /** Runs prefill without CUDA graphs. @default false */
  disablePrefillCudaGraph: toggle("--disable-prefill-cuda-graph", { default: false }),
  /** Runs decode without CUDA graphs. @default false */
  disableDecodeCudaGraph: toggle("--disable-decode-cuda-graph", { default: false }),
  /** Uses a graph only for exactly its batch size. @default false */
  disableCudaGraphPadding: toggle("--disable-cuda-graph-padding", { default: false }),
  /** Older spelling of `cudaGraphBackendPrefill: "disabled"`. */
  disablePiecewiseCudaGraph: toggle("--disable-piecewise-cuda-graph"),
  /** Older spelling of `cudaGraphBackendPrefill: "tc_piecewise"`. */
  enforcePiecewiseCudaGraph: toggle("--enforce-piecewise-cuda-graph"),
  /** Older spelling of `cudaGraphMaxBsPrefill`. */
  piecewiseCudaGraphMaxTokens: int("--piecewise-cuda-graph-max-tokens", { min: 1 }),
  /** Older spelling of `cudaGraphBsPrefill`. */
  piecewiseCudaGraphTokens: ints("--piecewise-cuda-graph-tokens", { min: 1 }),
  /** Older spelling of `cudaGraphTcCompiler`. */
  piecewiseCudaGraphCompiler: choice("--piecewise-cuda-graph-compiler", ["eager", "inductor"]),
  /** Older spelling of `cudaGraphBackendPrefill: "breakable"`. */
  enableBreakableCudaGraph: toggle("--enable-breakable-cuda-graph"),
  /** Profiles the capture. @default false */
  enableProfileCudaGraph: toggle("--enable-profile-cuda-graph", { default: false }),
  /** Collects garbage during the capture. @default false */
  enableCudagraphGc: toggle("--enable-cudagraph-gc", { default: false }),
  /** Compiles with torch.compile. @default false */
  enableTorchCompile: toggle("--enable-torch-compile", { default: false }),
  /** Largest batch that is compiled. @default 32 */
  torchCompileMaxBs: int("--torch-compile-max-bs", { unit: "requests", min: 1, default: 32 }),
  /** NVTX ranges per layer. @default false */
  enableLayerwiseNvtxMarker: toggle("--enable-layerwise-nvtx-marker", { default: false }),
} as const;
