// SPDX-License-Identifier: Apache-2.0
/** @module Flags of `python3 -m dynamo.global_planner`. */
import { type ConfigOf, choice, float, int, texts, toggle } from "./flags.js";
import { buildProgram, type Program, type ProgramOptions } from "./program.js";

/**
 * Flag table of the global planner; the doc comments are those of the typed configuration.
 *
 * @see components/src/dynamo/global_planner/argparse_config.py
 */
export const globalPlannerFlags = {
  /**
   * Dynamo namespaces whose planners may ask for replicas.
   *
   * @default - every graph in the Kubernetes namespace
   */
  managedNamespaces: texts("--managed-namespaces"),
  /**
   * What carries out the decisions.
   *
   * @default "kubernetes"
   */
  environment: choice("--environment", ["kubernetes"], { default: "kubernetes" }),
  /**
   * Logs what planners ask for and changes nothing.
   *
   * @default false
   */
  noOperation: toggle("--no-operation", { default: false }),
  /**
   * GPUs that all managed graphs may have together. 0 allows no scaling, -1 sets no limit.
   *
   * @default -1
   */
  maxTotalGpus: int("--max-total-gpus", { unit: "GPUs", min: -1, default: -1 }),
  /**
   * GPUs that all managed graphs keep together. -1 sets no limit.
   *
   * @default -1
   */
  minTotalGpus: int("--min-total-gpus", { unit: "GPUs", min: -1, default: -1 }),
  /**
   * How long a planner's wish waits for a matching one, in seconds. At least twice the slowest
   * planner's interval.
   *
   * @default 360
   */
  intentCacheTtlSeconds: float("--intent-cache-ttl-seconds", {
    unit: "seconds",
    min: 0,
    default: 360,
  }),
} as const;

/** Typed configuration of `python3 -m dynamo.global_planner`. */
export interface GlobalPlannerConfig extends ConfigOf<typeof globalPlannerFlags> {}

/** `python3 -m dynamo.global_planner` with these flags. */
export function globalPlannerProgram(
  config: GlobalPlannerConfig & ProgramOptions = {},
): Program<"globalPlanner"> {
  return buildProgram("globalPlanner", config);
}
