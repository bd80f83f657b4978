// SPDX-License-Identifier: Apache-2.0
/** @module The releases of Kubernetes that are offered, and of each add-on the version that is installed. */

/** Releases of Kubernetes that EKS supports and Dynamo runs on. */
export const kubernetesVersions = ["1.34", "1.35"] as const;

/** A release of Kubernetes. */
export type KubernetesVersion = (typeof kubernetesVersions)[number];

/** Add-ons that EKS manages. */
export type AddOnName =
  | "vpc-cni"
  | "kube-proxy"
  | "eks-pod-identity-agent"
  | "coredns"
  | "aws-ebs-csi-driver"
  | "aws-efs-csi-driver"
  | "aws-fsx-csi-driver"
  | "aws-mountpoint-s3-csi-driver"
  | "snapshot-controller"
  | "metrics-server"
  | "eks-node-monitoring-agent"
  | "amazon-cloudwatch-observability";

/** Releases of the add-ons that are the same for every release of Kubernetes here. */
const common = {
  "vpc-cni": "v1.21.1-eksbuild.5",
  "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
  coredns: "v1.13.2-eksbuild.4",
  "aws-ebs-csi-driver": "v1.57.1-eksbuild.1",
  "aws-efs-csi-driver": "v2.3.1-eksbuild.1",
  // Of these two no source says with which release of Kubernetes they were installed (unverified).
  "aws-fsx-csi-driver": "v1.8.0-eksbuild.1",
  "aws-mountpoint-s3-csi-driver": "v2.3.0-eksbuild.1",
  "snapshot-controller": "v8.5.0-eksbuild.3",
  "metrics-server": "v0.8.1-eksbuild.4",
  "eks-node-monitoring-agent": "v1.6.2-eksbuild.1",
  "amazon-cloudwatch-observability": "v5.2.3-eksbuild.1",
} as const satisfies Partial<Record<AddOnName, string>>;

/**
 * The version of each add-on, by release of Kubernetes.
 *
 * @see `aws eks describe-addon-versions --kubernetes-version 1.35`
 */
export const addOnVersions: Readonly<
  Record<KubernetesVersion, Readonly<Record<AddOnName, string>>>
> = {
  "1.34": { ...common, "kube-proxy": "v1.34.5-eksbuild.2" },
  "1.35": { ...common, "kube-proxy": "v1.35.2-eksbuild.4" },
};
