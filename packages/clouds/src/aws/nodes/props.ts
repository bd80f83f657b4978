// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of nodes, and what they offer to graphs and to Karpenter's objects. */
import type { Pool, Taint } from "@dynamo-iac/constructs/estimate";
import type { Machine } from "@dynamo-iac/constructs/facts";
import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { ClusterRef } from "../cluster/props.js";
import type { AwsComponentProps } from "../component-props.js";
import type { NetworkRef } from "../network/props.js";

/** What nodes run: Amazon Linux 2023 aligns EFA devices with GPUs, Bottlerocket has the smaller surface. */
export type NodeOs = "al2023" | "bottlerocket";

/** How many nodes. */
export interface NodeCount {
  /** Always there, 0 or more. */
  readonly min?: number | undefined;
  /** At most. */
  readonly max: number;
  /** At the start; afterwards whoever scales the group decides. @default - `min` */
  readonly desired?: number | undefined;
}

/** Settings of the nodes of operators, controllers and frontends. */
export interface SystemNodesProps extends AwsComponentProps {
  readonly cluster: ClusterRef;
  readonly network: NetworkRef;
  /** Machine types, all amd64 or all arm64; the first that is available is taken. @default - m7i.2xlarge and m6i.2xlarge, or m8g.2xlarge and m7g.2xlarge */
  readonly instanceTypes?: readonly string[] | undefined;
  /** Processor of the machine types. @default "amd64" */
  readonly arch?: "amd64" | "arm64" | undefined;
  /** Nodes that are always there. @default 2 */
  readonly min?: number | undefined;
  /** Nodes at most. @default 8 */
  readonly max?: number | undefined;
  /** Nodes at the start; afterwards whoever scales the group decides. @default - 3, within `min` and `max` */
  readonly desired?: number | undefined;
  /** @default "bottlerocket" */
  readonly os?: NodeOs | undefined;
  /** Root disk, encrypted gp3, GiB. @default 100 */
  readonly diskGiB?: number | undefined;
  /** ARN of the KMS key of the disks. @default - the key of EBS in the account */
  readonly keyArn?: Input<string> | undefined;
  /** Labels of the nodes besides `dynamo/pool: system`. @default - none */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Taints of the nodes. @default - none, so that add-ons and frontends can run there */
  readonly taints?: readonly Taint[] | undefined;
  /** Release of the node image, such as `1.34.2-20260112`. @default - the newest when the group is made */
  readonly releaseVersion?: string | undefined;
}

/** What a managed node group offers. */
export interface NodeGroupOutputs {
  readonly nodeGroupName: Output<string>;
  readonly nodeRoleArn: Output<string>;
  /** Labels and taints of its nodes. */
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** To depend on: nodes have joined when it is there. */
  readonly nodeGroup: Resource;
}

/** How the GPU machines are paid for. */
export type GpuCapacity =
  | { readonly kind: "on-demand" }
  /** Taken away with two minutes notice; not for graphs over RDMA. */
  | { readonly kind: "spot" }
  /** An on-demand capacity reservation (ODCR), by id `cr-...` or by the ARN of a resource group. */
  | {
      readonly kind: "reserved";
      readonly reservationId?: Input<string> | undefined;
      readonly resourceGroupArn?: Input<string> | undefined;
      /** What happens when a group of reservations is full: no more machines, or on-demand ones. @default "only" */
      readonly beyond?: "only" | "on-demand" | undefined;
    }
  /** A capacity block, by id `cr-...`; the nodes have to be gone half an hour before it ends. */
  | { readonly kind: "capacity-block"; readonly reservationId: Input<string> };

/** EFA of a node group. */
export interface EfaProps {
  /** Interfaces per machine. @default - all that the machine has */
  readonly interfaces?: number | undefined;
  /**
   * A security group that allows everything from and to itself.
   *
   * @default - one of its own per node group; prefill and decode in two groups have to share one
   */
  readonly securityGroupId?: Input<string> | undefined;
}

/** Settings of a managed node group with GPUs. */
export interface GpuNodesProps extends AwsComponentProps, NodeCount {
  readonly cluster: ClusterRef;
  readonly network: NetworkRef;
  /** A machine of the table, such as `aws.p5_48xlarge`, or one of one's own. */
  readonly machine: Machine;
  /** @default 0 */
  readonly min?: number | undefined;
  /** Zones of the network. Exactly one with EFA, a placement group or a capacity block. @default - the first zone then, otherwise all */
  readonly zones?: readonly string[] | undefined;
  /** How the machines are paid for. @default - on-demand */
  readonly capacity?: GpuCapacity | undefined;
  /** EFA interfaces; false for TCP. @default - on when the machine has EFA with GPUDirect */
  readonly efa?: EfaProps | boolean | undefined;
  /** A cluster placement group: own, an existing one by name, or none. @default - own with EFA on demand, otherwise none */
  readonly placementGroup?: boolean | Input<string> | undefined;
  /** @default "al2023" */
  readonly os?: NodeOs | undefined;
  /** Root disk, encrypted gp3, GiB. Images of 10 to 25 GB land there when no local disk is used. @default 300 */
  readonly diskGiB?: number | undefined;
  /** ARN of the KMS key of the disks. @default - the key of EBS in the account */
  readonly keyArn?: Input<string> | undefined;
  /** Local NVMe disks as one RAID 0 for images and ephemeral storage. @default - on when the machine has some */
  readonly localDisks?: "raid0" | "none" | undefined;
  /** Labels besides those of the machine. @default - none */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Taints of the nodes. @default - `nvidia.com/gpu=true:NoSchedule` */
  readonly taints?: readonly Taint[] | undefined;
  /** Release of the node image. @default - the newest when the group is made */
  readonly releaseVersion?: string | undefined;
}

/** What GPU nodes offer. */
export interface GpuNodesOutputs extends NodeGroupOutputs {
  /** The pool as placement checks and graphs see it. */
  readonly pool: Pool;
  /** Security group of EFA; undefined without EFA. */
  readonly efaSecurityGroupId: Output<string> | undefined;
  readonly placementGroupName: Output<string> | undefined;
}

/** What Karpenter or Auto Mode has to know to make nodes: fields of `EC2NodeClass` and `NodeClass`. */
export interface NodeClassFacts {
  /** Name of the nodes' role, `KarpenterNodeRole-<cluster>`. */
  readonly role: string;
  /** Tag of subnets and security groups, `karpenter.sh/discovery: <cluster>`. */
  readonly discoveryTags: Readonly<Record<string, string>>;
  readonly subnetIds: readonly Input<string>[];
  readonly securityGroupIds: readonly Input<string>[];
  /** KMS key of the disks; undefined for the key of EBS in the account. */
  readonly keyArn: Input<string> | undefined;
  /** Tags of machines and disks. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Settings of nodes that come and go by themselves. */
export interface ElasticNodesProps extends AwsComponentProps {
  readonly cluster: ClusterRef;
  readonly network: NetworkRef;
  /** EFA: a security group that allows everything from and to itself. @default true */
  readonly efa?: boolean | undefined;
  /** ARN of the KMS key of the disks. @default - the key of EBS in the account */
  readonly keyArn?: Input<string> | undefined;
  /**
   * Puts the tag `karpenter.sh/discovery` on the network's private subnets. For an existing VPC;
   * `Network` has it on its own.
   *
   * @default false
   */
  readonly tagSubnets?: boolean | undefined;
}

/** Settings of what Karpenter needs in AWS. Its objects in the cluster come from the graph's pools. */
export interface KarpenterProps extends ElasticNodesProps {
  /** Namespace of the controller. @default "karpenter" */
  readonly namespace?: string | undefined;
  /** Service account of the controller. @default "karpenter" */
  readonly serviceAccount?: string | undefined;
}

/** What the component `Karpenter` offers. */
export interface KarpenterOutputs {
  /** Value `settings.interruptionQueue` of the chart: the name of the cluster. */
  readonly interruptionQueueName: Output<string>;
  readonly controllerRoleArn: Output<string>;
  readonly nodeRoleArn: Output<string>;
  readonly nodeRoleName: Output<string>;
  readonly efaSecurityGroupId: Output<string> | undefined;
  readonly nodeClass: NodeClassFacts;
}

/** Settings of nodes of EKS Auto Mode that need a NodeClass of their own. */
export interface AutoModeNodesProps extends ElasticNodesProps {}

/** What the component `AutoModeNodes` offers. */
export interface AutoModeNodesOutputs {
  readonly nodeRoleArn: Output<string>;
  readonly nodeRoleName: Output<string>;
  readonly efaSecurityGroupId: Output<string> | undefined;
  readonly nodeClass: NodeClassFacts;
}
