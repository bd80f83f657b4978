// SPDX-License-Identifier: Apache-2.0
/** @module Flags of SGLang for memory, batching and scheduling. */
import { choice, float, int, ints, json, text, toggle } from "../flags.js";

/** @see python/sglang/srt/server_args.py */
export const schedulingFlags = {
  /** Part of a GPU's memory for weights and KV cache together. @default - computed from GPU and flags */
  memFractionStatic: float("--mem-fraction-static", { min: 0, max: 1 }),
  /** Tokens in the KV cache, instead of measuring. */
  maxTotalTokens: int("--max-total-tokens", { unit: "tokens", min: 1, human: true }),
  /** Tokens per cache page. Prefill, decode and router must agree. @default - 1, or what the attention kernels ask for */
  pageSize: int("--page-size", { unit: "tokens", min: 1 }),
  /** Requests that run at the same time, over all data-parallel ranks. @default - by memory */
  maxRunningRequests: int("--max-running-requests", { unit: "requests", min: 1 }),
  /** Requests that wait before new ones are refused. @default - no limit */
  maxQueuedRequests: int("--max-queued-requests", { unit: "requests", min: 1 }),
  /** Tokens of a prefill chunk; -1 switches chunks off. @default - by GPU */
  chunkedPrefillSize: int("--chunked-prefill-size", { unit: "tokens", min: -1 }),
  /** Tokens of a prefill batch. @default 16384 */
  maxPrefillTokens: int("--max-prefill-tokens", {
    unit: "tokens",
    min: 1,
    human: true,
    default: 16_384,
  }),
  /** Requests of a prefill batch. @default - no limit */
  prefillMaxRequests: int("--prefill-max-requests", { unit: "requests", min: 1 }),
  /** Mixes prefill chunks and decode in a batch. @default false */
  enableMixedChunk: toggle("--enable-mixed-chunk", { default: false }),
  /** Order of waiting requests: `fcfs`, `lpm` (longest cached prefix), `priority`, ... @default "fcfs" */
  schedulePolicy: text("--schedule-policy", { default: "fcfs" }),
  /** Above 1 keeps more cache free, below 1 less. @default 1 */
  scheduleConservativeness: float("--schedule-conservativeness", { min: 0, default: 1 }),
  /** Follows the priority that a request carries. @default false */
  enablePriorityScheduling: toggle("--enable-priority-scheduling", { default: false }),
  /** Never stops a running request for another. @default false */
  disablePriorityPreemption: toggle("--disable-priority-preemption", { default: false }),
  /** Priority of requests without one. */
  defaultPriorityValue: int("--default-priority-value"),
  /** Small numbers go first. @default false */
  scheduleLowPriorityValuesFirst: toggle("--schedule-low-priority-values-first", {
    default: false,
  }),
  /** Difference in priority that stops a running request. @default 10 */
  prioritySchedulingPreemptionThreshold: int("--priority-scheduling-preemption-threshold", {
    default: 10,
  }),
  /** Which decode request is put back when the cache is full. @default "length" */
  retractionPolicy: text("--retraction-policy", { default: "length" }),
  /** Runs the scheduler and the GPU one after the other. @default false */
  disableOverlapSchedule: toggle("--disable-overlap-schedule", { default: false }),
  /** Decode steps between two looks at the queue. @default 1 */
  numContinuousDecodeSteps: int("--num-continuous-decode-steps", { min: 1, default: 1 }),
  /** Steps between two looks for new requests. @default 1 */
  schedulerRecvInterval: int("--scheduler-recv-interval", { min: 1, default: 1 }),
  /** Waits with prefill until data-parallel ranks can prefill together. @default false */
  enablePrefillDelayer: toggle("--enable-prefill-delayer", { default: false }),
  /** Longest such wait. @default 30 */
  prefillDelayerMaxDelayPasses: int("--prefill-delayer-max-delay-passes", {
    unit: "steps",
    min: 1,
    default: 30,
  }),
  /** Cache use below which prefill never waits. */
  prefillDelayerTokenUsageLowWatermark: float("--prefill-delayer-token-usage-low-watermark", {
    min: 0,
    max: 1,
  }),
  /** Free places that must be there before prefill starts. */
  minFreeSlotsDelay: int("--min-free-slots-delay", { min: 1 }),
  /** Tokens between two pieces of a streamed answer. @default 1 */
  streamInterval: int("--stream-interval", { unit: "tokens", min: 1, default: 1 }),
  /** Streams pieces instead of the answer so far. Dynamo needs it. @default false */
  incrementalStreamingOutput: toggle("--incremental-streaming-output", { default: false }),
  /** Older spelling of `incrementalStreamingOutput`. */
  streamOutput: toggle("--stream-output"),
  /** Saves CPU while there is nothing to do. @default false */
  sleepOnIdle: toggle("--sleep-on-idle", { default: false }),
  /** Kills the engine when a step takes longer. @default 300 */
  watchdogTimeout: float("--watchdog-timeout", { unit: "seconds", min: 0, default: 300 }),
  /** Writes debugging information when a step takes longer. @default - never */
  softWatchdogTimeout: float("--soft-watchdog-timeout", { unit: "seconds", min: 0 }),
  /** Thresholds of Python's garbage collector, up to three. */
  gcThreshold: ints("--gc-threshold", { min: 0 }),
  /** `xgrammar`, `outlines`, `llguidance`, `none`. @default - xgrammar */
  grammarBackend: text("--grammar-backend"),
  /** White space that guided JSON may hold, as a pattern. */
  constrainedJsonWhitespacePattern: text("--constrained-json-whitespace-pattern"),
  /** Guided JSON without white space. @default false */
  constrainedJsonDisableAnyWhitespace: toggle("--constrained-json-disable-any-whitespace", {
    default: false,
  }),
  /** Where default sampling parameters come from. @default "model" */
  samplingDefaults: choice("--sampling-defaults", ["openai", "model"], { default: "model" }),
  /** Sampling parameters that the model's information recommends. */
  preferredSamplingParams: json<Readonly<Record<string, unknown>>>("--preferred-sampling-params"),
  /** Same result for a request whatever else is in the batch. @default false */
  enableDeterministicInference: toggle("--enable-deterministic-inference", { default: false }),
  /** Training system whose numbers are matched. */
  rlOnPolicyTarget: text("--rl-on-policy-target"),
  /** Lets the engine give its GPU memory back while it sleeps. @default false */
  enableMemorySaver: toggle("--enable-memory-saver", { default: false }),
  /** Keeps weights in host memory meanwhile. @default false */
  enableWeightsCpuBackup: toggle("--enable-weights-cpu-backup", { default: false }),
  /** Lets requests bring code that changes logits. @default false */
  enableCustomLogitProcessor: toggle("--enable-custom-logit-processor", { default: false }),
  /** Returns hidden states. @default false */
  enableReturnHiddenStates: toggle("--enable-return-hidden-states", { default: false }),
  /** Returns the experts that each token went to. @default false */
  enableReturnRoutedExperts: toggle("--enable-return-routed-experts", { default: false }),
  /** Algorithm of a diffusion language model, such as `LowConfidence`. */
  dllmAlgorithm: text("--dllm-algorithm"),
  /** YAML file with its settings. */
  dllmAlgorithmConfig: text("--dllm-algorithm-config"),
} as const;
