// SPDX-License-Identifier: Apache-2.0
/** @module The versions of Kubernetes that are offered, and of each add-on the one that is installed. */

/** Releases of Kubernetes that EKS supports and Dynamo runs on. */
export const kubernetesVersions = ["1.33", "1.34", "1.35"] as const;

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
