// SPDX-License-Identifier: Apache-2.0
/** @module Flags of KV-aware routing, which the frontend and the standalone router share. */
import { choice, float, int, negatable, nullable, text } from "./flags.js";

/**
 * Flags of KV-aware routing; the tables of the frontend and of the router spread this one.
 *
 * @see components/src/dynamo/common/configuration/groups/kv_router_args.py
 */
export const kvRouterFlags = {
  /**
   * Preset that routes by load alone: no credit for cached prefixes, no KV events, no indexers. On
   * the frontend it implies `routerMode: "kv"`.
   *
   * @default false
   */
  loadAware: negatable("--load-aware", { env: "DYN_ROUTER_LOAD_AWARE", default: false }),
  /**
   * Learns the workers' caches from their KV events. Without events the router predicts them from
   * its own decisions, and workers need not publish any.
   *
   * @default true
   */
  routerKvEvents: negatable("--router-kv-events", {
    aliases: ["--kv-events"],
    env: "DYN_ROUTER_USE_KV_EVENTS",
    default: true,
  }),
  /**
   * How long a predicted block counts as cached when there are no KV events, in seconds.
   *
   * @default 120
   */
  routerTtlSecs: float("--router-ttl-secs", {
    env: "DYN_ROUTER_TTL_SECS",
    unit: "seconds",
    above: 0,
    default: 120,
  }),
  /**
   * How long a routing decision counts as cached before its KV event arrives, in seconds. Needs KV
   * events.
   *
   * @default - decisions do not count
   */
  routerPredictedTtlSecs: float("--router-predicted-ttl-secs", {
    env: "DYN_ROUTER_PREDICTED_TTL_SECS",
    unit: "seconds",
    above: 0,
  }),
  /**
   * Weight of a prefix that a worker has in GPU memory. 0 balances load only; above 1 a hit counts
   * for more than it saves.
   *
   * @default 1
   */
  routerKvOverlapScoreCredit: float("--router-kv-overlap-score-credit", {
    env: "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT",
    min: 0,
    default: 1,
  }),
  /**
   * How fast that weight falls on workers with more prefill work than the least loaded one.
   *
   * @default 0
   */
  routerKvOverlapScoreCreditDecay: float("--router-kv-overlap-score-credit-decay", {
    env: "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT_DECAY",
    min: 0,
    default: 0,
  }),
  /**
   * Former weight of cached prefixes, which scales prefill load today.
   *
   * @deprecated Use `routerPrefillLoadScale`.
   * @default - `routerPrefillLoadScale` counts
   */
  routerKvOverlapScoreWeight: float("--router-kv-overlap-score-weight", {
    aliases: ["--kv-overlap-score-weight"],
    env: "DYN_ROUTER_KV_OVERLAP_SCORE_WEIGHT",
    min: 0,
  }),
  /**
   * Weight of the prefill work that remains after cached prefixes, against decode work.
   *
   * @default 1
   */
  routerPrefillLoadScale: float("--router-prefill-load-scale", {
    env: "DYN_ROUTER_PREFILL_LOAD_SCALE",
    min: 0,
    default: 1,
  }),
  /**
   * Decode cost of every running request, in KV blocks.
   *
   * @default 0
   */
  routerDecodeActiveRequestWeight: float("--router-decode-active-request-weight", {
    env: "DYN_ROUTER_DECODE_ACTIVE_REQUEST_WEIGHT",
    unit: "blocks",
    min: 0,
    default: 0,
  }),
  /**
   * Weight of a prefix in a worker's host memory (KVBM, HiCache), as a part of a hit in GPU memory.
   *
   * @default 0.75
   */
  routerHostCacheHitWeight: float("--router-host-cache-hit-weight", {
    env: "DYN_ROUTER_HOST_CACHE_HIT_WEIGHT",
    min: 0,
    max: 1,
    default: 0.75,
  }),
  /**
   * Weight of a prefix on a worker's disk or lower tier, as a part of a hit in GPU memory.
   *
   * @default 0.25
   */
  routerDiskCacheHitWeight: float("--router-disk-cache-hit-weight", {
    env: "DYN_ROUTER_DISK_CACHE_HIT_WEIGHT",
    min: 0,
    max: 1,
    default: 0.25,
  }),
  /**
   * Cache outside the workers that the router asks: none, or the L3 of SGLang's HiCache.
   *
   * @default "none"
   */
  sharedCacheType: choice("--shared-cache-type", ["none", "hicache"], {
    env: "DYN_SHARED_CACHE_TYPE",
    default: "none",
  }),
  /**
   * Weight of a prefix in the shared cache, as a part of a hit in GPU memory.
   *
   * @default 0.5
   */
  sharedCacheMultiplier: float("--shared-cache-multiplier", {
    env: "DYN_SHARED_CACHE_MULTIPLIER",
    min: 0,
    max: 1,
    default: 0.5,
  }),
  /**
   * Randomness of the choice between workers. 0 takes the cheapest one.
   *
   * @default 0
   */
  routerTemperature: float("--router-temperature", {
    env: "DYN_ROUTER_TEMPERATURE",
    min: 0,
    default: 0,
  }),
  /**
   * Tells the other replicas of this router which requests run where. Set it when there is more
   * than one replica.
   *
   * @default false
   */
  routerReplicaSync: negatable("--router-replica-sync", {
    env: "DYN_ROUTER_REPLICA_SYNC",
    default: false,
  }),
  /**
   * Counts the blocks of running requests as load. Off on routers of prefill pools.
   *
   * @default true
   */
  routerTrackActiveBlocks: negatable("--router-track-active-blocks", {
    aliases: ["--track-active-blocks"],
    env: "DYN_ROUTER_TRACK_ACTIVE_BLOCKS",
    default: true,
  }),
  /**
   * Counts blocks that generated tokens fill as load, too.
   *
   * @default false
   */
  routerTrackOutputBlocks: negatable("--router-track-output-blocks", {
    aliases: ["--track-output-blocks"],
    env: "DYN_ROUTER_TRACK_OUTPUT_BLOCKS",
    default: false,
  }),
  /**
   * Counts a prefix that running requests share once.
   *
   * @default true
   */
  routerAssumeKvReuse: negatable("--router-assume-kv-reuse", {
    aliases: ["--assume-kv-reuse"],
    env: "DYN_ROUTER_ASSUME_KV_REUSE",
    default: true,
  }),
  /**
   * Counts prompt tokens that wait for prefill as load.
   *
   * @default true
   */
  routerTrackPrefillTokens: negatable("--router-track-prefill-tokens", {
    env: "DYN_ROUTER_TRACK_PREFILL_TOKENS",
    default: true,
  }),
  /**
   * How prefill load falls while a request runs: not at all, or as AIConfigurator predicts. `aic`
   * needs `aicBackend`, `aicSystem`, `aicModelPath` and tracked prefill tokens.
   *
   * @default "none"
   */
  routerPrefillLoadModel: choice("--router-prefill-load-model", ["none", "aic"], {
    env: "DYN_ROUTER_PREFILL_LOAD_MODEL",
    default: "none",
  }),
  /**
   * Hash that names the blocks of running requests. The keyed one needs a key file and a key id.
   *
   * @default "public-xxh3-v1"
   */
  routerTrackingHash: choice("--router-tracking-hash", ["public-xxh3-v1", "keyed-xxh3-v1"], {
    env: "DYN_ROUTER_TRACKING_HASH",
    default: "public-xxh3-v1",
  }),
  /**
   * File with the 32 bytes of the tracking key.
   *
   * @default - none
   */
  routerTrackingKeyFile: text("--router-tracking-key-file", {
    env: "DYN_ROUTER_TRACKING_KEY_FILE",
  }),
  /**
   * Name of the tracking key, which changes when the key does.
   *
   * @default - none
   */
  routerTrackingKeyId: text("--router-tracking-key-id", { env: "DYN_ROUTER_TRACKING_KEY_ID" }),
  /**
   * Threads that keep the index of cached blocks.
   *
   * @default 4
   */
  routerEventThreads: int("--router-event-threads", {
    env: "DYN_ROUTER_EVENT_THREADS",
    unit: "threads",
    min: 1,
    default: 4,
  }),
  /**
   * Holds requests back while every worker has more prefill tokens than this share of its batch
   * size. 0 holds back as soon as all workers have some. Off by default since 1.4.
   *
   * @default - requests are not held back
   */
  routerQueueThreshold: nullable(
    float("--router-queue-threshold", { env: "DYN_ROUTER_QUEUE_THRESHOLD", min: 0 }),
  ),
  /**
   * Order of the requests that are held back: first come first served, or short ones first.
   *
   * @default "fcfs"
   */
  routerQueuePolicy: choice("--router-queue-policy", ["fcfs", "wspt"], {
    env: "DYN_ROUTER_QUEUE_POLICY",
    default: "fcfs",
  }),
  /**
   * Path of a YAML file with queues by policy class, read at the start.
   *
   * @default - one queue
   */
  routerPolicyConfig: text("--router-policy-config", { env: "DYN_ROUTER_POLICY_CONFIG" }),
  /**
   * Asks an index of cached blocks that another process serves, in place of an own one.
   *
   * @default false
   */
  useRemoteIndexer: negatable("--use-remote-indexer", {
    env: "DYN_USE_REMOTE_INDEXER",
    default: false,
  }),
  /**
   * Serves its own index of cached blocks to other routers. Not together with `useRemoteIndexer`.
   *
   * @default false
   */
  serveIndexer: negatable("--serve-indexer", { env: "DYN_SERVE_INDEXER", default: false }),
} as const;

/**
 * What `loadAware` sets, whatever the flags beside it say.
 *
 * @see components/src/dynamo/common/configuration/groups/kv_router_args.py
 */
export const loadAwarePreset = {
  routerKvOverlapScoreCredit: 0,
  routerKvEvents: false,
  routerTrackActiveBlocks: true,
  routerAssumeKvReuse: false,
  routerTrackPrefillTokens: true,
  useRemoteIndexer: false,
  serveIndexer: false,
  sharedCacheMultiplier: 0,
  sharedCacheType: "none",
  routerPredictedTtlSecs: undefined,
} as const;
