// SPDX-License-Identifier: Apache-2.0
import {
  checkFlags,
  parseFlags,
  renderFlags,
  sglangFileFlags,
  sglangFlags,
  sglangRemovedFlags,
} from "@dynamo-iac/constructs/engines";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";

const parse = (...argv: string[]) => parseFlags(sglangFlags, argv);

describe("spellings of dynamo.sglang", () => {
  it.each([
    ["--tp", "tensorParallelSize"],
    ["--tp-size", "tensorParallelSize"],
    ["--tensor-parallel-size", "tensorParallelSize"],
    ["--dp", "dataParallelSize"],
    ["--dp-size", "dataParallelSize"],
    ["--ep", "expertParallelSize"],
    ["--ep-size", "expertParallelSize"],
    ["--expert-parallel-size", "expertParallelSize"],
    ["--pp-size", "pipelineParallelSize"],
    ["--page-size", "pageSize"],
    ["--chunked-prefill-size", "chunkedPrefillSize"],
    ["--cuda-graph-max-bs", "cudaGraphMaxBs"],
  ])("%s 8 sets %s", (flag, property) => {
    expect(parse(flag, "8")).toMatchObject({
      config: { [property]: 8 },
      extraArgs: [],
      issues: [],
    });
  });

  it("reads --model as the model path and writes the long size flags", () => {
    const { config } = parse("--model", "m", "--tp", "4");
    expect(config).toEqual({ modelPath: "m", tensorParallelSize: 4 });
    expect(renderFlags(sglangFlags, config)).toEqual([
      ...["--model-path", "m"],
      ...["--tensor-parallel-size", "4"],
    ]);
  });

  it("keeps a renamed flag under the name that the image may only know", () => {
    for (const flag of ["--nsa-prefill-backend", "--dsa-prefill-backend"]) {
      const { config } = parse(flag, "trtllm");
      expect(renderFlags(sglangFlags, config)).toEqual([flag, "trtllm"]);
    }
  });
});

describe("values of dynamo.sglang", () => {
  it("reads switches that have no opposite", () => {
    expect(parse("--enable-dp-attention", "--disable-radix-cache").config).toEqual({
      enableDpAttention: true,
      disableRadixCache: true,
    });
    expect(parse("--no-disable-radix-cache").extraArgs).toEqual(["--no-disable-radix-cache"]);
    expect(parse("--no-enable-multimodal").config).toEqual({ enableMultimodal: false });
  });

  it("reads lists", () => {
    expect(parse("--cuda-graph-bs", "1", "2", "384", "--lora-paths", "a=b", "c").config).toEqual({
      cudaGraphBs: [1, 2, 384],
      loraPaths: ["a=b", "c"],
    });
  });

  it("takes -1 for no chunks, and JSON or a path where SGLang does", () => {
    expect(parse("--chunked-prefill-size", "-1")).toMatchObject({
      config: { chunkedPrefillSize: -1 },
      issues: [],
    });
    expect(parse("--hicache-storage-backend-extra-config", "@/etc/x.toml").config).toEqual({
      hicacheStorageBackendExtraConfig: "@/etc/x.toml",
    });
    expect(parse("--context-length", "128k").config).toEqual({ contextLength: 128_000 });
  });

  it.each([
    ["--mem-fraction-static", "82"],
    ["--disaggregation-bootstrap-port", "0"],
    ["--disaggregation-mode", "both"],
    ["--hicache-write-policy", "through"],
    ["--sglang-trace-level", "5"],
  ])("reports %s %s", (flag, value) => {
    expect(parse(flag, value).issues).toHaveLength(1);
  });

  it("accepts a default as a value", () => {
    const defaults = Object.fromEntries(
      Object.entries(sglangFlags).flatMap(([property, flag]) =>
        flag.default === undefined ? [] : [[property, flag.default]],
      ),
    );
    expect(checkFlags(sglangFlags, defaults)).toEqual([]);
  });
});

describe("SGLang's configuration file", () => {
  const file = load(`
    model-path: zai-org/GLM-5.2
    tp-size: 4
    enable-dp-attention: true
    disable-radix-cache: false
    context_length: 500000
    cuda-graph-bs-decode: [1, 2, 4]
    kv-events-config: { publisher: zmq, topic: kv-events, endpoint: "tcp://*:5557" }
    not-a-flag: 3
  `) as Record<string, unknown>;

  it("is read as the flags that it stands for", () => {
    expect(sglangFileFlags(file)).toMatchObject({
      config: {
        modelPath: "zai-org/GLM-5.2",
        tensorParallelSize: 4,
        enableDpAttention: true,
        contextLength: 500_000,
        cudaGraphBsDecode: [1, 2, 4],
        kvEventsConfig: { publisher: "zmq", topic: "kv-events", endpoint: "tcp://*:5557" },
      },
      extraArgs: ["--not-a-flag", "3"],
      issues: [],
    });
    expect(sglangFileFlags(file).config).not.toHaveProperty("disableRadixCache");
  });

  it("is judged like flags", () => {
    expect(sglangFileFlags({ "mem-fraction-static": 85 }).issues).toHaveLength(1);
  });
});

describe("flags that are gone", () => {
  it("stay untyped", () => {
    for (const flag of Object.keys(sglangRemovedFlags)) {
      expect(parse(flag)).toMatchObject({ config: {}, extraArgs: [flag] });
    }
  });
});
