// SPDX-License-Identifier: Apache-2.0
/** @module A folder that is gone afterwards, also when somebody stops the command or closes its pipe. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs an action with a new empty folder. */
export async function withTemporaryFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-diff-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const stop = (signal: NodeJS.Signals) => {
    remove();
    for (const one of signals) process.off(one, stop);
    process.kill(process.pid, signal);
  };
  process.once("exit", remove);
  for (const signal of signals) process.on(signal, stop);
  try {
    return await action(folder);
  } finally {
    process.off("exit", remove);
    for (const signal of signals) process.off(signal, stop);
    remove();
  }
}
