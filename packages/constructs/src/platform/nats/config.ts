// SPDX-License-Identifier: Apache-2.0
/** @module The configuration file of nats-server. @see https://docs.nats.io/running-a-nats-service/configuration */
import { podHost, podNames } from "../server-names.js";
import { bytes, type ResolvedNats, type ResolvedUser } from "./resolve.js";

/** Ports of a server. */
export const natsPorts = {
  client: { name: "nats", port: 4222 },
  peer: { name: "cluster", port: 6222 },
  monitor: { name: "monitor", port: 8222 },
  metrics: { name: "prom-metrics", port: 7777 },
} as const;

/** Where things are mounted. */
export const natsPaths = {
  config: "/etc/nats-config/nats.conf",
  tls: "/etc/nats-certs",
  pid: "/var/run/nats/nats.pid",
  data: "/data",
} as const;

/** Largest difference between a client's reading and our writing before it is cut off; the server's default. */
const maxPendingBytes = 64 * 2 ** 20;

/** A value that the server takes from its environment. */
interface Variable {
  readonly variable: string;
}

type Value = string | number | boolean | Variable | Block | readonly Value[];

/** A block of the configuration; keys without a value are not written. */
interface Block {
  readonly [key: string]: Value | undefined;
}

/** Name of the variable that holds a user's password as the configuration can read it. */
export function passwordVariable(index: number): string {
  return `NATS_USER_${index}_PASSWORD`;
}

/** The text of `nats.conf`; the same for every server. */
export function renderNatsConfig(nats: ResolvedNats): string {
  return `${writeBlock(configOf(nats), "")}`;
}

function configOf(nats: ResolvedNats): Block {
  return {
    server_name: { variable: "SERVER_NAME" },
    listen: `0.0.0.0:${natsPorts.client.port}`,
    http: `0.0.0.0:${natsPorts.monitor.port}`,
    pid_file: natsPaths.pid,
    // Clients are asked to leave one after the other, then the server stops: 40 of the 60 seconds it gets.
    lame_duck_grace_period: "10s",
    lame_duck_duration: "30s",
    max_payload: bytes(nats.maxPayload),
    max_pending: Math.max(maxPendingBytes, bytes(nats.maxPayload)),
    jetstream: {
      store_dir: natsPaths.data,
      // A tenth of the volume stays free for snapshots of the Raft logs.
      max_file_store: Math.floor(bytes(nats.storage.size) * 0.9),
      max_memory_store: bytes(nats.memoryStore),
      sync_interval: nats.syncInterval,
    },
    tls: nats.tls === undefined ? undefined : certificates(),
    allow_non_tls: nats.tls?.clients === "offered" ? true : undefined,
    authorization: nats.users.length === 0 ? undefined : { users: nats.users.map(userOf) },
    cluster: nats.servers > 1 ? clusterOf(nats) : undefined,
  };
}

function certificates(): Block {
  return {
    cert_file: `${natsPaths.tls}/tls.crt`,
    key_file: `${natsPaths.tls}/tls.key`,
    ca_file: `${natsPaths.tls}/ca.crt`,
  };
}

function userOf(user: ResolvedUser, index: number): Block {
  const { publish, subscribe } = user;
  const identity: Block =
    user.kind === "nkey"
      ? { nkey: user.nkey }
      : { user: user.user, password: { variable: passwordVariable(index) } };
  const permissions =
    publish === undefined && subscribe === undefined
      ? undefined
      : { publish: subjectsOf(publish), subscribe: subjectsOf(subscribe) };
  return { ...identity, permissions };
}

/** An empty list would allow everything. */
function subjectsOf(subjects: readonly string[] | undefined): Value | undefined {
  return subjects?.length === 0 ? { deny: [">"] } : subjects;
}

function clusterOf(nats: ResolvedNats): Block {
  const scheme = nats.tls === undefined ? "nats" : "tls";
  const { port } = natsPorts.peer;
  return {
    name: nats.name,
    listen: `0.0.0.0:${port}`,
    // Clients keep to the Service: the addresses of pods are in no certificate.
    no_advertise: true,
    routes: podNames(nats).map((pod) => `${scheme}://${podHost(nats, pod)}:${port}`),
    // Not only signed by the authority, but one of the names above.
    tls:
      nats.tls === undefined
        ? undefined
        : { ...certificates(), verify_cert_and_check_known_urls: true, timeout: 5 },
  };
}

function writeBlock(block: Block, indent: string): string {
  return Object.entries(block)
    .map(([key, value]) =>
      value === undefined ? "" : `${indent}${writeEntry(key, value, indent)}\n`,
    )
    .join("");
}

function writeEntry(key: string, value: Value, indent: string): string {
  return isBlock(value)
    ? `${key} {\n${writeBlock(value, `${indent}  `)}${indent}}`
    : `${key}: ${writeValue(value, indent)}`;
}

function writeValue(value: Value, indent: string): string {
  const inner = `${indent}  `;
  if (isVariable(value)) return `$${value.variable}`;
  if (isBlock(value)) return `{\n${writeBlock(value, inner)}${indent}}`;
  if (!isList(value)) return typeof value === "string" ? JSON.stringify(value) : String(value);
  return `[\n${value.map((item) => `${inner}${writeValue(item, inner)}\n`).join("")}${indent}]`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isVariable(value: Value): value is Variable {
  return typeof value === "object" && "variable" in value;
}

function isBlock(value: Value): value is Block {
  return typeof value === "object" && !isList(value) && !isVariable(value);
}
