// SPDX-License-Identifier: Apache-2.0
/**
 * @module What failed in a run of the end-to-end tests, a line each, from vitest's JSON report.
 * `node e2e-failures.js REPORT` prints the tests; with `--files` only the files, to run them again.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file did not even start. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function main([path = "", option]: readonly string[]): void {
  const { testResults } = JSON.parse(readFileSync(path, "utf8")) as Report;
  for (const { name, status, message, assertionResults } of testResults) {
    if (status !== "failed") continue;
    const file = relative(process.cwd(), name);
    if (option === "--files") {
      console.log(file);
      continue;
    }
    const failed = assertionResults.filter((each) => each.status === "failed");
    console.log(`${file}: ${failed.length} of ${assertionResults.length} failed`);
    if (message !== "") console.log(`  ${firstLines(message)}`);
    for (const { fullName, failureMessages } of failed)
      console.log(`  ${fullName}\n    ${firstLines(failureMessages.join("\n"))}`);
  }
}

/** Enough of a message to see what happened. */
function firstLines(text: string): string {
  return text.split("\n").slice(0, 6).join("\n    ").slice(0, 600);
}

main(process.argv.slice(2));
