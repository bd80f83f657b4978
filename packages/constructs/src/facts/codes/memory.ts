// SPDX-License-Identifier: Apache-2.0
/** @module Codes about models against the memory of GPUs. */
import type { CodeFacts } from "./code.js";

export const memoryCodes = {
  "DYN-MEM-010": {
    severity: "error",
    title: "weights do not fit the GPU",
    why: "The engine loads its part of the weights onto every GPU before anything else, and stops when the memory that it may use is full.",
  },
  "DYN-MEM-011": {
    severity: "error",
    title: "context does not fit beside the weights",
    why: "vLLM stops at start when the KV cache that is left cannot hold one sequence of the longest allowed length.",
  },
  "DYN-MEM-012": {
    severity: "warning",
    title: "longest context cannot be served",
    why: "The engine starts with the KV cache that is left, and refuses or cuts requests that are longer.",
  },
  "DYN-MEM-013": {
    severity: "warning",
    title: "number format without kernels on this GPU",
    why: "Without tensor cores for the format, engines unpack the weights at every step or refuse the checkpoint.",
  },
  "DYN-MEM-014": {
    severity: "info",
    title: "memory was not checked",
    why: "The estimate needs the numbers of the model and the settings of the engine; one of them is not in the catalogue or in a file that is not there.",
  },
} as const satisfies Record<string, CodeFacts>;
