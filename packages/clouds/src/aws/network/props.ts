// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of the network, and what other components have to know of it. */
import type { Input, Output } from "@pulumi/pulumi";
import type { AwsComponentProps, Removal } from "../component-props.js";

/**
 * Where the way out of the private subnets stands. `per-zone` survives the loss of a zone, `single`
 * costs a third and stops every zone with its own, `none` leaves only the endpoints.
 */
export type NatMode = "per-zone" | "single" | "none";

/** AWS services with an interface endpoint of their own, by the last part of the endpoint's name. */
export type InterfaceEndpoint =
  | "autoscaling"
  | "ec2"
  | "ec2messages"
  | "ecr.api"
  | "ecr.dkr"
  | "eks"
  | "eks-auth"
  | "elasticfilesystem"
  | "elasticloadbalancing"
  | "fsx"
  | "kms"
  | "logs"
  | "monitoring"
  | "secretsmanager"
  | "sqs"
  | "ssm"
  | "ssmmessages"
  | "sts";

/** Flow logs of the network. */
export interface FlowLogProps {
  /** Days that the log group keeps them; one of the values that CloudWatch Logs knows. @default 90 */
  readonly retentionDays?: number | undefined;
  /** Which connections are written. @default "ALL" */
  readonly traffic?: "ALL" | "ACCEPT" | "REJECT" | undefined;
}

/** Settings of a network of our own. */
export interface NetworkProps extends AwsComponentProps {
  /** Region of the provider, such as `us-west-2`: names of zones and endpoints come from it. */
  readonly region: string;
  /** Addresses of the VPC, /16 to /20 of the private ranges. @default "10.42.0.0/16" */
  readonly cidr?: string | undefined;
  /**
   * Two to six zones, by name (`us-west-2a`) or by id (`usw2-az1`). A subnet keeps its addresses when
   * a zone is added behind it.
   *
   * @default - three zones: a, b and c; in regions with a zone where EKS puts no control plane, three
   *   others by id
   */
  readonly zones?: readonly string[] | undefined;
  /** Way out of the private subnets. Costs an hourly price per gateway and a price per GB. @default "per-zone" */
  readonly nat?: NatMode | undefined;
  /**
   * Endpoints with an address in each private subnet; each costs an hourly price per zone. The gateway
   * endpoint of S3 is always there and costs nothing.
   *
   * @default - those of images, logs, secrets and identities; without NAT all of them; with `nat: "single"` none
   */
  readonly interfaceEndpoints?: readonly InterfaceEndpoint[] | undefined;
  /** Flow logs; false leaves them out. @default - all connections, 90 days, encrypted */
  readonly flowLogs?: FlowLogProps | false | undefined;
  /**
   * Name of the cluster in the tags `karpenter.sh/discovery` of the private subnets.
   *
   * @default - no such tag
   */
  readonly clusterName?: string | undefined;
  /** ARN of the KMS key of the flow logs; its policy has to admit CloudWatch Logs. @default - a key of its own */
  readonly keyArn?: Input<string> | undefined;
  /** `retain` protects the flow logs and their key: they stay when the network goes. @default "retain" */
  readonly removal?: Removal | undefined;
}

/** One subnet in its zone. */
export interface SubnetRef {
  readonly id: Input<string>;
  /** The zone as the user named it: two subnets with the same zone are in the same place. */
  readonly zone: string;
}

/** What other components have to know of a network, ours or an existing one. */
export interface NetworkRef {
  readonly region: string;
  readonly vpcId: Input<string>;
  /** Addresses of the VPC. */
  readonly cidr: string;
  /** Zones with a private subnet, in the user's order. */
  readonly zones: readonly string[];
  /** Subnets of nodes and pods, with a way out at most through NAT. One per zone at least. */
  readonly privateSubnets: readonly SubnetRef[];
  /** Subnets of internet-facing load balancers; may be empty. */
  readonly publicSubnets: readonly SubnetRef[];
  /** Subnets of the control plane's interfaces. @default - the private ones */
  readonly intraSubnets: readonly SubnetRef[];
}

/** An existing VPC, for `existingNetwork`. */
export interface ExistingNetworkProps {
  readonly region: string;
  readonly vpcId: Input<string>;
  readonly cidr: string;
  readonly privateSubnets: readonly SubnetRef[];
  /** @default - none: no internet-facing load balancers */
  readonly publicSubnets?: readonly SubnetRef[] | undefined;
  /** @default - the private ones */
  readonly intraSubnets?: readonly SubnetRef[] | undefined;
}

/** A subnet that the component made. */
export interface OwnSubnet extends SubnetRef {
  readonly id: Output<string>;
  /** Addresses, computed from those of the VPC. */
  readonly cidr: string;
  /** The zone by name, as nodes carry it in `topology.kubernetes.io/zone`. */
  readonly zoneName: Output<string>;
}

/** What the component `Network` offers. */
export interface NetworkOutputs extends NetworkRef {
  readonly vpcId: Output<string>;
  readonly privateSubnets: readonly OwnSubnet[];
  readonly publicSubnets: readonly OwnSubnet[];
  readonly intraSubnets: readonly OwnSubnet[];
  /** Addresses from which the network calls the internet, for allow lists of others; empty without NAT. */
  readonly natAddresses: readonly Output<string>[];
}
