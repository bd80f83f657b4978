// SPDX-License-Identifier: Apache-2.0
/** @module What prefill and decode have to agree on before a KV block can travel between them. */
import { flagPlace } from "./place.js";
import { nothing, one, type Rule } from "./rule.js";
import { blockSize, connectorsOf, kvCacheType, servedModel, workersOf } from "./serving.js";
import type { ComponentView, GraphView } from "./view.js";

/** A prefill component and a decode component that serve the same model. */
interface Pair {
  readonly prefill: ComponentView;
  readonly decode: ComponentView;
}

/** The pairs whose flags are all known. */
function pairsOf(graph: GraphView): readonly Pair[] {
  const workers = workersOf(graph).filter((view) => !view.open);
  const pairs: Pair[] = [];
  for (const prefill of workers) {
    if (prefill.mode !== "prefill") continue;
    const decode = workers.find(
      (view) =>
        (view.mode === "decode" || (view.mode === "agg" && view.component.type === "decode")) &&
        view.engine === prefill.engine &&
        servedModel(view) === servedModel(prefill),
    );
    if (decode !== undefined) pairs.push({ prefill, decode });
  }
  return pairs;
}

/** DYN-ROLE-013: transfer backend of SGLang, innermost connector of vLLM. */
export const transferAgrees: Rule = (graph) => {
  for (const { prefill, decode } of pairsOf(graph)) {
    if (prefill.engine === "sglang" && decode.mode === "decode") {
      const [a, b] = [sglangBackend(prefill), sglangBackend(decode)];
      if (a === b) continue;
      return one(
        "DYN-ROLE-013",
        graph,
        flagPlace(decode, graph, "disaggregationTransferBackend"),
        `${prefill.name} sends KV over ${a}, but ${decode.name} receives over ${b}`,
        `Set --disaggregation-transfer-backend ${a} on both.`,
      );
    }
    const sent = transports(prefill);
    const received = transports(decode);
    if (sent.length === 0 || received.length === 0) continue;
    if (sent.some((name) => received.includes(name))) continue;
    return one(
      "DYN-ROLE-013",
      graph,
      flagPlace(decode, graph, "kvTransferConfig"),
      `${prefill.name} sends KV with ${sent.join(", ")}, but ${decode.name} receives with ${received.join(", ")}`,
      `Use the same connector on both, such as ${sent.includes("NixlConnector") ? "NixlConnector" : (sent[0] ?? "")}.`,
    );
  }
  return nothing;
};

function sglangBackend(view: ComponentView): string {
  return String(view.program?.flags.disaggregationTransferBackend ?? "mooncake");
}

/** Connectors that carry blocks between workers, without those that only offload or combine. */
function transports(view: ComponentView): readonly string[] {
  const combining = ["PdConnector", "MultiConnector"];
  return connectorsOf(view)
    .map((config) => config.kv_connector ?? "")
    .filter((name) => name !== "" && !combining.includes(name));
}

/** DYN-ROLE-015, 016: data type and length of a block. */
export const blocksAgree: Rule = (graph) => {
  for (const { prefill, decode } of pairsOf(graph)) {
    const [sent, received] = [kvCacheType(prefill), kvCacheType(decode)];
    if (sent !== received) {
      const known = sent !== undefined && received !== undefined;
      return one(
        known ? "DYN-ROLE-015" : "DYN-ROLE-016",
        graph,
        flagPlace(received === undefined ? prefill : decode, graph, "kvCacheDtype"),
        `${prefill.name} stores KV as ${sent ?? "auto"}, but ${decode.name} as ${received ?? "auto"}`,
        `Set --kv-cache-dtype ${sent ?? received} on both.`,
      );
    }
    const [a, b] = [blockSize(prefill), blockSize(decode)];
    if (a === b || prefill.engine === "mocker" || hasEngineFile(prefill) || hasEngineFile(decode))
      continue;
    return one(
      "DYN-ROLE-016",
      graph,
      flagPlace(b === undefined ? prefill : decode, graph, blockProperty(decode)),
      `${prefill.name} cuts KV into blocks of ${tokens(a)}, but ${decode.name} of ${tokens(b)}`,
      `Set a block size of ${a ?? b} on both.`,
    );
  }
  return nothing;
};

/** True when a file of TensorRT-LLM may set what no flag sets. */
function hasEngineFile(view: ComponentView): boolean {
  const { extraEngineArgs, overrideEngineArgs } = view.program?.flags ?? {};
  return extraEngineArgs !== undefined || overrideEngineArgs !== undefined;
}

/** The flag that sets the block size of a worker's engine. */
export function blockProperty(view: ComponentView): string {
  if (view.engine === "sglang") return "pageSize";
  return view.engine === "trtllm" ? "kvBlockSize" : "blockSize";
}

function tokens(size: number | undefined): string {
  return size === undefined ? "the engine's default size" : `${size} tokens`;
}
