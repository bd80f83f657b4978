// SPDX-License-Identifier: Apache-2.0
/** @module Flags that Dynamo's vLLM worker accepted once. */
import type { RemovedFlags } from "../removed-flags.js";

const mode = (role: string) => ({ since: "1.4", instead: `--disaggregation-mode ${role}` });
const engine = (instead: string) => ({ since: "the vLLM of 1.4", instead });

/** @see components/src/dynamo/vllm/backend_args.py, vllm/engine/arg_utils.py */
export const vllmRemovedFlags: RemovedFlags = {
  "--is-prefill-worker": mode("prefill"),
  "--is-decode-worker": mode("decode"),
  "--multimodal-encode-worker": mode("encode --enable-multimodal"),
  "--multimodal-worker": mode("pd --enable-multimodal"),
  "--multimodal-decode-worker": mode("decode --enable-multimodal"),
  "--connector": { since: "1.0", instead: "--kv-transfer-config with the connector as JSON" },
  "--migration-limit": { since: "1.0", instead: "--migration-limit on the frontend" },
  "--sleep-mode-level": { since: "1.4", instead: "nothing" },
  "--omni": { since: "1.4", instead: "the program dynamo.vllm.omni" },
  "--stage-configs-path": { since: "1.4", instead: "the program dynamo.vllm.omni" },
  "--task": engine("--runner and --convert"),
  "--rope-scaling": engine("--hf-overrides"),
  "--rope-theta": engine("--hf-overrides"),
  "--override-pooler-config": engine("--pooler-config"),
  "--guided-decoding-backend": engine("--structured-outputs-config"),
  "--guided-decoding-disable-fallback": engine("--structured-outputs-config"),
  "--guided-decoding-disable-any-whitespace": engine("--structured-outputs-config"),
  "--guided-decoding-disable-additional-properties": engine("--structured-outputs-config"),
  "--logits-processor-pattern": engine("nothing"),
  "--override-attention-dtype": engine("nothing"),
  "--disable-log-requests": engine("--no-enable-log-requests"),
  "--disable-mm-preprocessor-cache": engine("--mm-processor-cache-gb 0"),
  "--enable-multimodal-encoder-data-parallel": engine("--mm-encoder-tp-mode data"),
  "--num-redundant-experts": engine("--eplb-config"),
  "--eplb-window-size": engine("--eplb-config"),
  "--eplb-step-interval": engine("--eplb-config"),
  "--eplb-log-balancedness": engine("--eplb-config"),
  "--lora-extra-vocab-size": engine("nothing"),
  "--swap-space": engine("--kv-offloading-size"),
  "--num-lookahead-slots": engine("--speculative-config"),
  "--max-seq-len-to-capture": engine("--max-cudagraph-capture-size"),
  "--use-v2-block-manager": engine("nothing"),
};
