// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes with probes and memory. */
import { aggregated, component, disaggregated, main } from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

export const probeMistakes: readonly Mistake[] = [
  {
    name: "ports without the one that the operator's probes ask",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").ports = [{ name: "metrics", containerPort: 9091 }];
    },
    code: "DYN-PROBE-001",
    path: `${mainOf(1)}.ports`,
    message: /ports of worker replace the operator's and have no port named system \(got metrics\)/,
    fix: /Add a port named system/,
  },
  {
    name: "probe at a port name that is not there",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").livenessProbe = { httpGet: { path: "/live", port: "health" } };
    },
    code: "DYN-PROBE-001",
    path: `${mainOf(1)}.livenessProbe.httpGet.port`,
    message: /livenessProbe of worker asks the port "health", and the container has system, nixl/,
    fix: /Use system or nixl/,
  },
  {
    name: "worker probe at the HTTP port of a frontend",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").readinessProbe = { httpGet: { path: "/health", port: 8000 } };
    },
    code: "DYN-PROBE-002",
    path: `${mainOf(1)}.readinessProbe.httpGet.port`,
    message: /readinessProbe of worker asks port 8000, and the process listens on 9090/,
    fix: /Ask port 9090/,
  },
  {
    name: "probe path that no server has",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").livenessProbe = { httpGet: { path: "/healthz", port: "system" } };
    },
    code: "DYN-PROBE-003",
    path: `${mainOf(1)}.livenessProbe.httpGet.path`,
    message: /livenessProbe of worker asks \/healthz, and port 9090 serves \/live, \/health/,
    fix: /Ask \/live/,
  },
  {
    name: "30 seconds to load a model",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").startupProbe = {
        httpGet: { path: "/live", port: 9090 },
        periodSeconds: 10,
        failureThreshold: 3,
      };
    },
    code: "DYN-PROBE-004",
    path: `${mainOf(1)}.startupProbe`,
    message: /gives up after 30 s \(delay 0 \+ 3 × 10 s\)/,
    fix: /failureThreshold/,
  },
  {
    name: "system server on another port",
    graph: aggregated,
    change: (graph) => main(graph, "worker").env.push({ name: "DYN_SYSTEM_PORT", value: "8081" }),
    code: "DYN-PROBE-005",
    path: `${mainOf(1)}.env[0]`,
    message: /worker listens on port 8081, but the operator's .* ask port 9090/,
    fix: /Leave the port at 9090/,
  },
  {
    name: "frontend on another port",
    graph: aggregated,
    change: (graph) => main(graph, "frontend").args.push("--http-port", "8080"),
    code: "DYN-PROBE-005",
    path: `${mainOf(0)}.args[0]`,
    message: /frontend listens on port 8080, but the operator's .* ask port 8000/,
    fix: /container port named http with 8080/,
  },
  {
    name: "liveness probe on a component without a type",
    graph: aggregated,
    change: (graph) => {
      delete component(graph, "worker").type;
      const worker = main(graph, "worker");
      worker.env.push({ name: "DYN_SYSTEM_PORT", value: "9090" });
      worker.livenessProbe = { httpGet: { path: "/live", port: 9090 } };
    },
    code: "DYN-PROBE-006",
    path: `${mainOf(1)}.livenessProbe`,
    message: /restarts the container after 30 s, and no startupProbe/,
    fix: /Give the component a type/,
  },
];

export const memoryMistakes: readonly Mistake[] = [
  {
    name: "no shared memory for a prefill worker",
    graph: disaggregated,
    change: (graph) => {
      component(graph, "prefill").sharedMemorySize = "0";
    },
    code: "DYN-MEM-001",
    path: "spec.components[1].sharedMemorySize",
    message: /prefill runs in mode prefill with shared memory of 0/,
    fix: /16Gi/,
  },
  {
    name: "hardly any shared memory",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").sharedMemorySize = "256Mi";
    },
    code: "DYN-MEM-002",
    path: "spec.components[1].sharedMemorySize",
    message: /worker has 256Mi of shared memory/,
    fix: /8Gi or more/,
  },
  {
    name: "CPU cache as large as the memory limit",
    graph: aggregated,
    change: (graph) => {
      const worker = main(graph, "worker");
      worker.resources.limits = { ...worker.resources.limits, memory: "64Gi" };
      worker.env.push({ name: "DYN_KVBM_CPU_CACHE_GB", value: "100" });
    },
    code: "DYN-MEM-003",
    path: `${mainOf(1)}.env[0]`,
    message: /keeps 100 GB of KV cache in host memory, and its memory limit is 64Gi/,
    fix: /Raise the memory limit/,
  },
  {
    name: "disk cache smaller than the CPU cache",
    graph: aggregated,
    change: (graph) =>
      main(graph, "worker").env.push(
        { name: "DYN_KVBM_CPU_CACHE_GB", value: "100" },
        { name: "DYN_KVBM_DISK_CACHE_GB", value: "50" },
      ),
    code: "DYN-MEM-004",
    path: `${mainOf(1)}.env[1]`,
    message: /disk cache of 50 GB below a CPU cache of 100 GB/,
    fix: /DYN_KVBM_DISK_CACHE_GB to 100/,
  },
  {
    name: "shared memory of the size of the memory limit",
    graph: aggregated,
    change: (graph) => {
      const worker = main(graph, "worker");
      worker.resources.limits = { ...worker.resources.limits, memory: "64Gi" };
      component(graph, "worker").sharedMemorySize = "64Gi";
    },
    code: "DYN-MEM-005",
    path: "spec.components[1].sharedMemorySize",
    message: /64Gi of shared memory inside a memory limit of 64Gi/,
    fix: /Raise the memory limit/,
  },
];
