// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes with images. */
import { aggregated, component, main, mocked, setFlag } from "../graphs.js";
import type { Mistake } from "./mistake.js";

const registry = "nvcr.io/nvidia/ai-dynamo";
const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

export const imageMistakes: readonly Mistake[] = [
  {
    name: "vLLM from the image of SGLang",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").image = `${registry}/sglang-runtime:1.4.0`;
    },
    code: "DYN-IMAGE-001",
    path: `${mainOf(1)}.image`,
    message: /worker runs dynamo\.vllm, and the image sglang-runtime 1\.4\.0 does not contain it/,
    fix: /Use the image vllm-runtime/,
  },
  {
    name: "engine from the image of the frontend",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").image = "registry.example/mirror/dynamo-frontend:1.4.0";
    },
    code: "DYN-IMAGE-001",
    path: `${mainOf(1)}.image`,
    message: /the image dynamo-frontend 1\.4\.0 does not contain it/,
    fix: /vllm-runtime/,
  },
  {
    name: "EFA devices without the EFA image",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").resources.limits = {
        "nvidia.com/gpu": "2",
        "vpc.amazonaws.com/efa": "8",
      };
    },
    code: "DYN-IMAGE-002",
    path: `${mainOf(1)}.image`,
    message: /worker requests 8 EFA devices per pod, but its image is vllm-runtime:1\.4\.0/,
    fix: /1\.4\.0-efa/,
  },
  {
    name: "EFA image without EFA devices",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").image = `${registry}/vllm-runtime:1.4.0-efa`;
    },
    code: "DYN-IMAGE-003",
    path: `${mainOf(1)}.resources`,
    message: /vllm-runtime:1\.4\.0-efa and requests 0 EFA devices/,
    fix: /the tag 1\.4\.0\b/,
  },
  {
    name: "EFA variant of the frontend",
    graph: aggregated,
    change: (graph) => {
      main(graph, "frontend").image = `${registry}/dynamo-frontend:1.4.0-efa`;
    },
    code: "DYN-IMAGE-004",
    path: `${mainOf(0)}.image`,
    message: /dynamo-frontend:1\.4\.0-efa does not exist: only the 3 engine images/,
    fix: /Use the tag 1\.4\.0/,
  },
  {
    name: "CUDA 12 variant of a release without one",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").image = `${registry}/vllm-runtime:1.4.0-cuda12`;
    },
    code: "DYN-IMAGE-004",
    path: `${mainOf(1)}.image`,
    message: /does not exist: since 1\.3 all images are built with CUDA 13/,
    fix: /Use the tag 1\.4\.0/,
  },
  {
    name: "two releases in one graph",
    graph: aggregated,
    change: (graph) => {
      main(graph, "frontend").image = `${registry}/dynamo-frontend:1.3.1`;
    },
    code: "DYN-IMAGE-005",
    path: `${mainOf(1)}.image`,
    message: /frontend runs Dynamo 1\.3, worker runs 1\.4/,
    fix: /Use images of 1\.4/,
  },
  {
    name: "override that contradicts the tag",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").runtimeVersionOverride = "1.4.2";
    },
    code: "DYN-IMAGE-006",
    path: "spec.components[1].runtimeVersionOverride",
    message: /worker states 1\.4\.2, but its image is tagged 1\.4\.0/,
    fix: /Remove runtimeVersionOverride/,
  },
  {
    name: "bash in an image without it",
    graph: mocked,
    change: (graph) => {
      const worker = main(graph, "worker");
      worker.command = ["/bin/bash", "-c"];
      worker.args = ["exec python3 -m dynamo.mocker --model-path Qwen/Qwen3-32B"];
    },
    code: "DYN-IMAGE-007",
    path: `${mainOf(1)}.command`,
    message: /worker starts "\/bin\/bash", and dynamo-planner has only Python and \/bin\/sh/,
    fix: /Use \/bin\/sh/,
  },
  {
    name: "curl in the probe of an image without it",
    graph: mocked,
    change: (graph) => {
      main(graph, "worker").livenessProbe = {
        exec: { command: ["curl", "-f", "localhost:9090/live"] },
      };
    },
    code: "DYN-IMAGE-007",
    path: `${mainOf(1)}.livenessProbe.exec.command`,
    message: /worker starts "curl"/,
    fix: /httpGet/,
  },
  {
    name: "image name that NVIDIA does not publish",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").image = `${registry}/vllm:1.4.0`;
    },
    code: "DYN-IMAGE-008",
    path: `${mainOf(1)}.image`,
    message: /"vllm" is none of the 11 images under nvcr\.io/,
    fix: /Use vllm-runtime/,
  },
  {
    name: "amd64 image on arm64 nodes",
    graph: aggregated,
    change: (graph) => {
      for (const name of ["worker", "frontend"]) {
        component(graph, name).podTemplate.spec.nodeSelector = { "kubernetes.io/arch": "arm64" };
      }
      const { resources } = main(graph, "worker");
      resources.limits = { ...resources.limits, "vpc.amazonaws.com/efa": "4" };
      main(graph, "worker").image = "registry.example/vllm-runtime:1.4.0-efa-amd64";
    },
    code: "DYN-IMAGE-009",
    path: `${mainOf(1)}.image`,
    message: /worker runs on arm64 nodes, but vllm-runtime:1\.4\.0-efa-amd64 is built for amd64/,
    fix: /1\.4\.0-efa\b/,
  },
  {
    name: "planner from an engine image",
    graph: aggregated,
    change: (graph) => {
      graph.spec.components.push({
        name: "planner",
        type: "planner",
        replicas: 1,
        podTemplate: {
          spec: {
            containers: [
              {
                name: "main",
                image: `${registry}/vllm-runtime:1.4.0`,
                command: ["python3", "-m", "dynamo.planner"],
                args: ["--config", '{"mode":"agg"}'],
                env: [],
                resources: {},
              },
            ],
          },
        },
      });
      setFlag(graph, "worker", "--served-model-name", "chat");
      delete component(graph, "worker").replicas;
    },
    code: "DYN-IMAGE-001",
    path: `${mainOf(2)}.image`,
    message: /planner runs dynamo\.planner, and the image vllm-runtime 1\.4\.0 does not contain it/,
    fix: /dynamo-planner/,
  },
];
