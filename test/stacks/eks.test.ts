// SPDX-License-Identifier: Apache-2.0
/** @module The EKS stack in its three sizes: everything that it makes, how it hangs together, and what it never does. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentError } from "@dynamo-iac/clouds/environment";
import type { Plan, PlannedResource } from "@dynamo-iac/clouds/plan";
import { beforeAll, describe, expect, it } from "vitest";
import { configOf, planEks } from "../support/clouds/eks-stack.js";
import {
  countsOf,
  haveComponents,
  haveTags,
  hideSecrets,
  sameInBothModes,
} from "../support/clouds/plan-laws.js";
import { bill, graphYaml } from "./eks-expected.js";

const stacks = ["dev", "test", "prod"] as const;
const plans = new Map<string, Plan>();

const planFor = (stack: string): Plan => {
  const plan = plans.get(stack);
  if (plan === undefined) throw new Error(`no plan of ${stack}`);
  return plan;
};

/** Resources by the end of their type. */
function typed(plan: Plan, type: string): readonly PlannedResource[] {
  return plan.resources.filter(
    (each) => each.type.endsWith(`/${type}`) || each.type.endsWith(`:${type}`),
  );
}

function named(plan: Plan, type: string, name: string): PlannedResource {
  const found = typed(plan, type).find((each) => each.name === name);
  if (found === undefined)
    throw new Error(`no ${type} ${name} in ${typed(plan, type).map((each) => each.name)}`);
  return found;
}

const charts = (plan: Plan) =>
  typed(plan, "Release")
    .map(({ inputs }) => String(inputs.chart).split("/").at(-1))
    .toSorted();

/** Everything that has to be there before a resource, over any number of steps. */
function before(plan: Plan, resource: PlannedResource): ReadonlySet<string> {
  const byUrn = new Map(plan.resources.map((each) => [each.urn, each]));
  const seen = new Set<string>();
  const visit = (urn: string): void => {
    if (seen.has(urn)) return;
    seen.add(urn);
    for (const next of byUrn.get(urn)?.dependsOn ?? []) visit(next);
    // To wait for a component is to wait for what is in it.
    if (byUrn.get(urn)?.kind === "component")
      for (const child of plan.resources) if (child.parent === urn) visit(child.urn);
  };
  for (const urn of resource.dependsOn) visit(urn);
  return seen;
}

beforeAll(async () => {
  for (const stack of stacks) plans.set(stack, await planEks(configOf(stack)));
}, 120_000);

describe.each(stacks)("the stack %s", (stack) => {
  it("makes the reviewed list of resources", async () => {
    const lines = Object.entries(countsOf(planFor(stack))).map(
      ([type, count]) => `${count} ${type}`,
    );
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`../golden/stack-eks-${stack}.txt`);
  });

  it("makes the same in a preview and in an update: nothing hangs on what only the cloud knows", async () => {
    sameInBothModes(planFor(stack), await planEks(configOf(stack), { mode: "update" }));
  });

  it("gives every resource a component and the tags of the environment", () => {
    const { name } = configOf(stack);
    haveComponents(planFor(stack));
    haveTags(planFor(stack), { Project: "dynamo", Environment: String(name) });
  });

  it("lets nobody in from everywhere, and asks for tokens of the metadata service", () => {
    const plan = planFor(stack);
    const open = typed(plan, "securityGroupIngressRule:SecurityGroupIngressRule").filter(
      ({ inputs }) => inputs.cidrIpv4 === "0.0.0.0/0" || inputs.cidrIpv6 === "::/0",
    );
    expect(open.map(({ urn }) => urn)).toEqual([]);
    for (const { inputs } of typed(plan, "launchTemplate:LaunchTemplate"))
      expect(inputs.metadataOptions).toMatchObject({ httpTokens: "required" });
    const { publicAccessCidrs = [] } = named(plan, "cluster:Cluster", String(configOf(stack).name))
      .inputs.vpcConfig as { publicAccessCidrs?: string[] };
    expect(publicAccessCidrs).not.toContain("0.0.0.0/0");
  });

  it("encrypts every store of data", () => {
    const plan = planFor(stack);
    for (const { inputs } of typed(plan, "fileSystem:FileSystem"))
      expect(inputs).toMatchObject({ encrypted: true });
    const buckets = typed(plan, "bucket:Bucket").length;
    const encrypted = typed(
      plan,
      "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    expect(encrypted).toHaveLength(buckets);
    for (const { inputs } of typed(plan, "StorageClass"))
      if (String(inputs.provisioner).includes("ebs"))
        expect(inputs.parameters).toMatchObject({ encrypted: "true" });
  });

  it("keeps the kubeconfig secret, and puts it into no resource but the provider", async () => {
    const plan = await planEks(configOf(stack), { mode: "update" });
    expect(plan.outputs.kubeconfig).toBe("[secret]");
    const others = plan.resources.filter(
      ({ type, inputs }) => type !== "pulumi:providers:kubernetes" && "kubeconfig" in inputs,
    );
    expect(others).toEqual([]);
  });

  it("serves after the operator, its webhooks, its storage and its secret are there", () => {
    const plan = planFor(stack);
    const graph = named(plan, "DynamoGraphDeployment", "inference/DynamoGraphDeployment/qwen3");
    const first = [...before(plan, graph)].join("\n");
    for (const wanted of [
      "dynamo-system/Deployment/dynamo-platform-dynamo-operator-controller-manager",
      "ValidatingWebhookConfiguration/",
      "inference/PersistentVolumeClaim/models",
      "aws:eks/addon:Addon::",
      "inference/ExternalSecret/hf-token-secret",
      "aws:eks/nodeGroup:NodeGroup::",
    ])
      expect(first).toContain(wanted);
  });

  it("installs nothing into a namespace that is not there", () => {
    const plan = planFor(stack);
    const namespaces = new Set(typed(plan, "Namespace").map(({ name }) => name.split("/")[1]));
    for (const { inputs } of typed(plan, "Release"))
      expect([...namespaces, "kube-system"]).toContain(inputs.namespace);
  });
});

describe("the sizes", () => {
  it("watch, scale and keep more and more", () => {
    const dev = [
      "aws-load-balancer-controller",
      "external-secrets",
      "gpu-operator",
      "karpenter",
      "kube-prometheus-stack",
      "prometheus-operator-crds",
    ];
    expect(charts(planFor("dev"))).toEqual(dev);
    expect(charts(planFor("test"))).toEqual(
      [...dev, "alloy", "cert-manager", "keda", "loki", "tempo"].toSorted(),
    );
    expect(charts(planFor("prod"))).toEqual(
      [
        ...dev,
        "alloy",
        "aws-efa-k8s-device-plugin",
        "cert-manager",
        "external-dns",
        "keda",
        "loki",
        "tempo",
        "velero",
      ].toSorted(),
    );
  });

  it("protect the data of production, and throw that of dev away", () => {
    const keeps = (stack: string, type: string) =>
      typed(planFor(stack), type).map(({ protect }) => protect === true);
    expect(keeps("prod", "fileSystem:FileSystem")).toEqual([true]);
    expect(keeps("prod", "lustreFileSystem:LustreFileSystem")).toEqual([true]);
    expect(keeps("prod", "vault:Vault")).toEqual([true, true]);
    expect(keeps("dev", "fileSystem:FileSystem")).toEqual([false]);
    expect(named(planFor("prod"), "cluster:Cluster", "dynamo-prod").inputs.deletionProtection).toBe(
      true,
    );
  });

  it("serve a model of their size", () => {
    const components = (stack: string) => {
      const { spec } = named(
        planFor(stack),
        "DynamoGraphDeployment",
        "inference/DynamoGraphDeployment/qwen3",
      ).inputs as { spec: { components: { name: string; replicas?: number }[] } };
      return spec.components.map(({ name, replicas }) => `${name} ${replicas ?? 1}`);
    };
    expect(components("dev")).toHaveLength(2);
    expect(components("prod").some((text) => text.includes("prefill") && text.endsWith(" 4"))).toBe(
      true,
    );
    expect(
      JSON.stringify(
        named(planFor("prod"), "DynamoGraphDeployment", "inference/DynamoGraphDeployment/qwen3")
          .inputs,
      ),
    ).toContain("vpc.amazonaws.com/efa");
  });
});

describe("the bill of materials of production", () => {
  it.each(bill)("%s", (_, type, least) => {
    expect(typed(planFor("prod"), type).length).toBeGreaterThanOrEqual(least);
  });
});

describe("other environments", () => {
  const dev = () => configOf("dev");

  it("without GPUs serve a simulated engine", async () => {
    const plan = await planEks({ ...dev(), nodes: {} });
    expect(charts(plan)).not.toContain("gpu-operator");
    expect(charts(plan)).not.toContain("karpenter");
    const graph = named(plan, "DynamoGraphDeployment", "inference/DynamoGraphDeployment/qwen3");
    expect(JSON.stringify(graph.inputs)).toContain("dynamo.mocker");
  });

  it("on Auto Mode have neither node groups of ours nor a second device plugin", async () => {
    const nodes = { gpu: [{ name: "g6", machine: "g6.2xlarge", max: 2, provisioner: "auto" }] };
    const config = { ...dev(), nodes };
    const plan = await planEks(config);
    sameInBothModes(plan, await planEks(config, { mode: "update" }));
    haveComponents(plan);
    expect(typed(plan, "nodeGroup:NodeGroup")).toEqual([]);
    expect(charts(plan)).toEqual(
      expect.arrayContaining(["dcgm-exporter", "external-secrets", "kube-prometheus-stack"]),
    );
    expect(charts(plan)).not.toContain("gpu-operator");
    expect(typed(plan, "NodeClass")).toHaveLength(1);
  });

  it("stand in a network and on a file system of somebody else", async () => {
    const plan = await planEks({
      ...dev(),
      network: {
        ...(dev().network as object),
        existing: {
          id: "vpc-0123456789abcdef0",
          privateSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        },
      },
      storage: { fileShare: { existingId: "fs-0123456789abcdef0" } },
    });
    expect(typed(plan, "vpc:Vpc")).toEqual([]);
    expect(typed(plan, "fileSystem:FileSystem")).toEqual([]);
    const classes = typed(plan, "StorageClass").map(({ inputs }) => inputs.parameters);
    expect(classes).toContainEqual(
      expect.objectContaining({ fileSystemId: "fs-0123456789abcdef0" }),
    );
  });

  it("back up no file system of somebody else", async () => {
    const storage = { fileShare: { existingId: "fs-0123456789abcdef0" } };
    const plan = await planEks({ ...configOf("test"), storage });
    expect(typed(plan, "plan:Plan")).toEqual([]);
  });

  it("let in administrators of two accounts with the same name of a role", async () => {
    const clusterAdmins = ["111122223333", "444455556666"].map(
      (account) => `arn:aws:iam::${account}:role/platform`,
    );
    const plan = await planEks({ ...dev(), security: { clusterAdmins } });
    const principals = typed(plan, "accessEntry:AccessEntry").map(
      ({ inputs }) => inputs.principalArn,
    );
    expect(principals).toEqual(expect.arrayContaining(clusterAdmins));
  });

  it("serve graphs that somebody wrote as YAML, in place of the stack's own", async () => {
    const manifest = join(tmpdir(), `graph-${process.pid}.yaml`);
    writeFileSync(manifest, graphYaml);
    const plan = await planEks({
      ...configOf("prod"),
      graphs: [{ manifest }],
      nodes: {},
      storage: {},
    });
    const graphs = typed(plan, "DynamoGraphDeployment").map(({ name }) => name);
    expect(graphs).toEqual(["inference/DynamoGraphDeployment/mine"]);
    expect(JSON.stringify(typed(plan, "Ingress")[0]?.inputs)).toContain("mine-frontend");
  });

  it("never show a literal token", async () => {
    const config = { ...dev(), security: { literalSecrets: true } };
    const plan = await planEks(config, { token: "hf_the_real_token" });
    hideSecrets(plan, ["hf_the_real_token"]);
    expect(typed(plan, "secretVersion:SecretVersion")).toHaveLength(1);
  });

  it("build images and make repositories by choice", async () => {
    const plan = await planEks({
      ...configOf("test"),
      platform: {
        imageBuilds: [{ name: "vllm-custom", repository: "https://github.com/example/images.git" }],
      },
    });
    expect(typed(plan, "project:Project")).toHaveLength(1);
    expect(Object.keys(plan.outputs.registryMirrors as object)).toContain("vllm-custom");
  });
});

describe("a configuration that is wrong", () => {
  it("makes nothing, and says everything at once", () => {
    const config = {
      ...configOf("prod"),
      region: "us-west2",
      nodes: { gpu: [{ name: "p5", machine: "p5.48xlarge", capacity: "reserved", max: 4 }] },
      budgets: {},
    };
    expect(() => planEks(config)).toThrow(EnvironmentError);
    expect(() => planEks(config)).toThrow(/DYN-STACK-001[\s\S]*DYN-STACK-011[\s\S]*DYN-STACK-024/);
  });
});

describe("a graph that cannot be served", () => {
  it("stops the program before anything is registered", async () => {
    // Disaggregation over machines without a fabric.
    const config = {
      ...configOf("prod"),
      nodes: { gpu: [{ name: "g6", machine: "g6.xlarge", max: 1 }] },
    };
    const made: string[] = [];
    await expect(
      planEks(config).then((plan) => made.push(...plan.resources.map(({ urn }) => urn))),
    ).rejects.toThrow(/DYN-/);
    expect(made).toEqual([]);
  });
});
