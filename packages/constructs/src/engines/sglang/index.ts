// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.sglang`. */
import type { ConfigOf } from "../flags.js";
import { buildProgram, type Program, type ProgramOptions } from "../program.js";
import { workerFlags } from "../worker-flags.js";
import { cacheFlags } from "./cache.js";
import { disaggregationFlags } from "./disaggregation.js";
import { dynamoFlags } from "./dynamo.js";
import { expertFlags } from "./experts.js";
import { kernelFlags } from "./kernels.js";
import { loraFlags } from "./lora.js";
import { modelFlags } from "./model.js";
import { multimodalFlags } from "./multimodal.js";
import { parallelFlags } from "./parallel.js";
import { schedulingFlags } from "./scheduling.js";
import { serverFlags } from "./server.js";
import { speculativeFlags } from "./speculative.js";

export { sglangRemovedFlags } from "./removed.js";

/** Flag table; the doc comments are those of the typed configuration. */
export const sglangFlags = {
  ...modelFlags,
  ...parallelFlags,
  ...disaggregationFlags,
  ...schedulingFlags,
  ...cacheFlags,
  ...speculativeFlags,
  ...expertFlags,
  ...kernelFlags,
  ...multimodalFlags,
  ...loraFlags,
  ...serverFlags,
  ...dynamoFlags,
  ...workerFlags,
} as const;

/** Typed configuration of `python3 -m dynamo.sglang`. */
export interface SglangConfig extends ConfigOf<typeof sglangFlags> {}

/**
 * `python3 -m dynamo.sglang` with these flags.
 *
 * @example sglang({ modelPath: "Qwen/Qwen3-32B", tensorParallelSize: 2, pageSize: 16 })
 */
export function sglang(config: SglangConfig & ProgramOptions = {}): Program<"sglang"> {
  return buildProgram("sglang", config);
}
