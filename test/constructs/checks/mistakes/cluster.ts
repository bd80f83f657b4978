// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes that show against a cluster. */
import { aggregated, component, disaggregated, main, multinode } from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

export const clusterMistakes: readonly Mistake[] = [
  {
    name: "v1beta1 on Dynamo 1.1",
    graph: aggregated,
    change: (graph) => {
      for (const name of ["frontend", "worker"]) {
        const container = main(graph, name);
        container.image = container.image?.replace("1.4.0", "1.1.1") ?? "";
      }
    },
    options: { dynamoVersion: "1.1.1" },
    code: "DYN-VER-001",
    path: "apiVersion",
    message: /nvidia\.com\/v1beta1 is served since Dynamo 1\.2, and the cluster runs 1\.1/,
    fix: /nvidia\.com\/v1alpha1/,
  },
  {
    name: "minAvailable on Dynamo 1.2",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").minAvailable = 1;
      for (const name of ["frontend", "worker"]) {
        const container = main(graph, name);
        container.image = container.image?.replace("1.4.0", "1.2.1") ?? "";
      }
    },
    options: { dynamoVersion: "1.2.1" },
    code: "DYN-VER-002",
    path: "spec.components[1].minAvailable",
    message: /minAvailable works since Dynamo 1\.3, and the cluster runs 1\.2/,
    fix: /upgrade Dynamo/,
  },
  {
    name: "Kubernetes 1.29",
    graph: aggregated,
    change: () => undefined,
    options: { kubernetesVersion: "v1.29.8-eks-1" },
    code: "DYN-VER-003",
    path: "apiVersion",
    message: /needs Kubernetes 1\.30, and the cluster runs 1\.29/,
    fix: /1\.30/,
  },
  {
    name: "GPU memory service on Kubernetes 1.33",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").experimental = { gpuMemoryService: {} };
    },
    options: { kubernetesVersion: "1.33" },
    code: "DYN-VER-004",
    path: "spec.components[1].experimental.gpuMemoryService",
    message:
      /worker takes its GPUs through DRA, which needs Kubernetes 1\.34, and the cluster runs 1\.33/,
    fix: /1\.34/,
  },
  {
    name: "old Grove under Dynamo 1.4",
    graph: aggregated,
    change: () => undefined,
    options: { dynamoVersion: "1.4.0", groveVersion: "v0.1.0-alpha.9" },
    code: "DYN-VER-005",
    path: "apiVersion",
    message: /Dynamo 1\.4 needs Grove 0\.1\.0-alpha\.11, and the cluster runs v0\.1\.0-alpha\.9/,
    fix: /Upgrade Grove/,
  },
  {
    name: "old KAI under Dynamo 1.4",
    graph: aggregated,
    change: () => undefined,
    options: { dynamoVersion: "1.4.0", kaiVersion: "v0.12.10" },
    code: "DYN-VER-006",
    path: "apiVersion",
    message: /asks for KAI 0\.13\.4, and the cluster runs v0\.12\.10/,
    fix: /0\.13\.4/,
  },
  {
    name: "image newer than the operator",
    graph: aggregated,
    change: (graph) => graph.spec.components.splice(0, 1, component(graph, "frontend")),
    options: { dynamoVersion: "1.3.1" },
    code: "DYN-VER-007",
    path: `${mainOf(0)}.image`,
    message: /frontend runs Dynamo 1\.4, and the operator is 1\.3/,
    fix: /operator to 1\.4/,
    also: ["DYN-VER-007"],
  },
  {
    name: "CUDA 13 images on an old driver",
    graph: aggregated,
    change: () => undefined,
    options: { driverVersion: "570.172.08" },
    code: "DYN-VER-008",
    path: `${mainOf(1)}.image`,
    message:
      /worker runs Dynamo 1\.4, which needs driver 580\.00\.03, and the nodes have 570\.172\.08/,
    fix: /driver 580\.00\.03/,
  },
  {
    name: "several nodes without an orchestrator",
    graph: multinode,
    change: () => undefined,
    options: { orchestrators: ["lws"] },
    code: "DYN-PLAT-001",
    path: "spec.components[1].multinode",
    message: /spans 2 nodes, Grove is not installed, and Volcano is missing/,
    fix: /Install Grove/,
  },
  {
    name: "several nodes kept away from Grove",
    graph: multinode,
    change: (graph) => {
      graph.metadata.annotations["nvidia.com/enable-grove"] = "false";
    },
    options: { orchestrators: ["grove"] },
    code: "DYN-PLAT-001",
    path: "spec.components[1].multinode",
    message: /the graph is kept away from Grove, and LeaderWorkerSet and Volcano are missing/,
    fix: /LeaderWorkerSet together with Volcano/,
  },
  {
    name: "LeaderWorkerSet without args",
    graph: multinode,
    change: (graph) => {
      graph.metadata.annotations["nvidia.com/enable-grove"] = "False";
      const worker = main(graph, "worker");
      worker.command = ["/bin/sh", "-c", `${worker.command?.join(" ")} ${worker.args.join(" ")}`];
      worker.args = [];
    },
    code: "DYN-PLAT-002",
    path: `${mainOf(1)}.args`,
    message: /spans 2 nodes without Grove and has no args/,
    fix: /Set command/,
    also: ["DYN-LAUNCH-006", "DYN-LAUNCH-007"],
  },
  {
    name: "Grove annotation without Grove",
    graph: aggregated,
    change: (graph) => {
      graph.metadata.annotations["nvidia.com/grove-update-strategy"] = "OnDelete";
    },
    options: { orchestrators: [] },
    code: "DYN-PLAT-003",
    path: 'metadata.annotations["nvidia.com/grove-update-strategy"]',
    message: /is "OnDelete", but the graph does not run on Grove/,
    fix: /Remove the annotation/,
  },
  {
    name: "queue of a scheduler that is not there",
    graph: aggregated,
    change: (graph) => {
      graph.metadata.annotations["nvidia.com/kai-scheduler-queue"] = "research";
    },
    options: { orchestrators: ["grove"] },
    code: "DYN-PLAT-003",
    path: 'metadata.annotations["nvidia.com/kai-scheduler-queue"]',
    message: /is "research", but KAI is not installed/,
    fix: /Remove the annotation/,
  },
  {
    name: "topology without Grove",
    graph: aggregated,
    change: (graph) => {
      graph.spec.topologyConstraint = { clusterTopologyName: "racks", packDomain: "rack" };
    },
    options: { orchestrators: ["lws", "volcano"] },
    code: "DYN-PLAT-004",
    path: "spec.topologyConstraint",
    message: /packed by topology racks, but the graph does not run on Grove/,
    fix: /affinity/,
  },
  {
    name: "PriorityClass on a cluster without Grove",
    graph: disaggregated,
    change: (graph) => {
      graph.spec.priorityClassName = "production";
    },
    options: { orchestrators: [] },
    code: "DYN-API-025",
    path: "spec.priorityClassName",
    message: /priorityClassName needs Grove/,
    fix: /Remove it/,
  },
  {
    name: "Dynamo namespace too long for a label, with the namespace from the options",
    graph: aggregated,
    change: (graph) => {
      delete graph.metadata.namespace;
      graph.metadata.name = "chat-with-a-rather-long-name-and-more";
    },
    options: { namespace: "inference-production-europe-west" },
    code: "DYN-API-040",
    path: "metadata.name",
    message: /63/,
    fix: /shorter|Shorten|Rename/i,
  },
];
