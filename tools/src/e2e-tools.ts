// SPDX-License-Identifier: Apache-2.0
/** @module `npm run tools`: builds the pinned programs that the end-to-end tests run. */
import { relative } from "node:path";
import { buildTools } from "./e2e/build.js";
import { cacheFolder } from "./e2e/programs.js";

async function main(): Promise<void> {
  const start = performance.now();
  const outcomes = await buildTools(({ name, seconds, error }) => {
    const state = error !== undefined ? "failed" : seconds === undefined ? "there" : `${seconds} s`;
    console.log(`${name.padEnd(28)} ${state}`);
  });
  const failed = outcomes.filter(({ error }) => error !== undefined);
  for (const { name, error } of failed) console.error(`\n${name} could not be built:\n${error}`);
  const total = Math.round((performance.now() - start) / 1000);
  const where = relative(process.cwd(), cacheFolder);
  console.log(`\n${outcomes.length - failed.length} of ${outcomes.length} in ${where}, ${total} s`);
  if (failed.length > 0) process.exitCode = 1;
}

void main();
