// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for LoRA adapters. */
import { int, json, negatable, text, texts } from "../flags.js";

/** Adapters are loaded through DynamoModel objects; these flags make room for them. @see vllm/config/lora.py */
export const loraFlags = {
  /** Accepts LoRA adapters. @default false */
  enableLora: negatable("--enable-lora", { default: false }),
  /** Adapters in one batch. @default 1 */
  maxLoras: int("--max-loras", { unit: "adapters", min: 1, default: 1 }),
  /** Largest rank of an adapter. @default 16 */
  maxLoraRank: int("--max-lora-rank", { min: 1, default: 16 }),
  /** Adapters in host memory. At least `maxLoras`. @default - `maxLoras` */
  maxCpuLoras: int("--max-cpu-loras", { unit: "adapters", min: 1 }),
  /** Number format of adapters. @default "auto" */
  loraDtype: text("--lora-dtype", { default: "auto" }),
  /** Splits adapters like the layers that they change. @default false */
  fullyShardedLoras: negatable("--fully-sharded-loras", { default: false }),
  /** Layers that adapters may change. @default - all that the model supports */
  loraTargetModules: texts("--lora-target-modules"),
  /** Adapters by kind of media, used whenever such media come. */
  defaultMmLoras: json<Readonly<Record<string, string>>>("--default-mm-loras", { dotted: true }),
  /** Adapters for encoders and connectors too. @default false */
  enableTowerConnectorLora: negatable("--enable-tower-connector-lora", { default: false }),
  /** Captures graphs by number of active adapters. @default false */
  specializeActiveLora: negatable("--specialize-active-lora", { default: false }),
  /** Accepts two layouts of expert adapters in one engine. @default false */
  enableMixedMoeLoraFormat: negatable("--enable-mixed-moe-lora-format", { default: false }),
  /** Adapters that all experts of a layer share. @default false */
  enableMoeSharedLoras: negatable("--enable-moe-shared-loras", { default: false }),
} as const;
