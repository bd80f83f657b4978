// SPDX-License-Identifier: Apache-2.0
/** @module Flags of Dynamo's TensorRT-LLM worker, except those for diffusion models. */
import { choice, float, int, json, negatable, text } from "../flags.js";
import type { TrtllmEngineConfig } from "./engine-config.js";

/**
 * The engine's keyword arguments come from three places: these flags, then the file of
 * `extraEngineArgs` over them, then `overrideEngineArgs` over both.
 *
 * @see components/src/dynamo/trtllm/backend_args.py
 */
export const engineFlags = {
  /** Hugging Face id or local path of the model. @default "TinyLlama/TinyLlama-1.1B-Chat-v1.0" */
  model: text("--model", {
    aliases: ["--model-path"],
    env: "DYN_TRTLLM_MODEL",
    default: "TinyLlama/TinyLlama-1.1B-Chat-v1.0",
  }),
  /** Name that clients use. @default - the model */
  servedModelName: text("--served-model-name", { env: "DYN_TRTLLM_SERVED_MODEL_NAME" }),
  /** Role of the worker. Disaggregated roles need `cache_transceiver_config` in the engine's file. @default "agg" */
  disaggregationMode: choice(
    "--disaggregation-mode",
    // Releases before 1.3 write the aggregated role prefill_and_decode.
    ["agg", "pd", "prefill", "decode", "encode", "prefill_and_decode"],
    { env: "DYN_TRTLLM_DISAGGREGATION_MODE", default: "agg" },
  ),
  /** YAML file with arguments of the engine. @default - none */
  extraEngineArgs: text("--extra-engine-args", { env: "DYN_TRTLLM_EXTRA_ENGINE_ARGS" }),
  /**
   * Arguments of the engine over those of the file. A given `kv_cache_config` replaces the file's.
   * `--trtllm.a.b 1` on the command line is the same as `{"a": {"b": 1}}`.
   */
  overrideEngineArgs: json<TrtllmEngineConfig>("--override-engine-args", {
    aliases: ["--trtllm"],
    env: "DYN_TRTLLM_OVERRIDE_ENGINE_ARGS",
    dotted: true,
  }),
  /** GPUs that share each layer. @default 1 */
  tensorParallelSize: int("--tensor-parallel-size", {
    env: "DYN_TRTLLM_TENSOR_PARALLEL_SIZE",
    unit: "GPUs",
    min: 1,
    default: 1,
  }),
  /** Groups of GPUs that hold successive layers. @default 1 */
  pipelineParallelSize: int("--pipeline-parallel-size", {
    env: "DYN_TRTLLM_PIPELINE_PARALLEL_SIZE",
    min: 1,
    default: 1,
  }),
  /** Ranks that experts are spread over. Divides tensor parallelism. @default - not spread */
  expertParallelSize: int("--expert-parallel-size", {
    env: "DYN_TRTLLM_EXPERT_PARALLEL_SIZE",
    min: 1,
  }),
  /** Attention by request instead of by head, over all tensor parallel ranks. @default false */
  enableAttentionDp: negatable("--enable-attention-dp", {
    env: "DYN_TRTLLM_ENABLE_ATTENTION_DP",
    default: false,
  }),
  /**
   * The engine chooses the attention rank from the conversation id, even if the router chose one.
   *
   * @default false
   */
  conversationAffinity: negatable("--conversation-affinity", {
    env: "DYN_ENGINE_CONV_AFFINITY",
    default: false,
  }),
  /** GPUs of a node. @default - detected */
  gpusPerNode: int("--gpus-per-node", { env: "DYN_TRTLLM_GPUS_PER_NODE", unit: "GPUs", min: 1 }),
  /** Tokens per cache block, as the router is told. Must equal `tokens_per_block` in the file. @default 32 */
  kvBlockSize: int("--kv-block-size", {
    env: "DYN_TRTLLM_KV_BLOCK_SIZE",
    unit: "tokens",
    min: 1,
    default: 32,
  }),
  /** Requests in one step. @default 2048 */
  maxBatchSize: int("--max-batch-size", {
    env: "DYN_TRTLLM_MAX_BATCH_SIZE",
    unit: "requests",
    min: 1,
    default: 2048,
  }),
  /** Tokens in one step. @default 8192 */
  maxNumTokens: int("--max-num-tokens", {
    env: "DYN_TRTLLM_MAX_NUM_TOKENS",
    unit: "tokens",
    min: 1,
    default: 8192,
  }),
  /** Longest sequence that a request may have. @default - the model's own limit */
  maxSeqLen: int("--max-seq-len", { env: "DYN_TRTLLM_MAX_SEQ_LEN", unit: "tokens", min: 1 }),
  /** Beams of a beam search. @default 1 */
  maxBeamWidth: int("--max-beam-width", { env: "DYN_TRTLLM_MAX_BEAM_WIDTH", min: 1, default: 1 }),
  /** Part of the memory left beside the weights that the KV cache takes. @default 0.9 */
  freeGpuMemoryFraction: float("--free-gpu-memory-fraction", {
    env: "DYN_TRTLLM_FREE_GPU_MEMORY_FRACTION",
    above: 0,
    max: 1,
    default: 0.9,
  }),
  /** Publishes KV cache events for the KV router. @default false */
  publishKvEvents: negatable("--publish-kv-events", {
    env: "DYN_TRTLLM_PUBLISH_KV_EVENTS",
    default: false,
  }),
  /** Older spelling of `publishKvEvents`; before 1.4 it also switches metrics on. */
  publishEventsAndMetrics: negatable("--publish-events-and-metrics", {
    env: "DYN_TRTLLM_PUBLISH_EVENTS_AND_METRICS",
  }),
  /** How weights are read: `auto`, or `gms` (GPU memory service). @default "auto" */
  loadFormat: text("--load-format", { env: "DYN_TRTLLM_LOAD_FORMAT", default: "auto" }),
  /** Settings of the loader, such as `{"gms_read_only": true}`. */
  modelLoaderExtraConfig: json<Readonly<Record<string, unknown>>>("--model-loader-extra-config", {
    env: "DYN_TRTLLM_MODEL_LOADER_EXTRA_CONFIG",
  }),
  /** Accepts images, audio and video. @default false */
  enableMultimodal: negatable("--enable-multimodal", {
    env: "DYN_TRTLLM_ENABLE_MULTIMODAL",
    default: false,
  }),
  /** What the model works on. @default "text" */
  modality: choice("--modality", ["text", "multimodal", "video_diffusion", "image_diffusion"], {
    env: "DYN_TRTLLM_MODALITY",
    default: "text",
  }),
  /** Encode workers, as `dyn://namespace.component.endpoint`. @default - none */
  encodeEndpoint: text("--encode-endpoint", { env: "DYN_TRTLLM_ENCODE_ENDPOINT" }),
  /** Folder that requests may read media files from. Never a folder with secrets. @default - none */
  allowedLocalMediaPath: text("--allowed-local-media-path", {
    env: "DYN_TRTLLM_ALLOWED_LOCAL_MEDIA_PATH",
  }),
  /** Largest media file. @default 50 */
  maxFileSizeMb: int("--max-file-size-mb", {
    env: "DYN_TRTLLM_MAX_FILE_SIZE_MB",
    unit: "MB",
    min: 1,
    default: 50,
  }),
  /** Decodes images in the frontend and sends pixels by RDMA. @default false */
  frontendDecoding: negatable("--frontend-decoding", {
    env: "DYN_TRTLLM_FRONTEND_DECODING",
    default: false,
  }),
  /** Library for guided output. @default - no guided output */
  guidedDecodingBackend: choice("--guided-decoding-backend", ["xgrammar", "llguidance"], {
    env: "DYN_TRTLLM_GUIDED_DECODING_BACKEND",
  }),
} as const;
