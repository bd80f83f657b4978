// SPDX-License-Identifier: Apache-2.0
/** @module Images and secrets of a cluster: where they come from, and who reads them. */
import { ImageBuild, RegistryCache, Secrets } from "@dynamo-iac/clouds/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { hideSecrets } from "../../../support/clouds/plan-laws.js";
import { keyArn, only, planService, region, tags, typed } from "./cluster.js";
import { refusals } from "./refusals.js";

const nodeRoleArns = { system: "arn:aws:iam::123456789012:role/system-nodes" };

describe("RegistryCache", () => {
  const cache = (more: object = {}) =>
    new RegistryCache("dyn", { region, keyArn, nodeRoleArns, tags, ...more });

  it("caches the registries that need no login, under one prefix and one key", async () => {
    const plan = await planService(() => cache());
    expect(
      typed(plan, "pullThroughCacheRule:PullThroughCacheRule").map(({ inputs }) => inputs),
    ).toEqual([
      { ecrRepositoryPrefix: "dyn/aws", upstreamRegistryUrl: "public.ecr.aws" },
      { ecrRepositoryPrefix: "dyn/k8s", upstreamRegistryUrl: "registry.k8s.io" },
      { ecrRepositoryPrefix: "dyn/quay", upstreamRegistryUrl: "quay.io" },
    ]);
    expect(
      only(plan, "repositoryCreationTemplate:RepositoryCreationTemplate").inputs,
    ).toMatchObject({
      prefix: "dyn",
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
    });
  });

  it("lets nodes fetch into the cache's own repositories alone", async () => {
    const plan = await planService(() => cache());
    const policy = JSON.parse(
      String(only(plan, "rolePolicy:RolePolicy", "dyn-system").inputs.policy),
    );
    expect(only(plan, "rolePolicy:RolePolicy", "dyn-system").inputs.role).toBe("system-nodes");
    expect(policy.Statement[0].Resource[0]).toMatch(/:repository\/dyn\/\*$/);
  });

  it("refuses a prefix that ECR would not take, and Docker Hub without a login", async () => {
    const found = await refusals(() => cache({ prefix: "Dyn_x", upstreams: ["quay", "hub"] }));
    expect(found).toEqual([
      expect.stringMatching(/^DYN-AWS-201 prefix: .*got "Dyn_x"/),
      expect.stringMatching(/^DYN-AWS-202 upstreams.1: docker.io answers only those who log in/),
    ]);
  });
});

describe("ImageBuild", () => {
  const build = () =>
    new ImageBuild("vllm", {
      region,
      image: "vllm-custom",
      repository: "https://github.com/example/images.git",
      keyArn,
      tags,
    });

  it("never replaces an image, scans it, and keeps it when the component goes", async () => {
    const plan = await planService(build);
    const repository = only(plan, "repository:Repository");
    expect(repository.inputs).toMatchObject({
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
    });
    expect(repository.protect).toBe(true);
    expect(repository.retainOnDelete).toBe(true);
  });

  it("may push to its own repository and nowhere else", async () => {
    const plan = await planService(build, "standard", "update");
    const { Statement } = JSON.parse(
      String(only(plan, "rolePolicy:RolePolicy", "vllm").inputs.policy),
    );
    const push = Statement.find(({ Sid }: { Sid: string }) => Sid === "Push");
    expect(push.Resource).toHaveLength(1);
    expect(push.Resource[0]).not.toBe("*");
  });
});

describe("Secrets", () => {
  const graphNamespaces = ["inference"] as const;

  it("makes a secret without a value, and reads exactly that one", async () => {
    const plan = await planService(
      ({ cluster }) => new Secrets("dyn", { cluster, graphNamespaces: [...graphNamespaces], tags }),
    );
    const secret = only(plan, "secret:Secret");
    expect(secret.inputs.name).toBe("dyn/hugging-face");
    expect(secret.protect).toBe(true);
    expect(typed(plan, "secretVersion:SecretVersion")).toEqual([]);
    const object = only(plan, "ExternalSecret", "inference/ExternalSecret/hf-token-secret");
    expect(object.inputs.spec).toMatchObject({ data: [{ secretKey: "HF_TOKEN" }] });
    expect(object.dependsOn.some((urn) => urn.includes("helm.sh/v3:Release"))).toBe(true);
  });

  it("gives the store to the namespaces of graphs only", async () => {
    const plan = await planService(
      ({ cluster }) => new Secrets("dyn", { cluster, graphNamespaces: [...graphNamespaces], tags }),
    );
    expect(only(plan, "ClusterSecretStore").inputs.spec).toEqual({
      conditions: [{ namespaces: ["inference"] }],
      provider: { aws: { service: "SecretsManager", region } },
    });
  });

  it("uses secrets of others by name, and makes the pull secret of nvcr.io", async () => {
    const plan = await planService(
      ({ cluster }) =>
        new Secrets("dyn", {
          cluster,
          graphNamespaces: [...graphNamespaces],
          huggingFaceSecret: "team/hf",
          registrySecret: "team/nvcr",
          tags,
        }),
      "standard",
      "update",
    );
    expect(typed(plan, "secret:Secret")).toEqual([]);
    expect(
      only(plan, "ExternalSecret", "inference/ExternalSecret/nvcr-imagepullsecret").inputs.spec,
    ).toMatchObject({
      target: { template: { type: "kubernetes.io/dockerconfigjson" } },
      data: [{ secretKey: "key", remoteRef: { key: "team/nvcr" } }],
    });
    const reader = typed(plan, "rolePolicy:RolePolicy").find(({ name }) => name === "dyn-reader");
    expect(String(reader?.inputs.policy)).toContain("secret:team/hf-??????");
  });

  it("never shows a literal token", async () => {
    const plan = await planService(
      ({ cluster }) =>
        new Secrets("dyn", {
          cluster,
          graphNamespaces: [...graphNamespaces],
          literalToken: pulumi.secret("hf_very_secret"),
          removal: "delete",
          tags,
        }),
    );
    expect(only(plan, "secretVersion:SecretVersion").inputs.secretString).toBe("[secret]");
    hideSecrets(plan, ["hf_very_secret"]);
  });

  it("refuses to write over the secret of somebody else", async () => {
    const found = await refusals(
      ({ cluster }) =>
        new Secrets("dyn", {
          cluster,
          graphNamespaces: [...graphNamespaces],
          huggingFaceSecret: "team/hf",
          literalToken: "hf_x",
          tags,
        }),
    );
    expect(found).toEqual([expect.stringMatching(/^DYN-AWS-206 literalToken: .*team\/hf/)]);
  });
});
