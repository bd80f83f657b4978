// SPDX-License-Identifier: Apache-2.0
/** @module The flags of an etcd member. @see https://etcd.io/docs/v3.6/op-guide/configuration */
import { quantityValue } from "../../facts/index.js";
import { podHost, podNames } from "../server-names.js";
import { clientsUseTls, peerName, type ResolvedEtcd } from "./resolve.js";

/** Ports of a member. */
export const etcdPorts = {
  client: { name: "client", port: 2379 },
  peer: { name: "peer", port: 2380 },
  /** Plain HTTP for probes and Prometheus, whatever the clients use. */
  metrics: { name: "metrics", port: 2381 },
} as const;

/** Where things are mounted. */
export const etcdPaths = {
  data: "/var/lib/etcd",
  server: "/etc/etcd-certs/server",
  peer: "/etc/etcd-certs/peer",
  root: "/etc/etcd-certs/root",
  snapshots: "/snapshots",
} as const;

/** Folder of the database in this life of the cluster. */
export function dataFolder({ generation }: Pick<ResolvedEtcd, "generation">): string {
  return `${etcdPaths.data}/generation-${generation}`;
}

/** Name by which members know that they belong together in this life of the cluster. */
export function clusterToken({
  name,
  generation,
}: Pick<ResolvedEtcd, "name" | "generation">): string {
  return `${name}-${generation}`;
}

/** `https` or `http` of clients. */
export function clientScheme(etcd: Pick<ResolvedEtcd, "tls" | "auth">): "http" | "https" {
  return clientsUseTls(etcd) ? "https" : "http";
}

/** Address at which a member, or `$(POD_NAME)`, is reached by the others. */
export function peerAddress(etcd: ResolvedEtcd, pod: string): string {
  const scheme = etcd.tls === undefined ? "http" : "https";
  return `${scheme}://${podHost(etcd, pod)}:${etcdPorts.peer.port}`;
}

/** `--initial-cluster`: every member by name and address. */
export function initialCluster(etcd: ResolvedEtcd): string {
  return podNames(etcd)
    .map((pod) => `${pod}=${peerAddress(etcd, pod)}`)
    .join(",");
}

/** The arguments of a member; the same for all, because `$(POD_NAME)` differs. */
export function memberFlags(etcd: ResolvedEtcd): readonly string[] {
  const scheme = clientScheme(etcd);
  const { client, peer, metrics } = etcdPorts;
  const flags: Readonly<Record<string, string | undefined>> = {
    name: "$(POD_NAME)",
    "data-dir": dataFolder(etcd),
    "listen-client-urls": `${scheme}://0.0.0.0:${client.port}`,
    "advertise-client-urls": `${scheme}://${podHost(etcd, "$(POD_NAME)")}:${client.port}`,
    "listen-peer-urls": `${etcd.tls === undefined ? "http" : "https"}://0.0.0.0:${peer.port}`,
    "initial-advertise-peer-urls": peerAddress(etcd, "$(POD_NAME)"),
    "listen-metrics-urls": `http://0.0.0.0:${metrics.port}`,
    "initial-cluster": initialCluster(etcd),
    "initial-cluster-state": etcd.initialClusterState,
    "initial-cluster-token": clusterToken(etcd),
    "auto-compaction-mode": etcd.compaction?.mode,
    "auto-compaction-retention": etcd.compaction?.retention,
    "quota-backend-bytes": String(Math.floor(quantityValue(etcd.quota))),
    "heartbeat-interval": String(etcd.heartbeatMilliseconds),
    "election-timeout": String(etcd.electionMilliseconds),
    // A member whose data differ from the others' does not serve.
    "feature-gates": "InitialCorruptCheck=true",
    ...peerTls(etcd),
    ...clientTls(etcd),
  };
  return Object.entries(flags).flatMap(([flag, value]) =>
    value === undefined ? [] : [`--${flag}=${value}`],
  );
}

function peerTls(etcd: ResolvedEtcd): Readonly<Record<string, string>> {
  if (etcd.tls === undefined) return {};
  return {
    "peer-cert-file": `${etcdPaths.peer}/tls.crt`,
    "peer-key-file": `${etcdPaths.peer}/tls.key`,
    "peer-trusted-ca-file": `${etcdPaths.peer}/ca.crt`,
    "peer-client-cert-auth": "true",
    // Clients have certificates of the same authority; they are no members.
    "peer-cert-allowed-cn": peerName(etcd),
  };
}

function clientTls(etcd: ResolvedEtcd): Readonly<Record<string, string>> {
  if (!clientsUseTls(etcd)) return {};
  return {
    "cert-file": `${etcdPaths.server}/tls.crt`,
    "key-file": `${etcdPaths.server}/tls.key`,
    "trusted-ca-file": `${etcdPaths.server}/ca.crt`,
    "client-cert-auth": "true",
  };
}
