// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for the model, its tokenizer, number formats and weight loading. */
import { choice, int, ints, json, text, toggle } from "../flags.js";

/**
 * Property names follow the long spelling that names the thing in full; SGLang reads it beside its
 * own short one (`--tp-size`), and vLLM and TensorRT-LLM have the same names.
 *
 * @see python/sglang/srt/server_args.py
 */
export const modelFlags = {
  /** Hugging Face id, local path, or `s3://`, `gs://`, `az://` address of the model. */
  modelPath: text("--model-path", { aliases: ["--model"] }),
  /** Name that clients use; no colon. @default - the model */
  servedModelName: text("--served-model-name"),
  /** Id or path of the tokenizer. @default - the model */
  tokenizerPath: text("--tokenizer-path"),
  /** Which tokenizer implementation is used. @default "auto" */
  tokenizerMode: choice("--tokenizer-mode", ["auto", "slow"], { default: "auto" }),
  /** Library that tokenizes: `huggingface` or `fastokens`. @default "huggingface" */
  tokenizerBackend: text("--tokenizer-backend", { default: "huggingface" }),
  /** Tokenizer processes. @default 1 */
  tokenizerWorkerNum: int("--tokenizer-worker-num", { min: 1, default: 1 }),
  /** Detokenizer processes. @default 1 */
  detokenizerWorkerNum: int("--detokenizer-worker-num", { min: 1, default: 1 }),
  /** Leaves tokens to the caller; Dynamo's frontend tokenizes. @default false */
  skipTokenizerInit: toggle("--skip-tokenizer-init", { default: false }),
  /** Runs Python code that the model's repository ships. @default false */
  trustRemoteCode: toggle("--trust-remote-code", { default: false }),
  /** Branch, tag or commit of the model. @default - the default branch */
  revision: text("--revision"),
  /** `auto`, `sglang`, `transformers`. @default "auto" */
  modelImpl: text("--model-impl", { default: "auto" }),
  /** Longest sequence that a request may have. @default - the model's own limit */
  contextLength: int("--context-length", { unit: "tokens", min: 1, human: true }),
  /** Cuts prompts that are too long instead of refusing them. @default false */
  allowAutoTruncate: toggle("--allow-auto-truncate", { default: false }),
  /** Changes to the model's configuration. */
  jsonModelOverrideArgs: json<Readonly<Record<string, unknown>>>("--json-model-override-args"),
  /** Uses a generating model for embeddings. @default false */
  isEmbedding: toggle("--is-embedding", { default: false }),
  /** Number format of weights and activations. @default "auto" */
  dtype: choice("--dtype", ["auto", "half", "float16", "bfloat16", "float", "float32"], {
    default: "auto",
  }),
  /** `fp8`, `modelopt_fp4`, `mxfp4`, `awq`, `w8a8_fp8`, ... @default - as the checkpoint says */
  quantization: text("--quantization"),
  /** JSON file with scales of an FP8 cache. @default - 1.0 */
  quantizationParamPath: text("--quantization-param-path"),
  /** `auto`, `bf16`, `fp8_e4m3`, `fp8_e5m2`, `fp4_e2m1`, `nvfp4`, ... @default "auto" */
  kvCacheDtype: text("--kv-cache-dtype", { default: "auto" }),
  /** Computes logits in float32. @default false */
  enableFp32LmHead: toggle("--enable-fp32-lm-head", { default: false }),
  /** Lets float32 products use TensorFloat-32. @default false */
  enableTf32Matmul: toggle("--enable-tf32-matmul", { default: false }),
  /** ModelOpt quantization: `fp8`, `nvfp4`, ... @default - none */
  modeloptQuant: text("--modelopt-quant"),
  /** Quantized checkpoint that is loaded instead of quantizing. */
  modeloptCheckpointRestorePath: text("--modelopt-checkpoint-restore-path"),
  /** Where the quantized checkpoint is saved. */
  modeloptCheckpointSavePath: text("--modelopt-checkpoint-save-path"),
  /** Where the quantized model is exported to. */
  modeloptExportPath: text("--modelopt-export-path"),
  /** Quantizes and serves in one go. @default false */
  quantizeAndServe: toggle("--quantize-and-serve", { default: false }),
  /**
   * How weights are read: `auto`, `safetensors`, `fastsafetensors`, `runai_streamer` (object
   * stores), `remote_instance`, `gms` (GPU memory service), `dummy`, ...
   *
   * @default "auto"
   */
  loadFormat: text("--load-format", { default: "auto" }),
  /** Settings of the loader, such as `{"enable_multithread_load": true, "num_threads": 32}`. */
  modelLoaderExtraConfig: json<Readonly<Record<string, unknown>>>("--model-loader-extra-config"),
  /** Folder that weights are downloaded to. @default - the Hugging Face cache */
  downloadDir: text("--download-dir"),
  /** Reads weights without mapping files into memory. @default false */
  weightLoaderDisableMmap: toggle("--weight-loader-disable-mmap", { default: false }),
  /** Warms the page cache, each rank a part. For network file systems. @default false */
  weightLoaderPrefetchCheckpoints: toggle("--weight-loader-prefetch-checkpoints", {
    default: false,
  }),
  /** Threads per rank for that. @default 4 */
  weightLoaderPrefetchNumThreads: int("--weight-loader-prefetch-num-threads", {
    min: 1,
    default: 4,
  }),
  /** Drops files from the page cache once loaded. @default false */
  weightLoaderDropCacheAfterLoad: toggle("--weight-loader-drop-cache-after-load", {
    default: false,
  }),
  /** Import path of a weight loader of one's own. */
  customWeightLoader: text("--custom-weight-loader"),
  /** Deletes the checkpoint after loading. @default false */
  deleteCkptAfterLoading: toggle("--delete-ckpt-after-loading", { default: false }),
  /** Waits for weights from outside before it is ready. @default false */
  checkpointEngineWaitWeightsBeforeReady: toggle("--checkpoint-engine-wait-weights-before-ready", {
    default: false,
  }),
  /** Address of the instance that weights come from. */
  remoteInstanceWeightLoaderSeedInstanceIp: text(
    "--remote-instance-weight-loader-seed-instance-ip",
  ),
  /** Port of that instance. */
  remoteInstanceWeightLoaderSeedInstanceServicePort: int(
    "--remote-instance-weight-loader-seed-instance-service-port",
    { min: 1, max: 65535 },
  ),
  /** Ports that the weights travel over. */
  remoteInstanceWeightLoaderSendWeightsGroupPorts: json<readonly number[]>(
    "--remote-instance-weight-loader-send-weights-group-ports",
  ),
  /** `nccl`, `transfer_engine` or `modelexpress`. @default "nccl" */
  remoteInstanceWeightLoaderBackend: text("--remote-instance-weight-loader-backend", {
    default: "nccl",
  }),
  /** ModelExpress: `url` and `transport`. */
  modelexpressConfig: json<Readonly<Record<string, unknown>>>("--modelexpress-config"),
  /** Weights kept in host memory, per GPU. @default 0 */
  cpuOffloadGb: int("--cpu-offload-gb", { unit: "GB", min: 0, default: 0 }),
  /** Layers per group of which some are offloaded; -1 switches it off. @default -1 */
  offloadGroupSize: int("--offload-group-size", { min: -1, default: -1 }),
  /** Offloaded layers per group. @default 1 */
  offloadNumInGroup: int("--offload-num-in-group", { min: 1, default: 1 }),
  /** Layers that are fetched ahead. @default 1 */
  offloadPrefetchStep: int("--offload-prefetch-step", { min: 0, default: 1 }),
  /** Where they are kept: `cpu`, `meta`, `sharded_gpu`. @default "cpu" */
  offloadMode: text("--offload-mode", { default: "cpu" }),
  /** Device: `cuda`, `xpu`, `cpu`, ... @default - detected */
  device: text("--device"),
  /** First GPU to use. @default 0 */
  baseGpuId: int("--base-gpu-id", { min: 0, default: 0 }),
  /** Distance between GPUs to use. @default 1 */
  gpuIdStep: int("--gpu-id-step", { min: 1, default: 1 }),
  /** NUMA node per process. @default - detected */
  numaNode: ints("--numa-node", { min: 0 }),
  /** Seed of the engine's random numbers. @default - random */
  randomSeed: int("--random-seed"),
} as const;
