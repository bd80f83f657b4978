// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for logs, metrics and traces. */
import { float, negatable, text, texts, toggle } from "../flags.js";

/** @see vllm/engine/arg_utils.py, vllm/config/observability.py */
export const observabilityFlags = {
  /** Logs every request. Dynamo sets it to false. @default false */
  enableLogRequests: negatable("--enable-log-requests", { default: false }),
  /** No periodic log of throughput and cache use. Dynamo keeps the log. @default false */
  disableLogStats: toggle("--disable-log-stats", { default: false }),
  /** One log line for all data-parallel ranks. @default false */
  aggregateEngineLogging: toggle("--aggregate-engine-logging", { default: false }),
  /** Logs what each step worked on. @default false */
  enableLoggingIterationDetails: negatable("--enable-logging-iteration-details", {
    default: false,
  }),
  /** Address that traces are sent to. @default - no traces */
  otlpTracesEndpoint: text("--otlp-traces-endpoint"),
  /** Parts that are traced in detail: `model`, `worker`, `all`. Costs speed. @default - none */
  collectDetailedTraces: texts("--collect-detailed-traces"),
  /** Keeps metrics that were hidden since this release. @default - none */
  showHiddenMetricsForVersion: text("--show-hidden-metrics-for-version"),
  /** Metrics on the life of cache blocks. @default false */
  kvCacheMetrics: negatable("--kv-cache-metrics", { default: false }),
  /** Part of the blocks that they are taken from. @default 0.01 */
  kvCacheMetricsSample: float("--kv-cache-metrics-sample", { min: 0, max: 1, default: 0.01 }),
  /** Metrics on CUDA graphs. @default false */
  cudagraphMetrics: negatable("--cudagraph-metrics", { default: false }),
  /** Metrics on the use of the GPU's arithmetic. @default false */
  enableMfuMetrics: negatable("--enable-mfu-metrics", { default: false }),
  /** NVTX ranges per layer. @default false */
  enableLayerwiseNvtxTracing: negatable("--enable-layerwise-nvtx-tracing", { default: false }),
  /** What happens on compilation while serving: `warn` or `error`. */
  jitMonitorMode: text("--jit-monitor-mode"),
  /** Shows where that compilation came from. @default false */
  jitMonitorVerbose: negatable("--jit-monitor-verbose", { default: false }),
  /** Fails on unknown `VLLM_` environment variables. @default false */
  failOnEnvironValidation: negatable("--fail-on-environ-validation", { default: false }),
} as const;
