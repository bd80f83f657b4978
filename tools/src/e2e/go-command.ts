// SPDX-License-Identifier: Apache-2.0
/** @module The go command, with the environment that every build here has. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs `go` in a folder and returns what it prints; an error carries the end of what it complains. */
export async function goCommand(cwd: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" };
  try {
    return (await run("go", args, { cwd, env, maxBuffer: 1 << 26 })).stdout;
  } catch (cause) {
    const missing = Reflect.get(Object(cause), "code") === "ENOENT";
    const said = String(Reflect.get(Object(cause), "stderr") ?? "")
      .trim()
      .split("\n");
    const complaint = said.filter((line) => !line.startsWith("go: downloading")).slice(-20);
    throw new Error(
      missing ? "go is not on PATH; Go 1.26 or newer builds the tools" : complaint.join("\n"),
      { cause },
    );
  }
}
