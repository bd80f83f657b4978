// SPDX-License-Identifier: Apache-2.0
/** @module Codes about what the components of a graph are to each other: GPUs, roles, routing, replicas. */
import type { CodeFacts } from "./code.js";

export const servingCodes = {
  "DYN-NAME-001": {
    severity: "warning",
    title: "Dynamo namespace is a prefix of another",
    why: "A frontend takes every worker whose Dynamo namespace starts with its own. Requests for one graph then reach workers of the other.",
  },
  "DYN-PLACE-001": {
    severity: "error",
    title: "affinity that no pod can satisfy",
    why: "A required pod affinity keeps the pod pending until a matching pod runs; no component of the graph will ever have these labels.",
  },
  "DYN-PLACE-002": {
    severity: "warning",
    title: "affinity by a graph name that is none",
    why: "The label nvidia.com/dynamo-graph-deployment-name holds the name of the graph alone; a term with graph and component joined selects no pod.",
  },
  "DYN-GPU-001": {
    severity: "error",
    title: "engine needs more GPUs than its pods have",
    why: "The engine starts one process per GPU of its parallel layout and fails when a GPU is missing.",
  },
  "DYN-GPU-002": {
    severity: "error",
    title: "GPUs stay idle",
    why: "The pods reserve more GPUs than the parallel layout of the engine uses; nobody else can use the rest.",
  },
  "DYN-GPU-003": {
    severity: "error",
    title: "worker asks for no GPU",
    why: "Without a GPU limit or a resource claim the device plugin gives the container no GPU, and the engine fails at start.",
  },
  "DYN-GPU-004": {
    severity: "warning",
    title: "multi-node worker whose engine fits one node",
    why: "The operator tells vLLM about other nodes only when the parallel layout is larger than one pod. Otherwise every pod starts an engine of its own, and followers run without probes.",
  },
  "DYN-GPU-005": {
    severity: "error",
    title: "parallel sizes do not fit together",
    why: "The engine refuses a layout whose parts do not divide one another.",
  },
  "DYN-GPU-006": {
    severity: "error",
    title: "GPU reserved for a process that uses none",
    why: "Frontends, routers, planners and mockers run on CPU; the GPU is taken from the workers.",
  },
  "DYN-ROLE-001": {
    severity: "error",
    title: "prefill workers without decode workers",
    why: "A prefill worker only fills the KV cache. Without a decode worker nobody generates, and the frontend lists no model.",
  },
  "DYN-ROLE-002": {
    severity: "error",
    title: "decode workers without prefill workers",
    why: "SGLang and TensorRT-LLM decode workers take only requests that a prefill worker has begun, so every request fails.",
  },
  "DYN-ROLE-003": {
    severity: "warning",
    title: "decode workers prefill for themselves",
    why: "A vLLM decode worker without a prefill worker serves whole requests but publishes no KV events: an aggregated worker that routing cannot help.",
  },
  "DYN-ROLE-004": {
    severity: "warning",
    title: "workers without a frontend",
    why: "Nothing in the graph answers HTTP requests or routes to the workers.",
  },
  "DYN-ROLE-005": {
    severity: "warning",
    title: "frontend without workers",
    why: "A frontend finds workers of its own Dynamo namespace only; without one it lists no model.",
  },
  "DYN-ROLE-006": {
    severity: "error",
    title: "planner does not find the role that it scales",
    why: "The planner finds workers by the component type, exactly one component per role, and stops when it finds none or several.",
  },
  "DYN-ROLE-007": {
    severity: "warning",
    title: "encode worker and its users do not match",
    why: "An encode worker serves only workers that are told to fetch embeddings, and such workers wait for an encode worker.",
  },
  "DYN-ROLE-008": {
    severity: "warning",
    title: "component type and engine flags name different roles",
    why: "The operator, the planner and the endpoint picker go by the type; the engine goes by its flags.",
  },
  "DYN-ROLE-009": {
    severity: "error",
    title: "program does not fit the component type",
    why: "The type decides ports, probes and rights. Another kind of process does not answer the probes, or is not allowed to do its work.",
  },
  "DYN-ROLE-010": {
    severity: "error",
    title: "vLLM prefill worker without a KV connector",
    why: "Since 1.0 a vLLM prefill worker stops at start without --kv-transfer-config.",
  },
  "DYN-ROLE-011": {
    severity: "error",
    title: "vLLM decode worker drops the prefill result",
    why: "Without a KV connector vLLM ignores the transferred KV cache and computes the prompt again, so the prefill GPUs work for nothing.",
  },
  "DYN-ROLE-012": {
    severity: "error",
    title: "SGLang bootstrap server listens on loopback",
    why: "The prefill worker binds its bootstrap server to --host, by default 127.0.0.1, where decode pods cannot reach it.",
  },
  "DYN-ROLE-013": {
    severity: "error",
    title: "prefill and decode transfer KV in different ways",
    why: "Both sides have to use the same transfer backend or connector, or no KV block arrives.",
  },
  "DYN-ROLE-014": {
    severity: "error",
    title: "prefill and decode serve different models",
    why: "The frontend pairs prefill and decode workers by model name; a worker without a partner is never used.",
  },
  "DYN-ROLE-015": {
    severity: "error",
    title: "prefill and decode store KV in different types",
    why: "KV blocks are copied as bytes; a receiver with another data type refuses them.",
  },
  "DYN-ROLE-016": {
    severity: "warning",
    title: "KV blocks of prefill and decode may not match",
    why: "Length and data type of a block have to agree for KV transfer and for prefix matching. One side leaves it to the engine, or an engine has to cut every block anew.",
  },
  "DYN-ROLE-017": {
    severity: "error",
    title: "TensorRT-LLM role without a cache transceiver",
    why: "Prefill and decode engines both need cache_transceiver_config, or they hold no KV transfer channel.",
  },
  "DYN-ROLE-018": {
    severity: "error",
    title: "TensorRT-LLM prefill with the overlap scheduler",
    why: "TensorRT-LLM refuses context-only requests while the overlap scheduler is on, so a prefill worker answers nothing.",
  },
  "DYN-ROLE-019": {
    severity: "error",
    title: "more than one backend in a graph",
    why: "The operator detects the backend from the worker commands and fails when they differ from one another or from backendFramework.",
  },
  "DYN-ROLE-020": {
    severity: "error",
    title: "endpoint picker without frontend sidecars",
    why: "The InferencePool sends requests to port 8000 of the workers, where only a frontend sidecar listens.",
  },
  "DYN-ROLE-021": {
    severity: "warning",
    title: "router mode does not fit the endpoint picker",
    why: "Behind an endpoint picker a frontend has to obey its choice (mode direct); without one, mode direct finds no choice in the request.",
  },
  "DYN-ROUTE-001": {
    severity: "warning",
    title: "KV router without KV events",
    why: "The router learns prefixes from events of the workers. Without events it sees no prefix hit and only balances load.",
  },
  "DYN-ROUTE-002": {
    severity: "warning",
    title: "only some workers publish KV events",
    why: "The router sees no prefix on the silent workers and prefers the others.",
  },
  "DYN-ROUTE-003": {
    severity: "warning",
    title: "router and workers use different block sizes",
    why: "Prefixes are matched by hashes of whole blocks; with other block sizes no hash ever matches.",
  },
  "DYN-ROUTE-004": {
    severity: "warning",
    title: "several KV routers that do not synchronise",
    why: "Each frontend replica knows only the requests that it routed itself, so their load figures drift apart.",
  },
  "DYN-ROUTE-005": {
    severity: "warning",
    title: "KV events without prefix caching",
    why: "vLLM publishes no KV events while prefix caching is off.",
  },
  "DYN-ROUTE-006": {
    severity: "error",
    title: "processes of a graph use different planes",
    why: "Discovery, requests and events need the same transport on both sides; otherwise the processes do not find or hear one another.",
  },
  "DYN-ROUTE-007": {
    severity: "error",
    title: "worker registers where the frontend does not look",
    why: "The frontend takes workers whose Dynamo namespace starts with the graph's own; a worker with another namespace is never used.",
  },
  "DYN-ROUTE-008": {
    severity: "error",
    title: "discovery does not reach other pods",
    why: "The backends file and mem work inside one host or one process; on Kubernetes every component is a pod of its own.",
  },
  "DYN-SCALE-001": {
    severity: "warning",
    title: "replicas are written although a scaling adapter owns them",
    why: "After the graph was created only the adapter may change replicas; an apply with another number is refused.",
  },
  "DYN-SCALE-002": {
    severity: "warning",
    title: "replicas are written although a planner owns them",
    why: "Without a scaling adapter the planner writes into the graph itself, and the next apply of the manifest takes it back.",
  },
  "DYN-SCALE-003": {
    severity: "error",
    title: "two writers of the replicas of one component",
    why: "Each sets its own number and undoes the other's, so pods start and stop without end and GPUs load models for nothing.",
  },
  "DYN-SCALE-004": {
    severity: "error",
    title: "autoscaler points at a scaling adapter that will not exist",
    why: "The operator creates an adapter only for components that ask for one with scalingAdapter.",
  },
  "DYN-SCALE-005": {
    severity: "error",
    title: "autoscaler goes past the operator",
    why: "The operator owns the Deployments and PodCliques of a graph and sets their replicas back.",
  },
  "DYN-SCALE-006": {
    severity: "warning",
    title: "autoscaler may scale a component to zero",
    why: "With no worker the model leaves the frontend and requests get 404; nothing scales up on demand.",
  },
  "DYN-SCALE-007": {
    severity: "error",
    title: "autoscaling bounds are the wrong way round",
    why: "The autoscaler refuses bounds whose minimum is above the maximum.",
  },
} as const satisfies Record<string, CodeFacts>;
