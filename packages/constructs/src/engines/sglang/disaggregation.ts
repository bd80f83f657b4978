// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for prefill, decode and encode workers. */
import { choice, int, text, texts, toggle } from "../flags.js";

/** @see python/sglang/srt/server_args.py, components/src/dynamo/sglang/args.py */
export const disaggregationFlags = {
  /**
   * Role of the worker. Prefill and decode need the same transfer backend; `encode` and `pd` (`agg`
   * behind an encode worker) are Dynamo's.
   *
   * @default "agg"
   */
  disaggregationMode: choice(
    "--disaggregation-mode",
    ["agg", "null", "pd", "prefill", "decode", "encode"],
    { default: "agg" },
  ),
  /** What moves the cache: `nixl`, `mooncake`, `mori`, ... @default "mooncake" */
  disaggregationTransferBackend: text("--disaggregation-transfer-backend", { default: "mooncake" }),
  /** Port on the prefill worker where decode workers ask for caches. @default - a free port */
  disaggregationBootstrapPort: int("--disaggregation-bootstrap-port", { min: 1, max: 65535 }),
  /** InfiniBand devices of the transfer: a list, JSON by GPU, or a file. @default - detected */
  disaggregationIbDevice: text("--disaggregation-ib-device"),
  /** Reuses prefixes on decode workers too. @default false */
  disaggregationDecodeEnableRadixCache: toggle("--disaggregation-decode-enable-radix-cache", {
    default: false,
  }),
  /** Offloads the cache of decode workers. @default false */
  disaggregationDecodeEnableOffloadKvcache: toggle(
    "--disaggregation-decode-enable-offload-kvcache",
    { default: false },
  ),
  /** Steps between two looks for finished transfers. @default 1 */
  disaggregationDecodePollingInterval: int("--disaggregation-decode-polling-interval", {
    min: 1,
    default: 1,
  }),
  /** Places for requests in transfer beyond the running ones. */
  disaggregationDecodeExtraSlots: int("--disaggregation-decode-extra-slots", { min: 0 }),
  /** Tensor parallelism of the decode workers, told to prefill workers. */
  disaggregationDecodeTp: int("--disaggregation-decode-tp", { min: 1 }),
  /** Data parallelism of the decode workers, told to prefill workers. */
  disaggregationDecodeDp: int("--disaggregation-decode-dp", { min: 1 }),
  /** Pipeline parallelism of the prefill workers, told to decode workers. */
  disaggregationPrefillPp: int("--disaggregation-prefill-pp", { min: 1 }),
  /** Tokens of cache that each new decode request reserves. @default 512 */
  numReservedDecodeTokens: int("--num-reserved-decode-tokens", {
    unit: "tokens",
    min: 0,
    default: 512,
  }),
  /** Spread requests over data-parallel ranks in turn; older than `loadBalanceMethod`. */
  prefillRoundRobinBalance: toggle("--prefill-round-robin-balance"),
  /** Only the encoder of a model. @default false */
  encoderOnly: toggle("--encoder-only", { default: false }),
  /** Only the language part of a model; encoders run elsewhere. @default false */
  languageOnly: toggle("--language-only", { default: false }),
  /** How embeddings travel between SGLang's own encoder servers. */
  encoderTransferBackend: text("--encoder-transfer-backend"),
  /** Addresses of SGLang's own encoder servers. */
  encoderUrls: texts("--encoder-urls"),
  /** Prefill and decode in one process on parts of a GPU. @default false */
  enablePdmux: toggle("--enable-pdmux", { default: false }),
  /** Its file. */
  pdmuxConfigPath: text("--pdmux-config-path"),
  /** Parts that a GPU is split into. @default 8 */
  smGroupNum: int("--sm-group-num", { min: 1, default: 8 }),
} as const;
