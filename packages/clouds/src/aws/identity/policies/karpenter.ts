// SPDX-License-Identifier: Apache-2.0
/** @module What the Karpenter controller may do: everything that it changes carries the cluster's tag. */
import type { Input } from "@pulumi/pulumi";
import { partitionOf } from "../../region.js";
import type { Statement } from "../statement.js";

/** The cluster whose machines Karpenter makes. */
export interface KarpenterScope {
  readonly region: string;
  /** Name of the cluster, as plain text. */
  readonly clusterName: string;
  readonly clusterArn: Input<string>;
  readonly nodeRoleArn: Input<string>;
  readonly queueArn: Input<string>;
  /** KMS key of the disks. @default - the key of EBS in the account */
  readonly keyArn?: Input<string> | undefined;
}

/**
 * Rights of the controller.
 *
 * @see aws/karpenter-provider-aws: website/content/en/preview/getting-started (cloudformation.yaml)
 */
export function karpenterController(scope: KarpenterScope): readonly Statement[] {
  return [
    ...instances(scope),
    ...reads(scope),
    ...profiles(scope),
    {
      sid: "InterruptionQueue",
      actions: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      resources: [scope.queueArn],
    },
    {
      sid: "PassNodeRole",
      actions: ["iam:PassRole"],
      resources: [scope.nodeRoleArn],
      conditions: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    },
    { sid: "FindEndpoint", actions: ["eks:DescribeCluster"], resources: [scope.clusterArn] },
  ];
}

function instances({ region, clusterName }: KarpenterScope): readonly Statement[] {
  const ec2 = `arn:${partitionOf(region) ?? "aws"}:ec2:${region}`;
  const of = (...kinds: readonly string[]) => kinds.map((kind) => `${ec2}:*:${kind}/*`);
  const made = of("fleet", "instance", "volume", "network-interface", "launch-template");
  const owned = `kubernetes.io/cluster/${clusterName}`;
  const requested = {
    StringEquals: {
      [`aws:RequestTag/${owned}`]: "owned",
      "aws:RequestTag/eks:eks-cluster-name": clusterName,
    },
    StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
  };
  const present = {
    StringEquals: { [`aws:ResourceTag/${owned}`]: "owned" },
    StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
  };
  return [
    {
      sid: "LaunchFrom",
      actions: ["ec2:CreateFleet", "ec2:RunInstances"],
      resources: [
        `${ec2}::image/*`,
        `${ec2}::snapshot/*`,
        ...of("security-group", "subnet", "capacity-reservation", "placement-group"),
      ],
    },
    {
      sid: "LaunchWith",
      actions: ["ec2:CreateFleet", "ec2:RunInstances"],
      resources: of("launch-template"),
      conditions: present,
    },
    {
      sid: "Launch",
      actions: ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:RunInstances"],
      resources: [...made, ...of("spot-instances-request")],
      conditions: requested,
    },
    {
      sid: "TagAtLaunch",
      actions: ["ec2:CreateTags"],
      resources: [...made, ...of("spot-instances-request")],
      conditions: {
        ...requested,
        StringEquals: {
          ...requested.StringEquals,
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
      },
    },
    {
      sid: "TagInstances",
      actions: ["ec2:CreateTags"],
      resources: of("instance"),
      conditions: {
        ...present,
        StringEqualsIfExists: { "aws:RequestTag/eks:eks-cluster-name": clusterName },
        "ForAllValues:StringEquals": {
          "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"],
        },
      },
    },
    {
      sid: "Delete",
      actions: ["ec2:DeleteLaunchTemplate", "ec2:TerminateInstances"],
      resources: of("instance", "launch-template"),
      conditions: present,
    },
  ];
}

function reads({ region }: KarpenterScope): readonly Statement[] {
  const partition = partitionOf(region) ?? "aws";
  return [
    {
      sid: "ReadRegion",
      actions: [
        "ec2:DescribeCapacityReservations",
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribePlacementGroups",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
      ],
      resources: ["*"],
      conditions: { StringEquals: { "aws:RequestedRegion": region } },
    },
    {
      sid: "ReadImageIds",
      actions: ["ssm:GetParameter"],
      resources: [`arn:${partition}:ssm:${region}::parameter/aws/service/*`],
    },
    { sid: "ReadPrices", actions: ["pricing:GetProducts"], resources: ["*"] },
  ];
}

/** Karpenter makes one instance profile per node class. */
function profiles({ region, clusterName }: KarpenterScope): readonly Statement[] {
  const resources = [`arn:${partitionOf(region) ?? "aws"}:iam::*:instance-profile/*`];
  const tagged = (kind: "RequestTag" | "ResourceTag") => ({
    [`aws:${kind}/kubernetes.io/cluster/${clusterName}`]: "owned",
    [`aws:${kind}/topology.kubernetes.io/region`]: region,
  });
  const requestedName = { "aws:RequestTag/eks:eks-cluster-name": clusterName };
  const requestedClass = { "aws:RequestTag/karpenter.k8s.aws/ec2nodeclass": "*" };
  const presentClass = { "aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass": "*" };
  return [
    {
      sid: "MakeProfiles",
      actions: ["iam:CreateInstanceProfile"],
      resources,
      conditions: {
        StringEquals: { ...tagged("RequestTag"), ...requestedName },
        StringLike: requestedClass,
      },
    },
    {
      sid: "TagProfiles",
      actions: ["iam:TagInstanceProfile"],
      resources,
      conditions: {
        StringEquals: { ...tagged("ResourceTag"), ...tagged("RequestTag"), ...requestedName },
        StringLike: { ...presentClass, ...requestedClass },
      },
    },
    {
      sid: "ChangeProfiles",
      actions: [
        "iam:AddRoleToInstanceProfile",
        "iam:DeleteInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
      ],
      resources,
      conditions: { StringEquals: tagged("ResourceTag"), StringLike: presentClass },
    },
    { sid: "ReadProfiles", actions: ["iam:GetInstanceProfile"], resources },
    { sid: "ListProfiles", actions: ["iam:ListInstanceProfiles"], resources: ["*"] },
  ];
}
