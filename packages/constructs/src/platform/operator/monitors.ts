// SPDX-License-Identifier: Apache-2.0
/** @module Monitors of the Prometheus operator, for the operator itself and for the pods of graphs. */
import { labels as dynamoLabels } from "../../facts/index.js";
import type { RenderedObject } from "../rendered.js";
import { nameOf, platformLabels, selectorLabels } from "./names.js";
import type { ResolvedPlatform } from "./resolve.js";

const apiVersion = "monitoring.coreos.com/v1";
const enabled = "nvidia.com/metrics-enabled";

/** Port of metrics in pods that declare none. */
const systemPort = 9090;

/** Reads the operator's metrics with the token of Prometheus; their certificate is self-signed. */
export function renderServiceMonitor(platform: ResolvedPlatform): RenderedObject {
  return {
    apiVersion,
    kind: "ServiceMonitor",
    metadata: {
      name: nameOf(platform, "operator"),
      namespace: platform.namespace,
      labels: { ...platformLabels(platform, "metrics"), ...platform.monitoring.labels },
    },
    spec: {
      // The metrics Service has these labels, the one of the webhooks has not.
      selector: { matchLabels: selectorLabels(platform) },
      endpoints: [
        {
          port: "metrics",
          scheme: "https",
          path: "/metrics",
          interval: "15s",
          bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token",
          tlsConfig: { insecureSkipVerify: true },
        },
      ],
    },
  };
}

/** One PodMonitor per kind of component, for the namespaces that the operator looks after. */
export function renderPodMonitors(platform: ResolvedPlatform): readonly RenderedObject[] {
  const type = (value: string) => ({
    matchLabels: { [dynamoLabels.componentType]: value, [enabled]: "true" },
  });
  return [
    podMonitor(platform, "dynamo-frontend", type("frontend"), [
      { ...endpoint("http"), honorLabels: true, relabelings: [dynamoNamespace] },
    ]),
    podMonitor(platform, "dynamo-worker", workers, workerEndpoints(platform)),
    podMonitor(platform, "dynamo-planner", type("planner"), [endpoint("metrics")]),
    podMonitor(platform, "dynamo-router", type("default"), [
      { ...endpoint(), honorLabels: true, relabelings: [atSystemPort, dynamoNamespace] },
    ]),
  ];
}

const workers = {
  matchExpressions: [
    { key: dynamoLabels.componentType, operator: "In", values: ["worker", "decode", "prefill"] },
    { key: enabled, operator: "In", values: ["true"] },
  ],
};

/** Two engines in one pod have a port each, instead of `system`. */
function workerEndpoints({ monitoring }: ResolvedPlatform): readonly object[] {
  return [
    { ...endpoint("system"), relabelings: [componentType] },
    { ...endpoint("system-0"), relabelings: [componentType, graphName] },
    { ...endpoint("system-1"), relabelings: [componentType, graphName] },
    ...(monitoring.podMonitors === "nixl"
      ? [{ ...endpoint("nixl"), relabelings: [componentType] }]
      : []),
  ];
}

function podMonitor(
  { namespace, restriction }: ResolvedPlatform,
  name: string,
  selector: object,
  podMetricsEndpoints: readonly object[],
): RenderedObject {
  return {
    apiVersion,
    kind: "PodMonitor",
    metadata: { name, namespace, labels: undefined },
    spec: {
      namespaceSelector:
        restriction === undefined ? { any: true } : { matchNames: [restriction.targetNamespace] },
      podMetricsEndpoints,
      selector,
    },
  };
}

function endpoint(port?: string) {
  return { interval: "5s", path: "/metrics", port };
}

/** Copies a label of the pod to its metrics. */
function fromPodLabel(label: string, targetLabel: string) {
  const source = `__meta_kubernetes_pod_label_${label.replaceAll(/[^a-zA-Z0-9_]/g, "_")}`;
  return { action: "replace", sourceLabels: [source], targetLabel };
}

const dynamoNamespace = fromPodLabel(dynamoLabels.dynamoNamespace, "dynamo_namespace");
const componentType = fromPodLabel(dynamoLabels.componentType, "dynamo_component_type");
const graphName = fromPodLabel(dynamoLabels.graph, "dynamo_graph_deployment");

/** A router does not declare its port, so its address is written anew. */
const atSystemPort = {
  action: "replace",
  sourceLabels: ["__address__"],
  regex: "([^:]+)(?::\\d+)?",
  replacement: `\${1}:${systemPort}`,
  targetLabel: "__address__",
};
