// SPDX-License-Identifier: Apache-2.0
/** @module TensorRT-LLM's engine configuration file: read, check, write, and what is in force. */
import { dump, loadAll, YAML11_SCHEMA } from "js-yaml";
import { readFields } from "../fields.js";
import type { ConfigOf, FlagIssue } from "../flags.js";
import { engineConfigKeys } from "./engine-config-keys.js";

/**
 * The file behind `--extra-engine-args`, in its own spelling. Keys that are not typed are kept.
 *
 * @see tensorrt_llm/llmapi/llm_args.py
 */
export interface TrtllmEngineConfig extends ConfigOf<typeof engineConfigKeys> {
  readonly [key: string]: unknown;
}

/** What a configuration file says. */
export interface ReadEngineConfig {
  /** Empty when the text is not a YAML mapping. */
  readonly config: TrtllmEngineConfig;
  readonly issues: readonly FlagIssue[];
}

const flag = "--extra-engine-args";

/** Reads a configuration file, as Python reads it (`yes` is true). */
export function readEngineConfig(yaml: string): ReadEngineConfig {
  try {
    // `json` lets a later key replace an earlier one, as Python does.
    const [document = null] = loadAll(yaml, { schema: YAML11_SCHEMA, json: true });
    if (document === null) return { config: {}, issues: [] };
    if (typeof document !== "object" || Array.isArray(document))
      return notMapping(String(document));
    const config = document as TrtllmEngineConfig;
    return { config, issues: checkEngineConfig(config) };
  } catch (error) {
    return notMapping(
      error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
    );
  }
}

function notMapping(got: string): ReadEngineConfig {
  return { config: {}, issues: [{ property: "", flag, got, expected: "a YAML mapping" }] };
}

/** Values that the engine refuses. Keys that are not typed are not judged. */
export function checkEngineConfig(config: TrtllmEngineConfig): readonly FlagIssue[] {
  return readFields(engineConfigKeys, config, { property: "", flag }).issues;
}

/** Writes a configuration file; keys are sorted, so that equal configurations are equal bytes. */
export function writeEngineConfig(config: TrtllmEngineConfig): string {
  return dump(sorted(config), { schema: YAML11_SCHEMA, noRefs: true, lineWidth: -1 });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
