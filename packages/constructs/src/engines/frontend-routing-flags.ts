// SPDX-License-Identifier: Apache-2.0
/** @module Flags by which the frontend chooses workers, refuses requests, and moves them. */
import { choice, float, int, negatable, nullable } from "./flags.js";

const maxUint32 = 2 ** 32 - 1;

/**
 * Routing flags that only the frontend has; its table spreads this one.
 *
 * @see components/src/dynamo/common/configuration/groups/router_args.py
 */
export const frontendRoutingFlags = {
  /**
   * How a worker is chosen for a request. `kv` looks at cached prefixes and load, `direct` obeys
   * the endpoint picker in front, `power-of-two` takes the less loaded of two random workers.
   *
   * @default "round-robin"
   */
  routerMode: choice(
    "--router-mode",
    [
      "round-robin",
      "random",
      "power-of-two",
      "kv",
      "direct",
      "least-loaded",
      "device-aware-weighted",
    ],
    { env: "DYN_ROUTER_MODE", default: "round-robin" },
  ),
  /**
   * Workers that have to be there before requests are routed. 0 does not wait.
   *
   * @default 0
   */
  routerMinInitialWorkers: int("--router-min-initial-workers", {
    env: "DYN_ROUTER_MIN_INITIAL_WORKERS",
    unit: "workers",
    min: 0,
    default: 0,
  }),
  /**
   * Keeps a session on one worker until it was idle for this long, in seconds.
   *
   * @default - sessions move freely
   */
  routerSessionAffinityTtlSecs: int("--router-session-affinity-ttl-secs", {
    env: "DYN_ROUTER_SESSION_AFFINITY_TTL_SECS",
    unit: "seconds",
    min: 1,
    max: 31_536_000,
  }),
  /**
   * Share of a worker's KV blocks above which it gets no new requests.
   *
   * @default - no limit
   */
  activeDecodeBlocksThreshold: nullable(
    float("--active-decode-blocks-threshold", {
      env: "DYN_ACTIVE_DECODE_BLOCKS_THRESHOLD",
      min: 0,
      max: 1,
    }),
  ),
  /**
   * Prompt tokens waiting on a worker above which it gets no new requests.
   *
   * @default - no limit
   */
  activePrefillTokensThreshold: nullable(
    int("--active-prefill-tokens-threshold", {
      env: "DYN_ACTIVE_PREFILL_TOKENS_THRESHOLD",
      unit: "tokens",
      min: 0,
    }),
  ),
  /**
   * The same limit, in batches: 2 stands for twice the worker's largest batch of tokens.
   *
   * @default - no limit
   */
  activePrefillTokensThresholdFrac: nullable(
    float("--active-prefill-tokens-threshold-frac", {
      env: "DYN_ACTIVE_PREFILL_TOKENS_THRESHOLD_FRAC",
      min: 0,
    }),
  ),
  /**
   * How often a request may move to another worker when its worker fails. 3 is a good value.
   *
   * @default 0
   */
  migrationLimit: int("--migration-limit", {
    env: "DYN_MIGRATION_LIMIT",
    unit: "moves",
    min: 0,
    max: maxUint32,
    default: 0,
  }),
  /**
   * Length above which a request does not move, in tokens.
   *
   * @default - no limit
   */
  migrationMaxSeqLen: int("--migration-max-seq-len", {
    env: "DYN_MIGRATION_MAX_SEQ_LEN",
    unit: "tokens",
    min: 1,
    max: maxUint32,
  }),
  /**
   * Accepted and ignored since 1.4; the thresholds above decide.
   *
   * @deprecated Set `activeDecodeBlocksThreshold` and its neighbours.
   * @default - ignored
   */
  admissionControl: choice("--admission-control", ["token-capacity", "none"]),
  /**
   * Accepted and ignored since 1.4; registered workers decide.
   *
   * @deprecated It has no effect.
   * @default - ignored
   */
  enforceDisagg: negatable("--enforce-disagg", { env: "DYN_ENFORCE_DISAGG" }),
} as const;
