// SPDX-License-Identifier: Apache-2.0
/** @module What an engine serves and how, read from whichever flags the engine has for it. */
import { connectors, flagsOf, type KvTransferConfig, kvEvents } from "../engines/index.js";
import { numberFlag, textFlag } from "./process.js";
import type { ComponentView, GraphView } from "./view.js";

/** The components that run an engine. */
export function workersOf(graph: GraphView): readonly ComponentView[] {
  return graph.components.filter((view) => view.engine !== undefined);
}

/** The components that run a Dynamo frontend as their main process. */
export function frontendsOf(graph: GraphView): readonly ComponentView[] {
  return graph.components.filter((view) => view.program?.program === "frontend");
}

/** True when requests or workers of the graph may go past its own frontends and workers. */
export function reachesOut(graph: GraphView): boolean {
  return graph.components.some(
    (view) =>
      view.component.globalDynamoNamespace === true ||
      view.program?.program === "router" ||
      view.program?.program === "globalRouter" ||
      isUnreadable(view) ||
      view.launch?.program.flags.namespace !== undefined ||
      view.launch?.program.flags.namespacePrefix !== undefined ||
      view.launch?.program.flags.endpoint !== undefined,
  );
}

/** True for a component whose process could be anything. */
function isUnreadable(view: ComponentView): boolean {
  return view.program === undefined && view.role !== "epp";
}

/** Name under which clients ask for the model; undefined when it is not known. */
export function servedModel(view: ComponentView): string | undefined {
  const { program } = view;
  if (program === undefined || view.open) return undefined;
  const served = program.flags.servedModelName ?? program.flags.modelName;
  if (served !== undefined) {
    const [first] = Array.isArray(served) ? (served as readonly unknown[]) : [served];
    return typeof first === "string" && !first.includes("$") ? first : undefined;
  }
  return textFlag(program, "model") ?? textFlag(program, "modelPath");
}

/** Tokens per KV block, as far as flags say it. */
export function blockSize(view: ComponentView): number | undefined {
  const { program } = view;
  return (
    numberFlag(program, "blockSize") ??
    numberFlag(program, "pageSize") ??
    numberFlag(program, "kvBlockSize")
  );
}

/** Data type of the KV cache; undefined for `auto`, which follows the model. */
export function kvCacheType(view: ComponentView): string | undefined {
  const type = textFlag(view.program, "kvCacheDtype");
  if (type === undefined || type === "auto") return undefined;
  // Both spellings name the same bytes.
  return type === "fp8" ? "fp8_e4m3" : type;
}

/** vLLM's KV connectors, outermost first; empty when there is none. */
export function connectorsOf(view: ComponentView): readonly KvTransferConfig[] {
  const config = flagsOf(view.program, "vllm")?.kvTransferConfig;
  return typeof config === "object" ? connectors(config) : [];
}

/** True when the worker publishes KV events; undefined when values that are not known here decide. */
export function publishesEvents(view: ComponentView): boolean | undefined {
  if (view.program === undefined || view.engine === undefined) return undefined;
  const events = kvEvents(view.program);
  return events === false && (view.open || view.mode === undefined) ? undefined : events;
}
