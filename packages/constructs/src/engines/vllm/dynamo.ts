// SPDX-License-Identifier: Apache-2.0
/** @module Flags that Dynamo's vLLM worker adds to the engine's own. */
import { choice, int, negatable, text } from "../flags.js";

/** @see components/src/dynamo/vllm/backend_args.py */
export const dynamoFlags = {
  /**
   * Role of the worker. `prefill` needs `kvTransferConfig`, `encode` needs `enableMultimodal`; `pd`
   * is `agg` behind an encode worker.
   *
   * @default "agg"
   */
  disaggregationMode: choice(
    "--disaggregation-mode",
    ["agg", "pd", "prefill", "decode", "encode"],
    { env: "DYN_VLLM_DISAGGREGATION_MODE", default: "agg" },
  ),
  /** Follower of a multi-node engine: no endpoint of its own. The operator sets it. @default false */
  headless: negatable("--headless", { env: "DYN_VLLM_HEADLESS", default: false }),
  /** Tokenizes in the engine; only chat completions are served then. @default false */
  useVllmTokenizer: negatable("--use-vllm-tokenizer", {
    env: "DYN_VLLM_USE_TOKENIZER",
    default: false,
  }),
  /** Accepts images, audio and video. @default false */
  enableMultimodal: negatable("--enable-multimodal", {
    env: "DYN_VLLM_ENABLE_MULTIMODAL",
    default: false,
  }),
  /** Lets encode workers encode media. @default false */
  routeToEncoder: negatable("--route-to-encoder", {
    env: "DYN_VLLM_ROUTE_TO_ENCODER",
    default: false,
  }),
  /** Prompt around `<image>` and `<prompt>`, for models without a chat template for media. */
  mmPromptTemplate: text("--mm-prompt-template", { env: "DYN_VLLM_MM_PROMPT_TEMPLATE" }),
  /** Decodes images in the frontend and sends pixels by RDMA. @default false */
  frontendDecoding: negatable("--frontend-decoding", {
    env: "DYN_VLLM_FRONTEND_DECODING",
    default: false,
  }),
  /** `module.Class` of an encoder that replaces the model's own. @default - none */
  customEncoderClass: text("--custom-encoder-class", { env: "DYN_CUSTOM_ENCODER_CLASS" }),
  /** How embeddings travel from encode workers. @default "nixl-write" */
  embeddingTransferMode: choice("--embedding-transfer-mode", ["local", "nixl-write", "nixl-read"], {
    env: "DYN_VLLM_EMBEDDING_TRANSFER_MODE",
    default: "nixl-write",
  }),
  /** Serves text embeddings; needs `runner: "pooling"`. @default false */
  embeddingWorker: negatable("--embedding-worker", {
    env: "DYN_VLLM_EMBEDDING_WORKER",
    default: false,
  }),
  /** Defaults for reinforcement learning. @default false */
  enableRl: negatable("--enable-rl", { env: "DYN_ENABLE_RL", default: false }),
  /** Waits beside an active engine without cache of its own; needs `loadFormat: "gms"`. @default false */
  gmsShadowMode: negatable("--gms-shadow-mode", {
    env: "DYN_VLLM_GMS_SHADOW_MODE",
    default: false,
  }),
  /** ModelExpress server. Deprecated: the loader reads the environment variable itself. */
  modelExpressUrl: text("--model-express-url", { env: "MODEL_EXPRESS_URL" }),
  /** Measures itself for the planner before it serves. @default - off */
  benchmarkMode: choice("--benchmark-mode", ["prefill", "decode", "agg"], {
    env: "DYN_BENCHMARK_MODE",
  }),
  /** JSON file with the points to measure. @default - a grid */
  benchmarkPointsFile: text("--benchmark-points-file", { env: "DYN_BENCHMARK_POINTS_FILE" }),
  /** Prefill sizes to measure. @default 64 */
  prefillMaxNewTokenSamples: int("--prefill-max-new-token-samples", {
    env: "DYN_PREFILL_MAX_NEW_TOKEN_SAMPLES",
    min: 2,
    default: 64,
  }),
  /** Cache sizes to measure in prefill. @default 16 */
  prefillMaxKvReadTokenSamples: int("--prefill-max-kv-read-token-samples", {
    env: "DYN_PREFILL_MAX_KV_READ_TOKEN_SAMPLES",
    min: 2,
    default: 16,
  }),
  /** Cache sizes to measure in decode. @default 128 */
  decodeMaxKvReadTokenSamples: int("--decode-max-kv-read-token-samples", {
    env: "DYN_DECODE_MAX_KV_READ_TOKEN_SAMPLES",
    min: 2,
    default: 128,
  }),
  /** Batch sizes to measure in decode. @default 128 */
  decodeMaxBatchSizeSamples: int("--decode-max-batch-size-samples", {
    env: "DYN_DECODE_MAX_BATCH_SIZE_SAMPLES",
    min: 2,
    default: 128,
  }),
  /** Batch sizes to measure in prefill. @default 3 */
  prefixMaxBatchSizeSamples: int("--prefix-max-batch-size-samples", {
    env: "DYN_PREFIX_MAX_BATCH_SIZE_SAMPLES",
    min: 1,
    default: 3,
  }),
  /** Runs before measuring. @default 5 */
  benchmarkWarmupIterations: int("--benchmark-warmup-iterations", {
    env: "DYN_BENCHMARK_WARMUP_ITERATIONS",
    min: 0,
    default: 5,
  }),
  /** File that results are written to. @default - `benchmark_results.json` in the folder for temporary files */
  benchmarkOutputPath: text("--benchmark-output-path", { env: "DYN_BENCHMARK_OUTPUT_PATH" }),
  /** Time after which measuring stops. @default 900 */
  benchmarkTimeout: int("--benchmark-timeout", {
    env: "DYN_BENCHMARK_TIMEOUT",
    unit: "seconds",
    min: 1,
    default: 900,
  }),
} as const;
