// SPDX-License-Identifier: Apache-2.0
/** @module Models whose configuration is known with certainty, as the keys of their `config.json` that count. */
import { modelFromConfig } from "./config.js";
import type { Model } from "./model.js";

type Config = Readonly<Record<string, unknown>>;

/** Dense layers and grouped attention. */
function dense(
  layers: number,
  hidden: number,
  intermediate: number,
  [heads, kvHeads, headDim]: readonly [number, number, number],
  vocabulary: number,
  context: number,
): Config {
  return {
    num_hidden_layers: layers,
    hidden_size: hidden,
    intermediate_size: intermediate,
    num_attention_heads: heads,
    num_key_value_heads: kvHeads,
    head_dim: headDim,
    vocab_size: vocabulary,
    max_position_embeddings: context,
  };
}

/** Experts in every layer. */
function sparse(config: Config, count: number, active: number, width: number): Config {
  return {
    ...config,
    num_experts: count,
    num_experts_per_tok: active,
    moe_intermediate_size: width,
  };
}

/** Blocks of 128 × 128 with a scale each; embeddings, output layer, norms and routers stay. */
const fp8 = { quantization_config: { quant_method: "fp8" } };

/** FP8 with one scale per channel. */
const fp8Dynamic = {
  quantization_config: {
    quant_method: "compressed-tensors",
    config_groups: { group_0: { weights: { num_bits: 8, type: "float" } } },
    ignore: ["lm_head"],
  },
};

const qwenVocabulary = 151_936;
const qwen3At32B = dense(64, 5120, 25_600, [64, 8, 128], qwenVocabulary, 40_960);
const qwen3At235B = sparse(
  dense(94, 4096, 12_288, [64, 4, 128], qwenVocabulary, 40_960),
  128,
  8,
  1536,
);
const llama8B = dense(32, 4096, 14_336, [32, 8, 128], 128_256, 131_072);
const llama70B = dense(80, 8192, 28_672, [64, 8, 128], 128_256, 131_072);

/** Layers alternate between the whole context and a window; only experts are quantized. */
function gptOss(layers: number, experts: number): Config {
  const config = dense(layers, 2880, 2880, [64, 8, 64], 201_088, 131_072);
  return {
    ...sparse(config, experts, 4, 2880),
    sliding_window: 128,
    layer_types: Array.from({ length: layers }, (_, at) =>
      at % 2 === 0 ? "sliding_attention" : "full_attention",
    ),
    quantization_config: {
      quant_method: "mxfp4",
      modules_to_not_convert: ["model.layers.*.self_attn", "model.layers.*.mlp.router", "lm_head"],
    },
  };
}

/** The DeepSeek-V3 architecture: latent attention, one shared expert. */
function deepseek(
  config: { readonly heads: number; readonly experts: number; readonly denseLayers: number },
  vocabulary: number,
  context: number,
): Config {
  return {
    num_hidden_layers: 61,
    hidden_size: 7168,
    intermediate_size: 18_432,
    num_attention_heads: config.heads,
    vocab_size: vocabulary,
    max_position_embeddings: context,
    n_routed_experts: config.experts,
    num_experts_per_tok: 8,
    n_shared_experts: 1,
    moe_intermediate_size: 2048,
    first_k_dense_replace: config.denseLayers,
    kv_lora_rank: 512,
    q_lora_rank: 1536,
    qk_nope_head_dim: 128,
    qk_rope_head_dim: 64,
    v_head_dim: 128,
  };
}

const deepseekV3 = {
  ...deepseek({ heads: 128, experts: 256, denseLayers: 3 }, 129_280, 163_840),
  ...fp8,
};
const kimi = { heads: 64, experts: 384, denseLayers: 1 };

/** 4-bit integers in groups of 32 for the routed experts only. */
const int4Experts = {
  quantization_config: {
    quant_method: "compressed-tensors",
    config_groups: { group_0: { weights: { num_bits: 4, type: "int", group_size: 32 } } },
    ignore: ["lm_head", "re:.*self_attn.*", "re:.*shared_experts.*"],
  },
};

const configs: Readonly<Record<string, Config>> = {
  "Qwen/Qwen3-0.6B": {
    ...dense(28, 1024, 3072, [16, 8, 128], qwenVocabulary, 40_960),
    tie_word_embeddings: true,
  },
  "Qwen/Qwen3-8B": dense(36, 4096, 12_288, [32, 8, 128], qwenVocabulary, 40_960),
  "Qwen/Qwen3-32B": qwen3At32B,
  "Qwen/Qwen3-32B-FP8": { ...qwen3At32B, ...fp8 },
  "Qwen/Qwen3-30B-A3B": sparse(
    dense(48, 2048, 6144, [32, 4, 128], qwenVocabulary, 40_960),
    128,
    8,
    768,
  ),
  "Qwen/Qwen3-235B-A22B": qwen3At235B,
  "Qwen/Qwen3-235B-A22B-FP8": { ...qwen3At235B, ...fp8 },
  "meta-llama/Llama-3.1-8B-Instruct": llama8B,
  "meta-llama/Llama-3.3-70B-Instruct": llama70B,
  "RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic": { ...llama70B, ...fp8Dynamic },
  "deepseek-ai/DeepSeek-R1-Distill-Llama-8B": llama8B,
  "deepseek-ai/DeepSeek-R1-Distill-Llama-70B": llama70B,
  "openai/gpt-oss-20b": gptOss(24, 32),
  "openai/gpt-oss-120b": gptOss(36, 128),
  "deepseek-ai/DeepSeek-V3": deepseekV3,
  "deepseek-ai/DeepSeek-R1": deepseekV3,
  "moonshotai/Kimi-K2-Instruct": { ...deepseek(kimi, 163_840, 131_072), ...fp8 },
  "moonshotai/Kimi-K2.5": { ...deepseek(kimi, 163_840, 262_144), ...int4Experts },
};

/** Models of the table by repository. */
export const models: ReadonlyMap<string, Model> = new Map(
  Object.entries(configs).flatMap(([id, config]) => {
    const { model } = modelFromConfig(config, { id });
    return model === undefined ? [] : [[id, model] as const];
  }),
);

/** The model of that repository, whatever its spelling; undefined when the table lacks it. */
export function findModel(id: string): Model | undefined {
  return (
    models.get(id) ??
    [...models.values()].find((model) => model.id.toLowerCase() === id.toLowerCase())
  );
}
