// SPDX-License-Identifier: Apache-2.0
/** @module The one table of chart versions: every chart that an environment installs, and where it comes from. */
import { dynamoVersion, nodeCharts, orchestratorCharts } from "@dynamo-iac/constructs/facts";

/** A chart at one version. */
export interface ChartPin {
  /** Name in its repository; with an OCI registry the whole address. */
  readonly chart: string;
  /** Address of the repository. @default - the chart is in an OCI registry */
  readonly repository?: string | undefined;
  readonly version: string;
}

/** Charts by name. Versions of August 2026 that work together with Dynamo 1.4.0. */
export const chartPins = {
  dynamoPlatform: {
    chart: "dynamo-platform",
    repository: "https://helm.ngc.nvidia.com/nvidia/ai-dynamo",
    version: dynamoVersion,
  },
  kubePrometheusStack: {
    chart: "kube-prometheus-stack",
    repository: "https://prometheus-community.github.io/helm-charts",
    version: "88.5.3",
  },
  prometheusOperatorCrds: {
    chart: "prometheus-operator-crds",
    repository: "https://prometheus-community.github.io/helm-charts",
    version: "31.0.1",
  },
  /** The open-source chart moved here in March 2026; the one of grafana.github.io is for the enterprise edition. */
  loki: {
    chart: "loki",
    repository: "https://grafana-community.github.io/helm-charts",
    version: "18.11.0",
  },
  tempo: {
    chart: "tempo",
    repository: "https://grafana-community.github.io/helm-charts",
    version: "2.2.4",
  },
  alloy: {
    chart: "alloy",
    repository: "https://grafana.github.io/helm-charts",
    version: "1.11.1",
  },
  opentelemetryCollector: {
    chart: "opentelemetry-collector",
    repository: "https://open-telemetry.github.io/opentelemetry-helm-charts",
    version: "0.170.0",
  },
  dcgmExporter: nodeCharts.dcgmExporter,
  gpuOperator: nodeCharts.gpuOperator,
  keda: {
    chart: "keda",
    repository: "https://kedacore.github.io/charts",
    version: "2.20.2",
  },
  certManager: {
    chart: "cert-manager",
    repository: "https://charts.jetstack.io",
    version: "v1.21.1",
  },
  externalDns: {
    chart: "external-dns",
    repository: "https://kubernetes-sigs.github.io/external-dns",
    version: "1.21.1",
  },
  externalSecrets: {
    chart: "external-secrets",
    repository: "https://charts.external-secrets.io",
    version: "2.9.0",
  },
  velero: {
    chart: "velero",
    repository: "https://vmware-tanzu.github.io/helm-charts",
    version: "12.1.0",
  },
  karpenter: {
    chart: "oci://public.ecr.aws/karpenter/karpenter",
    version: "1.14.1",
  },
  awsLoadBalancerController: {
    chart: "aws-load-balancer-controller",
    repository: "https://aws.github.io/eks-charts",
    version: "3.5.0",
  },
  awsEfaDevicePlugin: nodeCharts.awsEfaDevicePlugin,
  grove: orchestratorCharts.grove,
  kaiScheduler: orchestratorCharts.kai,
  leaderWorkerSet: orchestratorCharts.lws,
  volcano: orchestratorCharts.volcano,
} as const satisfies Record<string, ChartPin>;
