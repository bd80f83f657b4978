// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.vllm`. */
import type { ConfigOf } from "../flags.js";
import { buildProgram, type Program, type ProgramOptions } from "../program.js";
import { workerFlags } from "../worker-flags.js";
import { dynamoFlags } from "./dynamo.js";
import { kernelFlags } from "./kernels.js";
import { kvCacheFlags } from "./kv-cache.js";
import { loadFlags } from "./load.js";
import { loraFlags } from "./lora.js";
import { modelFlags } from "./model.js";
import { multimodalFlags } from "./multimodal.js";
import { observabilityFlags } from "./observability.js";
import { parallelFlags } from "./parallel.js";
import { schedulingFlags } from "./scheduling.js";
import { speculativeFlags } from "./speculative.js";

export type { CompilationConfig } from "./kernels.js";
export type { EplbConfig } from "./parallel.js";
export { vllmRemovedFlags } from "./removed.js";
export type { SpeculativeConfig } from "./speculative.js";

// vLLM refuses --connector; it takes --kv-transfer-config.
const { connector: _connector, ...runtimeFlags } = workerFlags;

/** Flag table; the doc comments are those of the typed configuration. */
export const vllmFlags = {
  ...modelFlags,
  ...parallelFlags,
  ...dynamoFlags,
  ...schedulingFlags,
  ...kvCacheFlags,
  ...speculativeFlags,
  ...kernelFlags,
  ...loadFlags,
  ...multimodalFlags,
  ...loraFlags,
  ...observabilityFlags,
  ...runtimeFlags,
} as const;

/** Typed configuration of `python3 -m dynamo.vllm`. */
export interface VllmConfig extends ConfigOf<typeof vllmFlags> {}

/**
 * `python3 -m dynamo.vllm` with these flags.
 *
 * @example vllm({ model: "Qwen/Qwen3-32B", tensorParallelSize: 2, maxModelLen: 32_768 })
 */
export function vllm(config: VllmConfig & ProgramOptions = {}): Program<"vllm"> {
  return buildProgram("vllm", config);
}
