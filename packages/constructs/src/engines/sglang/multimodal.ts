// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for images, audio and video. */
import { json, text, toggle } from "../flags.js";

/** @see python/sglang/srt/server_args.py */
export const multimodalFlags = {
  /** Runs encoders by request on each rank instead of splitting them. @default false */
  mmEnableDpEncoder: toggle("--mm-enable-dp-encoder", { default: false }),
  /** Settings of media processing: `image`, `video`, `audio`. */
  mmProcessConfig: json<Readonly<Record<string, unknown>>>("--mm-process-config"),
  /** Most items per request by kind, such as `{"image": 4}`. */
  limitMmDataPerRequest: json<Readonly<Record<string, number>>>("--limit-mm-data-per-request"),
  /** Keeps embeddings of seen media. @default false */
  enableMmGlobalCache: toggle("--enable-mm-global-cache", { default: false }),
  /** Keeps prefixes of media. @default false */
  enablePrefixMmCache: toggle("--enable-prefix-mm-cache", { default: false }),
  /** Processes media once and sends them to all ranks. @default false */
  enableBroadcastMmInputsProcess: toggle("--enable-broadcast-mm-inputs-process", {
    default: false,
  }),
  /** Older spelling of `imageProcessorBackend: "pil"`. */
  disableFastImageProcessor: toggle("--disable-fast-image-processor"),
  /** How features reach the engine: `cpu`, `cuda_ipc`, `cuda_vmm`. */
  mmFeatureTransport: text("--mm-feature-transport"),
  /** Older spelling of `mmFeatureTransport: "cuda_ipc"`. */
  keepMmFeatureOnDevice: toggle("--keep-mm-feature-on-device"),
} as const;
