// SPDX-License-Identifier: Apache-2.0
/** @module Codes about graphs on pools of machines: room, zones, limits. */
import type { CodeFacts } from "./code.js";

export const placementCodes = {
  "DYN-PLACE-010": {
    severity: "error",
    title: "no machine of the pools takes the pod",
    why: "A pod runs on one node. When no machine of any pool has its GPUs, memory, CPU or devices, or labels and taints keep it off, it stays pending for ever.",
  },
  "DYN-PLACE-011": {
    severity: "error",
    title: "too few machines at maximum scale",
    why: "The pools at their maximum cannot hold all replicas at theirs. This is proven, by counting or by trying every arrangement.",
  },
  "DYN-PLACE-012": {
    severity: "warning",
    title: "no placement found, and no proof that there is none",
    why: "Whether pods fit is a packing problem. The search for this fleet ended before it found a placement or had tried everything.",
  },
  "DYN-PLACE-013": {
    severity: "error",
    title: "required pod affinity that never holds",
    why: "The scheduler starts a pod with required affinity only where a selected pod runs already, so the pod stays pending for ever.",
  },
  "DYN-PLACE-014": {
    severity: "error",
    title: "machine type that cannot be had this way",
    why: "Some machine types are offered only in certain ways: capacity blocks, reservations, spot or queued capacity.",
  },
  "DYN-PLACE-015": {
    severity: "error",
    title: "limits of a pool that contradict each other",
    why: "A pool keeps at least its minimum and at most its maximum of machines; both are whole numbers of 0 or more.",
  },
  "DYN-PLACE-016": {
    severity: "info",
    title: "assumption of the placement",
    why: "Some of what decides a placement is known only to the cluster. The placement says what it assumed or left out.",
  },
  "DYN-PLACE-017": {
    severity: "warning",
    title: "room for everything only while the scheduler packs",
    why: "The default scheduler spreads pods over the machines that are there. One pod closes a machine to pods that must not or cannot stand beside it, so these may wait for ever although a packing of all exists. KAI Scheduler packs; waive the finding where the operator hands the pods to it.",
  },
} as const satisfies Record<string, CodeFacts>;
