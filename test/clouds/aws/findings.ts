// SPDX-License-Identifier: Apache-2.0
/** @module What a component refuses, and that it makes nothing then. */
import { type Finding, FindingsError, formatPath } from "@dynamo-iac/constructs/facts";
import { expect } from "vitest";
import { record } from "./recorder.js";

/** The findings with which building stops; nothing may have been registered. */
export async function refused(build: () => unknown): Promise<readonly Finding[]> {
  const recording = await record(() => {
    try {
      build();
      return [];
    } catch (error) {
      if (error instanceof FindingsError) return error.findings;
      throw error;
    }
  });
  expect(recording.resources).toEqual([]);
  // The error takes its listener for uncaught errors away in the next turn of the loop.
  await new Promise((resolve) => setImmediate(resolve));
  return recording.result;
}

/** Findings as `code path`, to compare with what a mistake should give. */
export function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, path }) => `${code} ${formatPath(path)}`);
}
