// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.global_router`. */
import { type ConfigOf, float, text } from "./flags.js";
import { buildProgram, type Program, type ProgramOptions } from "./program.js";

/**
 * Flag table of the global router; the doc comments are those of the typed configuration.
 *
 * @see components/src/dynamo/global_router/backend_args.py
 */
export const globalRouterFlags = {
  /**
   * Path of the JSON file with the pools and how they are chosen. Required.
   *
   * @default - none
   */
  config: text("--config", { env: "DYN_GLOBAL_ROUTER_CONFIG" }),
  /**
   * Name of the model, as the workers register it. Required.
   *
   * @default - none
   */
  modelName: text("--model-name", { env: "DYN_GLOBAL_ROUTER_MODEL_NAME" }),
  /**
   * Dynamo namespace that the global router registers in.
   *
   * @default "dynamo"
   */
  namespace: text("--namespace", { env: "DYN_NAMESPACE", default: "dynamo" }),
  /**
   * Component name that the global router registers with.
   *
   * @default "global_router"
   */
  componentName: text("--component-name", {
    env: "DYN_GLOBAL_ROUTER_COMPONENT_NAME",
    default: "global_router",
  }),
  /**
   * Time to first token of requests that ask for none, in milliseconds.
   *
   * @default - the middle of the configured range
   */
  defaultTtftTargetMs: float("--default-ttft-target-ms", {
    aliases: ["--default-ttft-target"],
    env: "DYN_GLOBAL_ROUTER_DEFAULT_TTFT_TARGET_MS",
    unit: "ms",
    above: 0,
  }),
  /**
   * Time between tokens of requests that ask for none, in milliseconds.
   *
   * @default - the middle of the configured range
   */
  defaultItlTargetMs: float("--default-itl-target-ms", {
    aliases: ["--default-itl-target"],
    env: "DYN_GLOBAL_ROUTER_DEFAULT_ITL_TARGET_MS",
    unit: "ms",
    above: 0,
  }),
} as const;

/** Typed configuration of `python3 -m dynamo.global_router`. */
export interface GlobalRouterConfig extends ConfigOf<typeof globalRouterFlags> {}

/** `python3 -m dynamo.global_router` with these flags. */
export function globalRouterProgram(
  config: GlobalRouterConfig & ProgramOptions = {},
): Program<"globalRouter"> {
  return buildProgram("globalRouter", config);
}
