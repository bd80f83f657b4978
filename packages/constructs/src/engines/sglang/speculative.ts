// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for speculative decoding. */
import { choice, float, int, text, toggle } from "../flags.js";

/** @see python/sglang/srt/server_args.py */
export const speculativeFlags = {
  /** `EAGLE`, `EAGLE3`, `NEXTN`, `STANDALONE`, `NGRAM`, `DFLASH`, `DSPARK`, ... @default - off */
  speculativeAlgorithm: text("--speculative-algorithm"),
  /** Draft model. @default - the heads that the model itself holds */
  speculativeDraftModelPath: text("--speculative-draft-model-path", {
    aliases: ["--speculative-draft-model"],
  }),
  /** Branch, tag or commit of the draft. */
  speculativeDraftModelRevision: text("--speculative-draft-model-revision"),
  /** How the draft's weights are read. @default - `loadFormat` */
  speculativeDraftLoadFormat: text("--speculative-draft-load-format"),
  /** Quantization of the draft. @default - `quantization` */
  speculativeDraftModelQuantization: text("--speculative-draft-model-quantization"),
  /** Attention kernels of the draft. */
  speculativeDraftAttentionBackend: text("--speculative-draft-attention-backend"),
  /** Recent tokens that the draft attends to. @default - all */
  speculativeDraftWindowSize: int("--speculative-draft-window-size", { unit: "tokens", min: 1 }),
  /** Steps that the draft goes ahead. @default - by model */
  speculativeNumSteps: int("--speculative-num-steps", { min: 1 }),
  /** Tokens that the draft follows in each step. @default - by model */
  speculativeEagleTopk: int("--speculative-eagle-topk", { min: 1 }),
  /** Tokens that are verified at once. @default - by model */
  speculativeNumDraftTokens: int("--speculative-num-draft-tokens", { unit: "tokens", min: 1 }),
  /** Block of DFLASH. */
  speculativeDflashBlockSize: int("--speculative-dflash-block-size", { min: 1 }),
  /** Block of DSPARK. @default - the checkpoint's */
  speculativeDsparkBlockSize: int("--speculative-dspark-block-size", { min: 1 }),
  /** Probability above which a token is accepted. @default 1 */
  speculativeAcceptThresholdSingle: float("--speculative-accept-threshold-single", {
    min: 0,
    max: 1,
    default: 1,
  }),
  /** Raises the chance that a token is accepted. @default 1 */
  speculativeAcceptThresholdAcc: float("--speculative-accept-threshold-acc", {
    min: 0,
    max: 1,
    default: 1,
  }),
  /** Accepts by rejection sampling. @default false */
  speculativeUseRejectionSampling: toggle("--speculative-use-rejection-sampling", {
    default: false,
  }),
  /** File with the draft's small vocabulary. */
  speculativeTokenMap: text("--speculative-token-map"),
  /** Attention kernels that verification uses. @default "prefill" */
  speculativeAttentionMode: choice("--speculative-attention-mode", ["prefill", "decode"], {
    default: "prefill",
  }),
  /** Expert kernels of the draft. @default - `moeRunnerBackend` */
  speculativeMoeRunnerBackend: text("--speculative-moe-runner-backend"),
  /** All-to-all of the draft. @default - `moeA2aBackend` */
  speculativeMoeA2aBackend: text("--speculative-moe-a2a-backend"),
  /** Chooses the number of steps by acceptance. @default false */
  speculativeAdaptive: toggle("--speculative-adaptive", { default: false }),
  /** JSON file for that. */
  speculativeAdaptiveConfig: text("--speculative-adaptive-config"),
  /** Skips a synchronization of data-parallel attention. @default false */
  speculativeSkipDpMlpSync: toggle("--speculative-skip-dp-mlp-sync", { default: false }),
  /** Drafts with several layers. @default false */
  enableMultiLayerEagle: toggle("--enable-multi-layer-eagle", { default: false }),
  /** Breadth of the n-gram search. @default 1 */
  speculativeNgramMinBfsBreadth: int("--speculative-ngram-min-bfs-breadth", {
    min: 1,
    default: 1,
  }),
  /** Largest breadth of the n-gram search. @default 10 */
  speculativeNgramMaxBfsBreadth: int("--speculative-ngram-max-bfs-breadth", {
    min: 1,
    default: 10,
  }),
  /** How n-grams are matched. @default "BFS" */
  speculativeNgramMatchType: choice("--speculative-ngram-match-type", ["BFS", "PROB"], {
    default: "BFS",
  }),
  /** Depth of the n-gram tree. @default 18 */
  speculativeNgramMaxTrieDepth: int("--speculative-ngram-max-trie-depth", { min: 1, default: 18 }),
  /** Entries of the n-gram cache. @default 10000000 */
  speculativeNgramCapacity: int("--speculative-ngram-capacity", { min: 1, default: 10_000_000 }),
} as const;
