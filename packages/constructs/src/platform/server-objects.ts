// SPDX-License-Identifier: Apache-2.0
/** @module The objects around a set of servers: Services, disruption budget, network policy. */
import { labels } from "../facts/index.js";
import type { RenderedMetadata, RenderedObject } from "./rendered.js";
import { headlessName, objectLabels, serverLabels } from "./server-names.js";
import type { NetworkPeer, ServerSet } from "./server-props.js";

/** A port of the servers, by its name. */
export interface ServerPort {
  readonly name: string;
  readonly port: number;
}

/** Who reaches which port. */
export interface PortUse {
  /** For clients. */
  readonly client: ServerPort;
  /** For the other servers. */
  readonly peer: ServerPort;
  /** For those who read metrics. */
  readonly metrics: ServerPort;
}

/** Metadata of an object of the set; `suffix` is put behind its name. */
export function metadataOf(
  set: ServerSet,
  suffix?: string,
  component: "server" | "maintenance" = "server",
): RenderedMetadata {
  return {
    name: suffix === undefined ? set.name : `${set.name}-${suffix}`,
    namespace: set.namespace,
    labels: objectLabels(set, component),
  };
}

/** The Service that clients use: any ready server. */
export function renderService(set: ServerSet, port: ServerPort): RenderedObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadataOf(set),
    spec: { selector: serverLabels(set), ports: [servicePort(port)] },
  };
}

/** The Service that gives each server a name, also before it is ready: they find one another to become ready. */
export function renderHeadlessService(
  set: ServerSet,
  ports: readonly ServerPort[],
): RenderedObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { ...metadataOf(set), name: headlessName(set) },
    spec: {
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: serverLabels(set),
      ports: ports.map(servicePort),
    },
  };
}

function servicePort({ name, port }: ServerPort): object {
  // Named so that a mesh treats the traffic as plain TCP: NATS speaks first, etcd's TLS is its own.
  return { name, port, targetPort: name, appProtocol: "tcp" };
}

/** How many servers a drain may take down; a server that is not ready may always go. */
export function renderDisruptionBudget(set: ServerSet): RenderedObject {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: metadataOf(set),
    spec: {
      maxUnavailable: set.maxUnavailable,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
      selector: { matchLabels: serverLabels(set) },
    },
  };
}

/**
 * Clients reach the client port, servers one another, Prometheus the metrics; servers reach nothing
 * but one another and DNS. Probes come from the node, which no policy stops.
 */
export function renderNetworkPolicy(set: ServerSet, ports: PortUse): RenderedObject {
  const own: NetworkPeer = { podSelector: { matchLabels: serverLabels(set) } };
  const graphs: NetworkPeer = {
    namespaceSelector: {},
    podSelector: { matchExpressions: [{ key: labels.graph, operator: "Exists" }] },
  };
  const upkeep: NetworkPeer = { podSelector: { matchLabels: objectLabels(set, "maintenance") } };
  const monitoring: NetworkPeer = {
    namespaceSelector: {
      matchLabels: { "kubernetes.io/metadata.name": set.access.monitoringNamespace },
    },
  };
  const clients = [graphs, upkeep, ...set.access.clients];
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadataOf(set),
    spec: {
      podSelector: { matchLabels: serverLabels(set) },
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        { from: clients, ports: [tcp(ports.client.port)] },
        { from: [own], ports: [tcp(ports.client.port), tcp(ports.peer.port)] },
        { from: [monitoring], ports: [tcp(ports.metrics.port)] },
      ],
      egress: [
        { to: [own], ports: [tcp(ports.client.port), tcp(ports.peer.port)] },
        // No destination: a DNS cache on the node belongs to no namespace.
        { ports: [tcp(53), { protocol: "UDP", port: 53 }] },
      ],
    },
  };
}

function tcp(port: number): object {
  return { protocol: "TCP", port };
}
