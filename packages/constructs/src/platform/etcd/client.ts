// SPDX-License-Identifier: Apache-2.0
/** @module What reaches etcd, and with which credentials: Dynamo, and the jobs that look after it. */
import type { EnvVar, Volume, VolumeMount } from "../../api/index.js";
import type { Environment } from "../../graph/index.js";
import { secretVariable } from "../rendered.js";
import { podHost, podNames, serviceHost } from "../server-names.js";
import { secretMount } from "../server-pods.js";
import { clientScheme, etcdPaths, etcdPorts } from "./member-flags.js";
import { clientsUseTls, type ResolvedEtcd } from "./resolve.js";

/** Every member by its own address: a client that loses one goes on with the next. */
export function etcdEndpoints(etcd: ResolvedEtcd): readonly string[] {
  return podNames(etcd).map(
    (pod) => `${clientScheme(etcd)}://${podHost(etcd, pod)}:${etcdPorts.client.port}`,
  );
}

/** Address of any ready member. */
export function anyEndpoint(etcd: ResolvedEtcd): string {
  return `${clientScheme(etcd)}://${serviceHost(etcd)}:${etcdPorts.client.port}`;
}

/**
 * The variables of a Dynamo process. Certificate and key are given as text, not as files: that is
 * how Dynamo reads them, whatever its documentation says.
 *
 * @see lib/runtime/src/transports/etcd.rs
 */
export function etcdEnvironment(etcd: ResolvedEtcd): Environment {
  return { ETCD_ENDPOINTS: etcdEndpoints(etcd).join(","), ...credentials(etcd) };
}

function credentials(etcd: ResolvedEtcd): Environment {
  const { tls, auth } = etcd;
  if (auth?.kind === "password") {
    return {
      ETCD_AUTH_USERNAME: auth.user,
      ETCD_AUTH_PASSWORD: { secretKeyRef: { ...auth.password } },
    };
  }
  if (tls === undefined) return {};
  const name = tls.secrets.client;
  return {
    ETCD_AUTH_CA: { secretKeyRef: { name, key: "ca.crt" } },
    ETCD_AUTH_CLIENT_CERT: { secretKeyRef: { name, key: "tls.crt" } },
    ETCD_AUTH_CLIENT_KEY: { secretKeyRef: { name, key: "tls.key" } },
  };
}

/** How a job of ours is the administrator. */
export interface Administrator {
  /** For etcdctl. */
  readonly env: readonly EnvVar[];
  readonly volumes: readonly Volume[];
  readonly mounts: readonly VolumeMount[];
}

/** Environment and files with which etcdctl is `root`. */
export function administrator(etcd: ResolvedEtcd): Administrator {
  const endpoint: EnvVar = { name: "ETCDCTL_ENDPOINTS", value: anyEndpoint(etcd) };
  if (etcd.tls !== undefined && clientsUseTls(etcd)) {
    const { volume, mount } = secretMount("root-tls", etcd.tls.secrets.root, etcdPaths.root);
    return { env: [endpoint, ...certificateVariables()], volumes: [volume], mounts: [mount] };
  }
  return { env: [endpoint, ...passwordVariables(etcd)], volumes: [], mounts: [] };
}

function certificateVariables(): EnvVar[] {
  return [
    { name: "ETCDCTL_CACERT", value: `${etcdPaths.root}/ca.crt` },
    { name: "ETCDCTL_CERT", value: `${etcdPaths.root}/tls.crt` },
    { name: "ETCDCTL_KEY", value: `${etcdPaths.root}/tls.key` },
  ];
}

function passwordVariables({ auth }: ResolvedEtcd): EnvVar[] {
  if (auth?.kind !== "password") return [];
  return [
    { name: "ETCDCTL_USER", value: "root" },
    secretVariable("ETCDCTL_PASSWORD", auth.rootPassword),
  ];
}
