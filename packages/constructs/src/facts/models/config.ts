// SPDX-License-Identifier: Apache-2.0
/** @module A model's numbers from the `config.json` of its repository. */
import { isJson, type Json } from "./json.js";
import {
  type Attention,
  weightBytes as bytesOf,
  type Model,
  type Parts,
  sumOfParts,
} from "./model.js";
import { type Quantization, quantizationOf } from "./quantization.js";

/** A model, or why there is none. */
export type ReadModel =
  | { readonly model: Model; readonly problem?: undefined }
  | { readonly model?: undefined; readonly problem: string };

/** What the configuration does not say. */
export interface ModelOptions {
  /** Repository. @default - `_name_or_path` of the configuration */
  readonly id?: string | undefined;
  /**
   * Size of the checkpoint, in bytes: `metadata.total_size` of `model.safetensors.index.json`.
   *
   * @default - from the number of parameters and their format
   */
  readonly weightBytes?: number | undefined;
  /** Where the numbers come from. @default - `config.json` of the repository */
  readonly source?: string | undefined;
}

/** Keys of layers whose state is no KV cache; their memory is not known here. */
const recurrent = [
  "hybrid_override_pattern",
  "layers_block_type",
  "mamba_num_heads",
  "ssm_cfg",
  "compress_ratios",
  "linear_attn_config",
];

/**
 * Reads a Hugging Face `config.json`: decoder-only transformers with grouped or latent attention,
 * gated feed-forward layers, and experts. Vision and audio towers are not counted; give `weightBytes`
 * where they matter.
 */
export function modelFromConfig(config: unknown, options: ModelOptions = {}): ReadModel {
  if (!isJson(config)) return { problem: "config.json is no JSON object" };
  const inner = config.text_config;
  const text = isJson(inner) ? inner : config;
  const id = options.id ?? nameOf(config._name_or_path) ?? nameOf(text._name_or_path) ?? "model";
  const strange = recurrent.find((key) => text[key] !== undefined && text[key] !== null);
  if (strange !== undefined)
    return { problem: `${id} has ${strange}: layers without a KV cache of known size` };
  const types = text.layer_types;
  const other = Array.isArray(types)
    ? types.find((type) => type !== "full_attention" && type !== "sliding_attention")
    : undefined;
  if (other !== undefined)
    return { problem: `${id} has layers of type ${String(other)}, whose memory is not known` };

  const missing = required.filter((key) => count(text, key) === undefined);
  if (missing.length > 0) return { problem: `${id} lacks ${missing.join(", ")}` };
  return { model: build(id, text, quantizationOf(config, text), options) };
}

const required = [
  "num_hidden_layers",
  "hidden_size",
  "num_attention_heads",
  "vocab_size",
  "max_position_embeddings",
  "intermediate_size",
];

function build(id: string, text: Json, quantization: Quantization, options: ModelOptions): Model {
  const experts = expertsOf(text);
  const parameters = parametersOf(text, experts);
  const computed = storedBytes(parameters, quantization);
  const scale = options.weightBytes === undefined ? 1 : options.weightBytes / sumOfParts(computed);
  const active = experts === undefined ? 0 : (experts.active + experts.shared) * experts.width;
  return {
    id,
    layers: need(text, "num_hidden_layers"),
    hiddenSize: need(text, "hidden_size"),
    intermediateSize: experts === undefined ? need(text, "intermediate_size") : active,
    vocabularySize: need(text, "vocab_size"),
    maxContext: need(text, "max_position_embeddings"),
    attention: attentionOf(text),
    experts: experts === undefined ? undefined : { count: experts.count, active: experts.active },
    parameters,
    bytes: eachPart(computed, (bytes) => bytes * scale),
    weights: quantization.format,
    kvValueBytes: quantization.kvFp8 ? 1 : Math.min(2, bytesOf[quantization.base]),
    source: options.source ?? `config.json of ${id}`,
  };
}

interface Experts {
  readonly count: number;
  readonly active: number;
  readonly shared: number;
  /** Intermediate size of one expert. */
  readonly width: number;
  readonly sharedWidth: number;
  /** Layers with experts. */
  readonly layers: number;
}

/** Qwen says `num_experts`, DeepSeek `n_routed_experts`, Mixtral and gpt-oss `num_local_experts`. */
function expertsOf(text: Json): Experts | undefined {
  const total =
    count(text, "num_experts") ??
    count(text, "n_routed_experts") ??
    count(text, "num_local_experts");
  if (total === undefined || total < 2) return undefined;
  const width = count(text, "moe_intermediate_size") ?? need(text, "intermediate_size");
  const layers = need(text, "num_hidden_layers");
  const dense = count(text, "first_k_dense_replace") ?? listLength(text.mlp_only_layers);
  const every = count(text, "decoder_sparse_step") ?? count(text, "moe_layer_freq") ?? 1;
  const sharedWidth = count(text, "shared_expert_intermediate_size");
  return {
    count: total,
    active: count(text, "num_experts_per_tok") ?? count(text, "experts_per_token") ?? 1,
    shared:
      count(text, "n_shared_experts") ?? (sharedWidth === undefined || sharedWidth === 0 ? 0 : 1),
    width,
    sharedWidth: sharedWidth ?? width,
    layers: Math.floor((layers - dense) / Math.max(1, every)),
  };
}

function attentionOf(text: Json): Attention {
  const latent = count(text, "kv_lora_rank");
  if (latent !== undefined && latent > 0)
    return { kind: "latent", width: latent + (count(text, "qk_rope_head_dim") ?? 0) };
  const types = text.layer_types;
  const window = count(text, "sliding_window");
  const layers = Array.isArray(types)
    ? types.filter((type) => type === "sliding_attention").length
    : 0;
  const sliding = window === undefined || layers === 0 ? undefined : { layers, window };
  return { kind: "heads", kvHeads: kvHeads(text), headDim: headDim(text), sliding };
}

function kvHeads(text: Json): number {
  return count(text, "num_key_value_heads") ?? need(text, "num_attention_heads");
}

function headDim(text: Json): number {
  return count(text, "head_dim") ?? need(text, "hidden_size") / need(text, "num_attention_heads");
}

function parametersOf(text: Json, experts: Experts | undefined): Parts {
  const [hidden, layers] = [need(text, "hidden_size"), need(text, "num_hidden_layers")];
  const tied = text.tie_word_embeddings === true;
  const gated = (width: number) => 3 * hidden * width;
  const sparse = experts?.layers ?? 0;
  const shared =
    experts === undefined
      ? 0
      : experts.shared * gated(experts.sharedWidth) + experts.count * hidden;
  return {
    embedding: need(text, "vocab_size") * hidden * (tied ? 1 : 2),
    attention: layers * (attentionParameters(text, hidden) + 2 * hidden),
    dense: (layers - sparse) * gated(need(text, "intermediate_size")) + sparse * shared,
    experts: experts === undefined ? 0 : sparse * experts.count * gated(experts.width),
  };
}

/** Projections of one layer. */
function attentionParameters(text: Json, hidden: number): number {
  const heads = need(text, "num_attention_heads");
  const latent = count(text, "kv_lora_rank");
  if (latent === undefined || latent === 0) {
    const width = headDim(text);
    return hidden * width * (2 * heads + 2 * kvHeads(text));
  }
  const rope = count(text, "qk_rope_head_dim") ?? 0;
  const plain = count(text, "qk_nope_head_dim") ?? headDim(text);
  const value = count(text, "v_head_dim") ?? plain;
  const query = count(text, "q_lora_rank");
  const queries =
    query === undefined
      ? hidden * heads * (plain + rope)
      : hidden * query + query * heads * (plain + rope);
  return (
    queries + hidden * (latent + rope) + latent * heads * (plain + value) + heads * value * hidden
  );
}

function storedBytes(parameters: Parts, quantization: Quantization): Parts {
  const base = bytesOf[quantization.base];
  const small = bytesOf[quantization.format];
  return {
    embedding: parameters.embedding * base,
    attention: parameters.attention * (quantization.attention ? small : base),
    dense: parameters.dense * (quantization.dense ? small : base),
    experts: parameters.experts * small,
  };
}

function eachPart(parts: Parts, change: (amount: number) => number): Parts {
  const { embedding, attention, dense, experts } = parts;
  return {
    embedding: change(embedding),
    attention: change(attention),
    dense: change(dense),
    experts: change(experts),
  };
}

function count(text: Json, key: string): number | undefined {
  const value = text[key];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** A number whose presence `required` has proven. */
function need(text: Json, key: string): number {
  return count(text, key) ?? Number.NaN;
}

function listLength(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function nameOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
