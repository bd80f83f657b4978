// SPDX-License-Identifier: Apache-2.0
/** @module Alloy on every node: the logs of graphs and of the platform to Loki, with few labels. */
import { z } from "zod";
import { chartPins, defineChart } from "../kubernetes/index.js";
import { amount, gpuToleration, resources, serviceMonitor, toleration } from "./pod-settings.js";

export const alloy = defineChart(
  chartPins.alloy,
  z.strictObject({
    alloy: z.strictObject({
      configMap: z.strictObject({ create: z.boolean(), content: z.string() }),
      clustering: z.strictObject({ enabled: z.boolean() }),
      enableReporting: z.boolean(),
      mounts: z.strictObject({ varlog: z.boolean() }),
      resources,
      extraEnv: z.array(
        z.strictObject({
          name: z.string(),
          valueFrom: z.strictObject({ fieldRef: z.strictObject({ fieldPath: z.string() }) }),
        }),
      ),
      securityContext: z.strictObject({
        allowPrivilegeEscalation: z.boolean(),
        capabilities: z.strictObject({ drop: z.array(z.string()), add: z.array(z.string()) }),
        seccompProfile: z.strictObject({ type: z.string() }),
      }),
    }),
    controller: z.strictObject({
      type: z.enum(["daemonset"]),
      tolerations: z.array(toleration),
    }),
    serviceMonitor,
  }),
);

/** Values of the chart. */
export type AlloyValues = z.input<typeof alloy.values>;

/** What an environment decides. */
export interface AlloyOptions {
  readonly clusterName: string;
  /** Loki, without a path. */
  readonly loki: string;
  /** Namespaces whose pods are read beside those of graphs. */
  readonly platformNamespaces: readonly string[];
}

/** The values. */
export function alloyValues(options: AlloyOptions): AlloyValues {
  return {
    alloy: {
      configMap: { create: true, content: alloyConfig(options) },
      clustering: { enabled: false },
      enableReporting: false,
      mounts: { varlog: true },
      resources: amount("50m", "256Mi"),
      extraEnv: [{ name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } }],
      securityContext: {
        allowPrivilegeEscalation: false,
        // Log files belong to root and are readable to nobody else.
        capabilities: { drop: ["ALL"], add: ["DAC_READ_SEARCH"] },
        seccompProfile: { type: "RuntimeDefault" },
      },
    },
    controller: { type: "daemonset", tolerations: [gpuToleration] },
    serviceMonitor: { enabled: true },
  };
}

/** Labels of pods that become labels of lines; everything else is structured metadata, which costs no stream. */
const streamLabels = [
  ["__meta_kubernetes_namespace", "namespace"],
  ["__meta_kubernetes_pod_container_name", "container"],
  [
    "__meta_kubernetes_pod_label_nvidia_com_dynamo_graph_deployment_name",
    "nvidia_com_dynamo_graph_deployment_name",
  ],
  [
    "__meta_kubernetes_pod_label_nvidia_com_dynamo_component_type",
    "nvidia_com_dynamo_component_type",
  ],
  ["__meta_kubernetes_pod_label_app_kubernetes_io_name", "app_kubernetes_io_name"],
  ["__meta_kubernetes_pod_name", "pod"],
  ["__meta_kubernetes_pod_label_nvidia_com_dynamo_component", "nvidia_com_dynamo_component"],
] as const;

/**
 * Files of the node's own pods: found, parsed as the container runtime writes them and as Dynamo's
 * JSON, and sent. A line that is no JSON passes as it is.
 */
export function alloyConfig({ clusterName, loki, platformNamespaces }: AlloyOptions): string {
  const kept = `.+;.*|;(${platformNamespaces.join("|")})`;
  const copies = streamLabels.map(
    ([source, target]) =>
      `  rule {\n    source_labels = ["${source}"]\n    target_label  = "${target}"\n  }`,
  );
  return `discovery.kubernetes "pods" {
  role = "pod"
  selectors {
    role  = "pod"
    field = "spec.nodeName=" + sys.env("NODE_NAME")
  }
}

discovery.relabel "pods" {
  targets = discovery.kubernetes.pods.targets
  rule {
    source_labels = ["__meta_kubernetes_pod_label_nvidia_com_dynamo_graph_deployment_name", "__meta_kubernetes_namespace"]
    regex         = "${kept}"
    action        = "keep"
  }
${copies.join("\n")}
  rule {
    source_labels = ["__meta_kubernetes_pod_uid", "__meta_kubernetes_pod_container_name"]
    separator     = "/"
    replacement   = "/var/log/pods/*$1/*.log"
    target_label  = "__path__"
  }
}

local.file_match "pods" {
  path_targets = discovery.relabel.pods.output
}

loki.source.file "pods" {
  targets    = local.file_match.pods.targets
  forward_to = [loki.process.pods.receiver]
}

loki.process "pods" {
  forward_to = [loki.write.default.receiver]
  stage.cri {}
  stage.json {
    expressions    = { level = "", trace_id = "", span_id = "", x_request_id = "" }
    drop_malformed = false
  }
  stage.labels {
    values = { level = "" }
  }
  stage.structured_metadata {
    values = { pod = "", nvidia_com_dynamo_component = "", trace_id = "", span_id = "", x_request_id = "" }
  }
  stage.label_drop {
    values = ["filename", "pod", "nvidia_com_dynamo_component"]
  }
}

loki.write "default" {
  endpoint {
    url = "${loki}/loki/api/v1/push"
  }
  external_labels = { cluster = "${clusterName}" }
}
`;
}
