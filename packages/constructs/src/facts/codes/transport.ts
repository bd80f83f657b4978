// SPDX-License-Identifier: Apache-2.0
/** @module Codes about the way of KV blocks and collectives between machines. */
import type { CodeFacts } from "./code.js";

export const transportCodes = {
  "DYN-NET-001": {
    severity: "error",
    title: "KV cache goes over TCP",
    why: "Disaggregated serving copies the KV cache of every prompt between machines. Without RDMA that takes longer than computing it again; upstream measured 98 s to the first token instead of 1 s.",
  },
  "DYN-NET-002": {
    severity: "info",
    title: "TCP is accepted",
    why: "The graph or the caller says that TCP is good enough here; this is what it costs.",
  },
  "DYN-NET-003": {
    severity: "error",
    title: "collectives of a multi-node engine go over TCP",
    why: "A model that is split over nodes exchanges activations at every layer and token; without RDMA the network decides the speed of every step.",
  },
  "DYN-NET-004": {
    severity: "warning",
    title: "prefill and decode may land in different zones",
    why: "EFA, InfiniBand, RoCE and NVLink never cross a zone, so a pair in two zones falls back to TCP.",
  },
  "DYN-NET-005": {
    severity: "warning",
    title: "prefill and decode may share a machine with EFA",
    why: "libfabric reads between two pods of the same machine fail with EAGAIN, so KV transfer stops.",
  },
  "DYN-NET-006": {
    severity: "warning",
    title: "tensor parallelism over PCIe",
    why: "Without NVLink between its GPUs every layer's all-reduce goes through PCIe and host memory.",
  },
} as const satisfies Record<string, CodeFacts>;
