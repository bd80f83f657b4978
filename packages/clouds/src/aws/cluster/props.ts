// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of the EKS cluster, and what other components have to know of it. */
import type { Provider } from "@pulumi/kubernetes/provider";
import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { AwsComponentProps } from "../component-props.js";
import type { NetworkRef } from "../network/props.js";
import type { AddOnName, KubernetesVersion } from "./versions.js";

/**
 * Who runs nodes and their add-ons: `standard` is us, with node groups or Karpenter; `auto` is EKS
 * Auto Mode.
 */
export type ComputeMode = "standard" | "auto";

/** Part of the control plane that writes a log. */
export type ControlPlaneLog = "api" | "audit" | "authenticator" | "controllerManager" | "scheduler";

/** A right of the cluster, as an access policy of EKS. */
export type AccessLevel = "cluster-admin" | "admin" | "edit" | "view" | "admin-view";

/** Who may do what in the cluster. */
export interface ClusterAccess {
  /** ARN of an IAM role or user; for Identity Center, of the role that it made in the account. */
  readonly principalArn: Input<string>;
  /** What the principal may do. */
  readonly level: AccessLevel;
  /** Namespaces where it counts. @default - all of them; `cluster-admin` cannot be limited */
  readonly namespaces?: readonly string[] | undefined;
}

/** The API server on the internet, for named addresses. */
export interface PublicEndpoint {
  /** Addresses that may connect, such as `203.0.113.0/24`; never everybody. */
  readonly allowedCidrs: readonly string[];
}

/** Settings of an EKS cluster of our own. */
export interface ClusterProps extends AwsComponentProps {
  readonly network: NetworkRef;
  /** Name of the cluster: letters, digits, hyphens and underscores, at most 100. @default - the component's name */
  readonly clusterName?: string | undefined;
  /** Kubernetes release. @default "1.35" */
  readonly kubernetesVersion?: KubernetesVersion | undefined;
  /** Who runs the nodes. Auto Mode costs a price per instance. @default "standard" */
  readonly compute?: ComputeMode | undefined;
  /**
   * The API server on the internet besides the private network.
   *
   * @default - private only: reach it through VPN or a host in the network
   */
  readonly publicEndpoint?: PublicEndpoint | undefined;
  /** Addresses of Services; outside of the VPC's. @default "172.20.0.0/16" */
  readonly serviceCidr?: string | undefined;
  /**
   * Private addresses that may reach the API server, such as those of a VPN or of a bastion's subnet.
   *
   * @default - control plane and nodes only
   */
  readonly apiClientCidrs?: readonly string[] | undefined;
  /**
   * Who may use the cluster, by a name of one's own; at least one `cluster-admin`, unless
   * `creatorAdmin`.
   *
   * @default - nobody
   */
  readonly access?: Readonly<Record<string, ClusterAccess>> | undefined;
  /** Makes whoever creates the cluster its administrator, for good. @default false */
  readonly creatorAdmin?: boolean | undefined;
  /** Logs of the control plane. @default - all five */
  readonly logs?: readonly ControlPlaneLog[] | undefined;
  /** Days that the log group keeps them; one of the values that CloudWatch Logs knows. @default 90 */
  readonly logRetentionDays?: number | undefined;
  /** ARN of the KMS key of Kubernetes Secrets and of the logs; its policy has to admit CloudWatch Logs. @default - a key of its own, rotated every year */
  readonly keyArn?: Input<string> | undefined;
  /** Pulumi and EKS refuse to delete the cluster while this is set, and its key is kept. @default true */
  readonly deletionProtection?: boolean | undefined;
  /**
   * An OIDC provider in IAM, for workloads that cannot use Pod Identity. Others need none.
   *
   * @default false
   */
  readonly oidc?: boolean | undefined;
  /** Role that kubectl and Pulumi assume to reach the cluster. @default - whoever runs them */
  readonly adminRoleArn?: Input<string> | undefined;
  /** Profile of the AWS configuration in the kubeconfig. @default - from the environment */
  readonly profile?: string | undefined;
  /** Versions of add-ons that the cluster makes before nodes, in place of the table's. @default - from the table */
  readonly addOnVersions?: Partial<Readonly<Record<AddOnName, string>>> | undefined;
}

/** What other components have to know of a cluster, ours or an existing one. */
export interface ClusterRef {
  readonly region: string;
  /** Name of the cluster as plain text: tags, policies and chart values are made from it. */
  readonly name: string;
  /** The same name, known when the cluster exists, so that resources wait for it. */
  readonly clusterName: Input<string>;
  readonly clusterArn: Input<string>;
  readonly kubernetesVersion: KubernetesVersion;
  readonly compute: ComputeMode;
  /** Security group that EKS gives to control plane and nodes. */
  readonly securityGroupId: Input<string>;
  /** What has to exist before nodes join and pods take identities. @default - nothing */
  readonly ready: readonly Resource[];
}

/** An existing cluster, for the component `ExistingCluster`. */
export interface ExistingClusterProps extends Omit<AwsComponentProps, "tags"> {
  readonly region: string;
  readonly clusterName: string;
  readonly clusterArn: Input<string>;
  readonly kubernetesVersion: KubernetesVersion;
  readonly securityGroupId: Input<string>;
  /** Address of the API server, `https://...`. */
  readonly endpoint: Input<string>;
  /** Certificate of its authority, in base64. */
  readonly certificateAuthority: Input<string>;
  /** @default "standard" */
  readonly compute?: ComputeMode | undefined;
  /** Role that kubectl and Pulumi assume. @default - whoever runs them */
  readonly adminRoleArn?: Input<string> | undefined;
  /** Profile of the AWS configuration in the kubeconfig. @default - from the environment */
  readonly profile?: string | undefined;
}

/** A cluster that programs can talk to. */
export interface ReachableCluster extends ClusterRef {
  readonly clusterName: Output<string>;
  readonly clusterArn: Output<string>;
  readonly securityGroupId: Output<string>;
  readonly endpoint: Output<string>;
  /** Secret: credentials come from `aws eks get-token` when it is used. */
  readonly kubeconfig: Output<string>;
  /** Provider of `@pulumi/kubernetes` for everything inside of the cluster. */
  readonly provider: Provider;
}

/** What the component `Cluster` offers. */
export interface ClusterOutputs extends ReachableCluster {
  /** Address of the cluster's OIDC issuer. */
  readonly oidcIssuer: Output<string>;
  /** ARN of the OIDC provider in IAM; undefined without `oidc`. */
  readonly oidcProviderArn: Output<string> | undefined;
  /** Role of nodes in Auto Mode; undefined otherwise. */
  readonly autoNodeRoleArn: Output<string> | undefined;
}

/** Add-ons of EKS that need nodes, for the component `AddOns`. */
export interface AddOnsProps extends AwsComponentProps {
  readonly cluster: ClusterRef;
  /** Nodes that run the add-ons' pods, so that EKS does not wait in vain. */
  readonly nodes: readonly Resource[];
  /**
   * Which add-ons.
   *
   * @default - `coredns`, `aws-ebs-csi-driver`, `snapshot-controller`, `metrics-server` and
   *   `eks-node-monitoring-agent`; in Auto Mode only those that it lacks
   */
  readonly addOns?: readonly AddOnName[] | undefined;
  /** Versions in place of the table's. @default - from the table */
  readonly versions?: Partial<Readonly<Record<AddOnName, string>>> | undefined;
  /** EFS file systems that the EFS driver may make access points on. @default - none */
  readonly efsFileSystemArns?: readonly Input<string>[] | undefined;
  /** Buckets that the Mountpoint driver may read. @default - none */
  readonly bucketArns?: readonly Input<string>[] | undefined;
  /** KMS keys of volumes, file systems and buckets. @default - none */
  readonly keyArns?: readonly Input<string>[] | undefined;
}

/** What the component `AddOns` offers. */
export interface AddOnsOutputs {
  /** The add-ons; depend on them for what needs DNS or volumes. */
  readonly addOns: readonly Resource[];
}
