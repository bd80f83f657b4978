// SPDX-License-Identifier: Apache-2.0
/** @module The charts that every Kubernetes environment installs: what may be set, and the values that fit Dynamo. */
export {
  type AwsLoadBalancerControllerValues,
  awsLoadBalancerController,
  type CertManagerValues,
  certManager,
  certManagerValues,
  type ExternalDnsValues,
  type ExternalSecretsValues,
  externalDns,
  externalDnsValues,
  externalSecrets,
  externalSecretsValues,
} from "./access.js";
export { type AlloyOptions, type AlloyValues, alloy, alloyConfig, alloyValues } from "./alloy.js";
export {
  type KarpenterValues,
  type KedaValues,
  karpenter,
  karpenterValues,
  keda,
  kedaValues,
} from "./autoscaling.js";
export { lokiDatasource, tempoDatasource } from "./datasources.js";
export {
  grafanaAdmin,
  type KubePrometheusStackValues,
  kubePrometheusStack,
  kubePrometheusStackValues,
  type PrometheusOptions,
  prometheusOperatorCrds,
  prometheusRelease,
  prometheusUrl,
} from "./kube-prometheus-stack.js";
export {
  type LokiOptions,
  type LokiValues,
  loki,
  lokiAccount,
  lokiUrl,
  lokiValues,
} from "./loki.js";
export {
  type NamespaceObject,
  namespaceObject,
  type PodSecurityLevel,
  podSecurityLevels,
} from "./namespace.js";
export { amount, gpuToleration } from "./pod-settings.js";
export {
  otlpEndpoint,
  type TempoOptions,
  type TempoValues,
  tempo,
  tempoAccount,
  tempoUrl,
  tempoValues,
} from "./tempo.js";
export {
  type VeleroOptions,
  type VeleroValues,
  velero,
  veleroAwsPlugin,
  veleroValues,
} from "./velero.js";
