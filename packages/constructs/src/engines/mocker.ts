// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.mocker`. */
import { aicTimesFlags } from "./aic-flags.js";
import { type ConfigOf, choice, float, int, json, text, toggle, withoutEnv } from "./flags.js";
import { mockerEngineFlags } from "./mocker-engine-flags.js";
import { buildProgram, type Program, type ProgramOptions } from "./program.js";
import { planeFlags } from "./worker-flags.js";

/** Reasoning that the mocker makes up. */
export interface MockerReasoning {
  /** Token that opens the reasoning. */
  readonly start_thinking_token_id: number;
  /** Token that closes the reasoning. */
  readonly end_thinking_token_id: number;
  /** Share of the answer that is reasoning, 0 to 1. */
  readonly thinking_ratio: number;
}

/**
 * Flag table of the mocker; the doc comments are those of the typed configuration. The mocker reads
 * none of the other flags that engine workers have in common.
 *
 * @see components/src/dynamo/mocker/args.py
 */
export const mockerFlags = {
  /**
   * Model whose tokenizer and configuration are used: a Hugging Face id or a path. No weights are
   * read.
   *
   * @default - none
   */
  modelPath: text("--model-path"),
  /**
   * Name of the model in requests.
   *
   * @default - the model path
   */
  modelName: text("--model-name"),
  /**
   * Endpoint that the worker serves, as `dyn://namespace.component.endpoint`.
   *
   * @default - derived from `DYN_NAMESPACE` and the worker's role
   */
  endpoint: text("--endpoint"),
  /**
   * What the worker does: everything, only prefill, or only decode.
   *
   * @default "agg"
   */
  disaggregationMode: choice("--disaggregation-mode", ["agg", "prefill", "decode"], {
    default: "agg",
  }),
  /**
   * Old spelling of `disaggregationMode: "prefill"`, still accepted.
   *
   * @deprecated Use `disaggregationMode`.
   * @default false
   */
  isPrefillWorker: toggle("--is-prefill-worker", { default: false }),
  /**
   * Old spelling of `disaggregationMode: "decode"`, still accepted.
   *
   * @deprecated Use `disaggregationMode`.
   * @default false
   */
  isDecodeWorker: toggle("--is-decode-worker", { default: false }),
  ...mockerEngineFlags,
  /**
   * Workers in the process; each registers on its own.
   *
   * @default 1
   */
  numWorkers: int("--num-workers", { unit: "workers", min: 1, default: 1 }),
  /**
   * Wait between the starts of two workers, in seconds. -1 decides by their number.
   *
   * @default -1
   */
  staggerDelay: float("--stagger-delay", { unit: "seconds", min: -1, default: -1 }),
  /**
   * Data parallel ranks of each worker.
   *
   * @default 1
   */
  dataParallelSize: int("--data-parallel-size", { unit: "ranks", min: 1, default: 1 }),
  /**
   * How much faster than the imitated engine everything is. 0 takes no time at all.
   *
   * @default 1
   */
  speedupRatio: float("--speedup-ratio", { min: 0, default: 1 }),
  /**
   * How much faster decoding is on top of that.
   *
   * @default 1
   */
  decodeSpeedupRatio: float("--decode-speedup-ratio", { above: 0, default: 1 }),
  /**
   * Time that loading the model takes, in seconds.
   *
   * @default - none
   */
  startupTime: float("--startup-time", { unit: "seconds", min: 0 }),
  /**
   * Measured times: a folder with profiling results or a file of the mocker's own format.
   *
   * @default - built-in formulas
   */
  plannerProfileData: text("--planner-profile-data"),
  /**
   * Takes times from AIConfigurator.
   *
   * @default false
   */
  aicPerfModel: toggle("--aic-perf-model", { default: false }),
  ...withoutEnv(aicTimesFlags),
  /**
   * Ports on which prefill and decode meet, one for each worker, separated by commas.
   *
   * @default - they do not meet
   */
  bootstrapPorts: text("--bootstrap-ports"),
  /**
   * First ports of the KV events, one for each worker, separated by commas.
   *
   * @default - events travel with the event plane
   */
  zmqKvEventsPorts: text("--zmq-kv-events-ports"),
  /**
   * First ports on which lost KV events are asked for, one for each worker, separated by commas.
   * Needs `zmqKvEventsPorts`.
   *
   * @default - none
   */
  zmqReplayPorts: text("--zmq-replay-ports"),
  /**
   * Reasoning that answers hold.
   *
   * @default - none
   */
  reasoning: json<MockerReasoning>("--reasoning"),
  /**
   * Recorded requests whose answers are given again.
   *
   * @default - made up tokens
   */
  responseReplayTracePath: text("--response-replay-trace-path"),
  /**
   * Path of a JSON file with these settings, which wins over the flags.
   *
   * @default - none
   */
  extraEngineArgs: text("--extra-engine-args"),
  ...planeFlags,
} as const;

/** Typed configuration of `python3 -m dynamo.mocker`. */
export interface MockerConfig extends ConfigOf<typeof mockerFlags> {}

/** `python3 -m dynamo.mocker` with these flags. */
export function mocker(config: MockerConfig & ProgramOptions = {}): Program<"mocker"> {
  return buildProgram("mocker", config);
}
