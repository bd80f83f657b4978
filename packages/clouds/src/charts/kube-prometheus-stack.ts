// SPDX-License-Identifier: Apache-2.0
/** @module Prometheus, Alertmanager and Grafana by kube-prometheus-stack, with the CRDs by a chart of their own. */
import { z } from "zod";
import { chartPins, defineChart } from "../kubernetes/index.js";
import { amount, resources } from "./pod-settings.js";

/** Names that the Planner, dashboards and other charts rely on; they come from the release's name. */
export const prometheusRelease = "prometheus";

/** The Service of Prometheus, which is the Planner's default. */
export function prometheusUrl(namespace: string): string {
  return `http://${prometheusRelease}-kube-prometheus-prometheus.${namespace}.svc.cluster.local:9090`;
}

/** Secret with the name and password of Grafana's administrator, and its keys. */
export const grafanaAdmin = {
  secret: "grafana-admin",
  user: "admin-user",
  password: "admin-password",
};

/** CRDs of the Prometheus operator, so that all other charts can bring their monitors. */
export const prometheusOperatorCrds = defineChart(
  chartPins.prometheusOperatorCrds,
  z.strictObject({}),
);

const anySelector = z.strictObject({});
const claim = z.strictObject({
  volumeClaimTemplate: z.strictObject({
    spec: z.strictObject({
      storageClassName: z.string().optional(),
      accessModes: z.array(z.string()),
      resources: z.strictObject({ requests: z.strictObject({ storage: z.string() }) }),
    }),
  }),
});
const switchOff = z.strictObject({ enabled: z.boolean() });
const sidecar = z.strictObject({
  enabled: z.boolean(),
  label: z.string(),
  labelValue: z.string(),
  searchNamespace: z.string(),
});
const datasource = z.strictObject({
  name: z.string(),
  uid: z.string(),
  type: z.string(),
  access: z.enum(["proxy", "direct"]),
  url: z.string(),
  /** Settings of the kind of data source: its own format. */
  jsonData: z.record(z.string(), z.unknown()).optional(),
});

export const kubePrometheusStack = defineChart(
  chartPins.kubePrometheusStack,
  z.strictObject({
    crds: switchOff,
    kubeEtcd: switchOff,
    kubeControllerManager: switchOff,
    kubeScheduler: switchOff,
    kubeProxy: switchOff,
    prometheusOperator: z.strictObject({ resources }),
    prometheus: z.strictObject({
      prometheusSpec: z.strictObject({
        replicas: z.int(),
        retention: z.string(),
        retentionSize: z.string(),
        externalLabels: z.record(z.string(), z.string()),
        enableRemoteWriteReceiver: z.boolean(),
        enableFeatures: z.array(z.string()),
        podAntiAffinity: z.enum(["", "soft", "hard"]),
        podMonitorSelectorNilUsesHelmValues: z.boolean(),
        serviceMonitorSelectorNilUsesHelmValues: z.boolean(),
        ruleSelectorNilUsesHelmValues: z.boolean(),
        probeSelectorNilUsesHelmValues: z.boolean(),
        scrapeConfigSelectorNilUsesHelmValues: z.boolean(),
        podMonitorNamespaceSelector: anySelector,
        serviceMonitorNamespaceSelector: anySelector,
        ruleNamespaceSelector: anySelector,
        probeNamespaceSelector: anySelector,
        resources,
        storageSpec: claim,
      }),
    }),
    alertmanager: z.strictObject({
      alertmanagerSpec: z.strictObject({ replicas: z.int(), resources, storage: claim }),
    }),
    grafana: z.strictObject({
      replicas: z.int(),
      admin: z.strictObject({
        existingSecret: z.string(),
        userKey: z.string(),
        passwordKey: z.string(),
      }),
      sidecar: z.strictObject({ dashboards: sidecar, datasources: sidecar }),
      additionalDataSources: z.array(datasource),
      "grafana.ini": z.record(z.string(), z.record(z.string(), z.union([z.string(), z.boolean()]))),
      resources,
    }),
    "kube-state-metrics": z.strictObject({ metricLabelsAllowlist: z.array(z.string()), resources }),
    "prometheus-node-exporter": z.strictObject({ resources }),
  }),
);

/** Values of the chart. */
export type KubePrometheusStackValues = z.input<typeof kubePrometheusStack.values>;

/** What an environment decides. */
export interface PrometheusOptions {
  readonly clusterName: string;
  readonly retentionDays: number;
  readonly sizeGiB: number;
  readonly replicas: number;
  readonly storageClass: string;
  /** Takes span metrics of Tempo. */
  readonly remoteWrite: boolean;
  readonly datasources: readonly z.input<typeof datasource>[];
}

/** Part of the volume that Prometheus may fill: the write-ahead log and compaction need the rest. */
const usableVolume = 0.85;

const everything = {
  podMonitorSelectorNilUsesHelmValues: false,
  serviceMonitorSelectorNilUsesHelmValues: false,
  ruleSelectorNilUsesHelmValues: false,
  probeSelectorNilUsesHelmValues: false,
  scrapeConfigSelectorNilUsesHelmValues: false,
  podMonitorNamespaceSelector: {},
  serviceMonitorNamespaceSelector: {},
  ruleNamespaceSelector: {},
  probeNamespaceSelector: {},
};

/** The values: monitors and rules of all namespaces, nothing of a control plane that nobody can reach. */
export function kubePrometheusStackValues(options: PrometheusOptions): KubePrometheusStackValues {
  const { replicas, sizeGiB, storageClass } = options;
  const hidden = { enabled: false };
  return {
    crds: hidden,
    kubeEtcd: hidden,
    kubeControllerManager: hidden,
    kubeScheduler: hidden,
    kubeProxy: hidden,
    prometheusOperator: { resources: amount("100m", "256Mi") },
    prometheus: {
      prometheusSpec: {
        ...everything,
        replicas,
        retention: `${options.retentionDays}d`,
        retentionSize: `${Math.floor(sizeGiB * usableVolume * 1024)}MiB`,
        externalLabels: { cluster: options.clusterName },
        enableRemoteWriteReceiver: options.remoteWrite,
        enableFeatures: ["exemplar-storage"],
        podAntiAffinity: replicas > 1 ? "hard" : "soft",
        resources: amount("500m", replicas > 1 ? "4Gi" : "2Gi"),
        storageSpec: volume(storageClass, sizeGiB),
      },
    },
    alertmanager: {
      alertmanagerSpec: {
        replicas,
        resources: amount("50m", "128Mi"),
        storage: volume(storageClass, 5),
      },
    },
    grafana: grafanaValues(options),
    "kube-state-metrics": {
      metricLabelsAllowlist: [
        "pods=[nvidia.com/dynamo-graph-deployment-name,nvidia.com/dynamo-component-type,nvidia.com/dynamo-component]",
      ],
      resources: amount("50m", "256Mi"),
    },
    "prometheus-node-exporter": { resources: amount("50m", "64Mi") },
  };
}

function grafanaValues({ datasources }: PrometheusOptions): KubePrometheusStackValues["grafana"] {
  const found = { enabled: true, labelValue: "1", searchNamespace: "ALL" };
  return {
    replicas: 1,
    admin: {
      existingSecret: grafanaAdmin.secret,
      userKey: grafanaAdmin.user,
      passwordKey: grafanaAdmin.password,
    },
    sidecar: {
      dashboards: { ...found, label: "grafana_dashboard" },
      datasources: { ...found, label: "grafana_datasource" },
    },
    additionalDataSources: [...datasources],
    "grafana.ini": {
      analytics: { reporting_enabled: false, check_for_updates: false },
      "auth.anonymous": { enabled: false },
      security: { cookie_secure: true },
    },
    resources: amount("100m", "512Mi"),
  };
}

function volume(storageClassName: string, sizeGiB: number): z.input<typeof claim> {
  return {
    volumeClaimTemplate: {
      spec: {
        storageClassName,
        accessModes: ["ReadWriteOnce"],
        resources: { requests: { storage: `${sizeGiB}Gi` } },
      },
    },
  };
}
