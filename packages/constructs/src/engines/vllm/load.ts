// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for loading weights and keeping a part of them outside GPU memory. */
import { float, int, json, negatable, text, texts } from "../flags.js";

/** @see vllm/engine/arg_utils.py, vllm/config/load.py, vllm/config/offload.py */
export const loadFlags = {
  /**
   * How weights are read: `auto`, `safetensors`, `fastsafetensors`, `runai_streamer` (object
   * stores), `tensorizer`, `modelexpress`, `gms` (GPU memory service), `dummy`, ...
   *
   * @default "auto"
   */
  loadFormat: text("--load-format", { default: "auto" }),
  /** Folder that weights are downloaded to. @default - the Hugging Face cache */
  downloadDir: text("--download-dir"),
  /** `lazy` maps files into memory, `eager` reads them first, `prefetch` warms the page cache. */
  safetensorsLoadStrategy: text("--safetensors-load-strategy"),
  /** Threads that warm the page cache. */
  safetensorsPrefetchNumThreads: int("--safetensors-prefetch-num-threads", { min: 1 }),
  /** Block that a prefetch thread reads at once. */
  safetensorsPrefetchBlockSize: int("--safetensors-prefetch-block-size", {
    unit: "bytes",
    min: 1,
    human: true,
  }),
  /** Settings of the loader, such as `{"enable_multithread_load": true, "num_threads": 8}`. */
  modelLoaderExtraConfig: json<Readonly<Record<string, unknown>>>("--model-loader-extra-config", {
    dotted: true,
  }),
  /** Files of the repository that are not downloaded. @default ["original/**\/*"] */
  ignorePatterns: texts("--ignore-patterns"),
  /** Shows a progress bar. @default true */
  useTqdmOnLoad: negatable("--use-tqdm-on-load", { default: true }),
  /** Device that PyTorch checkpoints are loaded to first. @default "cpu" */
  ptLoadMapLocation: text("--pt-load-map-location", { default: "cpu" }),
  /** How offloaded weights come back: `auto`, `uva` (on access) or `prefetch`. @default "auto" */
  offloadBackend: text("--offload-backend", { default: "auto" }),
  /** Weights kept in host memory, per GPU. @default 0 */
  cpuOffloadGb: float("--cpu-offload-gb", { unit: "GiB", min: 0, default: 0 }),
  /** Parameter names that `cpuOffloadGb` applies to. @default - all */
  cpuOffloadParams: texts("--cpu-offload-params"),
  /** Layers per group of which some are offloaded. @default 0 */
  offloadGroupSize: int("--offload-group-size", { min: 0, default: 0 }),
  /** Offloaded layers per group. @default 1 */
  offloadNumInGroup: int("--offload-num-in-group", { min: 1, default: 1 }),
  /** Layers that are fetched ahead. @default 1 */
  offloadPrefetchStep: int("--offload-prefetch-step", { min: 0, default: 1 }),
  /** Parameter names that layer offloading applies to. @default - all */
  offloadParams: texts("--offload-params"),
  /** How trainers send new weights to the engine. */
  weightTransferConfig: json<Readonly<Record<string, unknown>>>("--weight-transfer-config", {
    dotted: true,
  }),
} as const;
