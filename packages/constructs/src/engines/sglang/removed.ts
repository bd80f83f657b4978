// SPDX-License-Identifier: Apache-2.0
/** @module Flags that Dynamo's SGLang worker accepted once. */
import type { RemovedFlags } from "../removed-flags.js";

const engine = (instead: string) => ({ since: "the SGLang of 1.4", instead });

/** @see components/src/dynamo/sglang/backend_args.py, python/sglang/srt/server_args.py */
export const sglangRemovedFlags: RemovedFlags = {
  "--multimodal-encode-worker": {
    since: "1.4",
    instead: "--enable-multimodal --disaggregation-mode encode",
  },
  "--multimodal-worker": {
    since: "1.4",
    instead: "--enable-multimodal --dedicated-mm-encoder --disaggregation-mode pd",
  },
  "--multimodal-processor": { since: "1.4", instead: "the frontend's own processing" },
  "--config-key": { since: "1.0", instead: "--disagg-config-key" },
  "--migration-limit": { since: "1.0", instead: "--migration-limit on the frontend" },
  "--enable-ep-moe": engine("--expert-parallel-size"),
  "--enable-deepep-moe": engine("--moe-a2a-backend deepep"),
};
