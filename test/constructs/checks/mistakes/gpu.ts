// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes with GPUs and parallel sizes. */
import { aggregated, component, main, mocked, multinode, setFlag, sglang } from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;
const gpuLimit = (index: number) => `${mainOf(index)}.resources.limits["nvidia.com/gpu"]`;

export const gpuMistakes: readonly Mistake[] = [
  {
    name: "tensor parallel 4 on 2 GPUs",
    graph: aggregated,
    change: (graph) => setFlag(graph, "worker", "--tensor-parallel-size", "4"),
    code: "DYN-GPU-001",
    path: gpuLimit(1),
    message: /tensor parallel 4 needs 4 GPUs, but its pod has 2/,
    fix: /GPU limit to 4/,
  },
  {
    name: "pipeline and data parallel together exceed the GPUs",
    graph: aggregated,
    change: (graph) => {
      setFlag(graph, "worker", "--pipeline-parallel-size", "2");
      setFlag(graph, "worker", "--data-parallel-size", "2");
    },
    code: "DYN-GPU-001",
    path: gpuLimit(1),
    message:
      /tensor parallel 2 × pipeline parallel 2 × data parallel 2 needs 8 GPUs, but its pod has 2/,
    fix: /GPU limit to 8/,
  },
  {
    name: "multi-node engine larger than its nodes",
    graph: multinode,
    change: (graph) => setFlag(graph, "worker", "--tensor-parallel-size", "32"),
    code: "DYN-GPU-001",
    path: gpuLimit(1),
    message: /tensor parallel 32 needs 32 GPUs, but 2 nodes with 8 each have 16/,
    fix: /16 per node or the node count to 4/,
  },
  {
    name: "8 GPUs for tensor parallel 2",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").resources.limits = { "nvidia.com/gpu": "8" };
    },
    code: "DYN-GPU-002",
    path: gpuLimit(1),
    message: /uses 2 GPUs, but its pod has 8: 6 stay idle/,
    fix: /GPU limit to 2/,
  },
  {
    name: "SGLang over two nodes with the sizes of one",
    graph: sglang,
    change: (graph) => {
      component(graph, "decode").multinode = { nodeCount: 2 };
    },
    code: "DYN-GPU-002",
    path: gpuLimit(2),
    message: /tensor parallel 4 uses 4 GPUs, but 2 nodes with 4 each have 8: 4 stay idle/,
    fix: /GPU limit to 2 per node/,
  },
  {
    name: "no GPU limit on an engine",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").resources = { limits: { memory: "64Gi" } };
    },
    code: "DYN-GPU-003",
    path: `${mainOf(1)}.resources`,
    message:
      /worker runs vllm, which needs 2 GPUs per pod, but its main container has no GPU limit/,
    fix: /GPU limit of 2/,
  },
  {
    name: "vLLM over two nodes although one would do",
    graph: multinode,
    change: (graph) => setFlag(graph, "worker", "--tensor-parallel-size", "8"),
    code: "DYN-GPU-004",
    path: "spec.components[1].multinode",
    message: /tensor parallel 8 fits the 8 GPUs of one pod, but the worker spans 2 nodes/,
    fix: /Remove multinode/,
  },
  {
    name: "expert parallel that does not divide tensor parallel",
    graph: sglang,
    change: (graph) => setFlag(graph, "decode", "--ep-size", "3"),
    code: "DYN-GPU-005",
    path: `${mainOf(2)}.args`,
    message: /expert parallel 3 does not divide tensor parallel 4/,
    fix: /divides 4/,
  },
  {
    name: "data-parallel attention that does not divide tensor parallel",
    graph: sglang,
    change: (graph) => {
      setFlag(graph, "decode", "--dp", "3");
      main(graph, "decode").args.push("--enable-dp-attention");
    },
    code: "DYN-GPU-005",
    path: `${mainOf(2)}.args`,
    message: /data parallel 3 inside tensor parallel 4/,
    fix: /divides 4/,
  },
  {
    name: "GPU for a frontend",
    graph: aggregated,
    change: (graph) => {
      main(graph, "frontend").resources.limits = { "nvidia.com/gpu": 1 };
      component(graph, "frontend").replicas = 3;
    },
    code: "DYN-GPU-006",
    path: gpuLimit(0),
    message: /frontend runs frontend, which uses no GPU, and reserves 3/,
    fix: /Remove the GPU/,
  },
  {
    name: "GPU for a mocker",
    graph: mocked,
    change: (graph) => {
      main(graph, "worker").resources.limits = { "nvidia.com/gpu": "2" };
    },
    code: "DYN-GPU-006",
    path: gpuLimit(1),
    message: /worker runs mocker, which uses no GPU, and reserves 2/,
    fix: /Remove the GPU/,
  },
  {
    name: "GPU request without a limit",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").resources = { requests: { "nvidia.com/gpu": "2" } };
    },
    code: "DYN-POD-003",
    path: `${mainOf(1)}.resources.requests["nvidia.com/gpu"]`,
    message: /a request of "2" has no limit/,
    fix: /limit to 2/,
  },
  {
    name: "half a GPU",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").resources = { limits: { "nvidia.com/gpu": "0.5" } };
    },
    code: "DYN-POD-003",
    path: gpuLimit(1),
    message: /whole numbers, got "0.5"/,
    fix: /whole number/,
  },
  {
    name: "GPU request that differs from the limit",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").resources.requests = { "nvidia.com/gpu": "1" };
    },
    code: "DYN-POD-003",
    path: gpuLimit(1),
    message: /request "1" differs from limit "2"/,
    fix: /same number/,
  },
  {
    name: "memory request above its limit",
    graph: aggregated,
    change: (graph) => {
      const { resources } = main(graph, "worker");
      resources.requests = { memory: "200Gi" };
      resources.limits = { ...resources.limits, memory: "100Gi" };
    },
    code: "DYN-POD-003",
    path: `${mainOf(1)}.resources.limits.memory`,
    message: /request "200Gi" exceeds limit "100Gi"/,
    fix: /limit to 200Gi/,
  },
];
