// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for its addresses, templates, logs, metrics and traces. */
import { choice, float, int, json, text, texts, toggle } from "../flags.js";

/** @see python/sglang/srt/server_args.py */
export const serverFlags = {
  /** YAML file with any of these flags; flags on the command line win. */
  config: text("--config"),
  /** Address that SGLang listens on; disaggregated workers need `0.0.0.0`. @default "127.0.0.1" */
  host: text("--host", { default: "127.0.0.1" }),
  /** Port of SGLang's own server. @default 30000 */
  port: int("--port", { min: 1, max: 65535, default: 30_000 }),
  /** Starts without a first request. @default false */
  skipServerWarmup: toggle("--skip-server-warmup", { default: false }),
  /** Warm-up functions, separated by commas. */
  warmups: text("--warmups"),
  /** Name or path of the chat template. @default - the model's */
  chatTemplate: text("--chat-template"),
  /** Name of one of the tokenizer's chat templates. @default - the first */
  hfChatTemplateName: text("--hf-chat-template-name"),
  /** Settings of the chat template for requests that bring none. */
  defaultChatTemplateKwargs: json<Readonly<Record<string, unknown>>>(
    "--default-chat-template-kwargs",
  ),
  /** Name or path of the completion template. */
  completionTemplate: text("--completion-template"),
  /** SGLang's own parser of tool calls; not beside `dynToolCallParser`. */
  toolCallParser: text("--tool-call-parser"),
  /** SGLang's own parser of reasoning. */
  reasoningParser: text("--reasoning-parser"),
  /** Refuses tool calls and the like while the model reasons. @default false */
  enableStrictThinking: toggle("--enable-strict-thinking", { default: false }),
  /** Says how many tokens came from the cache. @default false */
  enableCacheReport: toggle("--enable-cache-report", { default: false }),
  /** Name of the weights' version. @default "default" */
  weightVersion: text("--weight-version", { default: "default" }),
  /** Level of the engine log. @default "info" */
  logLevel: text("--log-level", { default: "info" }),
  /** Level of the HTTP server. @default - `logLevel` */
  logLevelHttp: text("--log-level-http"),
  /** Logs every request. @default false */
  logRequests: toggle("--log-requests", { default: false }),
  /** How much of a request: 0 no parameters, 1 parameters, 2 a part of the texts, 3 all. @default 2 */
  logRequestsLevel: int("--log-requests-level", { min: 0, max: 3, default: 2 }),
  /** Form of the request log. @default "text" */
  logRequestsFormat: choice("--log-requests-format", ["text", "json"], { default: "text" }),
  /** `stdout` and folders. @default - stdout */
  logRequestsTarget: texts("--log-requests-target"),
  /** Decode steps between two log lines. @default 40 */
  decodeLogInterval: int("--decode-log-interval", { unit: "steps", min: 1, default: 40 }),
  /** Folder for requests of the last minutes before a crash. */
  crashDumpFolder: text("--crash-dump-folder"),
  /** Logs how long each request took where. @default false */
  enableRequestTimeStatsLogging: toggle("--enable-request-time-stats-logging", { default: false }),
  /** Prometheus metrics of the engine on the worker's system port. @default false */
  enableMetrics: toggle("--enable-metrics", { default: false }),
  /** Metrics of every rank, not only of the first. @default false */
  enableMetricsForAllSchedulers: toggle("--enable-metrics-for-all-schedulers", { default: false }),
  /** Metrics on the use of the GPU's arithmetic. @default false */
  enableMfuMetrics: toggle("--enable-mfu-metrics", { default: false }),
  /** Labels on all metrics. */
  extraMetricLabels: json<Readonly<Record<string, string>>>("--extra-metric-labels"),
  /** Bounds of the histogram of times to the first token, in seconds. */
  bucketTimeToFirstToken: texts("--bucket-time-to-first-token"),
  /** Bounds of the histogram of times between tokens, in seconds. */
  bucketInterTokenLatency: texts("--bucket-inter-token-latency"),
  /** Bounds of the histogram of whole requests, in seconds. */
  bucketE2eRequestLatency: texts("--bucket-e2e-request-latency"),
  /** Older way to ask for histograms of tokens; on with metrics now. */
  collectTokensHistogram: toggle("--collect-tokens-histogram"),
  /** Warns of garbage collections that take longer; 0 for never. @default 0 */
  gcWarningThresholdSecs: float("--gc-warning-threshold-secs", {
    unit: "seconds",
    min: 0,
    default: 0,
  }),
  /** Metrics of every step, for the planner. Dynamo sets it. @default false */
  enableForwardPassMetrics: toggle("--enable-forward-pass-metrics", { default: false }),
  /** Sends traces. @default false */
  enableTrace: toggle("--enable-trace", { default: false }),
  /** What is traced, separated by commas. @default "request" */
  traceModules: text("--trace-modules", { default: "request" }),
  /** `host:port` that traces are sent to. @default "localhost:4317" */
  otlpTracesEndpoint: text("--otlp-traces-endpoint", { default: "localhost:4317" }),
  /** Writes metrics of each request to files. @default false */
  exportMetricsToFile: toggle("--export-metrics-to-file", { default: false }),
  /** Folder for them. */
  exportMetricsToFileDir: text("--export-metrics-to-file-dir"),
  /** Tokenizes texts that come together in one go. @default false */
  enableTokenizerBatchEncode: toggle("--enable-tokenizer-batch-encode", { default: false }),
  /** Turns tokens into text one answer at a time. @default false */
  disableTokenizerBatchDecode: toggle("--disable-tokenizer-batch-decode", { default: false }),
  /** Collects requests for the tokenizer. @default false */
  enableDynamicBatchTokenizer: toggle("--enable-dynamic-batch-tokenizer", { default: false }),
  /** Never caches grammars of outlines on disk. @default false */
  disableOutlinesDiskCache: toggle("--disable-outlines-disk-cache", { default: false }),
} as const;
