// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes with roles: halves of pairs, engines that do something else than their component. */

import type { DraftGraph } from "../graphs.js";
import {
  aggregated,
  component,
  disaggregated,
  dropFlag,
  main,
  nixl,
  picked,
  planned,
  python,
  setFlag,
  sglang,
  trtllm,
  work,
} from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

function remove(graph: DraftGraph, name: string): void {
  graph.spec.components = graph.spec.components.filter((candidate) => candidate.name !== name);
}

export const roleMistakes: readonly Mistake[] = [
  {
    name: "prefill without decode",
    graph: disaggregated,
    change: (graph) => remove(graph, "decode"),
    code: "DYN-ROLE-001",
    path: "spec.components[1]",
    message: /prefill only fills the KV cache, and the graph has 0 decode workers/,
    fix: /Add a decode component/,
  },
  {
    name: "SGLang decode without prefill",
    graph: sglang,
    change: (graph) => remove(graph, "prefill"),
    code: "DYN-ROLE-002",
    path: `${mainOf(1)}.args[6]`,
    message: /decode runs sglang in mode decode, and the graph has 0 prefill workers/,
    fix: /Add a prefill component/,
  },
  {
    name: "vLLM decode without prefill",
    graph: disaggregated,
    change: (graph) => {
      remove(graph, "prefill");
      main(graph, "frontend").args = [];
    },
    code: "DYN-ROLE-003",
    path: `${mainOf(1)}.args[8]`,
    message: /decode runs in mode decode, and the graph has 0 prefill workers/,
    fix: /remove the disaggregation mode/,
  },
  {
    name: "workers that nobody can reach",
    graph: aggregated,
    change: (graph) => remove(graph, "frontend"),
    code: "DYN-ROLE-004",
    path: "spec.components",
    message: /worker cannot be reached/,
    fix: /Add a component of type frontend/,
  },
  {
    name: "a frontend alone",
    graph: aggregated,
    change: (graph) => remove(graph, "worker"),
    code: "DYN-ROLE-005",
    path: "spec.components[0]",
    message: /frontend has 0 workers/,
    fix: /Add a worker/,
  },
  {
    name: "planner before roles that only the flags name",
    graph: planned,
    change: (graph) => {
      component(graph, "prefill").type = "worker";
    },
    code: "DYN-ROLE-006",
    path: `${mainOf(3)}.args[0]`,
    message: /scales the component of type prefill; the graph has 0 \(prefill has type worker\)/,
    fix: /type prefill/,
  },
  {
    name: "planner before two decode components",
    graph: planned,
    change: (graph) => {
      const second = structuredClone(component(graph, "decode"));
      second.name = "decode-long";
      graph.spec.components.push(second);
    },
    code: "DYN-ROLE-006",
    path: `${mainOf(3)}.args[0]`,
    message: /type decode; the graph has 2 \(decode, decode-long\)/,
    fix: /Keep one component of type decode/,
  },
  {
    name: "encode worker that nobody uses",
    graph: aggregated,
    change: (graph) => {
      graph.spec.components.push(
        work("encoder", {
          type: "worker",
          gpus: 1,
          command: python("vllm"),
          args: [
            "--model",
            "Qwen/Qwen3-32B",
            "--disaggregation-mode",
            "encode",
            "--enable-multimodal",
          ],
        }),
      );
    },
    code: "DYN-ROLE-007",
    path: "spec.components[2]",
    message: /encoder encodes, but 0 of 1 other workers/,
    fix: /--route-to-encoder/,
  },
  {
    name: "worker that waits for an encode worker",
    graph: aggregated,
    change: (graph) => main(graph, "worker").args.push("--enable-multimodal", "--route-to-encoder"),
    code: "DYN-ROLE-007",
    path: `${mainOf(1)}.args[5]`,
    message: /worker fetches embeddings from an encode worker, and the graph has 0/,
    fix: /--disaggregation-mode encode/,
  },
  {
    name: "type prefill with flags of decode",
    graph: disaggregated,
    change: (graph) => {
      const second = structuredClone(component(graph, "decode"));
      second.name = "second";
      second.type = "prefill";
      graph.spec.components.push(second);
    },
    code: "DYN-ROLE-008",
    path: "spec.components[3].type",
    message: /second has type prefill, but its vllm engine runs in mode decode/,
    fix: /type decode/,
  },
  {
    name: "type prefill without a mode",
    graph: disaggregated,
    change: (graph) => dropFlag(graph, "prefill", "--disaggregation-mode"),
    code: "DYN-ROLE-008",
    path: "spec.components[1].type",
    message: /prefill has type prefill, but its vllm engine runs in mode agg/,
    fix: /--disaggregation-mode prefill/,
  },
  {
    name: "frontend process in a worker component",
    graph: aggregated,
    change: (graph) => {
      const extra = work("extra", {
        type: "worker",
        image: "dynamo-frontend",
        command: python("frontend"),
      });
      graph.spec.components.push(extra);
    },
    code: "DYN-ROLE-009",
    path: "spec.components[2].type",
    message: /extra has type worker, but its main container runs dynamo.frontend/,
    fix: /type frontend/,
  },
  {
    name: "vLLM prefill without a connector",
    graph: disaggregated,
    change: (graph) => dropFlag(graph, "prefill", "--kv-transfer-config"),
    code: "DYN-ROLE-010",
    path: `${mainOf(1)}.args`,
    message: /prefill runs in mode prefill without --kv-transfer-config/,
    fix: /NixlConnector/,
  },
  {
    name: "vLLM decode without a connector",
    graph: disaggregated,
    change: (graph) => dropFlag(graph, "decode", "--kv-transfer-config"),
    code: "DYN-ROLE-011",
    path: `${mainOf(2)}.args`,
    message: /decode decodes for a prefill worker but has no KV connector/,
    fix: /NixlConnector/,
  },
  {
    name: "SGLang bootstrap server on loopback",
    graph: sglang,
    change: (graph) => dropFlag(graph, "prefill", "--host"),
    code: "DYN-ROLE-012",
    path: `${mainOf(1)}.args`,
    message: /prefill serves its bootstrap port on 127\.0\.0\.1/,
    fix: /--host 0\.0\.0\.0/,
  },
  {
    name: "two SGLang transfer backends",
    graph: sglang,
    change: (graph) => setFlag(graph, "decode", "--disaggregation-transfer-backend", "mooncake"),
    code: "DYN-ROLE-013",
    path: `${mainOf(2)}.args[8]`,
    message: /prefill sends KV over nixl, but decode receives over mooncake/,
    fix: /nixl on both/,
  },
  {
    name: "two vLLM connectors",
    graph: disaggregated,
    change: (graph) =>
      setFlag(
        graph,
        "decode",
        "--kv-transfer-config",
        nixl.replace("NixlConnector", "LMCacheConnectorV1"),
      ),
    code: "DYN-ROLE-013",
    path: `${mainOf(2)}.args[10]`,
    message: /prefill sends KV with NixlConnector, but decode receives with LMCacheConnectorV1/,
    fix: /NixlConnector/,
  },
  {
    name: "prefill for another model",
    graph: disaggregated,
    change: (graph) => setFlag(graph, "prefill", "--model", "Qwen/Qwen3-8B"),
    code: "DYN-ROLE-014",
    path: `${mainOf(1)}.args[0]`,
    message: /prefill prefills for "Qwen\/Qwen3-8B", but decode serves "Qwen\/Qwen3-32B"/,
    fix: /same model/,
  },
  {
    name: "two KV data types",
    graph: disaggregated,
    change: (graph) => setFlag(graph, "decode", "--kv-cache-dtype", "bfloat16"),
    code: "DYN-ROLE-015",
    path: `${mainOf(2)}.args[6]`,
    message: /prefill stores KV as fp8_e4m3, but decode as bfloat16/,
    fix: /fp8_e4m3 on both/,
  },
  {
    name: "KV data type on one side only",
    graph: disaggregated,
    change: (graph) => dropFlag(graph, "decode", "--kv-cache-dtype"),
    code: "DYN-ROLE-016",
    path: `${mainOf(1)}.args[6]`,
    message: /prefill stores KV as fp8_e4m3, but decode as auto/,
    fix: /on both/,
  },
  {
    name: "two block sizes",
    graph: disaggregated,
    change: (graph) => setFlag(graph, "decode", "--block-size", "64"),
    code: "DYN-ROLE-016",
    path: `${mainOf(2)}.args[4]`,
    message: /prefill cuts KV into blocks of 32 tokens, but decode of 64 tokens/,
    fix: /block size of 32/,
  },
  {
    name: "TensorRT-LLM decode without a transceiver",
    graph: trtllm,
    change: (graph) => dropFlag(graph, "decode", "--override-engine-args"),
    code: "DYN-ROLE-017",
    path: `${mainOf(2)}.args`,
    message:
      /decode runs in mode decode, and its engine configuration has no cache_transceiver_config/,
    fix: /cache_transceiver_config\.backend/,
  },
  {
    name: "TensorRT-LLM prefill with the overlap scheduler",
    graph: trtllm,
    change: (graph) =>
      setFlag(
        graph,
        "prefill",
        "--override-engine-args",
        '{"cache_transceiver_config":{"backend":"DEFAULT"}}',
      ),
    code: "DYN-ROLE-018",
    path: `${mainOf(1)}.args`,
    message: /prefill runs in mode prefill, and disable_overlap_scheduler is not set/,
    fix: /disable_overlap_scheduler to true/,
  },
  {
    name: "two backends in one graph",
    graph: aggregated,
    change: (graph) => {
      graph.spec.components.push(
        work("second", {
          type: "worker",
          gpus: 1,
          image: "sglang-runtime",
          command: python("sglang"),
          args: ["--model-path", "Qwen/Qwen3-32B"],
        }),
      );
    },
    code: "DYN-ROLE-019",
    path: "spec.components[2]",
    message: /worker runs vllm and second runs sglang/,
    fix: /graph of its own/,
  },
  {
    name: "backendFramework that is not the backend",
    graph: aggregated,
    change: (graph) => {
      graph.spec.backendFramework = "sglang";
    },
    code: "DYN-ROLE-019",
    path: "spec.backendFramework",
    message: /"sglang" is stated, and worker runs vllm/,
    fix: /to vllm/,
  },
  {
    name: "endpoint picker before workers without sidecar",
    graph: picked,
    change: (graph) => {
      const worker = component(graph, "worker");
      delete worker.frontendSidecar;
      worker.podTemplate.spec.containers.pop();
    },
    code: "DYN-ROLE-020",
    path: "spec.components[0]",
    message: /0 of 1 worker components \(worker\) have a frontend sidecar/,
    fix: /frontendSidecar/,
  },
  {
    name: "frontend in mode direct without a picker",
    graph: aggregated,
    change: (graph) => main(graph, "frontend").args.push("--router-mode", "direct"),
    code: "DYN-ROLE-021",
    path: `${mainOf(0)}.args[0]`,
    message: /frontend obeys the choice of an endpoint picker/,
    fix: /another router mode/,
  },
  {
    name: "sidecar that routes past the endpoint picker",
    graph: picked,
    change: (graph) => {
      const [, sidecar] = component(graph, "worker").podTemplate.spec.containers;
      if (sidecar !== undefined) sidecar.args = ["-m", "dynamo.frontend"];
    },
    code: "DYN-ROLE-021",
    path: "spec.components[1].podTemplate.spec.containers[1].args",
    message: /frontend sidecar of worker routes by round-robin and ignores the choice of picker/,
    fix: /--router-mode direct/,
  },
];
