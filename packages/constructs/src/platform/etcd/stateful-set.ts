// SPDX-License-Identifier: Apache-2.0
/** @module The pods of etcd. */
import type { Container, PodSpec, Volume, VolumeMount } from "../../api/index.js";
import { podNameVariable, type RenderedStatefulSet } from "../rendered.js";
import {
  httpProbe,
  memoryLimit,
  placement,
  renderStatefulSet,
  restrictedContainer,
  restrictedPod,
  secretMount,
} from "../server-pods.js";
import { etcdPaths, etcdPorts, memberFlags } from "./member-flags.js";
import { clientsUseTls, type ResolvedEtcd } from "./resolve.js";

/** The StatefulSet. */
export function renderEtcdStatefulSet(etcd: ResolvedEtcd): RenderedStatefulSet {
  return renderStatefulSet(etcd, renderPod(etcd));
}

function renderPod(etcd: ResolvedEtcd): PodSpec {
  const certificates = mountedCertificates(etcd);
  return {
    ...restrictedPod(),
    ...placement(etcd),
    terminationGracePeriodSeconds: 30,
    containers: [renderMember(etcd, certificates.mounts)],
    volumes: certificates.volumes.length === 0 ? undefined : certificates.volumes,
  };
}

function mountedCertificates(etcd: ResolvedEtcd): { volumes: Volume[]; mounts: VolumeMount[] } {
  if (etcd.tls === undefined) return { volumes: [], mounts: [] };
  const { secrets } = etcd.tls;
  const peer = secretMount("peer-tls", secrets.peer, etcdPaths.peer);
  if (!clientsUseTls(etcd)) return { volumes: [peer.volume], mounts: [peer.mount] };
  const server = secretMount("server-tls", secrets.server, etcdPaths.server);
  return { volumes: [peer.volume, server.volume], mounts: [peer.mount, server.mount] };
}

function renderMember(etcd: ResolvedEtcd, certificates: readonly VolumeMount[]): Container {
  const { metrics } = etcdPorts;
  return {
    name: "etcd",
    image: etcd.image,
    command: ["/usr/local/bin/etcd"],
    args: [...memberFlags(etcd)],
    env: [podNameVariable, ...memoryLimit(etcd)],
    ports: Object.values(etcdPorts).map(({ name, port }) => ({ name, containerPort: port })),
    resources: etcd.resources,
    // A member that waits for a majority is alive, so it is not restarted; it is not ready.
    startupProbe: httpProbe(metrics.name, "/livez", often(10, 24)),
    livenessProbe: httpProbe(metrics.name, "/livez", often(10, 8)),
    readinessProbe: httpProbe(metrics.name, "/readyz", often(5, 3)),
    volumeMounts: [{ name: "data", mountPath: etcdPaths.data }, ...certificates],
    ...restrictedContainer(),
  };
}

function often(periodSeconds: number, failureThreshold: number) {
  return { periodSeconds, failureThreshold, timeoutSeconds: 15 };
}
