// SPDX-License-Identifier: Apache-2.0
/** @module Flags that Dynamo's TensorRT-LLM worker accepted once. */
import type { RemovedFlags } from "../removed-flags.js";

/** @see components/src/dynamo/trtllm/backend_args.py */
export const trtllmRemovedFlags: RemovedFlags = {
  "--disaggregation-strategy": { since: "1.0", instead: "nothing; the frontend decides" },
  "--next-endpoint": { since: "1.0", instead: "nothing; the frontend decides" },
  "--migration-limit": { since: "1.0", instead: "--migration-limit on the frontend" },
  "--use-nixl-connect": { since: "1.0", instead: "nothing" },
  "--dyn-encoder-cache-capacity-gb": {
    since: "1.0",
    instead: "--multimodal-embedding-cache-capacity-gb",
  },
  "--disable-request-abort": { since: "1.4", instead: "nothing" },
};
