// SPDX-License-Identifier: Apache-2.0
/** @module Models: the arithmetic against published sizes, and configurations that cannot be counted. */
import { findModel, modelFromConfig, models, sumOfParts } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

/** Parameters in billions, as the model cards and the safetensors headers have them. */
const published: Readonly<Record<string, number>> = {
  "Qwen/Qwen3-0.6B": 0.596,
  "Qwen/Qwen3-8B": 8.191,
  "Qwen/Qwen3-32B": 32.762,
  "Qwen/Qwen3-32B-FP8": 32.762,
  "Qwen/Qwen3-30B-A3B": 30.532,
  "Qwen/Qwen3-235B-A22B": 235.094,
  "Qwen/Qwen3-235B-A22B-FP8": 235.094,
  "meta-llama/Llama-3.1-8B-Instruct": 8.03,
  "meta-llama/Llama-3.3-70B-Instruct": 70.554,
  "RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic": 70.554,
  "deepseek-ai/DeepSeek-R1-Distill-Llama-8B": 8.03,
  "deepseek-ai/DeepSeek-R1-Distill-Llama-70B": 70.554,
  "openai/gpt-oss-20b": 20.91,
  "openai/gpt-oss-120b": 116.83,
  "deepseek-ai/DeepSeek-V3": 671.0,
  "deepseek-ai/DeepSeek-R1": 671.0,
  "moonshotai/Kimi-K2-Instruct": 1026.4,
  "moonshotai/Kimi-K2.5": 1026.4,
};

describe("the catalogue of models", () => {
  it("is the list that is checked here", () => {
    expect([...models.keys()].sort()).toEqual(Object.keys(published).sort());
  });

  it.each(Object.entries(published))("%s has %d billion parameters", (id, billions) => {
    const model = findModel(id);
    expect(Math.abs(sumOfParts(model?.parameters ?? none) / 1e9 / billions - 1)).toBeLessThan(
      0.002,
    );
    expect(model?.source).toBe(`config.json of ${id}`);
  });

  it.each([
    ["Qwen/Qwen3-32B", 65.5],
    ["Qwen/Qwen3-32B-FP8", 34.3],
    ["openai/gpt-oss-120b", 65.2],
    ["openai/gpt-oss-20b", 13.7],
    ["RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic", 72.7],
    ["moonshotai/Kimi-K2.5", 594],
  ])("%s takes %d GB on disk", (id, gigabytes) => {
    const bytes = sumOfParts(findModel(id)?.bytes ?? none);
    expect(Math.abs(bytes / 1e9 / gigabytes - 1)).toBeLessThan(0.02);
  });

  it("is found in any spelling", () => {
    expect(findModel("qwen/qwen3-32b")?.id).toBe("Qwen/Qwen3-32B");
    expect(findModel("Qwen/Qwen3")).toBeUndefined();
  });

  it("knows what a token leaves in the cache", () => {
    expect(findModel("Qwen/Qwen3-32B")?.attention).toEqual({
      kind: "heads",
      kvHeads: 8,
      headDim: 128,
    });
    expect(findModel("deepseek-ai/DeepSeek-R1")?.attention).toEqual({ kind: "latent", width: 576 });
    expect(findModel("openai/gpt-oss-120b")?.attention).toMatchObject({
      sliding: { layers: 18, window: 128 },
    });
  });
});

const none = { embedding: 0, attention: 0, dense: 0, experts: 0 };

/** What every decoder has. */
const plain = {
  _name_or_path: "me/mine",
  num_hidden_layers: 2,
  hidden_size: 64,
  intermediate_size: 128,
  num_attention_heads: 4,
  vocab_size: 1000,
  max_position_embeddings: 2048,
};

describe("modelFromConfig", () => {
  it("takes head size and KV heads from the heads when nothing else says them", () => {
    const { model } = modelFromConfig(plain);
    expect(model).toMatchObject({
      id: "me/mine",
      attention: { kind: "heads", kvHeads: 4, headDim: 16 },
      weights: "bf16",
      kvValueBytes: 2,
    });
    expect(model?.parameters).toEqual({
      embedding: 2 * 1000 * 64,
      attention: 2 * (4 * 64 * 64 + 2 * 64),
      dense: 2 * 3 * 64 * 128,
      experts: 0,
    });
  });

  it("looks into the text part of a multimodal configuration", () => {
    const { model } = modelFromConfig({ text_config: plain, vision_config: {} }, { id: "me/eyes" });
    expect(model).toMatchObject({ id: "me/eyes", layers: 2 });
  });

  it("scales to the size of the checkpoint", () => {
    const { model } = modelFromConfig(plain, { weightBytes: 1e6 });
    expect(sumOfParts(model?.bytes ?? none)).toBeCloseTo(1e6);
  });

  it.each([
    [
      { quant_method: "fp8", modules_to_not_convert: ["model.layers.0.post_attention_layernorm"] },
      "fp8",
      1,
    ],
    [{ quant_method: "modelopt", quant_algo: "NVFP4", ignore: ["lm_head"] }, "nvfp4", 0.5625],
    [{ quant_method: "modelopt", quant_algo: "FP8" }, "fp8", 1],
    [{ quant_method: "gptq", bits: 8 }, "int8", 1],
    [{ quant_method: "awq", bits: 4 }, "int4", 0.5625],
    [
      {
        quant_method: "compressed-tensors",
        config_groups: { a: { weights: { num_bits: 4, type: "float" } } },
      },
      "nvfp4",
      0.5625,
    ],
  ])("reads the quantization %j", (quantization, format, bytes) => {
    const { model } = modelFromConfig({ ...plain, quantization_config: quantization });
    expect(model?.weights).toBe(format);
    const { attention, dense, embedding } = model?.bytes ?? none;
    const parameters = model?.parameters ?? none;
    expect(attention / parameters.attention).toBe(bytes);
    expect(dense / parameters.dense).toBe(bytes);
    expect(embedding / parameters.embedding).toBe(2);
  });

  it("leaves the attention alone when the checkpoint does", () => {
    const quantization = { quant_algo: "NVFP4", exclude_modules: ["model.layers.*.self_attn*"] };
    const { model } = modelFromConfig({ ...plain, quantization_config: quantization });
    expect((model?.bytes.attention ?? 0) / (model?.parameters.attention ?? 1)).toBe(2);
    expect((model?.bytes.dense ?? 0) / (model?.parameters.dense ?? 1)).toBe(0.5625);
  });

  it.each([
    [{ kv_cache_quant_algo: "FP8", quant_algo: "FP8" }],
    [{ kv_cache_scheme: { num_bits: 8, type: "float" }, quant_method: "compressed-tensors" }],
  ])("sees that the checkpoint wants an FP8 cache: %j", (quantization) => {
    expect(
      modelFromConfig({ ...plain, quantization_config: quantization }).model?.kvValueBytes,
    ).toBe(1);
  });

  it.each([
    ["no object", [], "config.json is no JSON object"],
    ["a missing number", { ...plain, hidden_size: undefined }, "me/mine lacks hidden_size"],
    [
      "recurrent layers",
      { ...plain, layer_types: ["linear_attention", "full_attention"] },
      "me/mine has layers of type linear_attention, whose memory is not known",
    ],
    [
      "a hybrid pattern",
      { ...plain, hybrid_override_pattern: "M*M-" },
      "me/mine has hybrid_override_pattern: layers without a KV cache of known size",
    ],
  ])("fails with %s", (_, config, problem) => {
    expect(modelFromConfig(config)).toEqual({ problem });
  });
});
