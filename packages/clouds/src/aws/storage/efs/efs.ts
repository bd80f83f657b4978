// SPDX-License-Identifier: Apache-2.0
/** @module An EFS file system for models and caches that pods of every zone share. */
import { SecurityGroup } from "@pulumi/aws/ec2";
import {
  AccessPoint,
  BackupPolicy,
  FileSystem,
  type FileSystemArgs,
  FileSystemPolicy,
  MountTarget,
  ReplicationConfiguration,
} from "@pulumi/aws/efs";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { accept, announce } from "../../../component/index.js";
import { kept } from "../../component-props.js";
import { type ResourceStatement, resourcePolicy } from "../../identity/document.js";
import { named } from "../../tags.js";
import { dataKey } from "../data-key.js";
import type { EfsOutputs, EfsProps } from "../props.js";
import { checkEfs } from "./checks.js";
import { type ResolvedEfs, resolveEfs } from "./resolve.js";

const nfsPort = 2049;

/**
 * An encrypted EFS file system with a mount target in each zone. It is mounted with TLS and with an
 * identity in IAM, and root of a client is nobody there. Backed up every day, and kept when the
 * component leaves the program.
 *
 * @example
 * const models = new Efs("models", { network, clients: { nodes: cluster.securityGroupId } });
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class Efs extends ComponentResource implements EfsOutputs {
  readonly fileSystemId: Output<string>;
  readonly fileSystemArn: Output<string>;
  readonly keyArn: Output<string>;
  readonly securityGroupId: Output<string>;
  readonly accessPointIds: Readonly<Record<string, Output<string>>>;
  readonly mountTargets: readonly Resource[];

  constructor(name: string, props: EfsProps, opts?: ComponentResourceOptions) {
    const efs = resolveEfs(name, props);
    const findings = accept(checkEfs(efs), props.waive);
    super("dynamo-iac:aws:Efs", name, {}, opts);
    announce(this, findings);

    const { network, tags, removal, backup } = efs;
    const child = { parent: this };
    this.keyArn = dataKey(name, "File system", network.region, efs, child);
    const system = new FileSystem(
      name,
      {
        encrypted: true,
        kmsKeyId: this.keyArn,
        performanceMode: "generalPurpose",
        ...throughputOf(efs),
        lifecyclePolicies: lifecycleOf(efs),
        tags: named(tags, name),
      },
      { ...child, ...kept(removal) },
    );
    const fileSystemId = system.id;
    this.securityGroupId = createGate(efs, child);
    this.mountTargets = createMountTargets(efs, fileSystemId, this.securityGroupId, child);
    new FileSystemPolicy(
      name,
      { fileSystemId, policy: resourcePolicy(statementsOf(efs, system.arn)) },
      child,
    );
    this.accessPointIds = createAccessPoints(efs, fileSystemId, child);
    new BackupPolicy(
      name,
      { fileSystemId, backupPolicy: { status: backup ? "ENABLED" : "DISABLED" } },
      child,
    );
    createReplication(efs, fileSystemId, child);

    this.fileSystemId = fileSystemId;
    this.fileSystemArn = system.arn;
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      fileSystemArn: this.fileSystemArn,
      keyArn: this.keyArn,
      securityGroupId: this.securityGroupId,
      accessPointIds: this.accessPointIds,
    });
  }
}

function throughputOf({ throughput }: ResolvedEfs): FileSystemArgs {
  if (typeof throughput === "string") return { throughputMode: throughput };
  return {
    throughputMode: "provisioned",
    provisionedThroughputInMibps: throughput.provisionedMibps,
  };
}

function lifecycleOf({ infrequentAccessDays: days }: ResolvedEfs) {
  if (days === false) return [];
  return [
    { transitionToIa: days === 1 ? "AFTER_1_DAY" : `AFTER_${days}_DAYS` },
    { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
  ];
}

/** NFS from the clients, and no way out: a file system calls nobody. */
function createGate(
  { name, network, clients, tags }: ResolvedEfs,
  child: CustomResourceOptions,
): Output<string> {
  const group = new SecurityGroup(
    name,
    { vpcId: network.vpcId, description: "NFS of a file system", tags: named(tags, name) },
    child,
  );
  for (const [client, referencedSecurityGroupId] of Object.entries(clients))
    new SecurityGroupIngressRule(
      `${name}-${client}`,
      {
        securityGroupId: group.id,
        referencedSecurityGroupId,
        description: `NFS from ${client}`,
        ipProtocol: "tcp",
        fromPort: nfsPort,
        toPort: nfsPort,
        tags: named(tags, `${name}-${client}`),
      },
      child,
    );
  return group.id;
}

/** EFS takes one mount target in a zone, whichever of its subnets that is in. */
function createMountTargets(
  { name, network }: ResolvedEfs,
  fileSystemId: Output<string>,
  securityGroup: Output<string>,
  child: CustomResourceOptions,
): readonly Resource[] {
  return network.zones.flatMap((zone) => {
    const subnet = network.privateSubnets.find((each) => each.zone === zone);
    if (subnet === undefined) return [];
    return [
      new MountTarget(
        `${name}-${zone}`,
        { fileSystemId, subnetId: subnet.id, securityGroups: [securityGroup] },
        child,
      ),
    ];
  });
}

/** A policy without an Allow for everybody leaves clients with the rights of their identity. */
function statementsOf({ anonymous }: ResolvedEfs, arn: Output<string>): ResourceStatement[] {
  const tls: ResourceStatement = {
    sid: "OnlyTls",
    effect: "Deny",
    principal: { AWS: "*" },
    actions: [
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientRootAccess",
      "elasticfilesystem:ClientWrite",
    ],
    resources: [arn],
    conditions: { Bool: { "aws:SecureTransport": "false" } },
  };
  if (!anonymous) return [tls];
  return [
    tls,
    {
      sid: "Network",
      principal: { AWS: "*" },
      actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      resources: [arn],
      conditions: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
    },
  ];
}

function createAccessPoints(
  { name, accessPoints, tags }: ResolvedEfs,
  fileSystemId: Output<string>,
  child: CustomResourceOptions,
): Readonly<Record<string, Output<string>>> {
  const made = Object.entries(accessPoints).map(([id, { path, uid, gid, mode }]) => {
    const point = new AccessPoint(
      `${name}-${id}`,
      {
        fileSystemId,
        posixUser: { uid, gid },
        rootDirectory: {
          path,
          creationInfo: { ownerUid: uid, ownerGid: gid, permissions: mode },
        },
        tags: named(tags, `${name}-${id}`),
      },
      child,
    );
    return [id, point.id] as const;
  });
  return Object.fromEntries(made);
}

function createReplication(
  { name, replication }: ResolvedEfs,
  sourceFileSystemId: Output<string>,
  child: CustomResourceOptions,
): void {
  if (replication === undefined) return;
  const { region, keyArn } = replication;
  const destination = { region, ...(keyArn === undefined ? {} : { kmsKeyId: keyArn }) };
  new ReplicationConfiguration(name, { sourceFileSystemId, destination }, child);
}
