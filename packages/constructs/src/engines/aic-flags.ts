// SPDX-License-Identifier: Apache-2.0
/** @module Flags that name a configuration in AIConfigurator's database of measured times. */
import { int, text } from "./flags.js";

/**
 * Flags that choose measured times. Mixture-of-experts models need
 * `aicTpSize` × `aicAttentionDpSize` = `aicMoeTpSize` × `aicMoeEpSize`.
 *
 * @see components/src/dynamo/common/configuration/groups/aic_perf_args.py
 */
export const aicTimesFlags = {
  /**
   * Engine whose times are used, such as `vllm` or `sglang`.
   *
   * @default - none
   */
  aicBackend: text("--aic-backend", { env: "DYN_AIC_BACKEND" }),
  /**
   * Hardware whose times are used, such as `h200_sxm`.
   *
   * @default - none
   */
  aicSystem: text("--aic-system", { env: "DYN_AIC_SYSTEM" }),
  /**
   * Engine version whose times are used.
   *
   * @default - the database's default for the engine
   */
  aicBackendVersion: text("--aic-backend-version", { env: "DYN_AIC_BACKEND_VERSION" }),
  /**
   * Tensor parallel size of the modelled engine, in GPUs.
   *
   * @default 1
   */
  aicTpSize: int("--aic-tp-size", { env: "DYN_AIC_TP_SIZE", unit: "GPUs", min: 1, default: 1 }),
  /**
   * Tensor parallel size of the experts, in GPUs.
   *
   * @default - none
   */
  aicMoeTpSize: int("--aic-moe-tp-size", { env: "DYN_AIC_MOE_TP_SIZE", unit: "GPUs", min: 1 }),
  /**
   * Expert parallel size, in GPUs.
   *
   * @default - none
   */
  aicMoeEpSize: int("--aic-moe-ep-size", { env: "DYN_AIC_MOE_EP_SIZE", unit: "GPUs", min: 1 }),
  /**
   * Data parallel size of attention, in ranks.
   *
   * @default - none
   */
  aicAttentionDpSize: int("--aic-attention-dp-size", {
    env: "DYN_AIC_ATTENTION_DP_SIZE",
    unit: "ranks",
    min: 1,
  }),
  /**
   * Draft tokens of speculative decoding.
   *
   * @default - no speculative decoding
   */
  aicNextn: int("--aic-nextn", { env: "DYN_AIC_NEXTN", unit: "tokens", min: 1, max: 5 }),
  /**
   * Probability that each draft token is accepted after those before it, separated by commas.
   *
   * @default - the database's
   */
  aicNextnAcceptRates: text("--aic-nextn-accept-rates", { env: "DYN_AIC_NEXTN_ACCEPT_RATES" }),
} as const;

/** The same flags with the model, for routers, which serve no model of their own. */
export const aicFlags = {
  ...aicTimesFlags,
  /**
   * Model whose times are used: a Hugging Face id or a path.
   *
   * @default - none
   */
  aicModelPath: text("--aic-model-path", { env: "DYN_AIC_MODEL_PATH" }),
} as const;
