// SPDX-License-Identifier: Apache-2.0
/** @module Codes about how long it takes until a graph answers. */
import type { CodeFacts } from "./code.js";

export const startupCodes = {
  "DYN-START-001": {
    severity: "warning",
    title: "slow start",
    why: "Every pod reads the whole checkpoint before it answers. What storage and network carry together decides how long a rollout or a scale-up takes.",
  },
  "DYN-START-002": {
    severity: "error",
    title: "start-up probe gives up before the weights are read",
    why: "When the start-up probe fails for the last time the kubelet restarts the container, and reading begins anew.",
  },
  "DYN-START-003": {
    severity: "info",
    title: "start-up time is not known",
    why: "The estimate needs the size of the model and the throughput of its storage.",
  },
} as const satisfies Record<string, CodeFacts>;
