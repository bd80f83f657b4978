// SPDX-License-Identifier: Apache-2.0
/** @module A small stack as a plan, and what a change makes of it. */
import { comparePlans } from "@dynamo-iac/clouds/changes";
import type { Plan, PlannedResource, PlanObject } from "@dynamo-iac/clouds/plan";
import { createMasks } from "@dynamo-iac/constructs/checks";

export type Extra = Partial<Omit<PlannedResource, "type" | "name" | "inputs">>;

export function resource(
  type: string,
  name: string,
  inputs: PlanObject,
  extra: Extra = {},
): PlannedResource {
  const urn = `urn:pulumi:prod::inference::dynamo:aws:Environment$${type}::${name}`;
  return { urn, type, name, kind: "custom", inputs, dependsOn: [], ...extra };
}

export const graph: PlanObject = {
  apiVersion: "nvidia.com/v1beta1",
  kind: "DynamoGraphDeployment",
  metadata: { name: "qwen", namespace: "inference" },
  spec: {
    backendFramework: "vllm",
    components: [
      {
        name: "worker",
        type: "worker",
        replicas: 2,
        podTemplate: {
          spec: {
            containers: [
              {
                name: "main",
                image: "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0",
                command: ["python3", "-m", "dynamo.vllm"],
                args: ["--model", "Qwen/Qwen3-0.6B"],
                resources: { limits: { "nvidia.com/gpu": "1" } },
              },
            ],
          },
        },
      },
    ],
  },
};

export const resources: readonly PlannedResource[] = [
  resource("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16", tags: { team: "a" } }),
  resource("aws:ec2/subnet:Subnet", "private-a", {
    vpcId: "[unknown]",
    cidrBlock: "10.0.0.0/20",
    availabilityZone: "us-east-1a",
  }),
  resource("aws:eks/cluster:Cluster", "cluster", {
    roleArn: "[unknown]",
    version: "1.33",
    vpcConfig: { endpointPublicAccess: false, subnetIds: ["[unknown]"] },
    encryptionConfig: { provider: { keyArn: "[unknown]" }, resources: ["secrets"] },
    enabledClusterLogTypes: ["audit"],
  }),
  resource("aws:eks/nodeGroup:NodeGroup", "gpu", {
    clusterName: "[unknown]",
    instanceTypes: ["p5.48xlarge"],
    amiType: "AL2023_x86_64_NVIDIA",
    capacityType: "ON_DEMAND",
    scalingConfig: { minSize: 0, maxSize: 4, desiredSize: 2 },
    version: "1.33",
  }),
  resource("aws:efs/fileSystem:FileSystem", "models", {
    encrypted: true,
    performanceMode: "generalPurpose",
    throughputMode: "elastic",
  }),
  resource("aws:fsx/lustreFileSystem:LustreFileSystem", "scratch", {
    storageCapacity: 4800,
    deploymentType: "PERSISTENT_2",
  }),
  resource("aws:kms/key:Key", "key", { enableKeyRotation: true, description: "data" }),
  resource("aws:secretsmanager/secretVersion:SecretVersion", "token", {
    secretId: "[unknown]",
    secretString: "[secret:aaaaaaaaaaaa]",
  }),
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "api", {
    securityGroupId: "[unknown]",
    cidrIpv4: "10.0.0.0/8",
    fromPort: 443,
    toPort: 443,
    ipProtocol: "tcp",
  }),
  resource("aws:iam/rolePolicy:RolePolicy", "rights", {
    role: "[unknown]",
    policy: JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::models/*" }],
    }),
  }),
  resource("kubernetes:helm.sh/v3:Release", "loki", {
    name: "loki",
    namespace: "monitoring",
    version: "6.1.0",
    values: { adminPassword: "nobody-may-see-this-1", replicas: 1 },
  }),
  resource("kubernetes:nvidia.com/v1beta1:DynamoGraphDeployment", "qwen", graph),
  resource("pulumi:providers:aws", "aws", { region: "us-east-1" }, { kind: "provider" }),
  resource("dynamo:aws:Environment", "environment", {}, { kind: "component" }),
];

export function planOf(list: readonly PlannedResource[]): Plan {
  return {
    version: 1,
    project: "inference",
    stack: "prod",
    mode: "preview",
    resources: list,
    assumptions: [],
    waivers: [],
    outputs: {},
  };
}

/** The resources with other inputs, or another resource, in the place of one. */
export function changed(
  name: string,
  change: (resource: PlannedResource) => PlannedResource | undefined,
): readonly PlannedResource[] {
  const found = resources.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no resource ${name}`);
  return resources.flatMap((one) => (one === found ? (change(one) ?? []) : [one]));
}

export const withInputs = (name: string, inputs: PlanObject) =>
  changed(name, (one) => ({ ...one, inputs: { ...one.inputs, ...inputs } }));

export function compared(after: readonly PlannedResource[], before = resources) {
  const { resources: found } = comparePlans(planOf(before), planOf(after), createMasks());
  return found;
}

export const effectsOf = (after: readonly PlannedResource[], before = resources) =>
  compared(after, before).flatMap(({ consequences }) =>
    consequences.map(({ effect, path }) => `${effect} ${path.join(".")}`.trim()),
  );
