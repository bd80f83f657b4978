// SPDX-License-Identifier: Apache-2.0
/** @module Keys of TensorRT-LLM's engine configuration: types, bounds and lists. */
import { openFields } from "../fields.js";
import {
  type ConfigOf,
  choice,
  float,
  int,
  ints,
  json,
  jsonOrPath,
  nullable,
  text,
  toggle,
} from "../flags.js";

/** Keys that the tables do not know are kept as they are. */
type Open = { readonly [key: string]: unknown };

const kvCacheKeys = {
  /** Part of the memory left beside the weights that the KV cache takes. @default 0.9 */
  free_gpu_memory_fraction: float("free_gpu_memory_fraction", {
    above: 0,
    max: 1,
    default: 0.9,
    nullable: true,
  }),
  /** Tokens in the cache; the smaller of this and the fraction counts. */
  max_tokens: int("max_tokens", { unit: "tokens", min: 1, nullable: true }),
  /** Reuses the cache of common prompt prefixes; KV routing needs it. @default true */
  enable_block_reuse: toggle("enable_block_reuse", { default: true }),
  /** Reuses parts of blocks; false with KVBM. @default true */
  enable_partial_reuse: toggle("enable_partial_reuse", { default: true }),
  copy_on_partial_reuse: toggle("copy_on_partial_reuse", { default: true }),
  /** Number format of the cache: `auto`, `fp8`, `nvfp4`, ... @default "auto" */
  dtype: text("dtype", { default: "auto" }),
  mamba_ssm_cache_dtype: text("mamba_ssm_cache_dtype", { default: "auto" }),
  /** Tokens per block. Must equal the worker's `kvBlockSize`. @default 32 */
  tokens_per_block: int("tokens_per_block", { unit: "tokens", min: 1, default: 32 }),
  /** Host memory for offloaded blocks. */
  host_cache_size: int("host_cache_size", { unit: "bytes", min: 0, nullable: true }),
  /** Priority from which blocks are offloaded, 0 to 100. */
  secondary_offload_min_priority: int("secondary_offload_min_priority", {
    min: 0,
    max: 100,
    nullable: true,
  }),
  /** Cache events kept for publishing. Dynamo sets 1024 when it publishes. @default 0 */
  event_buffer_max_size: int("event_buffer_max_size", { unit: "events", min: 0, default: 0 }),
  /** Attention window per layer, repeated over the layers. */
  max_attention_window: nullable(ints("max_attention_window", { unit: "tokens", min: 1 })),
  sink_token_length: int("sink_token_length", { unit: "tokens", min: 0, nullable: true }),
  max_gpu_total_bytes: int("max_gpu_total_bytes", { unit: "bytes", min: 0, nullable: true }),
} as const;

/** The KV cache. */
export interface TrtllmKvCacheConfig extends ConfigOf<typeof kvCacheKeys>, Open {}

const cacheTransceiverKeys = {
  /** Transport between prefill and decode; `DEFAULT` is NIXL. */
  backend: choice("backend", ["DEFAULT", "UCX", "NIXL", "MOONCAKE", "MPI"], { nullable: true }),
  /** Tokens that the transfer buffer holds; at least the longest prompt, or 0 for no buffer. */
  max_tokens_in_buffer: int("max_tokens_in_buffer", { unit: "tokens", min: 0, nullable: true }),
  /** Time after which a request whose cache did not come is dropped. */
  kv_transfer_timeout_ms: int("kv_transfer_timeout_ms", { unit: "ms", min: 1, nullable: true }),
  /** @default 1000 */
  kv_transfer_sender_future_timeout_ms: int("kv_transfer_sender_future_timeout_ms", {
    unit: "ms",
    min: 1,
    default: 1000,
    nullable: true,
  }),
  transceiver_runtime: choice("transceiver_runtime", ["CPP", "PYTHON"], { nullable: true }),
} as const;

/** How the cache travels between prefill and decode. */
export interface TrtllmCacheTransceiverConfig extends ConfigOf<typeof cacheTransceiverKeys>, Open {}

const moeKeys = {
  /** `CUTLASS`, `TRTLLM`, `DEEPGEMM`, `WIDEEP`, `CUTEDSL`, `TRITON`, `AUTO`, ... @default "CUTLASS" */
  backend: text("backend", { default: "CUTLASS" }),
  /** Tokens that one call works on; more are split. */
  max_num_tokens: int("max_num_tokens", { unit: "tokens", min: 1, nullable: true }),
  /** Load balancing of experts: settings or the path of a file. */
  load_balancer: nullable(jsonOrPath<Open>("load_balancer")),
  disable_finalize_fusion: toggle("disable_finalize_fusion", { default: false }),
  use_low_precision_moe_combine: toggle("use_low_precision_moe_combine", { default: false }),
} as const;

/** Mixture-of-experts layers. */
export interface TrtllmMoeConfig extends ConfigOf<typeof moeKeys>, Open {}

const cudaGraphKeys = {
  /** Batch sizes that graphs are captured for. */
  batch_sizes: nullable(ints("batch_sizes", { unit: "requests", min: 1 })),
  /** Largest of them, when no list is given. */
  max_batch_size: int("max_batch_size", { unit: "requests", min: 0, nullable: true }),
  /** Pads a batch to the next graph. @default false */
  enable_padding: toggle("enable_padding", { default: false }),
} as const;

/** CUDA graphs. */
export interface TrtllmCudaGraphConfig extends ConfigOf<typeof cudaGraphKeys>, Open {}

const speculativeKeys = {
  /** `Eagle`, `Eagle3`, `MTP`, `NGram`, `Draft_Target`, ... */
  decoding_type: text("decoding_type"),
  /** Tokens that the draft proposes per step. */
  max_draft_len: int("max_draft_len", { unit: "tokens", min: 0, nullable: true }),
  /** Draft model; newer releases write `speculative_model`. */
  speculative_model_dir: text("speculative_model_dir", { nullable: true }),
  speculative_model: text("speculative_model", { nullable: true }),
  /** Layers of the model that predict further tokens (MTP). */
  num_nextn_predict_layers: int("num_nextn_predict_layers", { min: 1, nullable: true }),
  eagle3_one_model: toggle("eagle3_one_model", { nullable: true }),
  allow_advanced_sampling: toggle("allow_advanced_sampling"),
} as const;

/** Speculative decoding. */
export interface TrtllmSpeculativeConfig extends ConfigOf<typeof speculativeKeys>, Open {}

const connectorKeys = {
  /** Python module, such as `kvbm.trtllm_integration.connector`. */
  connector_module: text("connector_module"),
  connector_scheduler_class: text("connector_scheduler_class"),
  connector_worker_class: text("connector_worker_class"),
} as const;

/** A connector that offloads the cache. */
export interface TrtllmKvConnectorConfig extends ConfigOf<typeof connectorKeys>, Open {}

/** @see tensorrt_llm/llmapi/llm_args.py */
export const engineConfigKeys = {
  /** @default "pytorch" */
  backend: text("backend", { default: "pytorch" }),
  /** GPUs that share each layer. @default 1 */
  tensor_parallel_size: int("tensor_parallel_size", { unit: "GPUs", min: 1, default: 1 }),
  /** Groups of GPUs that hold successive layers. @default 1 */
  pipeline_parallel_size: int("pipeline_parallel_size", { min: 1, default: 1 }),
  /** GPUs that share the sequence. @default 1 */
  context_parallel_size: int("context_parallel_size", { min: 1, default: 1 }),
  /** Ranks that experts are spread over. */
  moe_expert_parallel_size: int("moe_expert_parallel_size", { min: -1, nullable: true }),
  /** Ranks that share each expert. */
  moe_tensor_parallel_size: int("moe_tensor_parallel_size", { min: -1, nullable: true }),
  moe_cluster_parallel_size: int("moe_cluster_parallel_size", { min: -1, nullable: true }),
  /** Attention by request instead of by head. @default false */
  enable_attention_dp: toggle("enable_attention_dp", { default: false }),
  /** Balancing of requests over attention ranks. */
  attention_dp_config: nullable(json<Open>("attention_dp_config")),
  /** GPUs of a node. @default - detected */
  gpus_per_node: int("gpus_per_node", { unit: "GPUs", min: 1, nullable: true }),
  /** Requests in one step. @default 2048 */
  max_batch_size: int("max_batch_size", { unit: "requests", min: 1, nullable: true }),
  /** Tokens in one step. @default 8192 */
  max_num_tokens: int("max_num_tokens", { unit: "tokens", min: 1, nullable: true }),
  /** Longest sequence that a request may have. @default - the model's own limit */
  max_seq_len: int("max_seq_len", { unit: "tokens", min: 1, nullable: true }),
  /** Longest prompt. */
  max_input_len: int("max_input_len", { unit: "tokens", min: 1, nullable: true }),
  max_beam_width: int("max_beam_width", { min: 1, nullable: true }),
  /** Splits long prompts over several steps. @default false */
  enable_chunked_prefill: toggle("enable_chunked_prefill", { default: false }),
  /** Runs scheduler and GPU one after the other; true on prefill workers. @default false */
  disable_overlap_scheduler: toggle("disable_overlap_scheduler", { default: false }),
  kv_cache_config: json<TrtllmKvCacheConfig>("kv_cache_config", openFields(kvCacheKeys)),
  /** Both sides of a disaggregated graph need it. */
  cache_transceiver_config: nullable(
    json<TrtllmCacheTransceiverConfig>(
      "cache_transceiver_config",
      openFields(cacheTransceiverKeys),
    ),
  ),
  kv_connector_config: nullable(
    json<TrtllmKvConnectorConfig>("kv_connector_config", openFields(connectorKeys)),
  ),
  /** Null switches CUDA graphs off. */
  cuda_graph_config: nullable(
    json<TrtllmCudaGraphConfig>("cuda_graph_config", openFields(cudaGraphKeys)),
  ),
  moe_config: json<TrtllmMoeConfig>("moe_config", openFields(moeKeys)),
  speculative_config: nullable(
    json<TrtllmSpeculativeConfig>("speculative_config", openFields(speculativeKeys)),
  ),
  torch_compile_config: nullable(json<Open>("torch_compile_config")),
  scheduler_config: nullable(json<Open>("scheduler_config")),
  lora_config: nullable(json<Open>("lora_config")),
  quant_config: nullable(json<Open>("quant_config")),
  sparse_attention_config: nullable(json<Open>("sparse_attention_config")),
  nvfp4_gemm_config: nullable(json<Open>("nvfp4_gemm_config")),
  build_config: nullable(json<Open>("build_config")),
  /** Keyword arguments of the model's configuration. */
  model_kwargs: nullable(json<Open>("model_kwargs")),
  /** `TRTLLM`, `FLASHINFER`, `VANILLA`, ... @default "TRTLLM" */
  attn_backend: text("attn_backend", { default: "TRTLLM" }),
  /** `AUTO`, `NCCL`, `MNNVL`, `ONESHOT`, ... @default "AUTO" */
  allreduce_strategy: text("allreduce_strategy", { nullable: true }),
  /** Number format of weights and activations. @default "auto" */
  dtype: text("dtype", { default: "auto" }),
  /** How weights are read. @default "auto" */
  load_format: text("load_format", { default: "auto" }),
  /** Runs Python code that the model's repository ships. @default false */
  trust_remote_code: toggle("trust_remote_code", { default: false }),
  guided_decoding_backend: text("guided_decoding_backend", { nullable: true }),
  /** Tokens between two pieces of a streamed answer. @default 1 */
  stream_interval: int("stream_interval", { unit: "tokens", min: 1, default: 1 }),
  /** Processes that finish answers. @default 0 */
  num_postprocess_workers: int("num_postprocess_workers", { min: 0, default: 0 }),
  /** Logs every step. @default false */
  print_iter_log: toggle("print_iter_log", { default: false }),
  enable_iter_perf_stats: toggle("enable_iter_perf_stats", { default: false }),
  enable_iter_req_stats: toggle("enable_iter_req_stats", { default: false }),
  return_perf_metrics: toggle("return_perf_metrics", { default: false }),
  perf_metrics_max_requests: int("perf_metrics_max_requests", { min: 0 }),
  enable_autotuner: toggle("enable_autotuner", { default: true }),
  enable_layerwise_nvtx_marker: toggle("enable_layerwise_nvtx_marker", { default: false }),
  enable_min_latency: toggle("enable_min_latency", { default: false }),
  skip_tokenizer_init: toggle("skip_tokenizer_init", { default: false }),
  batch_wait_timeout_ms: float("batch_wait_timeout_ms", { unit: "ms", min: 0 }),
  batch_wait_timeout_iters: int("batch_wait_timeout_iters", { unit: "steps", min: 0 }),
  batch_wait_max_tokens_ratio: float("batch_wait_max_tokens_ratio", { min: 0, max: 1 }),
  /** Orchestration of ranks: `mpi`, `ray`, `rpc`. */
  orchestrator_type: text("orchestrator_type", { nullable: true }),
  /** Environment variables of the engine's processes. */
  env_overrides: nullable(json<Open>("env_overrides")),
  tokenizer_mode: text("tokenizer_mode"),
  custom_tokenizer: text("custom_tokenizer", { nullable: true }),
  garbage_collection_gen0_threshold: int("garbage_collection_gen0_threshold", { min: 0 }),
  mm_encoder_only: toggle("mm_encoder_only", { default: false }),
} as const;
