// SPDX-License-Identifier: Apache-2.0
/** @module Graphs that break a rule about GPU memory service, standby engines or checkpoints. */
import { alphaGraph, graph, graphWith, image, worker } from "../objects.js";
import type { Case } from "./case.js";

const at = "spec.components[1]";
const main = `${at}.podTemplate.spec.containers[0]`;
const alpha = "spec.services.Decode";
const experimental = (features: object, changes: object = {}) =>
  graphWith({ experimental: features, ...changes });
const containers = (...more: readonly object[]) => ({
  podTemplate: {
    spec: { containers: [...(worker().podTemplate?.spec?.containers ?? []), ...more] },
  },
});

export const gpuMemoryCases: readonly Case[] = [
  {
    code: "DYN-API-063",
    title: "GPU memory service on a frontend",
    object: experimental({ gpuMemoryService: {} }, { type: "frontend" }),
    path: `${at}.experimental.gpuMemoryService`,
    says: 'needs a component of type worker, prefill or decode, "decode" is "frontend"',
    fix: "Remove GPU memory service here",
  },
  {
    code: "DYN-API-064",
    title: "GPU memory service without GPU",
    object: graphWith({ experimental: { gpuMemoryService: {} } }, { resources: {} }),
    path: `${main}.resources.limits`,
    says: "needs a GPU limit of at least 1 on the main container, got 0",
    fix: "Set resources.limits",
  },
  {
    code: "DYN-API-065",
    title: "inter-pod GPU memory service without backend",
    object: experimental({ gpuMemoryService: { mode: "InterPod" } }),
    path: "spec.backendFramework",
    says: 'must be "vllm" because "decode" has inter-pod GPU memory service, got nothing',
    fix: "Set spec.backendFramework to vllm.",
  },
  {
    code: "DYN-API-066",
    title: "clients in other pods",
    object: graphWith(
      { experimental: { gpuMemoryService: { mode: "InterPod", extraClientContainers: ["main"] } } },
      {},
      { backendFramework: "vllm" },
    ),
    path: `${at}.experimental.gpuMemoryService.extraClientContainers`,
    says: "has 1 entries, but mode is InterPod",
    fix: "Remove it",
  },
  {
    code: "DYN-API-066",
    title: "clients in other pods of a v1alpha1 service that is switched off",
    object: alphaGraph({
      gpuMemoryService: { enabled: false, mode: "interPod", extraClientContainers: ["main"] },
    }),
    path: `${alpha}.gpuMemoryService.extraClientContainers`,
    says: "has 1 entries, but mode is InterPod",
    fix: "Remove it",
  },
  {
    code: "DYN-API-067",
    title: "client pods",
    object: experimental({
      gpuMemoryService: { extraClientPods: [{ name: "a", podTemplate: {} }] },
    }),
    path: `${at}.experimental.gpuMemoryService.extraClientPods`,
    says: "must be empty, has 1 entries",
    fix: "Remove extraClientPods.",
  },
  {
    code: "DYN-API-068",
    title: "a client that does not exist",
    object: graphWith({
      experimental: { gpuMemoryService: { extraClientContainers: ["metric"] } },
      ...containers({ name: "metrics", image }),
    }),
    path: `${at}.experimental.gpuMemoryService.extraClientContainers[0]`,
    says: 'the pod has no container "metric"; it has "main", "metrics"',
    fix: "Write metrics.",
  },
  {
    code: "DYN-API-069",
    title: "failover alone",
    object: graph(
      { components: [worker({ experimental: { failover: {} } })] },
      { annotations: { "nvidia.com/dynamo-kube-discovery-mode": "container" } },
    ),
    path: "spec.components[0].experimental.failover",
    says: "failover is IntraPod, GPU memory service is off",
    fix: "Add gpuMemoryService with the same mode.",
  },
  {
    code: "DYN-API-069",
    title: "failover in another mode",
    object: experimental({ gpuMemoryService: {}, failover: { mode: "InterPod" } }),
    path: `${at}.experimental.failover.mode`,
    says: "failover is InterPod, GPU memory service is IntraPod",
    fix: "Give both the same mode.",
  },
  {
    code: "DYN-API-070",
    title: "inter-pod failover on a planner",
    object: graphWith(
      {
        type: "planner",
        experimental: { gpuMemoryService: { mode: "InterPod" }, failover: { mode: "InterPod" } },
      },
      {},
      { backendFramework: "vllm" },
    ),
    path: `${at}.experimental.failover`,
    says: 'needs a worker with at least 1 GPU, "decode" is "planner" with 1',
    fix: "Remove failover here.",
  },
  {
    code: "DYN-API-071",
    title: "two shadows inside one pod",
    object: {
      ...alphaGraph({
        gpuMemoryService: { enabled: true },
        failover: { enabled: true, numShadows: 2 },
      }),
      metadata: {
        name: "qwen",
        annotations: { "nvidia.com/dynamo-kube-discovery-mode": "container" },
      },
    },
    path: `${alpha}.failover.numShadows`,
    says: "must be 1 inside one pod, got 2",
    fix: "Set numShadows to 1.",
  },
  {
    code: "DYN-API-072",
    title: "a job beside a checkpoint",
    object: experimental({ checkpoint: { enabled: true, checkpointRef: "warm", job: {} } }),
    path: `${at}.experimental.checkpoint.job`,
    says: 'checkpointRef names "warm"',
    fix: "Remove job",
  },
  {
    code: "DYN-API-073",
    title: "checkpoint clients without GPU memory service",
    object: experimental({ checkpoint: { enabled: true, job: { gmsClientContainers: ["main"] } } }),
    path: `${at}.experimental.checkpoint.job.gmsClientContainers`,
    says: "has 1 entries, but GPU memory service is off",
    fix: "Remove it",
  },
];
