// SPDX-License-Identifier: Apache-2.0
/** @module Codes about queues, topologies and charts of Grove, KAI, Volcano and LeaderWorkerSet. */
import type { CodeFacts } from "./code.js";

export const orchestrationCodes = {
  "DYN-ORCH-001": {
    severity: "error",
    title: "amount of a queue that means nothing",
    why: "KAI reads amounts from 0 up and -1 for no bound; a limit below the quota takes back what the quota promises.",
  },
  "DYN-ORCH-002": {
    severity: "warning",
    title: "queue that may have nothing of a resource",
    why: "KAI takes quota and limit for 0 when they are left out, and then no pod that asks for the resource starts.",
  },
  "DYN-ORCH-003": {
    severity: "warning",
    title: "queues that make no tree",
    why: "KAI divides what a queue has among those below it: it needs the parent, and can keep no promise that the parent has not got.",
  },
  "DYN-ORCH-004": {
    severity: "error",
    title: "graph in a queue that has queues below it",
    why: "KAI schedules from queues without children only; pods in any other stay pending without an event.",
  },
  "DYN-ORCH-005": {
    severity: "warning",
    title: "queue that is not among the objects",
    why: "The operator refuses a graph whose queue does not exist: queue not found in cluster.",
  },
  "DYN-ORCH-006": {
    severity: "warning",
    title: "graphs that ask for more GPUs than their queue may have",
    why: "Pods above the limit of a queue never start; pods of a PriorityClass from 100 up are not preemptible and never start above its quota.",
  },
  "DYN-ORCH-007": {
    severity: "error",
    title: "topology levels that are no hierarchy",
    why: "The CRD and the webhook of Grove want distinct domains and labels, from the broadest to the narrowest.",
  },
  "DYN-ORCH-008": {
    severity: "error",
    title: "topology level that nodes have no label for",
    why: "A node without the label is in no domain, and pods that are to be packed by it never go there.",
  },
  "DYN-ORCH-009": {
    severity: "error",
    title: "orchestrators that do not go together",
    why: "LeaderWorkerSet starts pods together through Volcano, and the operator uses it only when both APIs are there; KAI and Volcano cannot both place the pods of Grove.",
  },
  "DYN-ORCH-010": {
    severity: "error",
    title: "version of an orchestrator that does not fit",
    why: "Each release works with certain versions of its neighbours.",
  },
  "DYN-ORCH-011": {
    severity: "error",
    title: "graph that the platform cannot run",
    why: "What the graph asks for comes with an orchestrator that the platform does not have.",
  },
  "DYN-ORCH-012": {
    severity: "error",
    title: "chart value that the chart does not know",
    why: "Helm ignores a value that no template reads, so the setting would silently do nothing.",
  },
  "DYN-ORCH-013": {
    severity: "warning",
    title: "topology level whose label nobody is known to set",
    why: "Clouds and kubelet set some labels; for any other a program of the cluster has to, such as NVIDIA topograph.",
  },
  "DYN-ORCH-014": {
    severity: "error",
    title: "name that a queue cannot have",
    why: "Pods name their queue in a label, whose value has at most 63 characters; the object's name is a DNS subdomain.",
  },
} as const satisfies Record<string, CodeFacts>;
