// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes with queues and topologies, alone and against the graphs that use them. */
import { aggregated, component, type DraftGraph, multinode } from "../graphs.js";
import type { Mistake } from "./mistake.js";

type Amounts = Readonly<Record<string, unknown>>;

const free = { quota: -1, limit: -1, overQuotaWeight: 1 };

/** A sound queue of KAI, but for what is given. */
const queue = (name: string, gpu: Amounts = free, more: Amounts = {}) => ({
  apiVersion: "scheduling.run.ai/v2",
  kind: "Queue",
  metadata: { name },
  spec: { resources: { cpu: free, memory: free, gpu }, ...more },
});

const binding = (...levels: readonly (readonly [string, string])[]) => ({
  apiVersion: "grove.io/v1alpha1",
  kind: "ClusterTopologyBinding",
  metadata: { name: "gpus" },
  spec: { levels: levels.map(([domain, key]) => ({ domain, key })) },
});

const zone = ["zone", "topology.kubernetes.io/zone"] as const;
const rack = ["rack", "nvidia.com/gpu.clique"] as const;
const host = ["host", "kubernetes.io/hostname"] as const;

const kaiKey = "nvidia.com/kai-scheduler-queue";
const kaiPath = `metadata.annotations["${kaiKey}"]`;
const inQueue = (name: string) => (graph: DraftGraph) => {
  graph.metadata.annotations[kaiKey] = name;
};
const packed = (domain: string, own?: string) => (graph: DraftGraph) => {
  graph.spec.topologyConstraint = { clusterTopologyName: "gpus", packDomain: domain };
  if (own !== undefined) component(graph, "worker").topologyConstraint = { packDomain: own };
};
const unchanged = () => undefined;

export const platformMistakes: readonly Mistake[] = [
  {
    name: "topology on Grove without KAI",
    graph: aggregated,
    change: packed("rack"),
    options: { orchestrators: ["grove"] },
    code: "DYN-PLAT-005",
    path: "spec.topologyConstraint",
    message: /packed by domain rack, but KAI is not installed/,
    fix: /Install KAI/,
  },
  {
    name: "a scheduler that is not installed",
    graph: aggregated,
    change: (graph) => {
      const spec = component(graph, "worker").podTemplate.spec;
      Object.assign(spec, { schedulerName: "kai-scheduler" });
    },
    options: { orchestrators: ["grove"] },
    code: "DYN-PLAT-006",
    path: "spec.components[1].podTemplate.spec.schedulerName",
    message: /pods of worker ask for the scheduler kai-scheduler, but KAI is not installed/,
    fix: /Remove schedulerName, or install KAI/,
  },
  {
    name: "queues of KAI and Volcano at once",
    graph: aggregated,
    change: (graph) => {
      graph.metadata.annotations[kaiKey] = "chat";
      graph.metadata.annotations["nvidia.com/volcano-queue"] = "batch";
    },
    code: "DYN-PLAT-007",
    path: 'metadata.annotations["nvidia.com/volcano-queue"]',
    message: /queue chat of KAI and queue batch of Volcano/,
    fix: /Remove one/,
  },
  {
    name: "a domain that the topology does not have",
    graph: aggregated,
    change: packed("rack"),
    beside: () => [binding(zone, host)],
    code: "DYN-PLAT-008",
    path: "spec.topologyConstraint.packDomain",
    message: /topology gpus has no domain "rack"; it has zone, host/,
    fix: /Use one of zone, host/,
  },
  {
    name: "a component that is packed more broadly than its graph",
    graph: aggregated,
    change: packed("rack", "zone"),
    beside: () => [binding(zone, rack, host)],
    code: "DYN-PLAT-008",
    path: "spec.components[1].topologyConstraint.packDomain",
    message: /zone is broader than rack/,
    fix: /Use rack or a narrower domain/,
  },
  {
    name: "KV transfers by a domain that the topology does not have",
    graph: aggregated,
    change: (graph) => {
      graph.spec.experimental = {
        kvTransferPolicy: { clusterTopologyName: "gpus", domain: "block" },
      };
    },
    beside: () => [binding(zone, host)],
    code: "DYN-PLAT-008",
    path: "spec.experimental.kvTransferPolicy.domain",
    message: /topology gpus has no domain "block"/,
    fix: /add the level/,
  },
  {
    name: "a topology that is not among the objects",
    graph: aggregated,
    change: (graph) => {
      graph.spec.topologyConstraint = { clusterTopologyName: "gpu", packDomain: "rack" };
    },
    beside: () => [binding(zone, rack)],
    code: "DYN-PLAT-009",
    path: "spec.topologyConstraint.clusterTopologyName",
    message: /no ClusterTopologyBinding "gpu" is among the objects; there is "gpus"/,
    fix: /name of a binding/,
  },
  {
    name: "several nodes on Grove without a gang scheduler",
    graph: multinode,
    change: unchanged,
    options: { orchestrators: ["grove", "lws"] },
    code: "DYN-PLAT-010",
    path: "spec.components[1].multinode",
    message: /the 2 pods of worker are placed one by one/,
    fix: /Install KAI/,
  },
];

export const queueMistakes: readonly Mistake[] = [
  {
    name: "a limit below the quota",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("chat", { quota: 16, limit: 8 })],
    code: "DYN-ORCH-001",
    path: "spec.resources.gpu.limit",
    message: /gpu: limit 8 is below the quota 16/,
    fix: /Raise limit/,
  },
  {
    name: "a limit below a quota without bound",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("chat", { quota: -1, limit: 8 })],
    code: "DYN-ORCH-001",
    path: "spec.resources.gpu.limit",
    message: /limit 8 is below the quota without bound/,
    fix: /lower quota/,
  },
  {
    name: "a negative quota",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("chat", { quota: -2, limit: -1 })],
    code: "DYN-ORCH-001",
    path: "spec.resources.gpu.quota",
    message: /quota is -2, and only -1 stands for no bound/,
    fix: /-1/,
  },
  {
    name: "a negative weight",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("chat", { quota: 1, limit: -1, overQuotaWeight: -1 })],
    code: "DYN-ORCH-001",
    path: "spec.resources.gpu.overQuotaWeight",
    message: /overQuotaWeight is -1, and a weight is 0 or more/,
    fix: /Set overQuotaWeight to 1/,
  },
  {
    name: "an amount with a unit",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("chat", { quota: "16", limit: -1 })],
    code: "DYN-ORCH-001",
    path: "spec.resources.gpu.quota",
    message: /quota must be a number, got "16"/,
    fix: /millicores/,
  },
  {
    name: "a queue with a name of people",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("Team A")],
    code: "DYN-ORCH-014",
    path: "metadata.name",
    message: /at most 63, got "Team A" \(6\)/,
    fix: /short name/,
  },
  {
    name: "a queue without GPUs",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("chat", {})],
    code: "DYN-ORCH-002",
    path: "spec.resources.gpu",
    message: /the queue may have no gpu: quota and limit are 0/,
    fix: /Set limit to -1/,
  },
  {
    name: "a parent that nobody makes",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("research"), queue("chat", free, { parentQueue: "reserch" })],
    code: "DYN-ORCH-003",
    path: "spec.parentQueue",
    message: /parent "reserch" is not among the objects/,
    fix: /Add the queue reserch/,
  },
  {
    name: "a queue below itself",
    graph: aggregated,
    change: unchanged,
    beside: () => [queue("chat", free, { parentQueue: "chat" })],
    code: "DYN-ORCH-003",
    path: "spec.parentQueue",
    message: /its own ancestor/,
    fix: /no parentQueue/,
  },
  {
    name: "more promised than there is",
    graph: aggregated,
    change: unchanged,
    beside: () => [
      queue("research", { quota: 16, limit: -1 }),
      queue("chat", { quota: 12, limit: -1 }, { parentQueue: "research" }),
      queue("code", { quota: 8, limit: -1 }, { parentQueue: "research" }),
    ],
    code: "DYN-ORCH-003",
    path: "spec.resources.gpu.quota",
    message: /2 queues below are promised 20 GPUs \(chat 12, code 8\), and this one has 16/,
    fix: /Raise quota to 20/,
  },
  {
    name: "a graph in the queue of a department",
    graph: aggregated,
    change: inQueue("research"),
    beside: () => [queue("research"), queue("chat", free, { parentQueue: "research" })],
    code: "DYN-ORCH-004",
    path: kaiPath,
    message: /queue research has queues below it \(chat\)/,
    fix: /such as chat/,
  },
  {
    name: "a graph in the parent queue of the chart",
    graph: aggregated,
    change: inQueue("dynamo-default"),
    code: "DYN-ORCH-004",
    path: kaiPath,
    message: /queue dynamo-default has queues below it \(dynamo\)/,
    fix: /such as dynamo/,
  },
  {
    name: "a queue that is not among the objects",
    graph: aggregated,
    change: inQueue("chatt"),
    beside: () => [queue("research"), queue("chat", free, { parentQueue: "research" })],
    code: "DYN-ORCH-005",
    path: kaiPath,
    message: /queue chatt is not among the objects; there is chat$/,
    fix: /Name one of chat/,
  },
  {
    name: "a graph that is larger than its queue",
    graph: multinode,
    change: inQueue("chat"),
    beside: () => [queue("chat", { quota: 0, limit: 8 })],
    code: "DYN-ORCH-006",
    path: "spec.resources.gpu.limit",
    message: /graph chat asks for 16 GPUs, and the queue may have 8/,
    fix: /Raise limit to 16/,
  },
  {
    name: "a graph that is never preempted above the quota",
    graph: multinode,
    change: (graph) => {
      graph.spec.priorityClassName = "inference";
      inQueue("chat")(graph);
    },
    beside: () => [queue("chat", { quota: 8, limit: -1 })],
    code: "DYN-ORCH-006",
    path: "spec.resources.gpu.quota",
    message: /never preempted stay inside the quota of 8/,
    fix: /Raise quota to 16/,
  },
  {
    name: "a PriorityClass of one's own that is never preempted",
    graph: multinode,
    change: (graph) => {
      graph.spec.priorityClassName = "gold";
    },
    beside: () => [
      queue("dynamo", { quota: 8, limit: -1 }, { parentQueue: "dynamo-default" }),
      {
        apiVersion: "scheduling.k8s.io/v1",
        kind: "PriorityClass",
        metadata: { name: "gold" },
        value: 1000,
      },
    ],
    options: { orchestrators: ["grove", "kai"] },
    code: "DYN-ORCH-006",
    path: "spec.resources.gpu.quota",
    message: /16 GPUs/,
    fix: /16/,
  },
  {
    name: "levels from narrow to broad",
    graph: aggregated,
    change: unchanged,
    beside: () => [binding(host, zone)],
    code: "DYN-ORCH-007",
    path: "spec.levels[1].key",
    message: /topology\.kubernetes\.io\/zone is the broader place, and stands below kubernetes/,
    fix: /broad to narrow/,
  },
  {
    name: "one domain twice",
    graph: aggregated,
    change: unchanged,
    beside: () => [binding(zone, ["zone", "kubernetes.io/hostname"])],
    code: "DYN-ORCH-007",
    path: "spec.levels[1].domain",
    message: /"zone" occurs twice/,
    fix: /Remove one/,
  },
  {
    name: "a domain with a capital letter",
    graph: aggregated,
    change: unchanged,
    beside: () => [binding(["Zone", "topology.kubernetes.io/zone"])],
    code: "DYN-ORCH-007",
    path: "spec.levels[0].domain",
    message: /lower-case letters.*got "Zone"/,
    fix: /short name/,
  },
  {
    name: "a key that is no label",
    graph: aggregated,
    change: unchanged,
    beside: () => [binding(["zone", "topology zone"])],
    code: "DYN-ORCH-007",
    path: "spec.levels[0].key",
    message: /node label.*got "topology zone"/,
    fix: /topology\.kubernetes\.io\/zone/,
  },
  {
    name: "no level",
    graph: aggregated,
    change: unchanged,
    beside: () => [binding()],
    code: "DYN-ORCH-007",
    path: "spec.levels",
    message: /no level/,
    fix: /host/,
  },
];
