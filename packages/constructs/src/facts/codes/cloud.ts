// SPDX-License-Identifier: Apache-2.0
/** @module Codes about cloud resources: what the offline plan and the policy pack say. */
import type { CodeFacts } from "./code.js";

export const cloudCodes = {
  "DYN-CLOUD-001": {
    severity: "error",
    title: "Output token that nobody resolves",
    why: "A token stands for a value that the cloud makes. Outside of a Pulumi program there is nobody who could put the value in, and the API server would take the token for a name.",
  },
} as const satisfies Record<string, CodeFacts>;
