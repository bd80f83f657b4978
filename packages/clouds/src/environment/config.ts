// SPDX-License-Identifier: Apache-2.0
/** @module Pulumi's configuration as it arrives (one text per key) turned into one plain object. */
import { secretKeys } from "./schema.js";

/** The configuration of one project, still unchecked. */
export interface RawConfig {
  /** Keys without the project's name; objects and lists as such. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Which secrets are there; their values stay where they are. */
  readonly secrets: readonly string[];
}

/**
 * Picks the keys of one project from all of Pulumi's configuration, and reads the structured ones.
 *
 * @param all what `pulumi.runtime.allConfig()` gives: `{ "project:key": "text or JSON" }`
 */
export function projectConfig(all: Readonly<Record<string, string>>, project: string): RawConfig {
  const prefix = `${project}:`;
  const values: Record<string, unknown> = {};
  const secrets: string[] = [];
  for (const key of Object.keys(all).toSorted()) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    if (secretKeys.some((secret) => secret === name)) secrets.push(name);
    else values[name] = structured(all[key] ?? "");
  }
  return { values, secrets };
}

/** Pulumi writes objects and lists as JSON, and everything else as it is. */
function structured(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
