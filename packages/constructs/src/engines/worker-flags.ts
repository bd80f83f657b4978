// SPDX-License-Identifier: Apache-2.0
/** @module Flags that every engine worker (vllm, sglang, trtllm, mocker) reads from the Dynamo runtime. */
import { choice, float, int, jsonOrPath, negatable, text, texts } from "./flags.js";

/** Where processes find each other, and how requests and events travel; all programs have these. */
export const planeFlags = {
  /**
   * Where processes register and find each other. The operator sets `kubernetes` by environment
   * variable; outside Kubernetes `etcd`, or `file` on one host, or `mem` inside one process.
   *
   * @default "etcd"
   */
  discoveryBackend: choice("--discovery-backend", ["kubernetes", "etcd", "file", "mem"], {
    env: "DYN_DISCOVERY_BACKEND",
    default: "etcd",
  }),
  /**
   * How requests travel from routers to workers.
   *
   * @default "tcp"
   */
  requestPlane: choice("--request-plane", ["tcp", "nats"], {
    env: "DYN_REQUEST_PLANE",
    default: "tcp",
  }),
  /**
   * How KV events and load metrics travel. Must be the same in all processes of a graph.
   *
   * @default - zmq
   */
  eventPlane: choice("--event-plane", ["nats", "zmq"], { env: "DYN_EVENT_PLANE" }),
} as const;

/**
 * Flags common to the engine workers; their tables spread this one.
 *
 * @see components/src/dynamo/common/configuration/groups/runtime_args.py
 */
export const workerFlags = {
  /**
   * Dynamo namespace that the worker registers in. `DYN_NAMESPACE_WORKER_SUFFIX` is appended.
   *
   * @default "dynamo"
   */
  namespace: text("--namespace", { env: "DYN_NAMESPACE", default: "dynamo" }),
  /**
   * Endpoint that the worker serves, as `dyn://namespace.component.endpoint`.
   *
   * @default - derived from the namespace and the worker's role
   */
  endpoint: text("--endpoint", { env: "DYN_ENDPOINT" }),
  /**
   * Endpoint that owns the worker's KV events and their recovery. Routing does not change with it.
   *
   * @default - the endpoint that the worker serves
   */
  kvStateEndpoint: text("--kv-state-endpoint", { env: "DYN_KV_STATE_ENDPOINT" }),
  ...planeFlags,
  /**
   * Writes forward-pass metrics to rotating, compressed trace files.
   *
   * @default false
   */
  fpmTrace: negatable("--fpm-trace", { env: "DYN_FPM_TRACE", default: false }),
  /**
   * KV connectors of TensorRT-LLM, such as `kvbm` or `none`. vLLM refuses the flag.
   *
   * @default - none
   */
  connector: texts("--connector", { env: "DYN_CONNECTOR" }),
  /**
   * Parser that finds tool calls in the model's output, such as `hermes` or `kimi_k2`.
   *
   * @default - tool calls are not parsed
   */
  dynToolCallParser: text("--dyn-tool-call-parser", { env: "DYN_TOOL_CALL_PARSER" }),
  /**
   * Parser that separates reasoning from the answer, such as `qwen3` or `gpt_oss`.
   *
   * @default - reasoning is not parsed
   */
  dynReasoningParser: text("--dyn-reasoning-parser", { env: "DYN_REASONING_PARSER" }),
  /**
   * Thinking mode of the chat template for requests that do not ask for one.
   *
   * @default - the template decides
   */
  dynDefaultThinkingMode: choice("--dyn-default-thinking-mode", ["enabled", "disabled"], {
    env: "DYN_DEFAULT_THINKING_MODE",
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
   * Guides decoding so that tool calls are well-formed.
   *
   * @default false
   */
  dynEnableStructuralTag: negatable("--dyn-enable-structural-tag", {
    env: "DYN_ENABLE_STRUCTURAL_TAG",
    default: false,
  }),
  /**
   * Requests that structural tags apply to: those that require or name a tool, or all with tools.
   *
   * @default "auto"
   */
  dynStructuralTagScope: choice("--dyn-structural-tag-scope", ["auto", "always"], {
    env: "DYN_STRUCTURAL_TAG_SCOPE",
    default: "auto",
  }),
  /**
   * Whether structural tags hold every tool, or only strict ones, to its parameter schema.
   *
   * @default "auto"
   */
  dynStructuralTagSchema: choice("--dyn-structural-tag-schema", ["auto", "strict"], {
    env: "DYN_STRUCTURAL_TAG_SCHEMA",
    default: "auto",
  }),
  /**
   * Path of a Jinja chat template that replaces the model's own.
   *
   * @default - the model's template
   */
  customJinjaTemplate: text("--custom-jinja-template", { env: "DYN_CUSTOM_JINJA_TEMPLATE" }),
  /**
   * API kinds that the worker serves, separated by commas: `chat`, `completions`, or `none`.
   *
   * @default "chat,completions"
   */
  endpointTypes: text("--endpoint-types", {
    aliases: ["--dyn-endpoint-types"],
    env: "DYN_ENDPOINT_TYPES",
    default: "chat,completions",
  }),
  /**
   * File that the resolved configuration is written to.
   *
   * @default - not written
   */
  dumpConfigTo: text("--dump-config-to", { env: "DYN_DUMP_CONFIG_TO" }),
  /**
   * Size of the cache for image, audio and video embeddings, in GB. 0 switches it off.
   *
   * @default 0
   */
  multimodalEmbeddingCacheCapacityGb: float("--multimodal-embedding-cache-capacity-gb", {
    env: "DYN_MULTIMODAL_EMBEDDING_CACHE_CAPACITY_GB",
    unit: "GB",
    min: 0,
    default: 0,
  }),
  /**
   * What the model produces: `text`, `image`, `audio`, `video`.
   *
   * @default ["text"]
   */
  outputModalities: texts("--output-modalities", {
    env: "DYN_OUTPUT_MODALITIES",
    default: ["text"],
  }),
  /**
   * URL of the folder or bucket that generated media is stored in.
   *
   * @default - `dynamo_media` in the folder for temporary files
   */
  mediaOutputFsUrl: text("--media-output-fs-url", { env: "DYN_MEDIA_OUTPUT_FS_URL" }),
  /**
   * Base URL that replaces the storage path of generated media in answers.
   *
   * @default - answers hold the storage path
   */
  mediaOutputHttpUrl: text("--media-output-http-url", { env: "DYN_MEDIA_OUTPUT_HTTP_URL" }),
  /**
   * Request that the health check sends to the engine: a JSON object, or `@` and a path.
   *
   * @default - the engine's own
   */
  healthCheckPayload: jsonOrPath<Readonly<Record<string, unknown>>>("--health-check-payload", {
    env: "DYN_HEALTH_CHECK_PAYLOAD",
  }),
  /**
   * Requests that the engine works on at once; further ones are refused once a short queue of
   * `DYN_DYNAMO_REQUEST_QUEUE_LIMIT` (16) is full.
   *
   * @default - no limit
   */
  engineRequestLimit: int("--engine-request-limit", {
    env: "DYN_ENGINE_REQUEST_LIMIT",
    unit: "requests",
    min: 1,
  }),
} as const;
