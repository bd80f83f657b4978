// SPDX-License-Identifier: Apache-2.0
/** @module Documents of the KV cache flags: transfer between workers, offloading, and cache events. */

/**
 * A KV connector: what moves cache blocks between workers or to slower memory.
 *
 * @see vllm/config/kv_transfer.py
 */
export interface KvTransferConfig {
  /**
   * `NixlConnector` between prefill and decode; `DynamoConnector` (KVBM), `LMCacheConnectorV1`,
   * `LMCacheMPConnector`, `FlexKVConnectorV1`, `SimpleCPUOffloadConnector` for offloading;
   * `PdConnector` and `MultiConnector` combine others.
   */
  readonly kv_connector?: string | undefined;
  /** Whether this worker sends, receives, or does both. */
  readonly kv_role?: "kv_producer" | "kv_consumer" | "kv_both" | undefined;
  /** Python module of a connector that vLLM does not ship, such as `kvbm.vllm_integration.connector`. */
  readonly kv_connector_module_path?: string | undefined;
  /** Name of this engine among its peers; nodes of one engine share it. @default - a random name */
  readonly engine_id?: string | undefined;
  /** Memory that transfers are staged in: `cuda`, `cpu` or `xpu`. @default "cuda" */
  readonly kv_buffer_device?: string | undefined;
  /** Staging memory, in bytes. @default 1e9 */
  readonly kv_buffer_size?: number | undefined;
  /** Number of this worker among all that share caches. */
  readonly kv_rank?: number | undefined;
  /** Number of workers that share caches. @default 1 */
  readonly kv_parallel_size?: number | undefined;
  readonly kv_ip?: string | undefined;
  readonly kv_port?: number | undefined;
  /** What happens when blocks cannot be loaded: compute them again, or fail the request. */
  readonly kv_load_failure_policy?: "recompute" | "fail" | undefined;
  /** Reorders blocks when sender and receiver lay them out differently. @default false */
  readonly enable_permute_local_kv?: boolean | undefined;
  /** Settings of the connector itself. */
  readonly kv_connector_extra_config?: KvConnectorExtraConfig | undefined;
  readonly [key: string]: unknown;
}

/** Settings of one connector; keys other than these belong to the connector. */
export interface KvConnectorExtraConfig {
  /** NIXL transports, such as `["UCX"]` or `["LIBFABRIC"]` on EFA. */
  readonly backends?: readonly string[] | undefined;
  /** The connectors that `PdConnector` and `MultiConnector` combine. */
  readonly connectors?: readonly KvTransferConfig[] | undefined;
  /** Host memory that `SimpleCPUOffloadConnector` uses, in bytes per GPU. */
  readonly cpu_bytes_to_use_per_rank?: number | undefined;
  readonly [key: string]: unknown;
}

/**
 * KV cache events, which the KV router follows.
 *
 * @see vllm/config/kv_events.py
 */
export interface KvEventsConfig {
  /** vLLM publishes only when this is true; SGLang publishes whenever the flag is given. @default false */
  readonly enable_kv_cache_events?: boolean | undefined;
  /** @default "zmq" when events are enabled */
  readonly publisher?: "zmq" | "null" | undefined;
  /** ZMQ address to bind; data-parallel rank n uses the port plus n. @default "tcp://*:5557" */
  readonly endpoint?: string | undefined;
  /** ZMQ address that missed events are asked for at. @default - no replay */
  readonly replay_endpoint?: string | undefined;
  /** Event batches kept for replay. @default 10000 */
  readonly buffer_steps?: number | undefined;
  /** Events queued per subscriber before they are dropped. @default 100000 */
  readonly hwm?: number | undefined;
  /** Events queued before publishing blocks. @default 100000 */
  readonly max_queue_size?: number | undefined;
  /** @default "" */
  readonly topic?: string | undefined;
  readonly [key: string]: unknown;
}

/** A connector and those inside it, from the outermost inwards. */
export function connectors(config: KvTransferConfig): readonly KvTransferConfig[] {
  const inner = config.kv_connector_extra_config?.connectors;
  return [config, ...(Array.isArray(inner) ? inner.flatMap(connectors) : [])];
}
