// SPDX-License-Identifier: Apache-2.0
/** @module Which weights of a checkpoint are quantized, and how, as its configuration says. */
import { isJson, type Json } from "./json.js";
import type { WeightFormat } from "./model.js";

/** The formats of a checkpoint. */
export interface Quantization {
  /** Format of whatever is not quantized. */
  readonly base: "bf16" | "fp32";
  /** Format of the quantized weights; `base` when there are none. Experts are always among them. */
  readonly format: WeightFormat;
  /** True when the attention projections are quantized. */
  readonly attention: boolean;
  /** True when dense layers and shared experts are quantized. */
  readonly dense: boolean;
  /** True when the checkpoint asks for an FP8 KV cache. */
  readonly kvFp8: boolean;
}

/** Reads `quantization_config` of the whole configuration or of its text part. */
export function quantizationOf(config: Json, text: Json): Quantization {
  const base = [text, config].some(
    (part) => part.torch_dtype === "float32" || part.dtype === "float32",
  )
    ? "fp32"
    : "bf16";
  const given = [config, text].map((part) => part.quantization_config).find(isJson);
  if (given === undefined)
    return { base, format: base, attention: false, dense: false, kvFp8: false };
  const left = skipped(given);
  return {
    base,
    format: formatOf(given),
    attention: !left.some((name) => /self_attn/.test(name) && !name.includes("norm")),
    // gpt-oss and Kimi quantize the experts only.
    dense: !left.some((name) => /shared_experts|mlp\\?\.\(|mlp\.router/.test(name)),
    kvFp8: asksForFp8Cache(given),
  };
}

/** Names or patterns of the layers that keep the base format. */
function skipped(quantization: Json): readonly string[] {
  const lists = ["modules_to_not_convert", "ignore", "ignored_layers", "exclude_modules"];
  return lists.flatMap((key) => {
    const value = quantization[key];
    return Array.isArray(value) ? value.map(String) : [];
  });
}

function formatOf(quantization: Json): WeightFormat {
  const method = String(quantization.quant_method ?? "").toLowerCase();
  const algorithm = String(quantization.quant_algo ?? "").toLowerCase();
  if (algorithm.includes("nvfp4") || algorithm.includes("fp4")) return "nvfp4";
  if (algorithm.includes("fp8") || method === "fp8" || method === "fbgemm_fp8") return "fp8";
  if (method === "mxfp4") return "mxfp4";
  if (method === "compressed-tensors") return ofGroups(quantization.config_groups);
  const bits = Number(quantization.bits ?? quantization.w_bit ?? 4);
  return bits > 4 ? "int8" : "int4";
}

/** compressed-tensors describes each group of layers by bits and type. */
function ofGroups(groups: unknown): WeightFormat {
  const first = isJson(groups) ? Object.values(groups).find(isJson) : undefined;
  const weights = first?.weights;
  const bits = isJson(weights) ? Number(weights.num_bits ?? 8) : 8;
  const float = isJson(weights) && weights.type === "float";
  if (bits <= 4) return float ? "nvfp4" : "int4";
  return float ? "fp8" : "int8";
}

function asksForFp8Cache(quantization: Json): boolean {
  const scheme = quantization.kv_cache_scheme;
  if (isJson(scheme)) return Number(scheme.num_bits) === 8;
  return String(quantization.kv_cache_quant_algo ?? "").toUpperCase() === "FP8";
}
