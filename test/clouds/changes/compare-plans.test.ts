// SPDX-License-Identifier: Apache-2.0
/** @module Changes of a stack, one by one: what restarts, what is lost, and no secret is printed. */
import { comparePlans, typeFacts } from "@dynamo-iac/clouds/changes";
import type { PlannedResource, PlanObject } from "@dynamo-iac/clouds/plan";
import { compareObjects } from "@dynamo-iac/constructs/changes";
import { createMasks } from "@dynamo-iac/constructs/checks";
import { describe, expect, it } from "vitest";
import { changed, compared, effectsOf, graph, planOf, resources, withInputs } from "./plans.js";

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
