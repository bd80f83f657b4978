// SPDX-License-Identifier: Apache-2.0
/** @module Disks, machines and rights, sound and spoiled. */
import type { RuleCase } from "./network-rule-cases.js";

/** File systems, volumes, machines, roles and buckets. */
export const dataCases: readonly RuleCase[] = [
  [
    "aws:efs/fileSystem:FileSystem",
    [{ encrypted: true }, { encrypted: "[unknown]" }],
    [
      [
        {},
        "DYN-CLOUD-004 encrypted: the file system is not encrypted: encrypted is not set, which is false",
      ],
    ],
  ],
  [
    "aws:ebs/volume:Volume",
    [{ encrypted: true }],
    [
      [
        { encrypted: false },
        "DYN-CLOUD-004 encrypted: the volume is not encrypted: encrypted is false",
      ],
    ],
  ],
  [
    "aws:ec2/launchTemplate:LaunchTemplate",
    [
      {
        metadataOptions: { httpTokens: "required" },
        blockDeviceMappings: [
          { deviceName: "/dev/xvda", ebs: { encrypted: "true" } },
          { deviceName: "/dev/sdb", noDevice: "" },
        ],
      },
      { metadataOptions: { httpEndpoint: "disabled" } },
      { metadataOptions: "[unknown]", blockDeviceMappings: [{ ebs: "[unknown]" }] },
    ],
    [
      [
        { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 100 } }] },
        "DYN-CLOUD-004 blockDeviceMappings[0].ebs.encrypted: disk /dev/xvda is not encrypted: encrypted is not set, which is false",
        "DYN-CLOUD-007 metadataOptions.httpTokens: the metadata service answers without a token: httpTokens is not set, which is optional",
      ],
    ],
  ],
  [
    "aws:ec2/instance:Instance",
    [{ metadataOptions: { httpTokens: "required" } }],
    [
      [
        { metadataOptions: { httpTokens: "optional" } },
        "DYN-CLOUD-007 metadataOptions.httpTokens: the metadata service answers without a token: httpTokens is optional",
      ],
    ],
  ],
  [
    "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass",
    [{ spec: { blockDeviceMappings: [{ ebs: { encrypted: true } }] } }],
    [
      [
        {
          spec: {
            metadataOptions: { httpTokens: "optional" },
            blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: {} }],
          },
        },
        "DYN-CLOUD-004 spec.blockDeviceMappings[0].ebs.encrypted: disk /dev/xvda is not encrypted: encrypted is not set, which is false",
        "DYN-CLOUD-007 spec.metadataOptions.httpTokens: the metadata service answers without a token: httpTokens is optional",
      ],
    ],
  ],
  [
    "kubernetes:storage.k8s.io/v1:StorageClass",
    [
      { provisioner: "ebs.csi.aws.com", parameters: { encrypted: "true" } },
      { provisioner: "efs.csi.aws.com" },
    ],
    [
      [
        { provisioner: "ebs.csi.eks.amazonaws.com", parameters: {} },
        "DYN-CLOUD-004 parameters.encrypted: a volume of the class is not encrypted: encrypted is not set, which is false",
      ],
    ],
  ],
  [
    "aws:iam/rolePolicy:RolePolicy",
    [
      {
        policy: JSON.stringify({
          Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: "*" }],
        }),
      },
      { policy: JSON.stringify({ Statement: { Effect: "Deny", Action: "*", Resource: "*" } }) },
      {
        policy: JSON.stringify({
          Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::b/*" }],
        }),
      },
      {
        policy: JSON.stringify({
          Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*", Condition: {} }],
        }),
      },
      { policy: "[unknown]" },
    ],
    [
      [
        {
          policy: JSON.stringify({
            Statement: [
              { Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::b" },
              { Sid: "Wide", Effect: "Allow", Action: ["ec2:*", "s3:GetObject"], Resource: ["*"] },
              { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
            ],
          }),
        },
        "DYN-CLOUD-006 policy: statement 0 allows *",
        "DYN-CLOUD-006 policy: statement Wide allows ec2:* on every resource",
        "DYN-CLOUD-006 policy: statement 2 allows every action except some",
      ],
    ],
  ],
  [
    "aws:iam/role:Role",
    [
      {
        assumeRolePolicy: JSON.stringify({
          Statement: [{ Effect: "Allow", Principal: { Service: "eks.amazonaws.com" } }],
        }),
      },
      {
        assumeRolePolicy: {
          Statement: [
            { Effect: "Allow", Principal: { AWS: "*" }, Condition: { StringEquals: {} } },
          ],
        },
      },
    ],
    [
      [
        {
          assumeRolePolicy: { Statement: [{ Effect: "Allow", Principal: { AWS: ["*"] } }] },
          inlinePolicies: [
            {
              policy: JSON.stringify({
                Statement: [{ Effect: "Allow", Action: "*:*", Resource: "*" }],
              }),
            },
          ],
        },
        "DYN-CLOUD-006 assumeRolePolicy: statement 0 lets every account take the role",
        "DYN-CLOUD-006 inlinePolicies[0].policy: statement 0 allows *:* on every resource",
      ],
    ],
  ],
  [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    [
      { policyArn: "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy" },
      { policyArn: "[unknown]" },
    ],
    [
      [
        { policyArn: "arn:aws-us-gov:iam::aws:policy/AdministratorAccess" },
        "DYN-CLOUD-006 policyArn: AdministratorAccess allows almost everything in the account",
      ],
    ],
  ],
  [
    "aws:eks/nodeGroup:NodeGroup",
    [
      { instanceTypes: ["m7i.xlarge"] },
      {
        instanceTypes: ["p5.48xlarge"],
        taints: [{ key: "nvidia.com/gpu", effect: "NO_SCHEDULE" }],
      },
      { instanceTypes: ["p5.48xlarge"], taints: "[unknown]" },
    ],
    [
      [
        { instanceTypes: ["p5.48xlarge"], taints: [{ key: "x", effect: "PREFER_NO_SCHEDULE" }] },
        "DYN-CLOUD-008 taints: nodes of p5.48xlarge with 8 GPUs have no taint, so that any pod may keep one running",
      ],
    ],
  ],
  [
    "kubernetes:karpenter.sh/v1:NodePool",
    [
      {
        spec: {
          template: {
            spec: {
              requirements: [
                { key: "node.kubernetes.io/instance-type", operator: "In", values: ["m7i.xlarge"] },
              ],
            },
          },
        },
      },
    ],
    [
      [
        {
          spec: {
            template: {
              spec: {
                requirements: [
                  {
                    key: "node.kubernetes.io/instance-type",
                    operator: "In",
                    values: ["g6e.12xlarge"],
                  },
                ],
              },
            },
          },
        },
        "DYN-CLOUD-008 spec.template.spec.taints: nodes of g6e.12xlarge with 4 GPUs have no taint, so that any pod may keep one running",
      ],
    ],
  ],
  [
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    [
      {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    ],
    [
      [
        { blockPublicAcls: true, blockPublicPolicy: false, ignorePublicAcls: true },
        "DYN-CLOUD-011 blockPublicPolicy: blockPublicPolicy is false, so that the bucket can be read from the internet",
        "DYN-CLOUD-011 restrictPublicBuckets: restrictPublicBuckets is not set, which is false, so that the bucket can be read from the internet",
      ],
    ],
  ],
  [
    "aws:s3/bucketAcl:BucketAcl",
    [{ acl: "private" }],
    [
      [
        { acl: "public-read" },
        "DYN-CLOUD-011 acl: the access list is public-read, so that the bucket can be read from the internet",
      ],
    ],
  ],
];
