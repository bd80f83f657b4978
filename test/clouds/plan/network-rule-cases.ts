// SPDX-License-Identifier: Apache-2.0
/** @module Resources that let somebody in, sound and spoiled. */
import type { PlanObject } from "@dynamo-iac/clouds/plan";

/** Type, sound inputs, and spoiled ones with what is said about them. */
export type RuleCase = readonly [
  type: string,
  sound: readonly PlanObject[],
  spoiled: readonly (readonly [PlanObject, ...string[]])[],
];

/** Clusters, security groups, entries and load balancers. */
export const networkCases: readonly RuleCase[] = [
  [
    "aws:eks/cluster:Cluster",
    [
      {
        vpcConfig: { endpointPublicAccess: false },
        encryptionConfig: { provider: { keyArn: "k" } },
      },
      {
        vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ["198.51.100.0/24"] },
        encryptionConfig: { provider: {} },
      },
      { vpcConfig: "[unknown]", encryptionConfig: "[unknown]" },
      {
        vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: "[unknown]" },
        encryptionConfig: "[unknown]",
      },
    ],
    [
      [
        { vpcConfig: {}, encryptionConfig: "[unknown]" },
        "DYN-CLOUD-002 vpcConfig.endpointPublicAccess: the API server is public unless endpointPublicAccess is false, for every address, since publicAccessCidrs is not set",
      ],
      [
        {
          vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ["10.0.0.0/8", "0.0.0.0/0"] },
        },
        "DYN-CLOUD-002 vpcConfig.publicAccessCidrs: the API server is public, for 0.0.0.0/0",
        "DYN-CLOUD-005 encryptionConfig: the Secrets of the cluster are not encrypted with a key of yours",
      ],
    ],
  ],
  [
    "aws:ec2/securityGroup:SecurityGroup",
    [
      {
        ingress: [{ fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
        egress: [{ cidrBlocks: ["0.0.0.0/0"] }],
      },
      { ingress: [{ fromPort: 443, toPort: 443, cidrBlocks: "[unknown]" }] },
    ],
    [
      [
        {
          ingress: [
            {
              protocol: "tcp",
              fromPort: 8000,
              toPort: 8000,
              cidrBlocks: ["0.0.0.0/0"],
              ipv6CidrBlocks: ["::/0"],
            },
          ],
        },
        "DYN-CLOUD-003 ingress[0].cidrBlocks: port 8000 is open to 0.0.0.0/0",
        "DYN-CLOUD-003 ingress[0].ipv6CidrBlocks: port 8000 is open to ::/0",
      ],
    ],
  ],
  [
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    [{ type: "egress", protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
    [
      [
        { type: "ingress", protocol: "tcp", fromPort: 0, toPort: 1024, cidrBlocks: ["0.0.0.0/0"] },
        "DYN-CLOUD-003 cidrBlocks: ports 0 to 1024 are open to 0.0.0.0/0",
      ],
    ],
  ],
  [
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    [{ ipProtocol: "-1", referencedSecurityGroupId: "[unknown]" }],
    [
      [
        { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
        "DYN-CLOUD-003 cidrIpv4: every port is open to 0.0.0.0/0",
      ],
    ],
  ],
  [
    "kubernetes:networking.k8s.io/v1:Ingress",
    [
      { metadata: { annotations: { "alb.ingress.kubernetes.io/scheme": "internal" } } },
      {
        metadata: {
          annotations: {
            "alb.ingress.kubernetes.io/scheme": "internet-facing",
            "alb.ingress.kubernetes.io/inbound-cidrs": "198.51.100.0/24, 203.0.113.0/24",
          },
        },
      },
    ],
    [
      [
        {
          metadata: {
            annotations: {
              "alb.ingress.kubernetes.io/scheme": "internet-facing",
              "alb.ingress.kubernetes.io/inbound-cidrs": "198.51.100.0/24,0.0.0.0/0",
            },
          },
        },
        'DYN-CLOUD-003 metadata.annotations["alb.ingress.kubernetes.io/scheme"]: the load balancer is on the internet, for 0.0.0.0/0; the frontend of Dynamo knows no users and no passwords',
      ],
    ],
  ],
  [
    "kubernetes:core/v1:Service",
    [
      { spec: { type: "LoadBalancer" } },
      {
        metadata: {
          annotations: { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing" },
        },
        spec: { loadBalancerSourceRanges: ["198.51.100.0/24"] },
      },
    ],
    [
      [
        {
          metadata: {
            annotations: {
              "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing",
            },
          },
        },
        'DYN-CLOUD-003 metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-scheme"]: the load balancer is on the internet, for every address; the frontend of Dynamo knows no users and no passwords',
      ],
    ],
  ],
];
