// SPDX-License-Identifier: Apache-2.0
/** @module A cluster of EKS: what it opens, protects and encrypts. */
import { ExistingCluster, type ExistingClusterProps } from "@dynamo-iac/clouds/aws";
import { isSecret } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { addOnVersions } from "../../../packages/clouds/src/aws/cluster/versions.js";
import { planOf } from "../../support/clouds/record.js";
import { access, admin, build, eks, make } from "./clusters.js";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, policyOf, promiseOf, record } from "./recorder.js";
import { network } from "./refs.js";

describe("Cluster", () => {
  it("keeps the laws of components, in both modes and with everything on", async () => {
    await laws(() => make());
    await laws(() => make({ compute: "auto" }));
    await laws(() => make({ oidc: true, apiClientCidrs: ["10.1.0.0/16"] }));
  });

  it("has a private API server and answers to access entries alone", async () => {
    const { resources } = await build();
    expect(one(resources, eks, "dynamo").inputs).toMatchObject({
      name: "dynamo",
      version: "1.35",
      vpcConfig: {
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
        subnetIds: network.intraSubnets.map(({ id }) => id),
      },
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      bootstrapSelfManagedAddons: false,
      deletionProtection: true,
      upgradePolicy: { supportType: "STANDARD" },
      zonalShiftConfig: { enabled: true },
    });
  });

  it("is protected from Pulumi and from EKS, with its key, until told otherwise", async () => {
    const guarded = async (deletionProtection?: boolean) =>
      (await planOf(() => void make({ deletionProtection }))).resources
        .filter(({ type }) => /^aws:(eks\/cluster:|kms\/key:)/.test(type))
        .map(({ protect, retainOnDelete }) => [protect, retainOnDelete]);
    expect(await guarded()).toEqual([
      [true, undefined],
      [true, true],
    ]);
    expect(await guarded(false)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("opens the API server to named addresses, and private ones besides", async () => {
    const { resources } = await build({
      publicEndpoint: { allowedCidrs: ["203.0.113.0/24"] },
      apiClientCidrs: ["10.1.0.0/16"],
    });
    expect(one(resources, eks, "dynamo").inputs.vpcConfig).toMatchObject({
      endpointPublicAccess: true,
      publicAccessCidrs: ["203.0.113.0/24"],
    });
    const rule = one(
      resources,
      "securityGroupIngressRule:SecurityGroupIngressRule",
      "dynamo-api-10-1-0-0-16",
    ).inputs;
    expect(rule).toMatchObject({
      securityGroupId: "sg-cluster",
      cidrIpv4: "10.1.0.0/16",
      fromPort: 443,
      toPort: 443,
    });
  });

  it("encrypts Secrets and logs with one key, and logs everything", async () => {
    const { resources } = await build();
    const keyArn = "arn:aws:kms:us-west-2:123456789012:dynamo-cluster";
    expect(one(resources, eks, "dynamo").inputs).toMatchObject({
      encryptionConfig: { provider: { keyArn }, resources: ["secrets"] },
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
    });
    expect(one(resources, "logGroup:LogGroup", "dynamo-control-plane").inputs).toMatchObject({
      name: "/aws/eks/dynamo/cluster",
      kmsKeyId: keyArn,
      retentionInDays: 90,
    });
    const statement = policyOf(one(resources, "key:Key", "dynamo-cluster").inputs.policy)[1];
    expect(statement?.Condition).toEqual({
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": [
          "arn:aws:logs:us-west-2:123456789012:log-group:/aws/eks/dynamo/cluster",
        ],
      },
    });
  });

  it("gives each principal its policy, in all namespaces or in some", async () => {
    const { resources } = await build({
      access: {
        ...access,
        team: {
          principalArn: "arn:aws:iam::123456789012:role/team",
          level: "edit",
          namespaces: ["inference"],
        },
      },
    });
    const type = "accessPolicyAssociation:AccessPolicyAssociation";
    expect(one(resources, type, "dynamo-platform").inputs).toMatchObject({
      principalArn: admin,
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      accessScope: { type: "cluster" },
    });
    expect(one(resources, type, "dynamo-team").inputs).toMatchObject({
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
      accessScope: { type: "namespace", namespaces: ["inference"] },
    });
  });

  it("installs network, proxy and identities before nodes, at pinned versions", async () => {
    const { resources, result } = await build();
    const versions = ofType(resources, "addon:Addon").map(({ inputs }) => [
      inputs.addonName,
      inputs.addonVersion,
    ]);
    expect(Object.fromEntries(versions)).toEqual({
      "vpc-cni": addOnVersions["1.35"]["vpc-cni"],
      "kube-proxy": addOnVersions["1.35"]["kube-proxy"],
      "eks-pod-identity-agent": addOnVersions["1.35"]["eks-pod-identity-agent"],
    });
    const cni = one(resources, "addon:Addon", "dynamo-vpc-cni").inputs;
    expect(JSON.parse(String(cni.configurationValues))).toMatchObject({
      enableNetworkPolicy: "true",
      env: { ENABLE_PREFIX_DELEGATION: "true" },
    });
    expect(cni.podIdentityAssociations).toEqual([
      {
        serviceAccount: "aws-node",
        roleArn: "arn:aws:iam:us-west-2:123456789012:dynamo-vpc-cni",
      },
    ]);
    expect(result.ready).toHaveLength(4);
  });

  it("turns all three switches of Auto Mode, and leaves its add-ons to it", async () => {
    const { resources, result } = await build({ compute: "auto" });
    expect(one(resources, eks, "dynamo").inputs).toMatchObject({
      computeConfig: { enabled: true, nodePools: ["system", "general-purpose"] },
      kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
      storageConfig: { blockStorage: { enabled: true } },
    });
    expect(ofType(resources, "addon:Addon")).toEqual([]);
    const trust = one(resources, "role:Role", "dynamo-control-plane").inputs.assumeRolePolicy;
    expect(policyOf(trust)[0]?.Action).toEqual(["sts:AssumeRole", "sts:TagSession"]);
    expect(result.autoNodeRoleArn).toBeDefined();
  });

  it("turns none of them otherwise", async () => {
    const { resources } = await build();
    const { inputs } = one(resources, eks, "dynamo");
    expect(inputs.computeConfig).toBeUndefined();
    expect(inputs.storageConfig).toBeUndefined();
    expect(inputs.kubernetesNetworkConfig).toEqual({
      ipFamily: "ipv4",
      serviceIpv4Cidr: "172.20.0.0/16",
    });
  });

  it("makes an OIDC provider only on request", async () => {
    const type = "openIdConnectProvider:OpenIdConnectProvider";
    expect(ofType((await build()).resources, type)).toEqual([]);
    const { resources } = await build({ oidc: true });
    expect(one(resources, type, "dynamo").inputs).toMatchObject({
      url: "https://oidc.example.com/dynamo",
      clientIdLists: ["sts.amazonaws.com"],
    });
  });

  it("offers a kubeconfig that is secret and holds no credential", async () => {
    const { result } = await build({ adminRoleArn: admin, profile: "work" });
    expect(await isSecret(result.kubeconfig)).toBe(true);
    const { users, clusters } = JSON.parse(await promiseOf(result.kubeconfig));
    expect(clusters[0].cluster).toEqual({
      server: "https://dynamo.example.com",
      "certificate-authority-data": "Y2E=",
    });
    expect(users).toEqual([
      {
        name: "dynamo",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: [
              ...["--region", "us-west-2", "eks", "get-token", "--cluster-name", "dynamo"],
              ...["--role-arn", admin, "--output", "json"],
            ],
            interactiveMode: "IfAvailable",
            env: [{ name: "AWS_PROFILE", value: "work" }],
          },
        },
      },
    ]);
  });
});

describe("ExistingCluster", () => {
  const props: ExistingClusterProps = {
    region: "us-west-2",
    clusterName: "old",
    clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/old",
    kubernetesVersion: "1.34",
    securityGroupId: "sg-0123456789abcdef0",
    endpoint: "https://old.example.com",
    certificateAuthority: "Y2E=",
  };

  it("makes nothing but a provider", async () => {
    await laws(() => new ExistingCluster("old", props));
    const { resources } = await record(() => new ExistingCluster("old", props));
    expect(resources.map(({ type }) => type)).toEqual([
      "dynamo-iac:aws:ExistingCluster",
      "pulumi:providers:kubernetes",
    ]);
  });

  it("is refused with all mistakes at once", async () => {
    const found = await refused(
      () => new ExistingCluster("old", { ...props, clusterArn: "old", securityGroupId: "old" }),
    );
    expect(brief(found)).toEqual(["DYN-AWS-011 clusterArn", "DYN-AWS-011 securityGroupId"]);
  });
});
