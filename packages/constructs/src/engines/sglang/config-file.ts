// SPDX-License-Identifier: Apache-2.0
/** @module SGLang's configuration file: flags as YAML keys; flags on the command line win over it. */
import { type ParsedFlags, parseFlags } from "../codec.js";
import { sglangFlags } from "./index.js";

/**
 * What the mapping of a `--config` file says, as flags. Keys are flags without the dashes.
 *
 * @see python/sglang/srt/server_args_config_parser.py
 */
export function sglangFileFlags(
  file: Readonly<Record<string, unknown>>,
): ParsedFlags<typeof sglangFlags> {
  return parseFlags(sglangFlags, Object.entries(file).flatMap(tokens));
}

function tokens([key, value]: readonly [string, unknown]): string[] {
  const flag = `--${key.replaceAll("_", "-")}`;
  if (value === true) return [flag];
  if (value === false || value === null) return [];
  if (Array.isArray(value)) return value.length === 0 ? [] : [flag, ...value.map(String)];
  return [flag, typeof value === "object" ? JSON.stringify(value) : String(value)];
}
