// SPDX-License-Identifier: Apache-2.0
/** @module TensorRT-LLM's own conditions for prefill and decode, which stand in its configuration file. */
import { type EngineFile, engineArguments, flagsOf } from "../engines/index.js";
import { type Finding, finding } from "../facts/index.js";
import { argsPlace, flagPlace } from "./place.js";
import { type ComponentRule, nothing } from "./rule.js";
import type { ComponentView, GraphView } from "./view.js";

/** DYN-ROLE-017, 018 for a worker without a configuration file. */
export const trtllmTransfersCache: ComponentRule = (view, graph) => {
  const flags = flagsOf(view.program, "trtllm");
  if (flags === undefined || flags.extraEngineArgs !== undefined || view.open) return nothing;
  return judgeTrtllm(view, graph, {});
};

/** The same with what a configuration file says. */
export function judgeTrtllm(
  view: ComponentView,
  graph: GraphView,
  file: EngineFile,
): readonly Finding[] {
  const flags = flagsOf(view.program, "trtllm");
  const { mode } = view;
  if (flags === undefined || (mode !== "prefill" && mode !== "decode")) return nothing;
  // Dotted overrides may set any key.
  if ((view.program?.extraArgs ?? []).some((token) => token.startsWith("--trtllm.")))
    return nothing;
  const engine = engineArguments(flags, file);
  const path =
    flags.extraEngineArgs === undefined
      ? argsPlace(view)
      : flagPlace(view, graph, "extraEngineArgs");
  const at = { object: graph.object, path };
  const found: Finding[] = [];
  if (engine.cache_transceiver_config === undefined || engine.cache_transceiver_config === null) {
    found.push(
      finding(
        "DYN-ROLE-017",
        at,
        `${view.name} runs in mode ${mode}, and its engine configuration has no cache_transceiver_config`,
        "Set cache_transceiver_config.backend to DEFAULT in the engine configuration of both roles.",
      ),
    );
  }
  if (mode === "prefill" && engine.disable_overlap_scheduler !== true) {
    found.push(
      finding(
        "DYN-ROLE-018",
        at,
        `${view.name} runs in mode prefill, and disable_overlap_scheduler is ${String(engine.disable_overlap_scheduler ?? "not set (false)")}`,
        "Set disable_overlap_scheduler to true in the engine configuration of the prefill worker.",
      ),
    );
  }
  return found;
}
