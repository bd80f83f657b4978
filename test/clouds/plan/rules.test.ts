// SPDX-License-Identifier: Apache-2.0
/** @module Rules about cloud resources: each spoiled case with its numbers, the sound case clean, unknowns silent. */
import {
  type CloudResource,
  type PlanObject,
  type RuleProblem,
  resourceRules,
  type StackProblem,
  stackRules,
  unknownMark,
} from "@dynamo-iac/clouds/plan";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

function judged(type: string, inputs: PlanObject): readonly RuleProblem[] {
  const resource = { urn: `urn:pulumi:s::p::${type}::r`, type, name: "r", inputs };
  return resourceRules
    .filter(({ types }) => types.includes(type))
    .flatMap((rule) => [...rule.check(resource)]);
}

const short = ({ code, path, message }: RuleProblem) => `${code} ${formatPath(path)}: ${message}`;

/** Type, sound inputs, and spoiled ones with what is said about them. */
const cases: readonly (readonly [
  type: string,
  sound: readonly PlanObject[],
  spoiled: readonly (readonly [PlanObject, ...string[]])[],
])[] = [
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

describe("rules about one resource", () => {
  it.each(cases)("%s", (type, sound, spoiled) => {
    for (const inputs of sound) expect(judged(type, inputs).map(short)).toEqual([]);
    for (const [inputs, ...said] of spoiled) {
      const found = judged(type, inputs);
      expect(found.map(short)).toEqual(said);
      for (const { fix } of found) expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("have each a spoiled case here", () => {
    const said = cases.flatMap(([, , spoiled]) => spoiled.flatMap(([, ...texts]) => texts));
    for (const { code } of resourceRules)
      expect(
        said.some((text) => text.startsWith(code)),
        code,
      ).toBe(true);
  });
});

/** A stack of named resources; a dependency is the name behind an input. */
function stack(
  rows: readonly (readonly [
    type: string,
    name: string,
    inputs: PlanObject,
    behind?: Readonly<Record<string, readonly string[]>>,
  ])[],
): readonly CloudResource[] {
  const urn = (name: string) => `urn:${name}`;
  return rows.map(([type, name, inputs, behind = {}]) => ({
    urn: urn(name),
    type,
    name,
    inputs,
    provider: typeof inputs.provider === "string" ? urn(inputs.provider) : undefined,
    inputDependencies: Object.fromEntries(
      Object.entries(behind).map(([input, names]) => [input, names.map(urn)]),
    ),
  }));
}

function judgedStack(resources: readonly CloudResource[], code: string): readonly string[] {
  const told = ({ urn, path, message }: StackProblem) => `${urn} ${formatPath(path)}: ${message}`;
  return stackRules
    .filter((rule) => rule.code === code)
    .flatMap((rule) => [...rule.check(resources)])
    .map(told);
}

const subnet = (name: string, zone: string) =>
  ["aws:ec2/subnet:Subnet", name, { availabilityZone: zone, tags: {} }] as const;

describe("rules about a stack", () => {
  const groups = (capacityType: string, interfaceType: string) =>
    stack([
      ["aws:ec2/launchTemplate:LaunchTemplate", "t", { networkInterfaces: [{ interfaceType }] }],
      ["aws:eks/nodeGroup:NodeGroup", "gpu", { capacityType }, { launchTemplate: ["t"] }],
    ]);

  it("keep Spot machines away from a fabric", () => {
    expect(judgedStack(groups("ON_DEMAND", "efa-only"), "DYN-CLOUD-009")).toEqual([]);
    expect(judgedStack(groups("SPOT", "interface"), "DYN-CLOUD-009")).toEqual([]);
    expect(judgedStack(groups("SPOT", "efa-only"), "DYN-CLOUD-009")).toEqual([
      "urn:gpu capacityType: the machines have EFA (launch template t) and are Spot: AWS takes one away at two minutes' notice, and every graph that spans it loses its KV cache",
    ]);
  });

  const files = (nodes: readonly string[], targets: readonly string[], lustre: readonly string[]) =>
    stack([
      subnet("a", "us-east-1a"),
      subnet("b", "us-east-1b"),
      ["aws:efs/fileSystem:FileSystem", "efs", {}],
      ...targets.map(
        (zone) =>
          [
            "aws:efs/mountTarget:MountTarget",
            `target-${zone}`,
            {},
            { fileSystemId: ["efs"], subnetId: [zone] },
          ] as const,
      ),
      ["aws:fsx/lustreFileSystem:LustreFileSystem", "lustre", {}, { subnetIds: lustre }],
      [
        "aws:eks/nodeGroup:NodeGroup",
        "gpu",
        { instanceTypes: ["p5.48xlarge"] },
        { subnetIds: nodes },
      ],
      [
        "aws:eks/nodeGroup:NodeGroup",
        "system",
        { instanceTypes: ["m7i.xlarge"] },
        { subnetIds: ["a"] },
      ],
    ]);

  it("find nodes in zones that a file system does not reach", () => {
    expect(judgedStack(files(["a"], ["a", "b"], ["a"]), "DYN-CLOUD-010")).toEqual([]);
    expect(judgedStack(files(["elsewhere"], ["a"], ["a"]), "DYN-CLOUD-010")).toEqual([]);
    expect(judgedStack(files(["a", "b"], ["a"], ["a"]), "DYN-CLOUD-010")).toEqual([
      "urn:efs : has no mount target in us-east-1b, where nodes of gpu run; it is in us-east-1a",
      "urn:lustre : does not stand in us-east-1b, where nodes of gpu run; it is in us-east-1a",
    ]);
  });

  it("want tags on what costs money, from the resource or its provider", () => {
    const bucket = (inputs: PlanObject) =>
      stack([
        ["pulumi:providers:aws", "tagging", { defaultTags: '{"tags":{"a":"b"}}' }],
        ["aws:s3/bucket:Bucket", "bucket", inputs],
        ["aws:s3/bucketPolicy:BucketPolicy", "takes-none", {}],
      ]);
    expect(judgedStack(bucket({ tags: { a: "b" } }), "DYN-CLOUD-012")).toEqual([]);
    expect(judgedStack(bucket({ tags: unknownMark }), "DYN-CLOUD-012")).toEqual([]);
    expect(judgedStack(bucket({ provider: "tagging" }), "DYN-CLOUD-012")).toEqual([]);
    // The engine gives what the cloud says, which is an empty map for a resource without tags.
    for (const none of [{}, { tags: {} }, { tags: null }])
      expect(judgedStack(bucket(none), "DYN-CLOUD-012")).toEqual([
        "urn:bucket tags: has no tags, so that nobody can tell whose it is or what it costs",
      ]);
  });
});
