// SPDX-License-Identifier: Apache-2.0
/** @module Flags that Dynamo's SGLang worker adds to the engine's own. */
import { choice, int, negatable, text } from "../flags.js";

/** @see components/src/dynamo/sglang/backend_args.py */
export const dynamoFlags = {
  /** Tokenizes in the engine. Deprecated: `--dyn-chat-processor sglang` on the frontend. @default false */
  useSglangTokenizer: negatable("--use-sglang-tokenizer", {
    env: "DYN_SGL_USE_TOKENIZER",
    default: false,
  }),
  /** Accepts images, audio and video. @default false */
  enableMultimodal: negatable("--enable-multimodal", {
    env: "DYN_SGL_ENABLE_MULTIMODAL",
    default: false,
  }),
  /** Takes embeddings from an encode worker; needs `enableMultimodal` and a role. @default false */
  dedicatedMmEncoder: negatable("--dedicated-mm-encoder", {
    env: "DYN_SGL_DEDICATED_MM_ENCODER",
    default: false,
  }),
  /** How embeddings travel from encode workers. @default "nixl-write" */
  embeddingTransferMode: choice("--embedding-transfer-mode", ["local", "nixl-write", "nixl-read"], {
    env: "DYN_SGL_EMBEDDING_TRANSFER_MODE",
    default: "nixl-write",
  }),
  /** Serves text embeddings. @default false */
  embeddingWorker: negatable("--embedding-worker", {
    env: "DYN_SGL_EMBEDDING_WORKER",
    default: false,
  }),
  /** Generates images. @default false */
  imageDiffusionWorker: negatable("--image-diffusion-worker", {
    env: "DYN_SGL_IMAGE_DIFFUSION_WORKER",
    default: false,
  }),
  /** Generates videos. @default false */
  videoGenerationWorker: negatable("--video-generation-worker", {
    env: "DYN_SGL_VIDEO_GENERATION_WORKER",
    default: false,
  }),
  /** YAML file with a section per role; needs `disaggConfigKey`. */
  disaggConfig: text("--disagg-config", { env: "DYN_SGL_DISAGG_CONFIG" }),
  /** Section of `disaggConfig`, such as `prefill`. */
  disaggConfigKey: text("--disagg-config-key", { env: "DYN_SGL_DISAGG_CONFIG_KEY" }),
  /** Decodes images in the frontend and sends pixels by RDMA. @default false */
  frontendDecoding: negatable("--frontend-decoding", {
    env: "DYN_SGL_FRONTEND_DECODING",
    default: false,
  }),
  /** Defaults for reinforcement learning. @default false */
  enableRl: negatable("--enable-rl", { env: "DYN_SGL_ENABLE_RL", default: false }),
  /** Detail of traces, 1 to 4, when `enableTrace` is set. @default 2 */
  sglangTraceLevel: int("--sglang-trace-level", {
    env: "SGLANG_TRACE_LEVEL",
    min: 1,
    max: 4,
    default: 2,
  }),
} as const;
