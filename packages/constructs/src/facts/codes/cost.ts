// SPDX-License-Identifier: Apache-2.0
/** @module Codes about what graphs on pools cost. */
import type { CodeFacts } from "./code.js";

export const costCodes = {
  "DYN-COST-001": {
    severity: "error",
    title: "over the budget at maximum scale",
    why: "Autoscaling may bring everything to its maximum at any time; the bill then is the one shown.",
  },
  "DYN-COST-002": {
    severity: "warning",
    title: "price that nobody knows",
    why: "No verified list price exists for it, and none was given. It is left out of the sum, never counted as 0.",
  },
  "DYN-COST-003": {
    severity: "info",
    title: "price of another region",
    why: "The price table has one region per cloud; other regions cost up to about a third more.",
  },
  "DYN-COST-004": {
    severity: "warning",
    title: "budget without machines",
    why: "What a graph costs is what its machines cost; without a pool there are none to count.",
  },
} as const satisfies Record<string, CodeFacts>;
