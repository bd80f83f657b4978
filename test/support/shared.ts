// SPDX-License-Identifier: Apache-2.0
/** @module The reference material beside a checkout; a clone without it still passes. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const folder = process.env.DYNAMO_IAC_SHARED ?? resolve(__dirname, "../../../shared");

/** Absolute path of a file or folder of the reference material; undefined when it is not there. */
export function shared(path: string): string | undefined {
  const absolute = resolve(folder, path);
  return existsSync(absolute) ? absolute : undefined;
}
