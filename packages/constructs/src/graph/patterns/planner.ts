// SPDX-License-Identifier: Apache-2.0
/** @module The planner component, which scales workers to meet a target. */
import type { PlannerSettings } from "../../engines/index.js";
import type { ServiceOptions } from "./service-options.js";

/** A planner: its configuration, and settings of its component. */
export interface PlannerOptions {
  /** What the planner aims at and how it decides. */
  readonly config: PlannerSettings;
  /** Settings of the component. @default - one replica */
  readonly component?: ServiceOptions | undefined;
}

/**
 * Scales prefill and decode workers. It owns their replica counts, so the graph does not render them.
 *
 * @example planner({ optimization_target: "sla", ttft_ms: 500, itl_ms: 30 })
 */
export function planner(config: PlannerSettings, component?: ServiceOptions): PlannerOptions {
  return { config, component };
}
