// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for mixture-of-experts models. */
import { choice, float, int, jsonOrPath, text, toggle } from "../flags.js";

/** @see python/sglang/srt/server_args.py */
export const expertFlags = {
  /** `auto`, `deep_gemm`, `triton`, `cutlass`, `flashinfer_trtllm`, `flashinfer_mxfp4`, ... @default "auto" */
  moeRunnerBackend: text("--moe-runner-backend", { default: "auto" }),
  /** How tokens travel to their experts: `none`, `deepep`, `mooncake`, `nixl`, `mori`, ... @default "none" */
  moeA2aBackend: text("--moe-a2a-backend", { default: "none" }),
  /** DeepEP kernels: `low_latency` for decode, `normal` for prefill, `auto` for both. @default "auto" */
  deepepMode: choice("--deepep-mode", ["auto", "normal", "low_latency"], { default: "auto" }),
  /** Tuning of DeepEP: JSON or a path. */
  deepepConfig: jsonOrPath<Readonly<Record<string, unknown>>>("--deepep-config"),
  /** Number format that DeepEP sends: `auto`, `bf16`, `fp8`, ... @default "auto" */
  deepepDispatcherOutputDtype: text("--deepep-dispatcher-output-dtype", { default: "auto" }),
  /** Computation of FlashInfer's MXFP4 experts. @default "default" */
  flashinferMxfp4MoePrecision: choice("--flashinfer-mxfp4-moe-precision", ["default", "bf16"], {
    default: "default",
  }),
  /** Extra copies of busy experts, over all ranks. @default 0 */
  epNumRedundantExperts: int("--ep-num-redundant-experts", { min: 0, default: 0 }),
  /** Which copy of an expert a token goes to: `static`, `dynamic`, ... */
  epDispatchAlgorithm: text("--ep-dispatch-algorithm"),
  /** Placement of experts at the start: `trivial`, or a file. @default "trivial" */
  initExpertLocation: text("--init-expert-location", { default: "trivial" }),
  /** Rearranges experts by load while serving. @default false */
  enableEplb: toggle("--enable-eplb", { default: false }),
  /** Its algorithm. @default "auto" */
  eplbAlgorithm: text("--eplb-algorithm", { default: "auto" }),
  /** Steps between two rearrangements. @default 1000 */
  eplbRebalanceNumIterations: int("--eplb-rebalance-num-iterations", {
    unit: "steps",
    min: 1,
    default: 1000,
  }),
  /** Layers that are rearranged per step. @default - all */
  eplbRebalanceLayersPerChunk: int("--eplb-rebalance-layers-per-chunk", { min: 1 }),
  /** Use of the GPUs below which experts are rearranged. @default 1 */
  eplbMinRebalancingUtilizationThreshold: float("--eplb-min-rebalancing-utilization-threshold", {
    min: 0,
    max: 1,
    default: 1,
  }),
  /** Records which experts tokens go to: `stat`, `stat_approx`, `per_pass`, `per_token`. */
  expertDistributionRecorderMode: text("--expert-distribution-recorder-mode"),
  /** Steps that are recorded; -1 for all. */
  expertDistributionRecorderBufferSize: int("--expert-distribution-recorder-buffer-size", {
    min: -1,
  }),
  /** Metrics on expert load; newer releases have `expertBalancednessReportMode`. */
  enableExpertDistributionMetrics: toggle("--enable-expert-distribution-metrics"),
  /** Collective library of elastic expert parallelism: `mooncake`, `nixl`. */
  elasticEpBackend: text("--elastic-ep-backend"),
  /** InfiniBand devices of Mooncake. @default - detected */
  mooncakeIbDevice: text("--mooncake-ib-device"),
  /** Gathers before quantizing in FlashInfer's CUTLASS experts. @default false */
  disableFlashinferCutlassMoeFp4Allgather: toggle(
    "--disable-flashinfer-cutlass-moe-fp4-allgather",
    { default: false },
  ),
  /** Keeps shared experts apart. @default false */
  disableSharedExpertsFusion: toggle("--disable-shared-experts-fusion", { default: false }),
  /** Fuses shared experts even where it is off otherwise. @default false */
  enforceSharedExpertsFusion: toggle("--enforce-shared-experts-fusion", { default: false }),
  /** Fuses sum and all-reduce of experts. @default false */
  enableFusedMoeSumAllReduce: toggle("--enable-fused-moe-sum-all-reduce", { default: false }),
} as const;
