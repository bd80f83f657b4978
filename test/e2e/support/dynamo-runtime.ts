// SPDX-License-Identifier: Apache-2.0
/** @module The runtime of a Dynamo process, started as every process of a graph starts it. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { dynamoPython } from "./dynamo-python.js";

const run = promisify(execFile);

const program = `
import asyncio, sys
from dynamo.runtime import DistributedRuntime
async def main():
    DistributedRuntime(asyncio.get_running_loop(), sys.argv[1], sys.argv[2])
    print("connected")
asyncio.run(main())
`;

/** Starts the runtime with an environment; resolves with "connected", or rejects with what it complains of. */
export async function startRuntime(
  discovery: "etcd" | "mem",
  requestPlane: "tcp" | "nats",
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const python = join(await dynamoPython(), "python3");
  const env = { ...process.env, ...environment };
  const { stdout } = await run(python, ["-c", program, discovery, requestPlane], { env });
  return stdout.trim();
}
