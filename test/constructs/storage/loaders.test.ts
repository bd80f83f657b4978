// SPDX-License-Identifier: Apache-2.0
/** @module Engines against the places that they load weights from. */
import { aggregated, graphObjects, mocker, sglang, trtllm, vllm } from "@dynamo-iac/constructs";
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { ModelExpress } from "@dynamo-iac/constructs/storage";
import { describe, expect, it } from "vitest";
import { caches, chart } from "./caches.js";

const engines = { vllm: vllm(), sglang: sglang(), trtllm: trtllm(), mocker: mocker() };

/** What the checks say about loading in a graph with that engine and that cache. */
function found(
  engine: keyof typeof engines,
  cache: ReturnType<typeof caches.stream> | ModelExpress,
) {
  const objects = graphObjects("g", {
    model: { id: "Qwen/Qwen3-32B", cache },
    engine: engines[engine],
    serving: aggregated(),
  });
  return checkObjects(objects).filter(({ code }) => code === "DYN-STOR-027");
}

describe("DYN-STOR-027", () => {
  it("is silent about vLLM and SGLang on a bucket, and about every engine on a volume", () => {
    expect(found("vllm", caches.stream())).toEqual([]);
    expect(found("sglang", caches.stream())).toEqual([]);
    for (const engine of ["vllm", "sglang", "trtllm", "mocker"] as const)
      expect(found(engine, caches.s3())).toEqual([]);
  });

  it("stops TensorRT-LLM on a bucket", () => {
    const [finding] = found("trtllm", caches.stream());
    expect(finding?.message).toBe(
      'worker runs trtllm, which takes "s3://weights/models/Qwen/Qwen3-32B" for a path',
    );
    expect(formatPath(finding?.path ?? [])).toMatch(/^spec\.components\[1\].*args\[\d+\]$/);
  });

  it("stops SGLang on ModelExpress, and not vLLM", () => {
    const express = () => new ModelExpress(chart(), "express");
    expect(found("vllm", express())).toEqual([]);
    expect(found("sglang", express())[0]?.message).toContain('"modelexpress" is a plugin of vllm');
  });
});
