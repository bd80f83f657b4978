// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for images, audio and video. */
import { choice, float, int, json, negatable, text } from "../flags.js";

/** @see vllm/engine/arg_utils.py, vllm/config/multimodal.py */
export const multimodalFlags = {
  /** Leaves the encoders out and refuses media. @default false */
  languageModelOnly: negatable("--language-model-only", { default: false }),
  /** Most items per prompt by kind, such as `{"image": 4, "video": 1}`. */
  limitMmPerPrompt: json<Readonly<Record<string, unknown>>>("--limit-mm-per-prompt", {
    dotted: true,
  }),
  /** Accepts embeddings in place of media. @default false */
  enableMmEmbeds: negatable("--enable-mm-embeds", { default: false }),
  /** Settings of media readers by kind. */
  mediaIoKwargs: json<Readonly<Record<string, unknown>>>("--media-io-kwargs", { dotted: true }),
  /** Settings of the model's processor. */
  mmProcessorKwargs: json<Readonly<Record<string, unknown>>>("--mm-processor-kwargs", {
    dotted: true,
  }),
  /** Cache of processed media, per process. 0 switches it off. @default 4 */
  mmProcessorCacheGb: float("--mm-processor-cache-gb", { unit: "GiB", min: 0, default: 4 }),
  /** Per process, or in shared memory for all. @default "lru" */
  mmProcessorCacheType: choice("--mm-processor-cache-type", ["lru", "shm"], { default: "lru" }),
  /** Largest item of the shared cache. @default 128 */
  mmShmCacheMaxObjectSizeMb: int("--mm-shm-cache-max-object-size-mb", {
    unit: "MiB",
    min: 0,
    default: 128,
  }),
  /** Runs the encoders only. @default false */
  mmEncoderOnly: negatable("--mm-encoder-only", { default: false }),
  /** Splits an encoder's weights over the GPUs, or the batch. @default "weights" */
  mmEncoderTpMode: choice("--mm-encoder-tp-mode", ["weights", "data"], { default: "weights" }),
  /** Attention kernels of the encoders, such as `TORCH_SDPA`. */
  mmEncoderAttnBackend: text("--mm-encoder-attn-backend"),
  /** Number format of the encoders' attention. */
  mmEncoderAttnDtype: text("--mm-encoder-attn-dtype"),
  /** File with FP8 scales of the encoders. */
  mmEncoderFp8ScalePath: text("--mm-encoder-fp8-scale-path"),
  /** File that measured FP8 scales are written to. */
  mmEncoderFp8ScaleSavePath: text("--mm-encoder-fp8-scale-save-path"),
  /** Margin over measured scales. */
  mmEncoderFp8ScaleSaveMargin: float("--mm-encoder-fp8-scale-save-margin", { min: 0 }),
  /** Keeps text and media in the order of the prompt. @default false */
  interleaveMmStrings: negatable("--interleave-mm-strings", { default: false }),
  /** Skips measuring the encoders' memory at start. @default false */
  skipMmProfiling: negatable("--skip-mm-profiling", { default: false }),
  /** Part of a video's tokens that is dropped. @default - none */
  videoPruningRate: float("--video-pruning-rate", { min: 0, max: 1 }),
  /** How tensors reach the engine process. */
  mmTensorIpc: text("--mm-tensor-ipc"),
  /** GPU memory for tensors on their way to the engine process. */
  mmIpcGpuMemoryGb: float("--mm-ipc-gpu-memory-gb", { unit: "GiB", min: 0 }),
} as const;
