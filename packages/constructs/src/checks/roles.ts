// SPDX-License-Identifier: Apache-2.0
/** @module Roles that need one another: prefill and decode, frontend and workers, planner and its pools. */
import { flagsOf, type Program } from "../engines/index.js";
import { flagPlace } from "./place.js";
import { nothing, one, type Rule } from "./rule.js";
import { frontendsOf, reachesOut, workersOf } from "./serving.js";
import type { ComponentView, GraphView, Role } from "./view.js";

/** DYN-ROLE-001 to 003: one half of a disaggregated pair. */
export const prefillHasDecode: Rule = (graph) => {
  const prefill = graph.components.filter((view) => view.role === "prefill");
  const decode = workersOf(graph).filter((view) => view.mode === "decode");
  const [firstPrefill] = prefill;
  const [firstDecode] = decode;
  if (!isClosed(graph)) return nothing;
  if (firstPrefill !== undefined) {
    const generating = graph.components.some(
      (view) => view.role === "decode" || view.role === "worker",
    );
    if (generating) return nothing;
    return one(
      "DYN-ROLE-001",
      graph,
      firstPrefill.path,
      `${names(prefill)} only fills the KV cache, and the graph has 0 decode workers`,
      "Add a decode component for the same model.",
    );
  }
  if (firstDecode === undefined) return nothing;
  const refuses = firstDecode.engine === "sglang" || firstDecode.engine === "trtllm";
  return refuses
    ? one(
        "DYN-ROLE-002",
        graph,
        flagPlace(firstDecode, graph, "disaggregationMode"),
        `${names(decode)} runs ${firstDecode.engine} in mode decode, and the graph has 0 prefill workers`,
        "Add a prefill component for the same model, or remove the disaggregation mode.",
      )
    : one(
        "DYN-ROLE-003",
        graph,
        flagPlace(firstDecode, graph, "disaggregationMode"),
        `${names(decode)} runs in mode decode, and the graph has 0 prefill workers`,
        "Add a prefill component for the same model, or remove the disaggregation mode.",
      );
};

/** DYN-ROLE-004, 005: somebody to ask, and somebody to answer. */
export const frontendHasWorkers: Rule = (graph) => {
  const workers = workersOf(graph);
  const frontends = frontendsOf(graph);
  const [worker] = workers;
  const [frontend] = frontends;
  if (worker !== undefined && frontend === undefined) {
    if (hasEntry(graph) || reachesOut(graph)) return nothing;
    return one(
      "DYN-ROLE-004",
      graph,
      ["spec", "components"],
      `${names(workers)} cannot be reached: the graph has no frontend, endpoint picker or router`,
      "Add a component of type frontend.",
    );
  }
  if (frontend === undefined || worker !== undefined || reachesOut(graph)) return nothing;
  return one(
    "DYN-ROLE-005",
    graph,
    frontend.path,
    `${names(frontends)} has 0 workers to route to`,
    "Add a worker component, or tell the frontend another Dynamo namespace.",
  );
};

/** DYN-ROLE-006: the planner looks components up by type. */
export const plannerFindsRoles: Rule = (graph) => {
  for (const view of graph.components) {
    const config = plannerConfig(view);
    if (config === undefined || config.environment === "virtual") continue;
    for (const role of scaledRoles(config.mode)) {
      const scaled = graph.components.filter((other) => other.component.type === role);
      if (scaled.length === 1) continue;
      return one(
        "DYN-ROLE-006",
        graph,
        flagPlace(view, graph, "config"),
        `${view.name} runs in mode ${String(config.mode ?? "disagg")} and scales the component of type ${role}; the graph has ${scaled.length}${scaled.length === 0 ? misplaced(graph, role) : ` (${names(scaled)})`}`,
        scaled.length === 0
          ? `Give the ${role} component the type ${role}, or choose the planner mode that fits the graph.`
          : `Keep one component of type ${role} per graph.`,
      );
    }
  }
  return nothing;
};

/** DYN-ROLE-007: encoders and the workers behind them. */
export const encoderHasUsers: Rule = (graph) => {
  const workers = workersOf(graph);
  if (workers.some((view) => view.open || view.mode === undefined) || reachesOut(graph))
    return nothing;
  const encoder = workers.find((view) => view.mode === "encode");
  const user = workers.find((view) => usesEncoder(view));
  if (encoder !== undefined && user === undefined) {
    return one(
      "DYN-ROLE-007",
      graph,
      encoder.path,
      `${encoder.name} encodes, but 0 of ${workers.length - 1} other workers fetch embeddings from it`,
      "Tell the workers to use it (vLLM --route-to-encoder, SGLang --dedicated-mm-encoder, TensorRT-LLM --encode-endpoint).",
    );
  }
  if (user === undefined || encoder !== undefined || user.engine === "trtllm") return nothing;
  return one(
    "DYN-ROLE-007",
    graph,
    flagPlace(user, graph, user.engine === "sglang" ? "dedicatedMmEncoder" : "routeToEncoder"),
    `${user.name} fetches embeddings from an encode worker, and the graph has 0`,
    "Add a worker with --disaggregation-mode encode, or remove the flag.",
  );
};

function usesEncoder(view: ComponentView): boolean {
  const flags: Program["flags"] = view.program?.flags ?? {};
  return (
    flags.routeToEncoder === true ||
    flags.dedicatedMmEncoder === true ||
    flags.encodeEndpoint !== undefined
  );
}

/** The planner's configuration; undefined when it is a file, or no planner. */
export function plannerConfig(view: ComponentView): Readonly<Record<string, unknown>> | undefined {
  const config = flagsOf(view.program, "planner")?.config;
  return typeof config === "object" && config !== null
    ? (config as Readonly<Record<string, unknown>>)
    : undefined;
}

function scaledRoles(mode: unknown): readonly ("prefill" | "decode")[] {
  if (mode === undefined || mode === "disagg") return ["prefill", "decode"];
  return mode === "prefill" || mode === "decode" ? [mode] : [];
}

/** A hint for the usual mistake: the flags say it, the type does not. */
function misplaced(graph: GraphView, role: Role): string {
  const found = graph.components.filter((view) => view.role === role);
  const [first] = found;
  return first === undefined ? "" : ` (${names(found)} has type ${first.component.type ?? "none"})`;
}

/** True when clients reach the graph, and only its own workers answer. */
function isClosed(graph: GraphView): boolean {
  return (frontendsOf(graph).length > 0 || hasEntry(graph)) && !reachesOut(graph);
}

/** True when something other than a frontend component takes requests. */
function hasEntry(graph: GraphView): boolean {
  return graph.components.some(
    (view) =>
      view.component.type === "epp" ||
      view.component.type === "frontend" ||
      view.component.frontendSidecar !== undefined,
  );
}

/** `prefill` or `prefill, prefill-long` */
export function names(views: readonly ComponentView[]): string {
  return views.map((view) => view.name).join(", ");
}
