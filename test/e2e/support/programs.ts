// SPDX-License-Identifier: Apache-2.0
/** @module The programs that a test needs: there, or the test is left out; in CI it fails instead. */
import { findProgram } from "../../../tools/src/e2e/programs.js";

/** Programs that are there. */
export interface Programs {
  /** Absolute path of one of them. */
  path(name: string): string;
}

/** The programs, or undefined with a message when `npm run tools` has not built them all. */
export function findPrograms(...names: readonly string[]): Programs | undefined {
  const paths = new Map(names.map((name) => [name, findProgram(name)]));
  const missing = names.filter((name) => paths.get(name) === undefined);
  if (missing.length > 0) {
    const message = `${missing.join(", ")}: not built; run \`npm run tools\``;
    if (process.env.CI !== undefined) throw new Error(message);
    console.warn(`skipped: ${message}`);
    return undefined;
  }
  return {
    path: (name) => {
      const path = paths.get(name);
      if (path === undefined) throw new Error(`${name} is not among ${names.join(", ")}`);
      return path;
    },
  };
}
