// SPDX-License-Identifier: Apache-2.0
import {
  Efs,
  type EfsProps,
  EncryptionKey,
  type EncryptionKeyProps,
  FsxLustre,
  type FsxLustreProps,
  ModelBucket,
  type ModelBucketProps,
} from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { planOf } from "../../support/clouds/record.js";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, policyOf, record } from "./recorder.js";
import { network, tags } from "./refs.js";

const clients = { nodes: "sg-0123456789abcdef0" };
const given = "arn:aws:kms:us-west-2:123456789012:key/k";

describe("Efs", () => {
  const make = (props: Partial<EfsProps> = {}) =>
    new Efs("models", { network, clients, tags, ...props });
  const build = (props: Partial<EfsProps> = {}) => record(() => make(props));
  const points = {
    weights: { path: "/models" },
    cache: { path: "/cache", uid: 1001, mode: "0700" },
  };

  it("keeps the laws of components with everything on", async () => {
    await laws(() => make({ accessPoints: points, replication: { region: "us-east-1" } }));
  });

  it("is encrypted, elastic, and moves cold files to the cheaper class and back", async () => {
    const { resources } = await build();
    expect(one(resources, "fileSystem:FileSystem", "models").inputs).toMatchObject({
      encrypted: true,
      kmsKeyId: "arn:aws:kms:us-west-2:123456789012:models",
      performanceMode: "generalPurpose",
      throughputMode: "elastic",
      lifecyclePolicies: [
        { transitionToIa: "AFTER_30_DAYS" },
        { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      ],
    });
  });

  it("can be mounted in each zone, once, by the clients alone", async () => {
    const twin = {
      ...network.privateSubnets[0],
      id: "subnet-0123456789abcdef9",
      zone: "us-west-2a",
    };
    const wider = { ...network, privateSubnets: [...network.privateSubnets, twin] };
    const { resources } = await build({ network: wider });
    const targets = ofType(resources, "mountTarget:MountTarget");
    expect(targets.map(({ inputs }) => inputs.subnetId)).toEqual(
      network.privateSubnets.map(({ id }) => id),
    );
    const rules = resources.filter(({ type }) => /(Ingress|Egress)Rule$/.test(type));
    expect(rules.map(({ inputs }) => inputs)).toMatchObject([
      { referencedSecurityGroupId: clients.nodes, fromPort: 2049, toPort: 2049, ipProtocol: "tcp" },
    ]);
  });

  it("wants TLS, and an identity unless anonymous clients are let in, who are never root", async () => {
    const policy = async (props: Partial<EfsProps>) =>
      policyOf(
        one((await build(props)).resources, "fileSystemPolicy:FileSystemPolicy", "models").inputs
          .policy,
      );
    expect(await policy({})).toMatchObject([
      { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ]);
    const [, allowed] = await policy({ anonymous: true });
    expect(allowed?.Action).toEqual([
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientWrite",
    ]);
  });

  it("has access points that belong to the user of the images, closed to others", async () => {
    const { resources, result } = await build({ accessPoints: points });
    expect(one(resources, "accessPoint:AccessPoint", "models-weights").inputs).toMatchObject({
      posixUser: { uid: 1000, gid: 1000 },
      rootDirectory: {
        path: "/models",
        creationInfo: { ownerUid: 1000, ownerGid: 1000, permissions: "0750" },
      },
    });
    expect(Object.keys(result.accessPointIds)).toEqual(["weights", "cache"]);
  });

  it("is backed up every day, and not when switched off", async () => {
    const status = async (props: Partial<EfsProps>) =>
      one((await build(props)).resources, "backupPolicy:BackupPolicy", "models").inputs
        .backupPolicy;
    expect(await status({})).toEqual({ status: "ENABLED" });
    expect(await status({ backup: false })).toEqual({ status: "DISABLED" });
  });

  it("is copied to another region on request", async () => {
    const { resources } = await build({ replication: { region: "us-east-1" } });
    const type = "replicationConfiguration:ReplicationConfiguration";
    expect(one(resources, type, "models").inputs.destination).toEqual({ region: "us-east-1" });
  });

  it("is protected with its key, and neither when it may be deleted", async () => {
    const kept = async (props: Partial<EfsProps>) =>
      (await planOf(() => void make(props))).resources
        .filter(({ type }) => /^aws:(efs\/fileSystem:|kms\/key:)/.test(type))
        .map(({ protect, retainOnDelete }) => [protect, retainOnDelete]);
    expect(await kept({})).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(await kept({ removal: "delete" })).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("uses a key that is given", async () => {
    const { resources } = await build({ keyArn: given });
    expect(ofType(resources, "key:Key")).toEqual([]);
    expect(one(resources, "fileSystem:FileSystem", "models").inputs.kmsKeyId).toBe(given);
  });

  const point = (change: object) => ({ accessPoints: { a: { path: "/a", ...change } } });
  it.each<[string, Partial<EfsProps>, readonly string[]]>([
    ["no client", { clients: {} }, ["DYN-AWS-088 clients"]],
    ["client", { clients: { nodes: "nodes" } }, ["DYN-AWS-011 clients.nodes"]],
    ["world-writable", point({ mode: "0777" }), ["DYN-AWS-080 accessPoints.a.mode"]],
    ["world-readable", point({ mode: "0755" }), ["DYN-AWS-080 accessPoints.a.mode"]],
    ["no mode", point({ mode: "rwx" }), ["DYN-AWS-080 accessPoints.a.mode"]],
    ["root", point({ uid: 0 }), ["DYN-AWS-081 accessPoints.a.uid"]],
    ["group", point({ gid: 1.5 }), ["DYN-AWS-081 accessPoints.a.gid"]],
    ["the root itself", point({ path: "/" }), ["DYN-AWS-083 accessPoints.a.path"]],
    ["relative", point({ path: "models" }), ["DYN-AWS-083 accessPoints.a.path"]],
    ["up", point({ path: "/a/../b" }), ["DYN-AWS-083 accessPoints.a.path"]],
    ["deep", point({ path: "/a/b/c/d/e" }), ["DYN-AWS-083 accessPoints.a.path"]],
    [
      "throughput",
      { throughput: { provisionedMibps: 0 } },
      ["DYN-AWS-082 throughput.provisionedMibps"],
    ],
    ["region of the copy", { replication: { region: "east" } }, ["DYN-AWS-001 replication.region"]],
    [
      "key of the copy",
      { replication: { region: "us-east-1", keyArn: given } },
      ["DYN-AWS-011 replication.keyArn"],
    ],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => make(props)))).toEqual(expected);
  });

  it("says what a mode gives away", async () => {
    const [found] = await refused(() => make(point({ mode: "0777" })));
    expect(found?.message).toBe("0777 lets every client write what is there, whoever it is");
  });
});

describe("FsxLustre", () => {
  const repository = { bucketName: "models" };
  const make = (props: Partial<FsxLustreProps> = {}) =>
    new FsxLustre("weights", {
      network,
      zone: "us-west-2b",
      clients,
      capacityGiB: 2400,
      tags,
      ...props,
    });
  const build = (props: Partial<FsxLustreProps> = {}) => record(() => make(props));

  it("keeps the laws of components with everything on", async () => {
    await laws(() =>
      make({ repository: { ...repository, export: true }, efa: true, capacityGiB: 19_200 }),
    );
  });

  it("is persistent, compressed and encrypted, in the zone of the GPU nodes", async () => {
    const { resources } = await build();
    expect(one(resources, "lustreFileSystem:LustreFileSystem", "weights").inputs).toMatchObject({
      deploymentType: "PERSISTENT_2",
      storageCapacity: 2400,
      perUnitStorageThroughput: 250,
      dataCompressionType: "LZ4",
      kmsKeyId: "arn:aws:kms:us-west-2:123456789012:weights",
      subnetIds: network.privateSubnets[1]?.id,
      automaticBackupRetentionDays: 7,
      skipFinalBackup: false,
    });
  });

  it("lets its own servers and the clients in and out on the ports of Lustre", async () => {
    const { resources } = await build();
    const rules = resources.filter(({ type }) => /(Ingress|Egress)Rule$/.test(type));
    expect(rules).toHaveLength(8);
    const ports = rules.map(({ inputs }) => `${inputs.fromPort}-${inputs.toPort}`);
    expect(new Set(ports)).toEqual(new Set(["988-988", "1018-1023"]));
    const peers = rules.map(({ inputs }) => inputs.referencedSecurityGroupId);
    expect(new Set(peers)).toEqual(new Set(["sg-weights", clients.nodes]));
  });

  it("shows a bucket, follows its changes, and writes back only on request", async () => {
    const type = "dataRepositoryAssociation:DataRepositoryAssociation";
    const { resources } = await build({ repository: { ...repository, prefix: "qwen" } });
    expect(one(resources, type, "weights").inputs).toMatchObject({
      fileSystemPath: "/",
      dataRepositoryPath: "s3://models/qwen",
      batchImportMetaDataOnCreate: true,
      s3: { autoImportPolicy: { events: ["NEW", "CHANGED", "DELETED"] } },
    });
    expect(one(resources, "lustreFileSystem:LustreFileSystem", "weights").inputs).toMatchObject({
      automaticBackupRetentionDays: 0,
      skipFinalBackup: true,
    });
    const both = await build({ repository: { ...repository, export: true } });
    expect(one(both.resources, type, "weights").inputs.s3).toHaveProperty("autoExportPolicy");
  });

  it.each<[string, Partial<FsxLustreProps>, readonly string[]]>([
    ["zone", { zone: "us-west-2d" }, ["DYN-AWS-053 zone"]],
    ["no client", { clients: {} }, ["DYN-AWS-088 clients"]],
    ["capacity", { capacityGiB: 3000 }, ["DYN-AWS-084 capacityGiB"]],
    ["nothing", { capacityGiB: 0 }, ["DYN-AWS-084 capacityGiB"]],
    ["no number", { capacityGiB: Number.NaN }, ["DYN-AWS-084 capacityGiB"]],
    ["throughput", { throughputPerTiB: 300 as 250 }, ["DYN-AWS-084 throughputPerTiB"]],
    ["small with EFA", { efa: true }, ["DYN-AWS-084 capacityGiB"]],
    ["path", { repository: { ...repository, path: "models" } }, ["DYN-AWS-085 repository.path"]],
    ["prefix", { repository: { ...repository, prefix: "/a/" } }, ["DYN-AWS-085 repository.prefix"]],
    ["backups", { repository, backupRetentionDays: 7 }, ["DYN-AWS-086 backupRetentionDays"]],
    ["days", { backupRetentionDays: 91 }, ["DYN-AWS-087 backupRetentionDays"]],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => make(props)))).toEqual(expected);
  });

  it("names the next size", async () => {
    const [plain] = await refused(() => make({ capacityGiB: 3000 }));
    expect(plain).toMatchObject({
      message: "must be 1200 or a multiple of 2400 GiB, got 3000",
      fix: "Set capacityGiB to 4800.",
    });
    const [fast] = await refused(() => make({ efa: true }));
    expect(fast?.fix).toBe("Set capacityGiB to 19200, or efa to false.");
  });
});

describe("ModelBucket", () => {
  const make = (props: Partial<ModelBucketProps> = {}) =>
    new ModelBucket("models", { region: "us-west-2", tags, ...props });
  const build = (props: Partial<ModelBucketProps> = {}) => record(() => make(props));

  it("keeps the laws of components", async () => {
    await laws(() => make());
  });

  it("is private whatever somebody sets later", async () => {
    const { resources } = await build();
    const type = "bucketPublicAccessBlock:BucketPublicAccessBlock";
    expect(one(resources, type, "models").inputs).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(
      one(resources, "bucketOwnershipControls:BucketOwnershipControls", "models").inputs.rule,
    ).toEqual({ objectOwnership: "BucketOwnerEnforced" });
  });

  it("answers over TLS only, for bucket and objects", async () => {
    const { resources } = await build();
    expect(policyOf(one(resources, "bucketPolicy:BucketPolicy", "models").inputs.policy)).toEqual([
      {
        Sid: "OnlyTls",
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:*"],
        Resource: [
          "arn:aws:s3:us-west-2:123456789012:models",
          "arn:aws:s3:us-west-2:123456789012:models/*",
        ],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("encrypts with a key that FSx may use for Lustre, and no other service", async () => {
    const { resources } = await build();
    const type = "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    expect(one(resources, type, "models").inputs.rules).toEqual([
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm: "aws:kms",
          kmsMasterKeyId: "arn:aws:kms:us-west-2:123456789012:models",
        },
        bucketKeyEnabled: true,
      },
    ]);
    const [, roles] = policyOf(one(resources, "key:Key", "models").inputs.policy);
    expect(roles?.Condition).toEqual({
      StringEquals: { "kms:CallerAccount": "123456789012" },
      ArnLike: {
        "aws:PrincipalArn": [
          "arn:aws:iam::123456789012:role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_*",
        ],
      },
    });
  });

  it("keeps versions for a while, and drops abandoned uploads", async () => {
    const { resources } = await build({ oldVersionDays: 14 });
    const type = "bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    expect(one(resources, type, "models").inputs.rules).toMatchObject([
      { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
      { noncurrentVersionExpiration: { noncurrentDays: 14 } },
      { transitions: [{ days: 0, storageClass: "INTELLIGENT_TIERING" }] },
    ]);
    const plain = await build({ intelligentTieringDays: false });
    expect(one(plain.resources, type, "models").inputs.rules).toHaveLength(2);
  });

  it.each<[string, Partial<ModelBucketProps>, readonly string[]]>([
    ["region", { region: "west" }, ["DYN-AWS-001 region"]],
    ["upper case", { bucketName: "Models" }, ["DYN-AWS-012 bucketName"]],
    ["dots", { bucketName: "my.models" }, ["DYN-AWS-012 bucketName"]],
    ["days", { oldVersionDays: 0 }, ["DYN-AWS-087 oldVersionDays"]],
    ["tiering", { intelligentTieringDays: -1 }, ["DYN-AWS-087 intelligentTieringDays"]],
    ["key", { keyArn: "k" }, ["DYN-AWS-011 keyArn"]],
  ])("refuses: %s", async (_, props, expected) => {
    expect(brief(await refused(() => make(props)))).toEqual(expected);
  });

  it("refuses a name of the component that cannot become one of a bucket", async () => {
    const found = await refused(() => new ModelBucket("Models", { region: "us-west-2" }));
    expect(brief(found)).toEqual(["DYN-AWS-012 name"]);
  });
});

describe("EncryptionKey", () => {
  const make = (props: Partial<EncryptionKeyProps> = {}) =>
    new EncryptionKey("disks", { region: "us-west-2", purpose: "Disks of nodes", tags, ...props });

  it("keeps the laws of components and rotates", async () => {
    await laws(() => make());
    const { resources } = await record(() => make());
    expect(one(resources, "key:Key", "disks").inputs).toMatchObject({
      enableKeyRotation: true,
      deletionWindowInDays: 30,
    });
  });

  it("lets Auto Scaling grant it to disks, and nothing but disks", async () => {
    const { resources } = await record(() => make({ serviceRoles: ["auto-scaling"] }));
    const statements = policyOf(one(resources, "key:Key", "disks").inputs.policy);
    expect(statements.map(({ Sid }) => Sid)).toEqual(["Account", "Roles", "Disks"]);
    expect(statements[2]).toMatchObject({
      Action: ["kms:CreateGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    });
  });

  it("never admits everybody without a condition on who it is", async () => {
    const { resources } = await record(() =>
      make({ serviceRoles: ["auto-scaling", "fsx-s3"], logGroups: ["*"] }),
    );
    const open = policyOf(one(resources, "key:Key", "disks").inputs.policy).filter(
      ({ Principal }) => JSON.stringify(Principal) === '{"AWS":"*"}',
    );
    expect(open.length).toBeGreaterThan(0);
    for (const { Condition } of open)
      expect(Condition).toMatchObject({
        StringEquals: { "kms:CallerAccount": "123456789012" },
        ArnLike: { "aws:PrincipalArn": expect.arrayContaining([expect.stringMatching(/:role\//)]) },
      });
  });

  it("refuses a region that is none", async () => {
    expect(brief(await refused(() => make({ region: "west" })))).toEqual(["DYN-AWS-001 region"]);
  });
});
