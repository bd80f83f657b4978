// SPDX-License-Identifier: Apache-2.0
/** @module A graph that an orchestrator runs, and codes in short. */
import { aggregated, InferenceGraph, type InferenceGraphProps, vllm } from "@dynamo-iac/constructs";
import { chart } from "./construct.js";

export const codesOf = (found: readonly { readonly code: string }[]) =>
  found.map(({ code }) => code);

/** A graph over two nodes, with further settings. */
export function graph(more: Pick<InferenceGraphProps, "topologyConstraint" | "orchestrator"> = {}) {
  return new InferenceGraph(chart(), "qwen3", {
    model: { id: "Qwen/Qwen3-32B" },
    engine: vllm({ maxModelLen: 32_768 }),
    serving: aggregated({ nodeCount: 2, tensorParallel: 16 }),
    ...more,
  });
}
