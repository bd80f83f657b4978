// SPDX-License-Identifier: Apache-2.0
/** @module Which part of a graph an engine worker is. */
import type { Program } from "./program.js";

/** The work of an engine: all of it, one phase, encoding media, or all of it behind an encoder. */
export type EngineRole = "agg" | "prefill" | "decode" | "encode" | "pd";

const roles: Readonly<Record<string, EngineRole>> = {
  agg: "agg",
  null: "agg",
  prefill_and_decode: "agg",
  pd: "pd",
  prefill: "prefill",
  decode: "decode",
  encode: "encode",
};

/** Flags of older releases that name a role. */
const legacyFlags: Readonly<Record<string, EngineRole>> = {
  "--is-prefill-worker": "prefill",
  "--is-decode-worker": "decode",
  "--multimodal-encode-worker": "encode",
  "--multimodal-decode-worker": "decode",
};

/** The role that a worker's flags give it; `agg` when they say nothing. */
export function engineRole(program: Program, mode: unknown): EngineRole {
  const legacy = program.extraArgs?.find((token) => Object.hasOwn(legacyFlags, token));
  if (legacy !== undefined) return legacyFlags[legacy] ?? "agg";
  if (program.flags.isPrefillWorker === true) return "prefill";
  if (program.flags.isDecodeWorker === true) return "decode";
  return typeof mode === "string" ? (roles[mode] ?? "agg") : "agg";
}
