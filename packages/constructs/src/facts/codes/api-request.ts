// SPDX-License-Identifier: Apache-2.0
/** @module Codes of the rules about requests, models and checkpoints. */
import type { CodeFacts } from "./code.js";

export const requestCodes = {
  "DYN-API-100": {
    severity: "error",
    title: "thorough search needs one backend",
    why: "The admission webhook refuses searchStrategy thorough together with backend auto.",
  },
  "DYN-API-101": {
    severity: "error",
    title: "profiler image does not tell the Dynamo release",
    why: "The 1.4 admission webhook reads the release from the image tag; without a semver tag it wants runtimeVersionOverride.",
  },
  "DYN-API-102": {
    severity: "error",
    title: "two descriptions of the load",
    why: "Admission takes it, but the profiler fails the request when concurrency and requestRate are both given.",
  },
  "DYN-API-103": {
    severity: "error",
    title: "service level not above zero",
    why: "Admission takes it, but the profiler fails the request for a latency of 0 or less.",
  },
  "DYN-API-104": {
    severity: "warning",
    title: "service levels that the profiler drops",
    why: "The profiler lets e2eLatency win and forgets ttft and itl.",
  },
  "DYN-API-105": {
    severity: "error",
    title: "graph override without kind",
    why: "overrides.dgd is an embedded object: the API server wants its apiVersion and kind.",
  },
  "DYN-API-106": {
    severity: "error",
    title: "machine without GPUs",
    why: "Admission takes it, but the profiler fails the request when numGpusPerNode is not above 0.",
  },
  "DYN-API-107": {
    severity: "error",
    title: "mocker with an unprofiled planner",
    why: "Admission takes it, but the profiler fails a mocker request whose planner has pre_deployment_sweeping_mode none.",
  },
  "DYN-API-110": {
    severity: "error",
    title: "model without name",
    why: "The admission webhook wants modelName and baseModelName not to be empty.",
  },
  "DYN-API-111": {
    severity: "error",
    title: "adapter without weights",
    why: "The admission webhook wants source.uri with s3://, hf:// or file:/// on a model of type lora.",
  },
  "DYN-API-112": {
    severity: "error",
    title: "checkpoint with inter-pod GPU memory service",
    why: "A checkpoint holds one pod; the operator takes GPU memory service only inside it.",
  },
} as const satisfies Record<string, CodeFacts>;
