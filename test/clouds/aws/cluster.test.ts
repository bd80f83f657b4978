// SPDX-License-Identifier: Apache-2.0
import {
  AddOns,
  type AddOnsProps,
  Cluster,
  type ClusterProps,
  ExistingCluster,
  type ExistingClusterProps,
} from "@dynamo-iac/clouds/aws";
import { isSecret } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { checkAddOns } from "../../../packages/clouds/src/aws/cluster/add-ons.js";
import { checkCluster } from "../../../packages/clouds/src/aws/cluster/checks.js";
import { resolveCluster } from "../../../packages/clouds/src/aws/cluster/resolve.js";
import {
  addOnVersions,
  kubernetesVersions,
} from "../../../packages/clouds/src/aws/cluster/versions.js";
import { planOf } from "../../support/clouds/record.js";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, policyOf, promiseOf, record } from "./recorder.js";
import { network, cluster as ref, tags } from "./refs.js";

const admin = "arn:aws:iam::123456789012:role/platform";
const access = { platform: { principalArn: admin, level: "cluster-admin" } } as const;
const make = (props: Partial<ClusterProps> = {}) =>
  new Cluster("dynamo", { network, access, tags, ...props });
const build = (props: Partial<ClusterProps> = {}) => record(() => make(props));
const eks = "cluster:Cluster";

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

describe("a cluster that is refused", () => {
  const user = (principalArn: string) => ({ principalArn, level: "view" }) as const;
  it.each<[string, Partial<ClusterProps>, readonly string[]]>([
    ["name", { clusterName: "my cluster" }, ["DYN-AWS-012 clusterName"]],
    ["release", { kubernetesVersion: "1.29" as "1.35" }, ["DYN-AWS-020 kubernetesVersion"]],
    ["nobody", { access: {} }, ["DYN-AWS-021 access"]],
    [
      "everybody",
      { publicEndpoint: { allowedCidrs: ["0.0.0.0/0"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    [
      "half of the world",
      { publicEndpoint: { allowedCidrs: ["128.0.0.0/1"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    [
      "IPv6",
      { publicEndpoint: { allowedCidrs: ["::/0"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    [
      "no address",
      { publicEndpoint: { allowedCidrs: [] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs"],
    ],
    [
      "private address in public",
      { publicEndpoint: { allowedCidrs: ["10.0.0.0/8"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    ["public client", { apiClientCidrs: ["203.0.113.0/24"] }, ["DYN-AWS-022 apiClientCidrs[0]"]],
    ["Services in the VPC", { serviceCidr: "10.0.0.0/16" }, ["DYN-AWS-023 serviceCidr"]],
    ["Services too wide", { serviceCidr: "10.0.0.0/8" }, ["DYN-AWS-023 serviceCidr"]],
    [
      "one zone",
      { network: { ...network, intraSubnets: network.intraSubnets.slice(0, 1) } },
      ["DYN-AWS-004 network.intraSubnets"],
    ],
    [
      "session",
      { access: { ...access, me: user("arn:aws:sts::123456789012:assumed-role/a/b") } },
      ["DYN-AWS-025 access.me.principalArn"],
    ],
    ["no ARN", { access: { ...access, me: user("me") } }, ["DYN-AWS-011 access.me.principalArn"]],
    [
      "one principal twice",
      { access: { ...access, zoe: user(admin) } },
      ["DYN-AWS-025 access.zoe"],
    ],
    [
      "limited cluster-admin",
      { access: { a: { principalArn: admin, level: "cluster-admin", namespaces: ["x"] } } },
      ["DYN-AWS-025 access.a.namespaces"],
    ],
    [
      "namespace",
      {
        access: {
          ...access,
          b: { ...user("arn:aws:iam::123456789012:role/b"), namespaces: ["A"] },
        },
      },
      ["DYN-AWS-025 access.b.namespaces"],
    ],
    ["retention", { logRetentionDays: 8 }, ["DYN-AWS-010 logRetentionDays"]],
    [
      "add-on version",
      { addOnVersions: { "vpc-cni": "latest" } },
      ["DYN-AWS-027 addOnVersions.vpc-cni"],
    ],
  ])("%s", async (_, props, expected) => {
    const found = await refused(() => make(props));
    expect(brief(found.filter(({ severity }) => severity === "error"))).toEqual(expected);
  });

  it("is told that everybody can call the API server", async () => {
    const [found] = await refused(() => make({ publicEndpoint: { allowedCidrs: ["0.0.0.0/0"] } }));
    expect(found?.message).toBe("0.0.0.0/0 opens the API server to everybody");
    expect(found?.fix).toBe(
      "Name the addresses of offices and runners, or leave publicEndpoint out.",
    );
  });

  it("is warned when there is no audit log", () => {
    const found = checkCluster(resolveCluster("dynamo", { network, access, logs: ["api"] }));
    expect(brief(found)).toEqual(["DYN-AWS-026 logs"]);
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

describe("AddOns", () => {
  const arns = {
    efsFileSystemArns: ["arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-1"],
    bucketArns: ["arn:aws:s3:::models"],
    keyArns: ["arn:aws:kms:us-west-2:123456789012:key/k"],
  };
  const every = Object.keys(addOnVersions["1.35"]) as (keyof (typeof addOnVersions)["1.35"])[];
  const add = (props: Partial<AddOnsProps> = {}) =>
    new AddOns("dynamo", { cluster: ref, nodes: [], tags, ...props });

  it("keeps the laws of components with every add-on", async () => {
    await laws(() => add({ addOns: every, ...arns }));
  });

  it("installs DNS, volumes, snapshots, metrics and the agent that finds broken GPUs", async () => {
    const { resources } = await record(() => add());
    expect(ofType(resources, "addon:Addon").map(({ inputs }) => inputs.addonName)).toEqual([
      "aws-ebs-csi-driver",
      "coredns",
      "eks-node-monitoring-agent",
      "metrics-server",
      "snapshot-controller",
    ]);
  });

  it("gives the EFS driver rights on the named file systems, its mounts none as root", async () => {
    const { resources } = await record(() => add({ addOns: ["aws-efs-csi-driver"], ...arns }));
    const mounts = one(
      resources,
      "rolePolicy:RolePolicy",
      "dynamo-aws-efs-csi-driver-efs-csi-node-sa",
    ).inputs.policy;
    expect(policyOf(mounts)).toEqual([
      {
        Effect: "Allow",
        Sid: "Mount",
        Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Resource: arns.efsFileSystemArns,
      },
    ]);
  });

  it.each<[string, Partial<AddOnsProps>, readonly string[]]>([
    ["twice", { addOns: ["coredns", "coredns"] }, ["DYN-AWS-028 addOns"]],
    [
      "built in",
      { cluster: { ...ref, compute: "auto" }, addOns: ["coredns"] },
      ["DYN-AWS-028 addOns"],
    ],
    ["version", { versions: { coredns: "1.13" } }, ["DYN-AWS-027 versions.coredns"]],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => add(props)))).toEqual(expected);
  });

  it("warns of storage drivers that may use no storage", () => {
    const addOns = ["aws-efs-csi-driver", "aws-mountpoint-s3-csi-driver"] as const;
    const found = checkAddOns("dynamo", { cluster: ref, nodes: [], addOns });
    expect(brief(found)).toEqual(["DYN-AWS-029 efsFileSystemArns", "DYN-AWS-029 bucketArns"]);
    expect(checkAddOns("dynamo", { cluster: ref, nodes: [], addOns, ...arns })).toEqual([]);
  });

  it("pins every add-on for every release of Kubernetes, kube-proxy to the same minor", () => {
    for (const version of kubernetesVersions) {
      const pins = addOnVersions[version];
      expect(Object.values(pins).every((pin) => /^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(pin))).toBe(
        true,
      );
      expect(pins["kube-proxy"].startsWith(`v${version}.`)).toBe(true);
    }
  });
});
