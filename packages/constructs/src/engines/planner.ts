// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.planner`. */
import { type ConfigOf, jsonOrPath } from "./flags.js";
import type { PlannerConfig } from "./planner-config.js";
import { checkPlannerConfig } from "./planner-rules.js";
import { buildProgram, type Program, type ProgramOptions } from "./program.js";

/**
 * Flag table of the planner; the doc comments are those of the typed configuration.
 *
 * @see components/src/dynamo/planner/__main__.py
 */
export const plannerFlags = {
  /**
   * The configuration itself, or the path of a JSON or YAML file that holds it. Required.
   *
   * @default - none
   */
  config: jsonOrPath<PlannerConfig>("--config", {
    check: (config) =>
      typeof config === "string"
        ? []
        : checkPlannerConfig(config).filter((issue) => issue.ignored !== true),
  }),
} as const;

/** Typed flags of `python3 -m dynamo.planner`. */
export interface PlannerProgramConfig extends ConfigOf<typeof plannerFlags> {}

/** `python3 -m dynamo.planner` with these flags. */
export function plannerProgram(
  config: PlannerProgramConfig & ProgramOptions = {},
): Program<"planner"> {
  return buildProgram("planner", config);
}
