// SPDX-License-Identifier: Apache-2.0
/** @module What of a model decides how much memory it takes. */

/** What each token leaves in the KV cache of one layer. */
export type Attention =
  | {
      readonly kind: "heads";
      /** Heads with keys and values of their own. */
      readonly kvHeads: number;
      /** Values of one key, and of one value. */
      readonly headDim: number;
      /** Layers that keep the last tokens only. @default - all layers keep all */
      readonly sliding?: { readonly layers: number; readonly window: number } | undefined;
    }
  | {
      /** Multi-head latent attention: one compressed vector for all heads, on every rank. */
      readonly kind: "latent";
      /** Values of the vector: latent rank and rotary part. */
      readonly width: number;
    };

/** Amounts by the way in which engines divide them among GPUs. */
export interface Parts {
  /** Token embedding and output layer: divided by tensor parallelism. */
  readonly embedding: number;
  /** Attention of all layers: divided by tensor parallelism within one data-parallel copy. */
  readonly attention: number;
  /** Dense layers, shared experts and routers. */
  readonly dense: number;
  /** Routed experts: divided among all ranks of an engine. */
  readonly experts: number;
}

/** A model in numbers. */
export interface Model {
  /** Repository, such as `Qwen/Qwen3-32B`. */
  readonly id: string;
  readonly layers: number;
  readonly hiddenSize: number;
  /** Width of the widest layer that one token runs through, for activations. */
  readonly intermediateSize: number;
  readonly vocabularySize: number;
  /** Longest sequence of the configuration, in tokens. */
  readonly maxContext: number;
  readonly attention: Attention;
  /** Undefined for a dense model. */
  readonly experts: { readonly count: number; readonly active: number } | undefined;
  /** Parameters that are loaded to serve the model; draft layers not included. */
  readonly parameters: Parts;
  /** Bytes that they take as stored. */
  readonly bytes: Parts;
  /** How the weights are stored: `bf16`, or the format of the quantized ones. */
  readonly weights: WeightFormat;
  /** Bytes of one value in the KV cache when nobody sets its type. */
  readonly kvValueBytes: number;
  readonly source: string;
}

/** Storage format of weights. */
export type WeightFormat = "bf16" | "fp32" | "fp8" | "int8" | "int4" | "nvfp4" | "mxfp4";

/**
 * Bytes of one weight with its scales: blocks of 128 × 128 for FP8, 16 weights for NVFP4, 32 for
 * MXFP4 and INT4.
 */
export const weightBytes: Readonly<Record<WeightFormat, number>> = {
  fp32: 4,
  bf16: 2,
  fp8: 1,
  int8: 1,
  int4: 0.5 + 2 / 32,
  nvfp4: 0.5 + 1 / 16,
  mxfp4: 0.5 + 1 / 32,
};

/** The sum of the parts. */
export function sumOfParts(parts: Parts): number {
  return parts.embedding + parts.attention + parts.dense + parts.experts;
}
