// SPDX-License-Identifier: Apache-2.0
/** @module What stands around the operator's pods: Services, disruption budget, network policy. */
import type { RenderedObject } from "../rendered.js";
import { operatorPorts } from "./deployment.js";
import {
  managerName,
  nameOf,
  platformLabels,
  selectorLabels,
  webhookServiceName,
} from "./names.js";
import type { NetworkPolicyProps } from "./props.js";
import type { ResolvedPlatform } from "./resolve.js";

/** The Service that the API server calls. */
export function renderWebhookService(platform: ResolvedPlatform): RenderedObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: webhookServiceName(platform),
      namespace: platform.namespace,
      labels: platformLabels(platform, "webhook"),
    },
    spec: {
      selector: selectorLabels(platform),
      ports: [{ name: "webhook", port: 443, protocol: "TCP", targetPort: operatorPorts.webhook }],
    },
  };
}

/** The Service with the operator's metrics. */
export function renderMetricsService(platform: ResolvedPlatform): RenderedObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: nameOf(platform),
      namespace: platform.namespace,
      labels: {
        ...platformLabels(platform, "metrics"),
        "control-plane": "controller-manager",
      },
    },
    spec: {
      type: "ClusterIP",
      selector: selectorLabels(platform),
      ports: [
        { name: "metrics", port: operatorPorts.metrics, protocol: "TCP", targetPort: "metrics" },
      ],
    },
  };
}

/** One replica stays while nodes are drained; one that is not ready may always go. */
export function renderDisruptionBudget(platform: ResolvedPlatform): RenderedObject {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: {
      name: managerName(platform),
      namespace: platform.namespace,
      labels: platformLabels(platform, "manager"),
    },
    spec: {
      minAvailable: 1,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
      selector: { matchLabels: selectorLabels(platform) },
    },
  };
}

/**
 * API servers reach the webhooks, Prometheus the metrics; probes come from the node, which no policy
 * stops. What the operator calls stays open: the API server's address is not known, and it asks
 * workers on their ports.
 */
export function renderNetworkPolicy(
  platform: ResolvedPlatform,
  { apiServerCidrs }: NetworkPolicyProps,
): RenderedObject {
  const monitoring = {
    namespaceSelector: {
      matchLabels: { "kubernetes.io/metadata.name": platform.monitoring.namespace },
    },
  };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: {
      name: managerName(platform),
      namespace: platform.namespace,
      labels: platformLabels(platform, "manager"),
    },
    spec: {
      podSelector: { matchLabels: selectorLabels(platform) },
      policyTypes: ["Ingress"],
      ingress: [
        {
          from: apiServerCidrs?.map((cidr) => ({ ipBlock: { cidr } })),
          ports: [{ protocol: "TCP", port: operatorPorts.webhook }],
        },
        { from: [monitoring], ports: [{ protocol: "TCP", port: operatorPorts.metrics }] },
      ],
    },
  };
}
