// SPDX-License-Identifier: Apache-2.0
/** @module The configuration that `Nats` renders, run by the real nats-server: TLS, users, and the loss of a server. */
import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { connect as connectTls } from "node:tls";
import { App } from "@dynamo-iac/constructs";
import { Nats, type NatsProps } from "@dynamo-iac/constructs/platform";
import {
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
} from "@nats-io/jetstream";
import { errors, type NatsConnection, nkeyAuthenticator, nkeys } from "@nats-io/transport-node";
import { Chart } from "cdk8s";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startRuntime } from "./support/dynamo-runtime.js";
import { monitor, natsClient, natsProcesses } from "./support/nats-processes.js";
import { until } from "./support/program.js";
import { findPrograms } from "./support/programs.js";
import { count, timed } from "./support/report.js";
import type { ServerProcesses } from "./support/server-processes.js";

const programs = findPrograms("nats-server");

/** What a generator of passwords may come up with, and what nats.conf would read as something else. */
const password = '0x3 #${home}"\\ {abc}';
const secrets = { "nats-auth": { password } };

/** Messages of the load, and how many are on their way at a time. */
const messages = 6000;
const inFlight = 32;

/** Acknowledged messages after which the leader dies. */
const killAt = messages / 3;

const mebibyte = 2 ** 20;

function construct(props: NatsProps = {}): Nats {
  const chart = new Chart(new App(), "chart", { namespace: "platform" });
  return new Nats(chart, "nats", { storage: { size: "1Gi" }, ...props });
}

async function processes(nats: Nats, more = {}): Promise<ServerProcesses> {
  if (programs === undefined) throw new Error("nats-server is not built");
  return natsProcesses(nats, { ...secrets, ...more }, programs);
}

describe.skipIf(programs === undefined)("three servers", () => {
  const nats = construct();
  let servers: ServerProcesses;
  let client: NatsConnection;
  const login = { user: "dynamo", pass: password };
  const trust = () => ({ ca: servers.secrets["nats-tls"]?.["ca.crt"] ?? "" });

  beforeAll(async () => {
    servers = await processes(nats);
    await timed("three NATS servers form a cluster", () => servers.start(...servers.names));
    client = await natsClient(servers, { ...login, tls: trust() });
  }, 120_000);
  afterAll(async () => {
    await client?.close();
    await servers?.remove();
  });

  it("form one JetStream cluster over TLS, with the limits of the props", async () => {
    const names = new Set<unknown>();
    for (const name of servers.names) {
      const {
        server_name,
        max_payload,
        tls_required,
        auth_required,
        jetstream: store,
      } = await monitor(servers, name, "/varz");
      names.add(server_name);
      expect({ max_payload, tls_required, auth_required }).toEqual({
        max_payload: 15 * mebibyte,
        tls_required: undefined,
        auth_required: true,
      });
      expect(store).toMatchObject({
        config: { max_memory: 0, max_storage: Math.floor(2 ** 30 * 0.9) },
        meta: { cluster_size: 3 },
      });
      const { routes } = await monitor(servers, name, "/routez");
      expect(
        new Set((routes as { remote_name: string }[]).map((each) => each.remote_name)).size,
      ).toBe(2);
    }
    expect([...names].toSorted()).toEqual(["nats-0", "nats-1", "nats-2"]);
  });

  it("let in who has the password, with and without TLS", async () => {
    expect(client.info?.tls_available).toBe(true);
    const plain = await natsClient(servers, { ...login, tls: null });
    await plain.flush();
    await plain.close();
  });

  it("refuse everybody else", async () => {
    for (const options of [{}, { user: "dynamo", pass: "wrong" }, { user: "user", pass: "user" }])
      await expect(natsClient(servers, { ...options, tls: trust() })).rejects.toThrow(
        /authorization/i,
      );
  });

  it("refuse a server without a certificate, or with one for another name", async () => {
    const port = servers.pods.port("nats-0", 6222);
    const usages = ["server auth", "client auth"];
    const stranger = await servers.authority.sign("stranger", usages, ["stranger"]);
    expect(await joinAs(port, {})).toBe("");
    expect(await joinAs(port, stranger)).toContain("Authorization Violation");
  });

  it("carry a message of 15 MiB", async () => {
    const subscription = client.subscribe("media");
    client.publish("media", new Uint8Array(15 * mebibyte).fill(7));
    for await (const message of subscription) {
      expect(message.data.length).toBe(15 * mebibyte);
      break;
    }
    expect(() => client.publish("media", new Uint8Array(15 * mebibyte + 1))).toThrow(/payload/i);
  });

  it("lose no acknowledged write when the leader dies, and take it back", async () => {
    const manager = await jetstreamManager(client);
    const stream = { name: "load", subjects: ["load.*"], num_replicas: 3 };
    await manager.streams.add(stream);
    const leader = (await leaderOf(client)) ?? "";
    const js = jetstream(client, { timeout: 2000 });
    const acknowledged = new Map<number, number>();
    let killedAt = Number.NaN;
    let outage = Number.NaN;
    let next = 0;
    const writer = async () => {
      for (let each = next++; each < messages; each = next++) {
        const sent = performance.now();
        acknowledged.set(each, await publish(js, each));
        if (sent > killedAt && Number.isNaN(outage)) outage = performance.now() - killedAt;
        if (acknowledged.size === killAt) {
          killedAt = performance.now();
          await servers.process(leader).kill();
        }
      }
    };
    await timed(`${messages} acknowledged writes to NATS, the leader killed among them`, () =>
      Promise.all(Array.from({ length: inFlight }, writer)),
    );
    const missing = await lost(client, acknowledged);
    count("NATS writes acknowledged", acknowledged.size);
    count("NATS writes lost", missing.length);
    count("NATS milliseconds until a write after the kill", outage);
    expect(acknowledged.size).toBe(messages);
    expect(missing).toEqual([]);
    expect(await leaderOf(client)).not.toBe(leader);

    await timed("the killed NATS server is back and has caught up", async () => {
      await servers.start(leader);
      await caughtUp(client);
    });
    // With another one away the data of the one that came back are needed.
    const other = servers.names.find((name) => name !== leader) ?? "";
    await servers.process(other).kill();
    await until("a leader", 60, async () => ![undefined, other].includes(await leaderOf(client)));
    const more = acknowledged.size;
    for (let each = more; each < more + 100; each += 1)
      acknowledged.set(each, await publish(js, each));
    expect(await lost(client, acknowledged)).toEqual([]);
    await servers.start(other);
    await caughtUp(client);
  }, 600_000);

  it("read new limits and certificates when the reloader signals them", async () => {
    const before = await certificateOf(servers.pods.port("nats-0", 4222));
    const changed = construct({ maxPayload: "16Mi" });
    const renewed = await servers.authority.secretsOf(
      changed.certificates.map((each) => each.manifest()),
    );
    servers.pods.replaceSecrets(renewed);
    servers.refresh([changed.configMap]);
    for (const name of servers.names) servers.process(name).signal("SIGHUP");
    await until("the new payload", 20, async () => {
      const answers = servers.names.map((name) => monitor(servers, name, "/varz"));
      return (await Promise.all(answers)).every(({ max_payload }) => max_payload === 16 * mebibyte);
    });
    expect(await certificateOf(servers.pods.port("nats-0", 4222))).not.toBe(before);
  });

  it("send their clients away before they stop", async () => {
    const visitor = await natsClient(servers, { ...login, tls: null, reconnect: true }, ["nats-0"]);
    onTestFinished(() => visitor.close());
    const told = (async () => {
      for await (const status of visitor.status()) if (status.type === "ldm") return true;
      return false;
    })();
    const stop = servers.server.lifecycle?.preStop?.exec?.command ?? [];
    await servers.exec("nats-0", stop);
    expect(await told).toBe(true);
  });

  it("serve a Dynamo 1.4 process with the environment of the construct, and no other", async () => {
    const env = servers.environment(nats.clientEnvironment({ requestPlane: "nats" }));
    // The first address is that of the server that was asked to stop.
    const server = `nats://localhost:${servers.pods.port("nats-1", 4222)}`;
    expect(await startRuntime("mem", "nats", { ...env, NATS_SERVER: server })).toBe("connected");
    await expect(
      startRuntime("mem", "nats", { ...env, NATS_SERVER: server, NATS_AUTH_PASSWORD: "wrong" }),
    ).rejects.toThrow(/authorization violation/);
  }, 600_000);
});

describe.skipIf(programs === undefined)("one server", () => {
  it("insists on TLS for Dynamo 1.5, and knows an nkey", async () => {
    const pair = nkeys.createUser();
    const seed = new TextDecoder().decode(pair.getSeed());
    const nats = construct({
      servers: 1,
      dynamoVersion: "1.5.0",
      user: { nkey: pair.getPublicKey() },
      moreUsers: [{ user: "reader", subscribe: ["_INBOX.>"], publish: [] }],
    });
    const servers = await processes(nats, { "nats-auth": { seed, password } });
    onTestFinished(() => servers.remove());
    await servers.start(...servers.names);
    const ca = servers.secrets["nats-tls"]?.["ca.crt"] ?? "";
    const environment = servers.environment(nats.clientEnvironment());
    expect(environment.NATS_AUTH_NKEY).toBe(seed);
    expect(environment.NATS_SERVER).toMatch(/^tls:/);
    const authenticator = nkeyAuthenticator(new TextEncoder().encode(environment.NATS_AUTH_NKEY));

    const client = await natsClient(servers, { authenticator, tls: { ca } });
    expect(client.info?.tls_required).toBe(true);
    expect((await jetstreamManager(client)).getAccountInfo).toBeDefined();
    await client.close();
    expect(await plainText(servers.pods.port("nats-0", 4222))).not.toContain("PONG");

    const reader = await natsClient(servers, { user: "reader", pass: password, tls: { ca } });
    const complaint = firstError(reader);
    reader.publish("forbidden");
    expect(await complaint).toMatch(/permissions/i);
    await reader.close();
  });

  it("of a development installation lets anybody in", async () => {
    const servers = await processes(construct({ development: true, storage: { size: "2Gi" } }));
    onTestFinished(() => servers.remove());
    await servers.start(...servers.names);
    const client = await natsClient(servers, {});
    expect((await (await jetstreamManager(client)).getAccountInfo()).streams).toBe(0);
    await client.close();
  });
});

/** Sends until it is acknowledged; the server knows a message that it has already. */
async function publish(js: JetStreamClient, each: number): Promise<number> {
  for (;;) {
    try {
      return (await js.publish(`load.${each % 8}`, String(each), { msgID: `message-${each}` })).seq;
    } catch (error) {
      // The leader is away: not acknowledged, so it is sent again.
      if (error instanceof errors.ClosedConnectionError) throw error;
    }
  }
}

/** Acknowledged messages that are not at their place in the stream, as its leader has it. */
async function lost(
  client: NatsConnection,
  acknowledged: ReadonlyMap<number, number>,
): Promise<number[]> {
  const missing: number[] = [];
  const queue = [...acknowledged];
  const reader = async () => {
    for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
      const [each, seq] = entry;
      if ((await textAt(client, seq)) !== String(each)) missing.push(each);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, reader));
  return missing;
}

/** The message at a place of the stream; null when there is none. Asks again while no leader answers. */
async function textAt(client: NatsConnection, seq: number): Promise<string | null> {
  const { streams } = await managerOf(client);
  let text: string | null = null;
  await until(`an answer about message ${seq}`, 60, async () => {
    try {
      text = (await streams.getMessage("load", { seq }))?.string() ?? null;
      return true;
    } catch {
      return false;
    }
  });
  return text;
}

/** Does not ask the account first: servers that elect a leader of their own do not answer that in time. */
function managerOf(client: NatsConnection): Promise<JetStreamManager> {
  return jetstreamManager(client, { checkAPI: false });
}

/** The server that leads the stream; undefined while nobody does. */
async function leaderOf(client: NatsConnection): Promise<string | undefined> {
  try {
    return (await (await managerOf(client)).streams.info("load")).cluster?.leader;
  } catch {
    return undefined;
  }
}

/** Waits until every replica has what the leader has. */
async function caughtUp(client: NatsConnection): Promise<void> {
  const manager = await managerOf(client);
  await until("all replicas current", 60, async () => {
    const info = await manager.streams.info("load").catch(() => undefined);
    const replicas = info?.cluster?.replicas ?? [];
    return (
      replicas.length === 2 && replicas.every(({ current, offline }) => current && offline !== true)
    );
  });
}

async function firstError(client: NatsConnection): Promise<string> {
  for await (const status of client.status())
    if (status.type === "error") return status.error.message;
  return "";
}

/** What a server answers to one that wants to be a route, until it hangs up. */
async function joinAs(
  port: number,
  { "tls.crt": cert, "tls.key": key }: Readonly<Record<string, string>>,
): Promise<string> {
  const socket = connectTls({ port, host: "127.0.0.1", rejectUnauthorized: false, cert, key });
  socket.once("secureConnect", () => {
    socket.write('CONNECT {"tls_required":true,"name":"nats-9","cluster":"nats"}\r\n');
  });
  return untilClosed(socket);
}

/** Everything that is received. */
function untilClosed(socket: Socket): Promise<string> {
  let received = "";
  return new Promise((resolve) => {
    socket.on("data", (data) => {
      received += String(data);
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received));
  });
}

/** What the server says to a client that goes on without TLS, until it hangs up. */
async function plainText(port: number): Promise<string> {
  const socket = connectTcp(port, "127.0.0.1");
  socket.write('CONNECT {"verbose":true,"tls_required":false}\r\nPING\r\n');
  return untilClosed(socket);
}

/** Serial number of the certificate that a server shows its clients; TLS begins behind the greeting. */
async function certificateOf(port: number): Promise<string> {
  const socket = connectTcp(port, "127.0.0.1");
  await once(socket, "data");
  const secure = connectTls({ socket, rejectUnauthorized: false });
  await once(secure, "secureConnect");
  const { serialNumber } = secure.getPeerCertificate();
  secure.destroy();
  return serialNumber;
}
