// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for the model, its tokenizer, number formats and lengths. */
import { choice, int, json, negatable, text, texts } from "../flags.js";

/** @see vllm/engine/arg_utils.py, vllm/config/model.py */
export const modelFlags = {
  /** Hugging Face id, local path, or `s3://`, `gs://`, `az://` address of the model. */
  model: text("--model", { default: "Qwen/Qwen3-0.6B" }),
  /** Name that clients use. Dynamo takes one name only. @default - the model */
  servedModelName: text("--served-model-name"),
  /** Id or path of the tokenizer. @default - the model */
  tokenizer: text("--tokenizer"),
  /** `auto`, `hf`, `slow`, `mistral`, `custom`, ... @default "auto" */
  tokenizerMode: text("--tokenizer-mode", { default: "auto" }),
  /** Leaves tokens to the caller. Dynamo sets it to false. @default false */
  skipTokenizerInit: negatable("--skip-tokenizer-init", { default: false }),
  /** Runs Python code that the model's repository ships. @default false */
  trustRemoteCode: negatable("--trust-remote-code", { default: false }),
  /** Branch, tag or commit of the model. @default - the default branch */
  revision: text("--revision"),
  /** Branch, tag or commit of the model's Python code. @default - the default branch */
  codeRevision: text("--code-revision"),
  /** Branch, tag or commit of the tokenizer. @default - the default branch */
  tokenizerRevision: text("--tokenizer-revision"),
  /** What the engine does: `auto`, `generate`, `pooling`, `draft`. @default "auto" */
  runner: text("--runner", { default: "auto" }),
  /** Adapts a generating model to pooling: `auto`, `none`, `embed`, `classify`, ... @default "auto" */
  convert: text("--convert", { default: "auto" }),
  /** Number format of weights and activations: `auto`, `bfloat16`, `float16`, `float32`, ... @default "auto" */
  dtype: text("--dtype", { default: "auto" }),
  /** `fp8`, `modelopt_fp4`, `mxfp4`, `awq`, `gptq`, ... @default - as the checkpoint says */
  quantization: text("--quantization", { aliases: ["-q"] }),
  /** Quantization per kind of layer, for methods that quantize while loading. */
  quantizationConfig: json<Readonly<Record<string, unknown>>>("--quantization-config", {
    dotted: true,
  }),
  /** Accepts quantization methods that are about to be removed. @default false */
  allowDeprecatedQuantization: negatable("--allow-deprecated-quantization", { default: false }),
  /**
   * Longest sequence (prompt and answer) that a request may have. -1 takes the longest that fits in
   * memory.
   *
   * @default - the model's own limit
   */
  maxModelLen: int("--max-model-len", { unit: "tokens", min: -1, human: true, auto: true }),
  /** Changes to the model's Hugging Face configuration, such as RoPE scaling. */
  hfOverrides: json<Readonly<Record<string, unknown>>>("--hf-overrides", { dotted: true }),
  /** Path of the Hugging Face configuration. @default - the model */
  hfConfigPath: text("--hf-config-path"),
  /** `auto`, `hf` or `mistral`. @default "auto" */
  configFormat: text("--config-format", { default: "auto" }),
  /** Implementations that replace the registered one, by architecture. */
  modelClassOverrides: json<Readonly<Record<string, string>>>("--model-class-overrides"),
  /** `auto`, `vllm`, `transformers` or `terratorch`. @default "auto" */
  modelImpl: text("--model-impl", { default: "auto" }),
  /** Where default sampling parameters come from: `auto`, `vllm`, or a path. @default "auto" */
  generationConfig: text("--generation-config", { default: "auto" }),
  /** Default sampling parameters, over those of `generationConfig`. */
  overrideGenerationConfig: json<Readonly<Record<string, unknown>>>(
    "--override-generation-config",
    { dotted: true },
  ),
  /** How a pooling model makes one vector of a sequence. */
  poolerConfig: json<Readonly<Record<string, unknown>>>("--pooler-config", { dotted: true }),
  /** Seed of the engine's random numbers. @default 0 */
  seed: int("--seed", { default: 0 }),
  /** Most log probabilities that a request may ask for; -1 for the whole vocabulary. @default 20 */
  maxLogprobs: int("--max-logprobs", { min: -1, default: 20 }),
  /** Which values log probabilities are computed from. @default "raw_logprobs" */
  logprobsMode: choice(
    "--logprobs-mode",
    ["raw_logits", "raw_logprobs", "processed_logits", "processed_logprobs"],
    { default: "raw_logprobs" },
  ),
  /** Classes that change the logits before sampling. @default - none */
  logitsProcessors: texts("--logits-processors"),
  /** Samples with double precision noise. @default false */
  useFp64Gumbel: negatable("--use-fp64-gumbel", { default: false }),
  /** Returns the experts that each token went to. @default false */
  enableReturnRoutedExperts: negatable("--enable-return-routed-experts", { default: false }),
  /** Accepts embeddings in place of a prompt. @default false */
  enablePromptEmbeds: negatable("--enable-prompt-embeds", { default: false }),
  /** Plugin that reads inputs and writes outputs of pooling models. @default - none */
  ioProcessorPlugin: text("--io-processor-plugin"),
  /** Workers that fill in chat templates. @default 1 */
  rendererNumWorkers: int("--renderer-num-workers", { min: 1, default: 1 }),
  /** Treats sliding-window layers as full attention, capped at the window. @default false */
  disableSlidingWindow: negatable("--disable-sliding-window", { default: false }),
  /** Switches cascade attention off. */
  disableCascadeAttn: negatable("--disable-cascade-attn"),
  /** Runs without CUDA graphs and compilation. @default false */
  enforceEager: negatable("--enforce-eager", { default: false }),
  /** Lets the engine give its GPU memory back while it sleeps. @default false */
  enableSleepMode: negatable("--enable-sleep-mode", { default: false }),
  /** Allocates through CUDA virtual memory management. @default false */
  enableCumemAllocator: negatable("--enable-cumem-allocator", { default: false }),
  /** Folder that requests may read media files from. Never a folder with secrets. @default - none */
  allowedLocalMediaPath: text("--allowed-local-media-path"),
  /** Hosts that media may be fetched from. @default - any */
  allowedMediaDomains: texts("--allowed-media-domains"),
  /** Settings of platform plugins. */
  additionalConfig: json<Readonly<Record<string, unknown>>>("--additional-config", {
    dotted: true,
  }),
} as const;
