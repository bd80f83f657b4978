// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.trtllm`. */
import type { ConfigOf } from "../flags.js";
import { buildProgram, type Program, type ProgramOptions } from "../program.js";
import { workerFlags } from "../worker-flags.js";
import { diffusionFlags } from "./diffusion.js";
import { engineFlags } from "./engine.js";
import type { TrtllmEngineConfig } from "./engine-config.js";

export {
  checkEngineConfig,
  type ReadEngineConfig,
  readEngineConfig,
  type TrtllmEngineConfig,
  writeEngineConfig,
} from "./engine-config.js";
export type {
  TrtllmCacheTransceiverConfig,
  TrtllmCudaGraphConfig,
  TrtllmKvCacheConfig,
  TrtllmKvConnectorConfig,
  TrtllmMoeConfig,
  TrtllmSpeculativeConfig,
} from "./engine-config-keys.js";
export { trtllmRemovedFlags } from "./removed.js";

/** Flag table; the doc comments are those of the typed configuration. */
export const trtllmFlags = { ...engineFlags, ...diffusionFlags, ...workerFlags } as const;

/** Typed configuration of `python3 -m dynamo.trtllm`. */
export interface TrtllmConfig extends ConfigOf<typeof trtllmFlags> {}

/**
 * `python3 -m dynamo.trtllm` with these flags.
 *
 * @example trtllm({ model: "Qwen/Qwen3-32B", tensorParallelSize: 2, publishKvEvents: true })
 */
export function trtllm(config: TrtllmConfig & ProgramOptions = {}): Program<"trtllm"> {
  return buildProgram("trtllm", config);
}

/**
 * The arguments that the engine gets: flags, the file over them, `--override-engine-args` over
 * both. `kv_cache_config` of the file is laid over that of the flags; objects of the overrides
 * replace those of the file.
 *
 * @see components/src/dynamo/trtllm/workers/llm_worker.py
 */
export function engineArguments(
  flags: TrtllmConfig,
  file: TrtllmEngineConfig = {},
): TrtllmEngineConfig {
  const { tensorParallelSize, pipelineParallelSize, expertParallelSize, enableAttentionDp } = flags;
  const { overrideEngineArgs = {}, maxBatchSize, maxNumTokens, maxSeqLen } = flags;
  const base: TrtllmEngineConfig = {
    tensor_parallel_size: tensorParallelSize ?? 1,
    pipeline_parallel_size: pipelineParallelSize ?? 1,
    moe_expert_parallel_size: expertParallelSize,
    enable_attention_dp: enableAttentionDp ?? false,
    max_batch_size: maxBatchSize,
    max_num_tokens: maxNumTokens,
    max_seq_len: maxSeqLen,
    kv_cache_config: { free_gpu_memory_fraction: flags.freeGpuMemoryFraction },
  };
  const withFile = {
    ...base,
    ...file,
    kv_cache_config: { ...base.kv_cache_config, ...file.kv_cache_config },
  };
  return { ...withFile, ...overrideEngineArgs };
}
