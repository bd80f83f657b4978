// SPDX-License-Identifier: Apache-2.0
import {
  PodIdentity,
  type PodIdentityProps,
  policies,
  type Statement,
} from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { checkStatements } from "../../../packages/clouds/src/aws/identity/checks.js";
import { sayOf } from "../../../packages/clouds/src/component/index.js";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, policyOf, record } from "./recorder.js";
import { cluster, tags } from "./refs.js";

const read: Statement = {
  sid: "Read",
  actions: ["s3:GetObject"],
  resources: ["arn:aws:s3:::models/*"],
};
const make = (props: Partial<PodIdentityProps> = {}) =>
  new PodIdentity("download", {
    cluster,
    namespace: "inference",
    serviceAccount: "download",
    statements: [read],
    tags,
    ...props,
  });

describe("PodIdentity", () => {
  it("keeps the laws of components", async () => {
    await laws(() => make());
  });

  it("trusts the pods of this cluster and of no other", async () => {
    const { resources } = await record(() => make());
    const role = one(resources, "role:Role", "download").inputs;
    expect(policyOf(role.assumeRolePolicy)).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnEquals: { "aws:SourceArn": "arn:aws:eks:us-west-2:123456789012:cluster/dynamo" },
        },
      },
    ]);
    const association = ofType(resources, "podIdentityAssociation:PodIdentityAssociation")[0];
    expect(association?.inputs).toMatchObject({
      clusterName: "dynamo",
      namespace: "inference",
      serviceAccount: "download",
      roleArn: "arn:aws:iam:us-west-2:123456789012:download",
    });
  });

  it("allows what the statements say, and nothing when there are none", async () => {
    const { resources } = await record(() => make());
    expect(policyOf(one(resources, "rolePolicy:RolePolicy", "download").inputs.policy)).toEqual([
      {
        Effect: "Allow",
        Sid: "Read",
        Action: ["s3:GetObject"],
        Resource: ["arn:aws:s3:::models/*"],
      },
    ]);
    const none = await record(() => make({ statements: [] }));
    expect(ofType(none.resources, "rolePolicy:RolePolicy")).toEqual([]);
  });

  it("attaches managed policies by name in the partition of the region", async () => {
    const { resources } = await record(() =>
      make({
        cluster: { ...cluster, region: "us-gov-west-1" },
        managedPolicies: ["CloudWatchAgentServerPolicy"],
      }),
    );
    expect(
      ofType(resources, "rolePolicyAttachment:RolePolicyAttachment")[0]?.inputs.policyArn,
    ).toBe("arn:aws-us-gov:iam::aws:policy/CloudWatchAgentServerPolicy");
  });

  it.each<[string, Partial<PodIdentityProps>, readonly string[]]>([
    ["namespace", { namespace: "Inference" }, ["DYN-AWS-042 namespace"]],
    ["service account", { serviceAccount: "a_b" }, ["DYN-AWS-042 serviceAccount"]],
    [
      "wildcard",
      { statements: [{ ...read, actions: ["s3:*"] }] },
      ["DYN-AWS-040 statements[0].actions[0]"],
    ],
    [
      "everything",
      { statements: [{ ...read, actions: ["*:*"] }] },
      ["DYN-AWS-043 statements[0].actions[0]"],
    ],
    [
      "every bucket",
      { statements: [{ ...read, resources: ["*"] }] },
      ["DYN-AWS-041 statements[0].resources"],
    ],
    [
      "no action",
      { statements: [{ ...read, actions: [] }] },
      ["DYN-AWS-043 statements[0].actions"],
    ],
    [
      "no resource",
      { statements: [{ ...read, resources: [] }] },
      ["DYN-AWS-043 statements[0].resources"],
    ],
    ["one sid twice", { statements: [read, read] }, ["DYN-AWS-043 statements[1].sid"]],
    ["sid", { statements: [{ ...read, sid: "read it" }] }, ["DYN-AWS-043 statements[0].sid"]],
    [
      "administrator",
      { managedPolicies: ["AdministratorAccess"] },
      ["DYN-AWS-040 managedPolicies[0]"],
    ],
    ["policy name", { managedPolicies: ["a policy"] }, ["DYN-AWS-012 managedPolicies[0]"]],
    ["boundary", { permissionsBoundaryArn: "boundary" }, ["DYN-AWS-011 permissionsBoundaryArn"]],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => make(props)))).toEqual(expected);
  });

  it("takes every resource where a condition bounds it", async () => {
    const conditions = { StringEquals: { "aws:ResourceTag/team": "inference" } };
    const { resources } = await record(() =>
      make({ statements: [{ ...read, resources: ["*"], conditions }] }),
    );
    expect(ofType(resources, "role:Role")).toHaveLength(1);
  });
});

describe("the policies of programs in the cluster", () => {
  const region = "us-west-2";
  const bucketArn = "arn:aws:s3:::models";
  const keyArn = "arn:aws:kms:us-west-2:123456789012:key/k";
  const zoneArns = ["arn:aws:route53:::hostedzone/Z1"];
  const fileSystemArns = ["arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-1"];
  const all: Readonly<Record<string, readonly Statement[]>> = {
    karpenter: policies.karpenterController({
      region,
      clusterName: "dynamo",
      clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/dynamo",
      nodeRoleArn: "arn:aws:iam::123456789012:role/nodes",
      queueArn: "arn:aws:sqs:us-west-2:123456789012:queue",
    }),
    loadBalancerController: policies.loadBalancerController({ region, clusterName: "dynamo" }),
    externalDns: policies.externalDns({ region, zoneArns }),
    certManager: policies.certManager({ region, zoneArns }),
    efsDriver: policies.efsDriver({ region, fileSystemArns }),
    efsMounts: policies.efsMounts({ region, fileSystemArns }),
    fsxDriver: policies.fsxDriver(),
    mountpointDriver: policies.mountpointDriver({
      region,
      bucketArns: [bucketArn],
      keyArns: [keyArn],
    }),
    diskKeyUse: policies.diskKeyUse([keyArn], region),
    modelDownload: policies.modelDownload({ region, bucketArn, prefix: "qwen", keyArn }),
    modelSync: policies.modelSync({ region, bucketArn, keyArn }),
    inference: policies.inference({ region, bucketArn, keyArn }),
    externalSecrets: policies.externalSecrets({
      region,
      secretArns: ["arn:aws:secretsmanager:us-west-2:123456789012:secret:hf"],
      keyArns: [keyArn],
    }),
    velero: policies.velero({ region, bucketArn, keyArn }),
  };

  it.each(Object.entries(all))(
    "%s has no wildcard action and no boundless resource",
    (name, statements) => {
      expect(checkStatements(statements, ["statements"], sayOf("PodIdentity", name))).toEqual([]);
    },
  );

  it.each(Object.entries(all))("%s fits into the 10240 characters of a role", (_, statements) => {
    const sids = statements.map(({ sid }) => sid);
    expect(new Set(sids).size).toBe(sids.length);
    const known = statements.map(({ resources, ...rest }) => ({
      ...rest,
      resources: resources.map((arn) => (typeof arn === "string" ? arn : bucketArn)),
    }));
    expect(JSON.stringify(known).length).toBeLessThan(10_240);
  });

  const actionsOf = (name: string) => (all[name] ?? []).flatMap(({ actions }) => actions);

  it("lets inference pods read and list, and the download Job write but not delete", () => {
    expect(actionsOf("inference")).toEqual(["s3:ListBucket", "s3:GetObject", "kms:Decrypt"]);
    expect(actionsOf("modelDownload")).not.toContain("s3:DeleteObject");
    expect(actionsOf("modelSync")).toContain("s3:DeleteObject");
  });

  it("keeps the download Job below its prefix", async () => {
    const { resources } = await record(
      () =>
        new PodIdentity("download", {
          cluster,
          namespace: "inference",
          serviceAccount: "download",
          statements: policies.modelDownload({ region, bucketArn, prefix: "qwen", keyArn }),
        }),
    );
    const statements = policyOf(one(resources, "rolePolicy:RolePolicy", "download").inputs.policy);
    expect(statements.map(({ Resource, Condition }) => [Resource, Condition])).toEqual([
      [[bucketArn], { StringLike: { "s3:prefix": ["qwen", "qwen/*"] } }],
      [["arn:aws:s3:::models/qwen/*"], undefined],
      [[keyArn], { StringEquals: { "kms:ViaService": "s3.us-west-2.amazonaws.com" } }],
    ]);
  });

  it("lets Karpenter launch, tag and end only machines with the tag of its cluster", () => {
    const statements = all.karpenter ?? [];
    const writes = statements.filter(({ actions }) =>
      actions.some((action) =>
        /ec2:(Terminate|Delete|CreateTags|CreateLaunchTemplate)/.test(action),
      ),
    );
    expect(writes.length).toBeGreaterThan(3);
    for (const { sid, conditions } of writes)
      expect(JSON.stringify(conditions), sid).toContain("kubernetes.io/cluster/dynamo");
  });

  it("lets the load balancer controller change only what carries the tag of its cluster", () => {
    const change = all.loadBalancerController?.find(({ sid }) => sid === "Change");
    expect(change?.conditions).toEqual({
      StringEquals: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "dynamo" },
    });
  });
});
