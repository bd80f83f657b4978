// SPDX-License-Identifier: Apache-2.0
/** @module What the AWS Load Balancer Controller may do: change what carries the tag of its cluster. */
import { partitionOf } from "../../region.js";
import type { Action, Statement } from "../statement.js";

/** The cluster whose load balancers a controller makes. */
export interface LoadBalancerScope {
  readonly region: string;
  /** Name of the cluster, as plain text: every load balancer carries it in a tag. */
  readonly clusterName: string;
}

const clusterTag = "elbv2.k8s.aws/cluster";

/**
 * The AWS Load Balancer Controller: what it changes or deletes has to carry the tag of this cluster,
 * where upstream's policy is content with the tag of any.
 *
 * @see kubernetes-sigs/aws-load-balancer-controller: docs/install/iam_policy.json
 */
export function loadBalancerController(scope: LoadBalancerScope): readonly Statement[] {
  return [...find(scope), ...securityGroups(scope), ...balancers(scope), ...protection(scope)];
}

function prefixOf(service: string, region: string): string {
  return `arn:${partitionOf(region) ?? "aws"}:${service}:${region}:*`;
}

function find({ region }: LoadBalancerScope): readonly Statement[] {
  const partition = partitionOf(region) ?? "aws";
  return [
    {
      sid: "Find",
      actions: [
        ...ec2Reads,
        ...balancerReads,
        "acm:ListCertificates",
        "iam:ListServerCertificates",
      ],
      resources: ["*"],
    },
    {
      sid: "ReadCertificates",
      actions: ["acm:DescribeCertificate", "iam:GetServerCertificate"],
      resources: [
        `${prefixOf("acm", region)}:certificate/*`,
        `arn:${partition}:iam::*:server-certificate/*`,
      ],
    },
    {
      sid: "ReadUserPools",
      actions: ["cognito-idp:DescribeUserPoolClient"],
      resources: [`${prefixOf("cognito-idp", region)}:userpool/*`],
    },
    {
      sid: "ServiceRole",
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [
        `arn:${partition}:iam::*:role/aws-service-role/elasticloadbalancing.amazonaws.com/*`,
      ],
      conditions: {
        StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" },
      },
    },
  ];
}

const ec2Reads: readonly Action[] = [
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAddresses",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeCoipPools",
  "ec2:DescribeInstances",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeIpamPools",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeTags",
  "ec2:DescribeVpcPeeringConnections",
  "ec2:DescribeVpcs",
  "ec2:GetCoipPoolUsage",
  "ec2:GetSecurityGroupsForVpc",
];

const balancerReads: readonly Action[] = [
  "elasticloadbalancing:DescribeCapacityReservation",
  "elasticloadbalancing:DescribeListenerAttributes",
  "elasticloadbalancing:DescribeListenerCertificates",
  "elasticloadbalancing:DescribeListeners",
  "elasticloadbalancing:DescribeLoadBalancerAttributes",
  "elasticloadbalancing:DescribeLoadBalancers",
  "elasticloadbalancing:DescribeRules",
  "elasticloadbalancing:DescribeSSLPolicies",
  "elasticloadbalancing:DescribeTags",
  "elasticloadbalancing:DescribeTargetGroupAttributes",
  "elasticloadbalancing:DescribeTargetGroups",
  "elasticloadbalancing:DescribeTargetHealth",
  "elasticloadbalancing:DescribeTrustStores",
];

function securityGroups({ region, clusterName }: LoadBalancerScope): readonly Statement[] {
  const groups = `${prefixOf("ec2", region)}:security-group/*`;
  return [
    {
      // Those of nodes and pods have no tag of the controller.
      sid: "OpenNodes",
      actions: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
      resources: [groups],
    },
    {
      sid: "MakeGroups",
      actions: ["ec2:CreateSecurityGroup"],
      resources: [groups, `${prefixOf("ec2", region)}:vpc/*`],
    },
    {
      sid: "TagNewGroups",
      actions: ["ec2:CreateTags"],
      resources: [groups],
      conditions: {
        StringEquals: {
          "ec2:CreateAction": "CreateSecurityGroup",
          [`aws:RequestTag/${clusterTag}`]: clusterName,
        },
      },
    },
    {
      sid: "TagGroups",
      actions: ["ec2:CreateTags", "ec2:DeleteTags"],
      resources: [groups],
      conditions: {
        Null: { [`aws:RequestTag/${clusterTag}`]: "true" },
        StringEquals: { [`aws:ResourceTag/${clusterTag}`]: clusterName },
      },
    },
    {
      sid: "DeleteGroups",
      actions: ["ec2:DeleteSecurityGroup"],
      resources: [groups],
      conditions: { StringEquals: { [`aws:ResourceTag/${clusterTag}`]: clusterName } },
    },
  ];
}

function balancers({ region, clusterName }: LoadBalancerScope): readonly Statement[] {
  const of = (...kinds: readonly string[]) =>
    kinds.map((kind) => `${prefixOf("elasticloadbalancing", region)}:${kind}/*`);
  const whole = of("loadbalancer/app", "loadbalancer/net", "targetgroup");
  const parts = of("listener/app", "listener/net", "listener-rule/app", "listener-rule/net");
  const present = { StringEquals: { [`aws:ResourceTag/${clusterTag}`]: clusterName } };
  const requested = { StringEquals: { [`aws:RequestTag/${clusterTag}`]: clusterName } };
  return [
    {
      sid: "Make",
      actions: [
        "elasticloadbalancing:CreateLoadBalancer",
        "elasticloadbalancing:CreateTargetGroup",
      ],
      resources: whole,
      conditions: requested,
    },
    {
      sid: "TagAtCreation",
      actions: ["elasticloadbalancing:AddTags"],
      resources: [...whole, ...parts],
      conditions: {
        StringEquals: {
          ...requested.StringEquals,
          "elasticloadbalancing:CreateAction": [
            "CreateListener",
            "CreateLoadBalancer",
            "CreateRule",
            "CreateTargetGroup",
          ],
        },
      },
    },
    {
      sid: "Tag",
      actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
      resources: [...whole, ...parts],
      conditions: present,
    },
    {
      sid: "Listeners",
      actions: [
        "elasticloadbalancing:AddListenerCertificates",
        "elasticloadbalancing:CreateListener",
        "elasticloadbalancing:CreateRule",
        "elasticloadbalancing:DeleteListener",
        "elasticloadbalancing:DeleteRule",
        "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:ModifyListenerAttributes",
        "elasticloadbalancing:ModifyRule",
        "elasticloadbalancing:RemoveListenerCertificates",
        "elasticloadbalancing:SetRulePriorities",
        "elasticloadbalancing:SetWebAcl",
      ],
      resources: [...of("loadbalancer/app", "loadbalancer/net"), ...parts],
    },
    {
      sid: "Change",
      actions: [
        "elasticloadbalancing:DeleteLoadBalancer",
        "elasticloadbalancing:DeleteTargetGroup",
        "elasticloadbalancing:ModifyCapacityReservation",
        "elasticloadbalancing:ModifyIpPools",
        "elasticloadbalancing:ModifyLoadBalancerAttributes",
        "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:SetIpAddressType",
        "elasticloadbalancing:SetSecurityGroups",
        "elasticloadbalancing:SetSubnets",
      ],
      resources: whole,
      conditions: present,
    },
    {
      sid: "Targets",
      actions: ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"],
      resources: of("targetgroup"),
    },
  ];
}

function protection({ region }: LoadBalancerScope): readonly Statement[] {
  const partition = partitionOf(region) ?? "aws";
  const balancer = `${prefixOf("elasticloadbalancing", region)}:loadbalancer/app/*`;
  return [
    {
      sid: "Firewall",
      actions: [
        "wafv2:AssociateWebACL",
        "wafv2:DisassociateWebACL",
        "wafv2:GetWebACL",
        "wafv2:GetWebACLForResource",
      ],
      resources: [`${prefixOf("wafv2", region)}:regional/webacl/*`, balancer],
    },
    { sid: "ShieldState", actions: ["shield:GetSubscriptionState"], resources: ["*"] },
    {
      sid: "Shield",
      actions: ["shield:CreateProtection", "shield:DeleteProtection", "shield:DescribeProtection"],
      resources: [`arn:${partition}:shield::*:protection/*`],
    },
  ];
}
