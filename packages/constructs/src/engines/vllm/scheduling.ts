// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for batching and scheduling. */
import { choice, float, int, negatable, text } from "../flags.js";

/** @see vllm/engine/arg_utils.py, vllm/config/scheduler.py */
export const schedulingFlags = {
  /** Requests that run at the same time, per data-parallel rank. @default - by GPU, 256 to 1024 */
  maxNumSeqs: int("--max-num-seqs", { unit: "requests", min: 1 }),
  /** Tokens that one step works on; also the size of a prefill chunk. @default - by GPU */
  maxNumBatchedTokens: int("--max-num-batched-tokens", { unit: "tokens", min: 1, human: true }),
  /** Tokens that one step schedules. @default - `maxNumBatchedTokens` */
  maxNumScheduledTokens: int("--max-num-scheduled-tokens", { unit: "tokens", min: 1, human: true }),
  /** Prompts that are prefilled in chunks at the same time. @default 1 */
  maxNumPartialPrefills: int("--max-num-partial-prefills", { min: 1, default: 1 }),
  /** Long prompts among them. @default 1 */
  maxLongPartialPrefills: int("--max-long-partial-prefills", { min: 1, default: 1 }),
  /** Prompts longer than this count as long; 0 for none. @default 0 */
  longPrefillTokenThreshold: int("--long-prefill-token-threshold", {
    unit: "tokens",
    min: 0,
    default: 0,
  }),
  /** Splits long prompts over several steps. @default true */
  enableChunkedPrefill: negatable("--enable-chunked-prefill", { default: true }),
  /** Never splits an image or a video over two steps. @default false */
  disableChunkedMmInput: negatable("--disable-chunked-mm-input", { default: false }),
  /** Order of arrival, or the priority that a request carries. @default "fcfs" */
  schedulingPolicy: choice("--scheduling-policy", ["fcfs", "priority"], { default: "fcfs" }),
  /** Prepares the next step while the GPU works on this one. @default - on where the engine can */
  asyncScheduling: negatable("--async-scheduling"),
  /** Class of the scheduler. Dynamo sets its own when the planner wants metrics. */
  schedulerCls: text("--scheduler-cls"),
  /** Admits a request only when its whole prompt fits in the cache. @default true */
  schedulerReserveFullIsl: negatable("--scheduler-reserve-full-isl", { default: true }),
  /** Part of the cache that stays free for running requests. @default 0 */
  watermark: float("--watermark", { min: 0, max: 1, default: 0 }),
  /** Steps between two admissions of new prompts, over all data-parallel ranks. @default 1 */
  prefillScheduleInterval: int("--prefill-schedule-interval", {
    unit: "steps",
    min: 1,
    default: 1,
  }),
  /** Tokens between two pieces of a streamed answer. @default 1 */
  streamInterval: int("--stream-interval", { unit: "tokens", min: 1, default: 1 }),
  /** Time that running requests get at shutdown; 0 aborts them. @default 0 */
  shutdownTimeout: int("--shutdown-timeout", { unit: "seconds", min: 0, default: 0 }),
} as const;
