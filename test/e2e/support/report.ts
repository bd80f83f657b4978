// SPDX-License-Identifier: Apache-2.0
/** @module What the end-to-end tests have done, in numbers that are printed when all are over. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Names the file of this run; the processes of the test files inherit it. */
const variable = "DYNAMO_IAC_E2E_REPORT";

interface Line {
  readonly what: string;
  readonly number: number;
}

/** Adds to a number of the summary. */
export function count(what: string, number = 1): void {
  write({ what, number });
}

/** Does some work and adds its seconds to the summary. */
export async function timed<T>(stage: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    write({ what: `seconds: ${stage}`, number: (performance.now() - start) / 1000 });
  }
}

/** Before the first test. */
export function setup(): void {
  process.env[variable] = join(mkdtempSync(join(tmpdir(), "dynamo-iac-e2e-")), "report.jsonl");
}

/** After the last test: prints the sums in the order in which they came up. */
export function teardown(): void {
  const file = process.env[variable] ?? "";
  if (!existsSync(file)) return;
  const sums = new Map<string, number>();
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    const { what, number }: Line = JSON.parse(line);
    sums.set(what, (sums.get(what) ?? 0) + number);
  }
  const width = Math.max(...[...sums.keys()].map((what) => what.length));
  const rows = [...sums].map(
    ([what, number]) => `  ${what.padEnd(width)}  ${Math.round(number * 10) / 10}`,
  );
  console.log(["", "end-to-end", ...rows, ""].join("\n"));
  rmSync(dirname(file), { recursive: true });
}

function write(line: Line): void {
  const file = process.env[variable];
  if (file === undefined) return;
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}
