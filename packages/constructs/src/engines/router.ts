// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.router`. */
import { aicFlags } from "./aic-flags.js";
import { type ConfigOf, int, text } from "./flags.js";
import { kvRouterFlags } from "./kv-router-flags.js";
import { buildProgram, type Program, type ProgramOptions } from "./program.js";

/**
 * Flag table of the standalone router; the doc comments are those of the typed configuration.
 *
 * @see components/src/dynamo/router/args.py
 */
export const routerFlags = {
  /**
   * Endpoint of the workers that are routed to, as `namespace.component.endpoint`. Required.
   *
   * @default - none
   */
  endpoint: text("--endpoint", {
    env: "DYN_ROUTER_ENDPOINT",
    check: (endpoint) =>
      endpoint.split(".").length === 3
        ? []
        : [
            {
              property: "endpoint",
              flag: "--endpoint",
              got: endpoint,
              expected: "three names, as in namespace.component.endpoint",
            },
          ],
  }),
  /**
   * Tokens in a KV block. Must be what the workers use; it is not read from them.
   *
   * @default 128
   */
  routerBlockSize: int("--router-block-size", {
    aliases: ["--block-size"],
    env: "DYN_ROUTER_BLOCK_SIZE",
    unit: "tokens",
    min: 1,
    default: 128,
  }),
  ...kvRouterFlags,
  ...aicFlags,
} as const;

/** Typed configuration of `python3 -m dynamo.router`. */
export interface RouterConfig extends ConfigOf<typeof routerFlags> {}

/** `python3 -m dynamo.router` with these flags. */
export function routerProgram(config: RouterConfig & ProgramOptions = {}): Program<"router"> {
  return buildProgram("router", config);
}
