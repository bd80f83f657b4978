// SPDX-License-Identifier: Apache-2.0
/** @module Changes of a stack, one by one: what is replaced, what restarts, what is lost, and no secret is printed. */
import { comparePlans, typeFacts } from "@dynamo-iac/clouds/changes";
import type { Plan, PlannedResource, PlanObject } from "@dynamo-iac/clouds/plan";
import { compareObjects } from "@dynamo-iac/constructs/changes";
import { createMasks } from "@dynamo-iac/constructs/checks";
import { describe, expect, it } from "vitest";

type Extra = Partial<Omit<PlannedResource, "type" | "name" | "inputs">>;

function resource(
  type: string,
  name: string,
  inputs: PlanObject,
  extra: Extra = {},
): PlannedResource {
  const urn = `urn:pulumi:prod::inference::dynamo:aws:Environment$${type}::${name}`;
  return { urn, type, name, kind: "custom", inputs, dependsOn: [], ...extra };
}

const graph: PlanObject = {
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

const resources: readonly PlannedResource[] = [
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

function planOf(list: readonly PlannedResource[]): Plan {
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
function changed(
  name: string,
  change: (resource: PlannedResource) => PlannedResource | undefined,
): readonly PlannedResource[] {
  const found = resources.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no resource ${name}`);
  return resources.flatMap((one) => (one === found ? (change(one) ?? []) : [one]));
}

const withInputs = (name: string, inputs: PlanObject) =>
  changed(name, (one) => ({ ...one, inputs: { ...one.inputs, ...inputs } }));

function compared(after: readonly PlannedResource[], before = resources) {
  const { resources: found } = comparePlans(planOf(before), planOf(after), createMasks());
  return found;
}

const effectsOf = (after: readonly PlannedResource[], before = resources) =>
  compared(after, before).flatMap(({ consequences }) =>
    consequences.map(({ effect, path }) => `${effect} ${path.join(".")}`.trim()),
  );

describe("an input that changes", () => {
  it.each<[string, string, PlanObject, readonly string[]]>([
    ["the range of a subnet", "private-a", { cidrBlock: "10.0.16.0/20" }, ["replace cidrBlock"]],
    ["the range of the network", "vpc", { cidrBlock: "10.1.0.0/16" }, ["replace cidrBlock"]],
    ["a tag", "vpc", { tags: { team: "b" } }, []],
    ["encryption of a file system", "models", { encrypted: false }, ["replace encrypted"]],
    ["throughput of a file system", "models", { throughputMode: "bursting" }, []],
    ["a larger file system", "scratch", { storageCapacity: 7200 }, []],
    ["a smaller file system", "scratch", { storageCapacity: 2400 }, ["replace storageCapacity"]],
    ["the instance type", "gpu", { instanceTypes: ["p5en.48xlarge"] }, ["replace instanceTypes"]],
    ["the capacity type", "gpu", { capacityType: "SPOT" }, ["replace capacityType"]],
    ["the AMI type", "gpu", { amiType: "BOTTLEROCKET_x86_64_NVIDIA" }, ["replace amiType"]],
    [
      "the size of a node group",
      "gpu",
      { scalingConfig: { minSize: 0, maxSize: 8, desiredSize: 2 } },
      [],
    ],
    ["the version of a node group", "gpu", { version: "1.34" }, ["restart version"]],
    ["the version of the cluster", "cluster", { version: "1.34" }, []],
    ["the name of the cluster", "cluster", { name: "other" }, ["replace name"]],
    [
      "the key specification",
      "key",
      { customerMasterKeySpec: "RSA_2048" },
      ["replace customerMasterKeySpec"],
    ],
    ["the region of the provider", "aws", { region: "eu-west-1" }, ["replace region"]],
    ["the chart version", "loki", { version: "6.2.0" }, ["restart version"]],
    ["a secret", "token", { secretString: "[secret:bbbbbbbbbbbb]" }, ["update secretString"]],
  ])("%s", (_, name, inputs, expected) => {
    const found = compared(withInputs(name, inputs));
    expect(found.map((one) => one.name)).toEqual([name]);
    expect(effectsOf(withInputs(name, inputs))).toEqual(expected);
  });

  it("cannot take encryption of Secrets back", () => {
    const after = changed("cluster", (one) => {
      const { encryptionConfig: _, ...inputs } = one.inputs;
      return { ...one, inputs };
    });
    expect(effectsOf(after)).toEqual(["replace encryptionConfig"]);
    expect(compared(after)[0]?.security).toEqual([
      {
        where: "aws:eks/cluster:Cluster cluster",
        what: "no longer: encrypts Secrets with a key of its own",
        change: "weaker",
      },
    ]);
  });

  it("is left alone when another writer owns it", () => {
    const before = changed("gpu", (one) => ({
      ...one,
      ignoreChanges: ["scalingConfig.desiredSize"],
    }));
    const after = before.map((one) =>
      one.name === "gpu"
        ? {
            ...one,
            inputs: { ...one.inputs, scalingConfig: { minSize: 0, maxSize: 4, desiredSize: 4 } },
          }
        : one,
    );
    expect(compared(after, before)).toEqual([]);
  });

  it("replaces where the program says so", () => {
    const before = changed("vpc", (one) => ({ ...one, replaceOnChanges: ["tags"] }));
    const after = before.map((one) =>
      one.name === "vpc" ? { ...one, inputs: { ...one.inputs, tags: { team: "b" } } } : one,
    );
    expect(effectsOf(after, before)).toEqual(["replace tags.team"]);
  });
});

describe("what is lost", () => {
  it("with a replaced file system, a replaced cluster, a deleted key", () => {
    const losses = (after: readonly PlannedResource[]) =>
      compared(after).flatMap(({ consequences }) =>
        consequences.flatMap(({ loses }) => loses ?? []),
      );
    expect(losses(withInputs("models", { encrypted: false }))).toEqual([
      "all files of the file system",
    ]);
    expect(losses(withInputs("cluster", { name: "other" }))).toEqual([
      "the cluster with everything that runs in it",
    ]);
    expect(losses(changed("key", () => undefined))).toHaveLength(1);
    expect(losses(changed("private-a", () => undefined))).toEqual([]);
  });

  it("is nothing when the resource is retained", () => {
    const before = changed("models", (one) => ({ ...one, retainOnDelete: true as const }));
    const after = before.filter(({ name }) => name !== "models");
    expect(compared(after, before)[0]).toMatchObject({ change: "deleted", consequences: [] });
  });

  it("is refused when it is protected", () => {
    const before = changed("models", (one) => ({ ...one, protect: true as const }));
    expect(
      effectsOf(
        before.filter(({ name }) => name !== "models"),
        before,
      ),
    ).toEqual(["refused"]);
    const replaced = before.map((one) =>
      one.name === "models" ? { ...one, inputs: { ...one.inputs, encrypted: false } } : one,
    );
    expect(effectsOf(replaced, before)).toEqual(["refused encrypted"]);
  });
});

describe("a resource with another name", () => {
  const renamedTo = (name: string, extra: Extra = {}) =>
    changed("models", (one) => ({
      ...one,
      name,
      urn: one.urn.replace(/::models$/, `::${name}`),
      ...extra,
    }));

  it("is known as the old one, is replaced, and the alias that keeps it is named", () => {
    const [found] = compared(renamedTo("weights"));
    expect(found).toMatchObject({
      change: "renamed",
      effect: "replace",
      renamedFrom: "aws:efs/fileSystem:FileSystem models",
    });
    expect(found?.consequences[0]?.why).toContain('aliases: [{ name: "models" }]');
    expect(found?.consequences[0]?.loses).toBe("all files of the file system");
  });

  it.each<[string, Extra]>([
    ["by name", { aliases: [{ spec: { name: "models" } }] }],
    [
      "by URN",
      {
        aliases: [
          "urn:pulumi:prod::inference::dynamo:aws:Environment$aws:efs/fileSystem:FileSystem::models",
        ],
      },
    ],
    [
      "by the URN as a field",
      {
        aliases: [
          {
            urn: "urn:pulumi:prod::inference::dynamo:aws:Environment$aws:efs/fileSystem:FileSystem::models",
          },
        ],
      },
    ],
  ])("stays what it is with an alias %s", (_, extra) => {
    expect(compared(renamedTo("weights", extra))).toEqual([]);
  });

  it("under another parent stays what it is with an alias without parent", () => {
    const before = changed("models", (one) => ({
      ...one,
      urn: "urn:pulumi:prod::inference::aws:efs/fileSystem:FileSystem::models",
    }));
    const after = changed("models", (one) => ({ ...one, aliases: [{ spec: { noparent: true } }] }));
    expect(compared(after, before)).toEqual([]);
  });
});

describe("a replacement", () => {
  const urnOf = (name: string) => resources.find((one) => one.name === name)?.urn ?? "";
  const linked = [
    ...resources.map((one) =>
      one.name === "private-a" ? { ...one, inputDependencies: { vpcId: [urnOf("vpc")] } } : one,
    ),
    resource(
      "aws:efs/mountTarget:MountTarget",
      "target",
      { subnetId: "[unknown]", fileSystemId: "[unknown]" },
      { inputDependencies: { subnetId: [urnOf("private-a")] } },
    ),
    resource(
      "aws:fsx/lustreFileSystem:LustreFileSystem",
      "fast",
      { subnetIds: ["[unknown]"] },
      {
        inputDependencies: { subnetIds: [urnOf("private-a")], tags: [urnOf("vpc")] },
      },
    ),
    resource(
      "aws:iam/role:Role",
      "role",
      { assumeRolePolicy: "[unknown]" },
      {
        inputDependencies: { assumeRolePolicy: [urnOf("vpc")] },
      },
    ),
  ];
  const moved = (list: readonly PlannedResource[]) =>
    list.map((one) =>
      one.name === "vpc" ? { ...one, inputs: { ...one.inputs, cidrBlock: "10.9.0.0/16" } } : one,
    );

  it("takes along what has the old one in an input that forces a replacement, and no more", () => {
    const found = compared(moved(linked), linked);
    expect(found.map(({ name, effect }) => `${effect} ${name}`)).toEqual([
      "replace vpc",
      "replace private-a",
      "replace target",
      "replace fast",
    ]);
    expect(found.at(-1)?.consequences).toMatchObject([
      {
        path: ["subnetIds"],
        why: "its value comes from aws:ec2/subnet:Subnet private-a, which is replaced",
        loses: "all files of the file system that no data repository has",
      },
    ]);
  });

  it("does not take what is protected: the engine refuses", () => {
    const guarded = linked.map((one) =>
      one.name === "fast" ? { ...one, protect: true as const } : one,
    );
    expect(compared(moved(guarded), guarded).at(-1)).toMatchObject({
      name: "fast",
      effect: "refused",
    });
  });
});

describe("security", () => {
  const told = (after: readonly PlannedResource[]) =>
    compared(after).flatMap(({ security }) =>
      security.map(({ change, what }) => `${change}: ${what}`),
    );

  it.each<[string, string, PlanObject, readonly string[]]>([
    [
      "a public API",
      "cluster",
      { vpcConfig: { endpointPublicAccess: true, subnetIds: ["[unknown]"] } },
      ["weaker: has an API that the whole internet reaches"],
    ],
    [
      "no audit log",
      "cluster",
      { enabledClusterLogTypes: [] },
      ["weaker: no longer: keeps the log audit"],
    ],
    [
      "open ingress",
      "api",
      { cidrIpv4: "0.0.0.0/0" },
      ["weaker: lets the whole internet in on port 443"],
    ],
    ["no encryption", "models", { encrypted: false }, ["weaker: no longer: encrypts its files"]],
    [
      "no key rotation",
      "key",
      { enableKeyRotation: false },
      ["weaker: no longer: rotates the key"],
    ],
    [
      "more rights",
      "rights",
      {
        policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] }),
      },
      ["weaker: may s3:* on *", "stronger: no longer: may s3:GetObject on arn:aws:s3:::models/*"],
    ],
  ])("%s", (_, name, inputs, expected) => {
    expect(told(withInputs(name, inputs))).toEqual(expected);
  });
});

it("Kubernetes objects of a stack are compared as manifests", () => {
  const after = changed("qwen", (one) => ({
    ...one,
    inputs: JSON.parse(JSON.stringify(graph).replace('"replicas":2', '"replicas":5')) as PlanObject,
  }));
  const { manifests, resources: others } = comparePlans(
    planOf(resources),
    planOf(after),
    createMasks(),
  );
  expect(others).toEqual([]);
  const changes = compareObjects(manifests.before, manifests.after);
  expect(changes.objects[0]?.graph?.gpus).toMatchObject({ before: 2, after: 5 });
});

it("prints no secret of a chart's values", () => {
  const found = compared(
    withInputs("loki", { values: { adminPassword: "nobody-may-see-this-2", replicas: 1 } }),
  );
  expect(JSON.stringify(found)).not.toContain("nobody-may-see");
  expect(found[0]?.fields.map(({ path }) => path.join("."))).toEqual(["values.adminPassword"]);
});

it("equal plans change nothing; a stack that is new creates everything that is made", () => {
  expect(compared(resources)).toEqual([]);
  const { resources: created, manifests } = comparePlans(
    undefined,
    planOf(resources),
    createMasks(),
  );
  expect(new Set(created.map(({ change, effect }) => `${change} ${effect}`))).toEqual(
    new Set(["created none"]),
  );
  expect(created.length + manifests.after.length).toBe(resources.length - 1);
});

it("every type of the table is one of the installed provider", async () => {
  for (const type of Object.keys(typeFacts).filter((token) => token.startsWith("aws:"))) {
    const [, module = "", name = ""] = type.split(":");
    const service = module.split("/")[0];
    const loaded = (await import(`@pulumi/aws/${service}`)) as Record<string, unknown>;
    expect(Object.keys(loaded), type).toContain(name);
  }
}, 120_000);
