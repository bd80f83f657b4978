// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.frontend`. */
import { aicFlags } from "./aic-flags.js";
import { type ConfigOf, choice, int, negatable, repeated, text } from "./flags.js";
import { frontendRoutingFlags } from "./frontend-routing-flags.js";
import { kvRouterFlags } from "./kv-router-flags.js";
import { buildProgram, type Program, type ProgramOptions } from "./program.js";
import { planeFlags } from "./worker-flags.js";

/**
 * Flag table of the frontend; the doc comments are those of the typed configuration.
 *
 * @see components/src/dynamo/frontend/frontend_args.py
 */
export const frontendFlags = {
  /**
   * Address that the HTTP API listens on.
   *
   * @default "0.0.0.0"
   */
  httpHost: text("--http-host", { env: "DYN_HTTP_HOST", default: "0.0.0.0" }),
  /**
   * Port of the HTTP API, of `/health`, `/live` and `/metrics`.
   *
   * @default 8000
   */
  httpPort: int("--http-port", { env: "DYN_HTTP_PORT", min: 1, max: 65535, default: 8000 }),
  /**
   * Path of the TLS certificate, PEM. Needs `tlsKeyPath`.
   *
   * @default - plain HTTP
   */
  tlsCertPath: text("--tls-cert-path", { env: "DYN_TLS_CERT_PATH" }),
  /**
   * Path of the key of the TLS certificate, PEM. Needs `tlsCertPath`.
   *
   * @default - plain HTTP
   */
  tlsKeyPath: text("--tls-key-path", { env: "DYN_TLS_KEY_PATH" }),
  /**
   * Dynamo namespace whose workers are served. `namespacePrefix` wins over it.
   *
   * @default - workers of every namespace
   */
  namespace: text("--namespace", { env: "DYN_NAMESPACE" }),
  /**
   * Serves the workers of every Dynamo namespace that begins like this.
   *
   * @default - `namespace` counts
   */
  namespacePrefix: text("--namespace-prefix", { env: "DYN_NAMESPACE_PREFIX" }),
  /**
   * Name of the model, for chats in the terminal and offline use.
   *
   * @default - workers say which models there are
   */
  modelName: text("--model-name", { env: "DYN_MODEL_NAME" }),
  /**
   * Folder of the model, for chats in the terminal and offline use.
   *
   * @default - workers say which models there are
   */
  modelPath: text("--model-path", { env: "DYN_MODEL_PATH" }),
  ...frontendRoutingFlags,
  ...kvRouterFlags,
  ...aicFlags,
  /**
   * Tokens in a KV block. When set it must be what the workers use.
   *
   * @default - as the workers say
   */
  kvCacheBlockSize: int("--kv-cache-block-size", {
    env: "DYN_KV_CACHE_BLOCK_SIZE",
    unit: "tokens",
    min: 1,
  }),
  ...planeFlags,
  /**
   * Serves KServe v2 over gRPC on the HTTP port, in place of HTTP.
   *
   * @default false
   */
  kserveGrpcServer: negatable("--kserve-grpc-server", {
    env: "DYN_KSERVE_GRPC_SERVER",
    default: false,
  }),
  /**
   * Port of the metrics when KServe gRPC is served.
   *
   * @default 8788
   */
  grpcMetricsPort: int("--grpc-metrics-port", {
    env: "DYN_GRPC_METRICS_PORT",
    min: 1,
    max: 65535,
    default: 8788,
  }),
  /**
   * First part of the names of the metrics.
   *
   * @default "dynamo_frontend"
   */
  metricsPrefix: text("--metrics-prefix", {
    env: "DYN_METRICS_PREFIX",
    default: "dynamo_frontend",
  }),
  /**
   * Who renders chat templates and parses tool calls. `vllm` forwards unknown flags to vLLM.
   *
   * @default "dynamo"
   */
  dynChatProcessor: choice("--dyn-chat-processor", ["dynamo", "vllm", "sglang"], {
    env: "DYN_CHAT_PROCESSOR",
    default: "dynamo",
  }),
  /**
   * Processes for the chat processors of vLLM and SGLang. 0 works in the main process.
   *
   * @default 0
   */
  dynPreprocessWorkers: int("--dyn-preprocess-workers", {
    env: "DYN_PREPROCESS_WORKERS",
    unit: "processes",
    min: 0,
    default: 0,
  }),
  /**
   * Logs where the chat processors of vLLM and SGLang spend their time.
   *
   * @default false
   */
  dynDebugPerf: negatable("--dyn-debug-perf", { env: "DYN_DEBUG_PERF", default: false }),
  /**
   * Tokenizer: that of Hugging Face, or the faster `fastokens`.
   *
   * @default "default"
   */
  tokenizer: choice("--tokenizer", ["default", "fastokens"], {
    env: "DYN_TOKENIZER",
    default: "default",
  }),
  /**
   * Runs tokenizer code that comes with a model.
   *
   * @default false
   */
  trustRemoteCode: negatable("--trust-remote-code", {
    env: "DYN_TRUST_REMOTE_CODE",
    default: false,
  }),
  /**
   * Serves Anthropic's Messages API on `/v1/messages`.
   *
   * @default false
   */
  enableAnthropicApi: negatable("--enable-anthropic-api", {
    env: "DYN_ENABLE_ANTHROPIC_API",
    default: false,
  }),
  /**
   * Removes the billing lines that Claude Code puts in front of the system prompt.
   *
   * @default false
   */
  stripAnthropicPreamble: negatable("--strip-anthropic-preamble", {
    env: "DYN_STRIP_ANTHROPIC_PREAMBLE",
    default: false,
  }),
  /**
   * Streams every tool call as an event as soon as it is complete.
   *
   * @default false
   */
  enableStreamingToolDispatch: negatable("--enable-streaming-tool-dispatch", {
    env: "DYN_ENABLE_STREAMING_TOOL_DISPATCH",
    default: false,
  }),
  /**
   * Streams the reasoning as one event as soon as it is complete.
   *
   * @default false
   */
  enableStreamingReasoningDispatch: negatable("--enable-streaming-reasoning-dispatch", {
    env: "DYN_ENABLE_STREAMING_REASONING_DISPATCH",
    default: false,
  }),
  /**
   * Leaves tools out of the chat template when a request says `tool_choice: none`.
   *
   * @default true
   */
  excludeToolsWhenToolChoiceNone: negatable("--exclude-tools-when-tool-choice-none", {
    env: "DYN_EXCLUDE_TOOLS_WHEN_TOOL_CHOICE_NONE",
    default: true,
  }),
  /**
   * Adds HTTP routes: names of registered extensions, or `module:function`.
   *
   * @default - none
   */
  frontendRouteExtension: repeated("--frontend-route-extension", {
    env: "DYN_FRONTEND_ROUTE_EXTENSIONS",
  }),
  /**
   * Chats in the terminal instead of serving.
   *
   * @default false
   */
  interactive: negatable("--interactive", {
    aliases: ["-i"],
    env: "DYN_INTERACTIVE",
    default: false,
  }),
  /**
   * File that the resolved configuration is written to.
   *
   * @default - not written
   */
  dumpConfigTo: text("--dump-config-to", { env: "DYN_DUMP_CONFIG_TO" }),
} as const;

/** Typed configuration of `python3 -m dynamo.frontend`. */
export interface FrontendConfig extends ConfigOf<typeof frontendFlags> {}

/** `python3 -m dynamo.frontend` with these flags. */
export function frontendProgram(config: FrontendConfig & ProgramOptions = {}): Program<"frontend"> {
  return buildProgram("frontend", config);
}
