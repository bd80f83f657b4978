// SPDX-License-Identifier: Apache-2.0
import {
  checkFlags,
  parseFlags,
  renderFlags,
  trtllmFlags,
  trtllmRemovedFlags,
} from "@dynamo-iac/constructs/engines";
import { describe, expect, it } from "vitest";

const parse = (...argv: string[]) => parseFlags(trtllmFlags, argv);

describe("spellings of dynamo.trtllm", () => {
  it.each([
    ["--model-path", "model", "m"],
    ["--model", "model", "m"],
    ["--extra-engine-args", "extraEngineArgs", "/config/prefill.yaml"],
    ["--disaggregation-mode", "disaggregationMode", "prefill"],
    ["--modality", "modality", "multimodal"],
    ["--encode-endpoint", "encodeEndpoint", "dyn://dynamo.encode.generate"],
  ])("%s sets %s", (flag, property, value) => {
    expect(parse(flag, value)).toMatchObject({ config: { [property]: value }, issues: [] });
  });

  it("keeps the older spelling of KV events, which means more before 1.4", () => {
    expect(parse("--publish-events-and-metrics").config).toEqual({ publishEventsAndMetrics: true });
    expect(parse("--publish-kv-events").config).toEqual({ publishKvEvents: true });
    const off = parse("--no-publish-kv-events").config;
    expect(renderFlags(trtllmFlags, off)).toEqual(["--no-publish-kv-events"]);
  });

  it("reads --trtllm.* as engine overrides", () => {
    const argv = [
      ...["--trtllm.kv_cache_config.free_gpu_memory_fraction", "0.7"],
      ...["--trtllm.enable_attention_dp", "true"],
      ...["--trtllm.moe_config.backend", "WIDEEP"],
    ];
    const { config, extraArgs } = parse(...argv);
    expect(extraArgs).toEqual([]);
    expect(config.overrideEngineArgs).toEqual({
      kv_cache_config: { free_gpu_memory_fraction: 0.7 },
      enable_attention_dp: true,
      moe_config: { backend: "WIDEEP" },
    });
    expect(renderFlags(trtllmFlags, config)).toEqual([
      "--override-engine-args",
      JSON.stringify(config.overrideEngineArgs),
    ]);
  });
});

describe("values of dynamo.trtllm", () => {
  it.each([
    ["--free-gpu-memory-fraction", "0"],
    ["--free-gpu-memory-fraction", "1.1"],
    ["--tensor-parallel-size", "two"],
    ["--disaggregation-mode", "both"],
    ["--modality", "audio"],
    ["--override-engine-args", "tensor_parallel_size=2"],
  ])("reports %s %s", (flag, value) => {
    expect(parse(flag, value).issues).toHaveLength(1);
  });

  it("accepts a default as a value", () => {
    const defaults = Object.fromEntries(
      Object.entries(trtllmFlags).flatMap(([property, flag]) =>
        flag.default === undefined ? [] : [[property, flag.default]],
      ),
    );
    expect(checkFlags(trtllmFlags, defaults)).toEqual([]);
  });

  it("leaves removed flags untyped", () => {
    for (const flag of Object.keys(trtllmRemovedFlags)) {
      expect(parse(flag)).toMatchObject({ config: {}, extraArgs: [flag] });
    }
  });
});
