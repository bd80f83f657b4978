// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for speculative decoding and guided output. */
import { int, json, text } from "../flags.js";

/**
 * Speculative decoding: a draft proposes tokens, the model verifies them.
 *
 * @see vllm/config/speculative.py
 */
export interface SpeculativeConfig {
  /** `mtp`, `eagle`, `eagle3`, `ngram`, `medusa`, `draft_model`, `dflash`, `dspark`, ... */
  readonly method?: string | undefined;
  /** Draft model. @default - the heads that the model itself holds */
  readonly model?: string | undefined;
  /** Tokens that the draft proposes per step. At least 1. */
  readonly num_speculative_tokens?: number | undefined;
  /** GPUs that the draft is split over: 1 or the model's tensor parallelism. */
  readonly draft_tensor_parallel_size?: number | undefined;
  readonly quantization?: string | undefined;
  /** Longest sequence of the draft, in tokens. */
  readonly max_model_len?: number | undefined;
  readonly revision?: string | undefined;
  readonly code_revision?: string | undefined;
  /** Longest and shortest n-gram that is looked up in the prompt. */
  readonly prompt_lookup_max?: number | undefined;
  readonly prompt_lookup_min?: number | undefined;
  /** The draft proposes all its tokens at once. */
  readonly parallel_drafting?: boolean | undefined;
  readonly attention_backend?: string | undefined;
  readonly moe_backend?: string | undefined;
  readonly enforce_eager?: boolean | undefined;
  /** How proposals are accepted; `synthetic` is for benchmarks only. */
  readonly rejection_sample_method?: string | undefined;
  readonly synthetic_acceptance_length?: number | undefined;
  readonly [key: string]: unknown;
}

/** @see vllm/engine/arg_utils.py, vllm/config/speculative.py, vllm/config/structured_outputs.py */
export const speculativeFlags = {
  /** Speculative decoding. @default - off */
  speculativeConfig: json<SpeculativeConfig>("--speculative-config", {
    aliases: ["-sc"],
    dotted: true,
  }),
  /** Short for the `method` of `speculativeConfig`; give a value in one place only. @default - off */
  specMethod: text("--spec-method"),
  /** Short for the `model` of `speculativeConfig`. @default - the heads that the model itself holds */
  specModel: text("--spec-model"),
  /** Short for the `num_speculative_tokens` of `speculativeConfig`. */
  specTokens: int("--spec-tokens", { unit: "tokens", min: 1 }),
  /** Guided output: `backend`, whitespace and fallback rules. @default - the backend is chosen by request */
  structuredOutputsConfig: json<Readonly<Record<string, unknown>>>("--structured-outputs-config", {
    dotted: true,
  }),
  /**
   * vLLM's own reasoning parser; guided output then starts after the reasoning. The API's answer is
   * split by `dynReasoningParser`.
   *
   * @default - none
   */
  reasoningParser: text("--reasoning-parser"),
  /** Python file that registers further reasoning parsers. @default - none */
  reasoningParserPlugin: text("--reasoning-parser-plugin"),
  /** Limits of the reasoning phase, such as a token budget. */
  reasoningConfig: json<Readonly<Record<string, unknown>>>("--reasoning-config", { dotted: true }),
  /** Settings of diffusion language models. */
  diffusionConfig: json<Readonly<Record<string, unknown>>>("--diffusion-config", {
    aliases: ["-dc"],
    dotted: true,
  }),
} as const;
