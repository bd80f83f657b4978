// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for spreading a model over GPUs and nodes. */
import { choice, int, text, toggle } from "../flags.js";

/**
 * The operator adds `--dist-init-addr`, `--nnodes` and `--node-rank` of a multi-node engine itself;
 * leave those out under the operator.
 *
 * @see python/sglang/srt/server_args.py
 */
export const parallelFlags = {
  /** GPUs of the engine that share its layers. @default 1 */
  tensorParallelSize: int("--tensor-parallel-size", {
    aliases: ["--tp-size", "--tp"],
    unit: "GPUs",
    min: 1,
    default: 1,
  }),
  /** Groups of GPUs that hold successive layers. @default 1 */
  pipelineParallelSize: int("--pipeline-parallel-size", {
    aliases: ["--pp-size", "--pp"],
    min: 1,
    default: 1,
  }),
  /**
   * Copies of the engine; with `enableDpAttention` copies of the attention layers inside tensor
   * parallelism, and then a divisor of it.
   *
   * @default 1
   */
  dataParallelSize: int("--data-parallel-size", {
    aliases: ["--dp-size", "--dp"],
    min: 1,
    default: 1,
  }),
  /** Ranks that experts are spread over. Divides tensor parallelism. @default 1 */
  expertParallelSize: int("--expert-parallel-size", {
    aliases: ["--ep-size", "--ep"],
    min: 1,
    default: 1,
  }),
  /** Attention by request instead of by head, experts and dense layers as before. @default false */
  enableDpAttention: toggle("--enable-dp-attention", { default: false }),
  /** Splits the output layer inside each attention group. @default false */
  enableDpLmHead: toggle("--enable-dp-lm-head", { default: false }),
  /** Sends control messages inside attention groups only. @default false */
  enableDpAttentionLocalControlBroadcast: toggle("--enable-dp-attention-local-control-broadcast", {
    default: false,
  }),
  /** How requests are spread over copies: `auto`, `round_robin`, `total_requests`, ... @default "auto" */
  loadBalanceMethod: text("--load-balance-method", { default: "auto" }),
  /** Tensor parallelism of dense layers in a mixture-of-experts model: 1, or the engine's. */
  moeDenseTpSize: int("--moe-dense-tp-size", { min: 1 }),
  /** Copies of the expert layers. @default 1 */
  moeDataParallelSize: int("--moe-data-parallel-size", {
    aliases: ["--moe-dp-size"],
    min: 1,
    default: 1,
  }),
  /** Ranks that share the sequence in attention. @default 1 */
  attentionContextParallelSize: int("--attention-context-parallel-size", {
    aliases: ["--attn-cp-size"],
    min: 1,
    default: 1,
  }),
  /** Ranks that share the KV cache by sequence in decode. @default 1 */
  decodeContextParallelSize: int("--decode-context-parallel-size", {
    aliases: ["--dcp-size"],
    min: 1,
    default: 1,
  }),
  /** Shares the sequence during prefill. @default false */
  enablePrefillCp: toggle("--enable-prefill-cp", { default: false }),
  /** Which tokens a rank takes. */
  cpStrategy: choice("--cp-strategy", ["zigzag", "interleave"]),
  /** Older spelling of `enablePrefillCp`. */
  enablePrefillContextParallel: toggle("--enable-prefill-context-parallel"),
  /** Older spelling of `enablePrefillCp` for sparse attention. */
  enableDsaPrefillContextParallel: toggle("--enable-dsa-prefill-context-parallel"),
  /** Older spelling of `enableDsaPrefillContextParallel`. */
  enableNsaPrefillContextParallel: toggle("--enable-nsa-prefill-context-parallel"),
  /** Older spelling of `cpStrategy` for sparse attention. */
  nsaPrefillCpMode: choice("--nsa-prefill-cp-mode", ["in-seq-split", "round-robin-split"]),
  /** Largest micro-batch of a pipeline stage. @default - computed */
  ppMaxMicroBatchSize: int("--pp-max-micro-batch-size", { min: 1 }),
  /** Micro-batches in flight. @default 0 */
  ppAsyncBatchDepth: int("--pp-async-batch-depth", { min: 0, default: 0 }),
  /** Sizes prefill chunks so that pipeline stages take the same time. @default false */
  enableDynamicChunking: toggle("--enable-dynamic-chunking", { default: false }),
  /** `host:port` of the first node. The operator sets it. */
  distInitAddr: text("--dist-init-addr", { aliases: ["--nccl-init-addr"] }),
  /** Nodes of the engine. The operator sets it. @default 1 */
  nnodes: int("--nnodes", { min: 1, default: 1 }),
  /** Number of this node. The operator sets it. @default 0 */
  nodeRank: int("--node-rank", { min: 0, default: 0 }),
  /** Port that NCCL starts on. @default - random */
  ncclPort: int("--nccl-port", { min: 1, max: 65535 }),
  /** Longest wait for other ranks at start. */
  distTimeout: int("--dist-timeout", { unit: "seconds", min: 1 }),
  /** Schedules processes with Ray. @default false */
  useRay: toggle("--use-ray", { default: false }),
  /** Spreads the input of attention over ranks. @default false */
  enableAttnTpInputScattered: toggle("--enable-attn-tp-input-scattered", { default: false }),
  /** Checks that GPUs reach each other. @default false */
  enableP2pCheck: toggle("--enable-p2p-check", { default: false }),
  /** Uses NCCL for every all-reduce. @default false */
  disableCustomAllReduce: toggle("--disable-custom-all-reduce", { default: false }),
  /** Uses MSCCL++ for small all-reduces. @default false */
  enableMscclpp: toggle("--enable-mscclpp", { default: false }),
  /** Uses PyTorch's symmetric memory for all-reduces. @default false */
  enableTorchSymmMem: toggle("--enable-torch-symm-mem", { default: false }),
  /** Uses NCCL's symmetric memory. @default false */
  enableSymmMem: toggle("--enable-symm-mem", { default: false }),
  /** Uses NVLink SHARP in NCCL. @default false */
  enableNcclNvls: toggle("--enable-nccl-nvls", { default: false }),
  /** Opens NCCL communicators at start. @default false */
  preWarmNccl: toggle("--pre-warm-nccl", { default: false }),
  /** Fuses all-reduce and normalization: `auto`, `trtllm`, `mnnvl`. */
  flashinferAllreduceFusionBackend: text("--flashinfer-allreduce-fusion-backend"),
  /** Older spelling of `flashinferAllreduceFusionBackend: "auto"`. */
  enableFlashinferAllreduceFusion: toggle("--enable-flashinfer-allreduce-fusion"),
  /** Never fuses all-reduce and normalization. @default false */
  enforceDisableFlashinferAllreduceFusion: toggle("--enforce-disable-flashinfer-allreduce-fusion", {
    default: false,
  }),
  /** Splits a batch in two, so that one half computes while the other communicates. @default false */
  enableTwoBatchOverlap: toggle("--enable-two-batch-overlap", { default: false }),
  /** Overlaps inside one batch. @default false */
  enableSingleBatchOverlap: toggle("--enable-single-batch-overlap", { default: false }),
} as const;
