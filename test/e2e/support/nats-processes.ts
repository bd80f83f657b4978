// SPDX-License-Identifier: Apache-2.0
/** @module The servers of a `Nats` construct as processes of this machine, and clients of theirs. */
import type { Nats } from "@dynamo-iac/constructs/platform";
import { type ConnectionOptions, connect, type NatsConnection } from "@nats-io/transport-node";
import type { Contents } from "./local-pods.js";
import type { Programs } from "./programs.js";
import { ServerProcesses } from "./server-processes.js";

const ports = { client: 4222, peer: 6222, monitor: 8222 } as const;

/** Makes what the servers need; starts nothing. */
export async function natsProcesses(
  nats: Nats,
  secrets: Contents,
  programs: Programs,
): Promise<ServerProcesses> {
  return ServerProcesses.create({
    construct: nats,
    configMaps: [nats.configMap],
    secrets,
    ports: Object.values(ports),
    ready: { port: ports.monitor, path: "/healthz" },
    program: (name) => programs.path(name),
  });
}

/** One answer of a server's monitor. */
export async function monitor(
  servers: ServerProcesses,
  name: string,
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await servers.get(name, ports.monitor, path);
  if (answer === undefined) throw new Error(`${name} does not answer ${path}`);
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

/** Connects as a client that knows some of the servers, or all. */
export async function natsClient(
  servers: ServerProcesses,
  options: ConnectionOptions,
  names: readonly string[] = servers.names,
): Promise<NatsConnection> {
  const addresses = names.map((name) => `localhost:${servers.pods.port(name, ports.client)}`);
  return connect({ servers: addresses, timeout: 10_000, ...options });
}
