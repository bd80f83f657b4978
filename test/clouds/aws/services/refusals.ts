// SPDX-License-Identifier: Apache-2.0
/** @module What a component of the services refuses. */
import { FindingsError } from "@dynamo-iac/constructs/facts";
import { planService } from "./cluster.js";

/** Codes and paths of what is refused, before anything is made. */
export async function refusals(
  build: Parameters<typeof planService>[0],
): Promise<readonly string[]> {
  try {
    await planService(build);
  } catch (error) {
    if (error instanceof FindingsError)
      return error.findings.map(
        ({ code, path, message }) => `${code} ${path.join(".")}: ${message}`,
      );
    const text = (error as Error).message;
    return [...text.matchAll(/(DYN-AWS-\d+) \S+ (\S+): ([^\n]*)/g)].map(
      ([, code, path, message]) =>
        `${code} ${path?.replaceAll(/[[\]]+/g, ".").replace(/\.$/, "")}: ${message}`,
    );
  }
  return [];
}
