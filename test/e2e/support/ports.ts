// SPDX-License-Identifier: Apache-2.0
/** @module Ports for the programs of a test that nobody else takes, also while a program is away. */
import { createServer, type Server } from "node:net";

/**
 * Ports below those that a kernel gives to connections (32768 on Linux): a server that was killed finds
 * its port free again, although its clients never stop dialling. The Dynamo runtime reads
 * `DYN_SYSTEM_PORT` as a signed 16-bit number, so it takes them too.
 */
const lowest = 10_000;
const span = 22_000;

/** Ports that nobody listens on, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found: number[] = [];
  // All are held until the last is found, so that none is handed out twice.
  const held: Server[] = [];
  while (found.length < count) {
    const candidate = lowest + Math.floor(Math.random() * span);
    const server = await listening(candidate);
    if (server === undefined) continue;
    held.push(server);
    found.push(candidate);
  }
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return found;
}

/** A server on the port; undefined when somebody else has it. */
function listening(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, () => resolve(server));
  });
}
