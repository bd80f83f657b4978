// SPDX-License-Identifier: Apache-2.0
/** @module Memory of engines: the arithmetic by hand, and the findings on pools. */
import {
  checkMemory,
  estimateMemory,
  type MemoryInput,
  memoryOf,
  type Pool,
} from "@dynamo-iac/constructs/estimate";
import {
  aws,
  azure,
  findModel,
  type Machine,
  type Model,
  modelFromConfig,
} from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { graphOf, worker } from "./graph-builder.js";

const gib = 2 ** 30;
const one = { tensor: 1, pipeline: 1, data: 1, dataParallelAttention: false, gpus: 1 };

function known(id: string): Model {
  const model = findModel(id);
  if (model === undefined) throw new Error(id);
  return model;
}

const estimate = (id: string, more: Partial<MemoryInput> = {}) =>
  estimateMemory({ engine: "vllm", model: known(id), layout: one, gpuGiB: 79.6, ...more });

describe("weights on one GPU", () => {
  it("are the whole checkpoint on one", () => {
    expect(estimate("Qwen/Qwen3-8B").weightsGiB).toBeCloseTo((8.19 * 2e9) / gib, 1);
  });

  it("are divided by tensor and pipeline parallelism", () => {
    const { weightsGiB } = estimate("meta-llama/Llama-3.3-70B-Instruct");
    const tp4 = { ...one, tensor: 4, gpus: 4 };
    expect(estimate("meta-llama/Llama-3.3-70B-Instruct", { layout: tp4 }).weightsGiB).toBeCloseTo(
      weightsGiB / 4,
    );
    const pp2 = { ...one, tensor: 2, pipeline: 2, gpus: 4 };
    expect(estimate("meta-llama/Llama-3.3-70B-Instruct", { layout: pp2 }).weightsGiB).toBeCloseTo(
      weightsGiB / 4,
    );
  });

  it("share experts among all ranks, and keep attention whole per copy", () => {
    const model = known("deepseek-ai/DeepSeek-R1");
    const wide = { ...one, tensor: 16, data: 16, dataParallelAttention: true, gpus: 16 };
    const { bytes } = model;
    const sglang = estimate(model.id, { engine: "sglang", layout: wide }).weightsGiB * gib;
    expect(sglang).toBeCloseTo(
      bytes.experts / 16 + bytes.attention + bytes.embedding + bytes.dense / 16,
    );
    const trtllm = estimate(model.id, { engine: "trtllm", layout: wide }).weightsGiB * gib;
    expect(trtllm).toBeCloseTo(
      bytes.experts / 16 + bytes.attention + bytes.embedding + bytes.dense,
    );
    const copies = { ...one, data: 16, dataParallelAttention: true, gpus: 16 };
    expect(estimate(model.id, { layout: copies }).weightsGiB * gib).toBeCloseTo(trtllm);
  });

  it("grow with redundant experts", () => {
    const model = known("deepseek-ai/DeepSeek-R1");
    const copies = { ...one, data: 16, dataParallelAttention: true, gpus: 16 };
    const plain = estimate(model.id, { layout: copies }).weightsGiB;
    const more = estimate(model.id, { layout: copies, redundantExperts: 32 }).weightsGiB;
    expect((more - plain) * gib).toBeCloseTo((model.bytes.experts / 16) * (32 / 256));
  });

  it("halve when the engine quantizes them while it loads", () => {
    const { bytes } = known("Qwen/Qwen3-32B");
    const fp8 = estimate("Qwen/Qwen3-32B", { quantization: "fp8" }).weightsGiB * gib;
    expect(fp8).toBeCloseTo(bytes.embedding + (bytes.attention + bytes.dense) / 2);
  });
});

describe("the KV cache of one token", () => {
  it.each([
    ["Qwen/Qwen3-32B", one, undefined, 64 * 2 * 8 * 128 * 2],
    ["Qwen/Qwen3-32B", { ...one, tensor: 4 }, "fp8", 64 * 2 * 2 * 128],
    // More ranks than heads: every rank keeps a whole head.
    ["Qwen/Qwen3-235B-A22B", { ...one, tensor: 8 }, undefined, 94 * 2 * 1 * 128 * 2],
    ["Qwen/Qwen3-32B", { ...one, pipeline: 2 }, "bfloat16", 32 * 2 * 8 * 128 * 2],
    ["Qwen/Qwen3-32B", one, "nvfp4", 64 * 2 * 8 * 128 * 0.5625],
    // Latent attention is the same on every rank.
    ["deepseek-ai/DeepSeek-R1", { ...one, tensor: 8 }, undefined, 61 * 576 * 2],
    // Half of the layers keep a window only.
    ["openai/gpt-oss-120b", one, undefined, 18 * 2 * 8 * 64 * 2],
  ] as const)("of %s on %j as %s is %d bytes", (id, layout, kvCacheDtype, bytes) => {
    expect(estimate(id, { layout, kvCacheDtype, gpuGiB: 1000 }).bytesPerToken).toBe(bytes);
  });

  it("is counted with two bytes when the type is not known", () => {
    const strange = estimate("Qwen/Qwen3-8B", { kvCacheDtype: "tq3" });
    expect(strange.bytesPerToken).toBe(estimate("Qwen/Qwen3-8B").bytesPerToken);
    expect(strange.assumptions).toContain("KV cache type tq3 counted with 2 bytes per value");
  });
});

describe("what is left for the cache", () => {
  const plain = { batchedTokens: 2048, sequences: 16 };

  it("is part of the whole GPU less weights and activations, for vLLM", () => {
    const found = estimate("Qwen/Qwen3-8B", { ...plain, fraction: 0.8 });
    expect(found.cacheGiB).toBeCloseTo(79.6 * 0.8 - found.weightsGiB - found.reserveGiB);
    expect(found.reserveGiB).toBeGreaterThan(1);
    expect(estimate("Qwen/Qwen3-8B", plain).fraction).toBe(0.9);
  });

  it("is a fixed size when vLLM is told one", () => {
    expect(estimate("Qwen/Qwen3-8B", { kvCacheBytes: 4 * gib }).cacheGiB).toBe(4);
    expect(estimate("Qwen/Qwen3-8B", { kvCacheBytes: 90 * gib }).cacheGiB).toBeLessThan(79.6);
  });

  it("is the static part less weights, for SGLang", () => {
    const found = estimate("Qwen/Qwen3-8B", { engine: "sglang", fraction: 0.75 });
    expect(found.cacheGiB).toBeCloseTo(79.6 * 0.75 - found.weightsGiB);
  });

  it.each([
    // By hand from server_args.py; on the first, 512 + 8192 × 1.5 + 256 × 2 + 128 MiB stay free.
    [79.6, one, 0.835],
    [22.4, one, 0.836],
    [179, { ...one, tensor: 8 }, 0.852],
    [140.4, { ...one, tensor: 16, data: 16, dataParallelAttention: true }, 0.633],
  ] as const)("takes SGLang's own fraction on %d GiB with %j", (gpuGiB, layout, fraction) => {
    expect(estimate("Qwen/Qwen3-8B", { engine: "sglang", gpuGiB, layout }).fraction).toBe(fraction);
  });

  it("is part of what is left after loading, for TensorRT-LLM", () => {
    const found = estimate("Qwen/Qwen3-8B", { engine: "trtllm", fraction: 0.5 });
    expect(found.cacheGiB).toBeCloseTo((79.6 - found.weightsGiB - found.reserveGiB) / 2);
  });
});

describe("context and batch", () => {
  it("come from the cache in whole blocks", () => {
    const found = estimate("Qwen/Qwen3-8B", { gpuGiB: 23, contextLength: 8192 });
    const tokens = (found.cacheGiB * gib) / found.bytesPerToken;
    expect(found.largestContext).toBe(Math.floor(tokens / 16) * 16);
    expect(found.largestBatch).toBe(Math.floor(tokens / 8192));
    expect(found.fits).toBe(true);
  });

  it("never promise more than the model has, unless more is asked for", () => {
    expect(estimate("Qwen/Qwen3-0.6B").largestContext).toBe(40_960);
    expect(estimate("Qwen/Qwen3-0.6B", { contextLength: 131_072 }).largestContext).toBe(131_072);
  });

  it("count every copy of a data-parallel engine", () => {
    const layout = { ...one, data: 4, gpus: 4 };
    const alone = estimate("Qwen/Qwen3-8B", { contextLength: 4096 });
    expect(estimate("Qwen/Qwen3-8B", { contextLength: 4096, layout }).largestBatch).toBe(
      4 * alone.largestBatch,
    );
  });

  it("see that windows end", () => {
    const model = known("openai/gpt-oss-20b");
    const layers = { kind: "heads" as const, kvHeads: 8, headDim: 64 };
    const whole = { ...model, attention: layers };
    const half = estimateMemory({
      engine: "vllm",
      model,
      layout: one,
      gpuGiB: 16.5,
      contextLength: 1_000_000,
    });
    const full = estimateMemory({
      engine: "vllm",
      model: whole,
      layout: one,
      gpuGiB: 16.5,
      contextLength: 1_000_000,
    });
    expect(half.largestContext).toBeGreaterThan(1.9 * full.largestContext);
  });

  it("are nothing when the weights do not fit", () => {
    expect(estimate("meta-llama/Llama-3.3-70B-Instruct")).toMatchObject({
      fits: false,
      largestContext: 0,
      largestBatch: 0,
    });
  });
});

describe("checkMemory", () => {
  const pool = (machine: Machine): Pool => ({ name: "gpus", machine, max: 4 });
  const llama = "meta-llama/Llama-3.3-70B-Instruct";
  const args = (model: string, ...more: string[]) => ["--model", model, ...more];
  const check = (machine: Machine, props: Parameters<typeof worker>[1]) =>
    checkMemory([graphOf("g", [worker("w", props)])], [pool(machine)]);

  it("is silent when everything fits", () => {
    expect(
      check(aws.p5_48xlarge, {
        gpus: 4,
        args: args(llama, "--tensor-parallel-size", "4", "--max-model-len", "32768"),
      }),
    ).toEqual([]);
  });

  it("fails with weights that are too large", () => {
    const [found] = check(aws.p5_48xlarge, { args: args(llama) });
    expect(found?.code).toBe("DYN-MEM-010");
    expect(found?.message).toMatch(
      /^w puts 131\.4 GiB of meta-llama\/Llama-3\.3-70B-Instruct and [\d.]+ GiB for activations on a GPU of p5\.48xlarge \(79\.6 GiB × 0\.9\): [\d.]+ GiB too much$/,
    );
  });

  it("fails with a context that vLLM refuses, and names the one that fits", () => {
    const [found] = check(aws.g6_xlarge, { args: args("Qwen/Qwen3-8B") });
    expect(found).toMatchObject({ code: "DYN-MEM-011", severity: "error" });
    const context = Number(/hold (\d+) tokens/.exec(found?.message ?? "")?.[1]);
    expect(context).toBeGreaterThan(10_000);
    expect(
      check(aws.g6_xlarge, { args: args("Qwen/Qwen3-8B", "--max-model-len", String(context)) }),
    ).toEqual([]);
  });

  it("only warns where the engine shortens the context itself", () => {
    const sglang = {
      engine: "sglang" as const,
      args: ["--model-path", "Qwen/Qwen3-8B", "--mem-fraction-static", "0.8"],
    };
    expect(check(aws.g6_xlarge, sglang)[0]).toMatchObject({
      code: "DYN-MEM-012",
      severity: "warning",
    });
    const automatic = args("Qwen/Qwen3-8B", "--max-model-len", "-1");
    expect(check(aws.g6_xlarge, { args: automatic })[0]?.code).toBe("DYN-MEM-012");
  });

  it("warns of a number format that the GPU does not multiply", () => {
    const fp8 = { gpus: 4, args: args("Qwen/Qwen3-32B-FP8", "--tensor-parallel-size", "4") };
    expect(check(azure.Standard_NC96ads_A100_v4, fp8)[0]).toMatchObject({
      code: "DYN-MEM-013",
      message: "w loads Qwen/Qwen3-32B-FP8 in FP8, which A100-PCIe of pool gpus does not multiply",
    });
    expect(check(aws.p5_48xlarge, fp8)).toEqual([]);
  });

  it("says what it could not check", () => {
    expect(check(aws.p5_48xlarge, { args: args("me/mine") })[0]).toMatchObject({
      code: "DYN-MEM-014",
      severity: "info",
      message: "the memory of w is not checked: nothing is known of the model me/mine",
    });
    const file = { engine: "trtllm" as const, args: ["--extra-engine-args", "/config/agg.yaml"] };
    expect(check(aws.p5_48xlarge, file)[0]?.message).toBe(
      "the memory of w is not checked: its flags or its configuration file are not known here",
    );
  });

  it("takes models and files that are given", () => {
    const { model } = modelFromConfig(
      {
        num_hidden_layers: 64,
        hidden_size: 5120,
        intermediate_size: 25_600,
        num_attention_heads: 64,
        vocab_size: 151_936,
        max_position_embeddings: 40_960,
      },
      { id: "me/mine" },
    );
    if (model === undefined) throw new Error("no model");
    const engine = worker("w", {
      engine: "trtllm",
      args: ["--model-path", "/models/mine", "--extra-engine-args", "/c.yaml"],
    });
    const file = {
      tensor_parallel_size: 2,
      max_num_tokens: 4096,
      max_seq_len: 9000,
      kv_cache_config: { free_gpu_memory_fraction: 0.7 },
    };
    const [found] = memoryOf([graphOf("g", [engine])], [pool(aws.p5_48xlarge)], {
      models: { "/models/mine": model },
      file: () => file,
    });
    expect(found?.estimate).toMatchObject({ fraction: 0.7, contextLength: 9000, fits: true });
  });

  it("looks only at pools where the pods may run", () => {
    const here = [pool(aws.g6_xlarge), { ...pool(aws.p5_48xlarge), name: "p5" }];
    const found = memoryOf([graphOf("g", [worker("w", { gpus: 4 })])], here);
    expect(found.map((memory) => memory.pool?.name)).toEqual(["p5"]);
  });
});
