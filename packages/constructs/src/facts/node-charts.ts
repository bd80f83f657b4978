// SPDX-License-Identifier: Apache-2.0
/** @module Charts of the software that runs on GPU nodes: where they are, and which versions work. */

/** The charts, by what they install. */
export const nodeCharts = {
  gpuOperator: {
    chart: "gpu-operator",
    repository: "https://helm.ngc.nvidia.com/nvidia",
    version: "v26.7.0",
    namespace: "gpu-operator",
  },
  /** InfiniBand: driver of the network cards and their device plugin. */
  networkOperator: {
    chart: "network-operator",
    repository: "https://helm.ngc.nvidia.com/nvidia",
    version: "v26.4.0",
    namespace: "network-operator",
  },
  /** Only where the GPU Operator is absent, which brings its own. 4.9 renames metrics and changes units. */
  dcgmExporter: {
    chart: "dcgm-exporter",
    repository: "https://nvidia.github.io/dcgm-exporter/helm-charts",
    version: "4.8.4",
    namespace: "monitoring",
  },
  awsEfaDevicePlugin: {
    chart: "aws-efa-k8s-device-plugin",
    repository: "https://aws.github.io/eks-charts",
    version: "v0.5.30",
    namespace: "kube-system",
  },
} as const;
