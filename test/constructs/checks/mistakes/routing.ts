// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes between routers and workers, and with the owner of replicas. */
import {
  aggregated,
  component,
  disaggregated,
  dropFlag,
  main,
  picked,
  planned,
  python,
  setFlag,
  vllmEvents,
  work,
} from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

export const routingMistakes: readonly Mistake[] = [
  {
    name: "KV router before silent workers",
    graph: disaggregated,
    change: (graph) => dropFlag(graph, "prefill", "--kv-events-config"),
    code: "DYN-ROUTE-001",
    path: `${mainOf(0)}.args[0]`,
    message: /frontend routes by KV events, and 1 of 1 worker components \(prefill\) publish none/,
    fix: /--kv-events-config .*--no-router-kv-events/,
  },
  {
    name: "events that are configured but not enabled",
    graph: disaggregated,
    change: (graph) =>
      setFlag(
        graph,
        "prefill",
        "--kv-events-config",
        vllmEvents.replace(',"enable_kv_cache_events":true', ""),
      ),
    code: "DYN-ROUTE-001",
    path: `${mainOf(0)}.args[0]`,
    message: /1 of 1 worker components \(prefill\) publish none/,
    fix: /enable_kv_cache_events/,
  },
  {
    name: "KV router by variable, TensorRT-LLM without events",
    graph: aggregated,
    change: (graph) => {
      main(graph, "frontend").env.push({ name: "DYN_ROUTER_MODE", value: "kv" });
      const worker = main(graph, "worker");
      worker.image = "nvcr.io/nvidia/ai-dynamo/tensorrtllm-runtime:1.4.0";
      worker.command = [...python("trtllm")];
    },
    code: "DYN-ROUTE-001",
    path: `${mainOf(0)}.env[0]`,
    message: /\(worker\) publish none/,
    fix: /--publish-kv-events/,
  },
  {
    name: "one silent worker among two",
    graph: aggregated,
    change: (graph) => {
      main(graph, "frontend").args.push("--router-mode", "kv");
      const second = structuredClone(component(graph, "worker"));
      second.name = "second";
      graph.spec.components.push(second);
      main(graph, "worker").args.push("--kv-events-config", vllmEvents);
    },
    code: "DYN-ROUTE-002",
    path: "spec.components[2]",
    message: /1 of 2 worker components \(second\) publish none/,
    fix: /--kv-events-config/,
  },
  {
    name: "frontend with another block size",
    graph: disaggregated,
    change: (graph) => main(graph, "frontend").args.push("--kv-cache-block-size", "16"),
    code: "DYN-ROUTE-003",
    path: `${mainOf(0)}.args[2]`,
    message: /frontend hashes blocks of 16 tokens, and prefill caches blocks of 32/,
    fix: /--kv-cache-block-size to 32/,
  },
  {
    name: "endpoint picker with another block size",
    graph: picked,
    change: (graph) => {
      main(graph, "picker").env = [{ name: "DYN_KV_CACHE_BLOCK_SIZE", value: "16" }];
    },
    code: "DYN-ROUTE-003",
    path: `${mainOf(0)}.env[0]`,
    message: /picker hashes blocks of 16 tokens, and worker caches blocks of 64/,
    fix: /DYN_KV_CACHE_BLOCK_SIZE to 64/,
  },
  {
    name: "standalone router at its default block size",
    graph: disaggregated,
    change: (graph) => {
      const router = work("router", {
        image: "dynamo-frontend",
        command: python("router"),
        args: ["--endpoint", "inference-chat.prefill.generate"],
      });
      router.podTemplate.spec.containers[0].env.push({ name: "DYN_SYSTEM_PORT", value: "9090" });
      graph.spec.components.push(router);
    },
    code: "DYN-ROUTE-003",
    path: `${mainOf(3)}.args`,
    message: /router hashes blocks of 128 tokens \(the default\), and prefill caches blocks of 32/,
    fix: /--router-block-size to 32/,
  },
  {
    name: "three KV frontends on their own",
    graph: disaggregated,
    change: (graph) => {
      component(graph, "frontend").replicas = 3;
    },
    code: "DYN-ROUTE-004",
    path: "spec.components[0].replicas",
    message: /frontend has 3 replicas that route by KV cache/,
    fix: /--router-replica-sync/,
  },
  {
    name: "events without prefix caching",
    graph: disaggregated,
    change: (graph) => main(graph, "prefill").args.push("--no-enable-prefix-caching"),
    code: "DYN-ROUTE-005",
    path: `${mainOf(1)}.args[14]`,
    message: /prefill is told to publish KV events and to switch prefix caching off/,
    fix: /Remove --no-enable-prefix-caching/,
    also: ["DYN-ROUTE-001"],
  },
  {
    name: "two request planes",
    graph: aggregated,
    change: (graph) => main(graph, "worker").env.push({ name: "DYN_REQUEST_PLANE", value: "nats" }),
    code: "DYN-ROUTE-006",
    path: `${mainOf(1)}.env[0]`,
    message: /frontend sends requests over tcp, but worker sends requests over nats/,
    fix: /environment of the graph/,
  },
  {
    name: "two discovery backends",
    graph: aggregated,
    change: (graph) => main(graph, "worker").args.push("--discovery-backend", "etcd"),
    code: "DYN-ROUTE-006",
    path: `${mainOf(1)}.args[4]`,
    message: /frontend discovers peers through kubernetes, but worker discovers peers through etcd/,
    fix: /Set the plane once/,
  },
  {
    name: "worker in a Dynamo namespace of its own",
    graph: aggregated,
    change: (graph) =>
      main(graph, "worker").env.push({ name: "DYN_NAMESPACE", value: "elsewhere" }),
    code: "DYN-ROUTE-007",
    path: `${mainOf(1)}.env[0]`,
    message: /worker registers in Dynamo namespace elsewhere, and frontend looks in inference-chat/,
    fix: /Remove the namespace/,
  },
  {
    name: "discovery in memory",
    graph: aggregated,
    change: (graph) => graph.spec.env.push({ name: "DYN_DISCOVERY_BACKEND", value: "mem" }),
    code: "DYN-ROUTE-008",
    path: "spec.env[0]",
    message:
      /discovers peers through mem, which ends at the process, and the graph has 2 components/,
    fix: /Remove the setting/,
    also: ["DYN-ROUTE-008"],
  },
  {
    name: "replicas beside a scaling adapter",
    graph: planned,
    change: (graph) => {
      component(graph, "decode").replicas = 4;
    },
    code: "DYN-SCALE-001",
    path: "spec.components[2].replicas",
    message: /decode sets replicas to 4, but its scaling adapter owns the number/,
    fix: /Remove replicas/,
  },
  {
    name: "replicas beside a planner",
    graph: planned,
    change: (graph) => {
      delete component(graph, "decode").scalingAdapter;
      component(graph, "decode").replicas = 4;
    },
    code: "DYN-SCALE-002",
    path: "spec.components[2].replicas",
    message: /decode sets replicas to 4, and the planner of the graph changes the same field/,
    fix: /scaling adapter/,
  },
];
