// SPDX-License-Identifier: Apache-2.0
/** @module FSx for Lustre: weights at the speed of GPUs, in their zone, with a bucket behind it. */
import { SecurityGroup } from "@pulumi/aws/ec2";
import { DataRepositoryAssociation, LustreFileSystem } from "@pulumi/aws/fsx";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
  interpolate,
  type Output,
} from "@pulumi/pulumi";
import { accept, announce } from "../../../component/index.js";
import { kept } from "../../component-props.js";
import { named } from "../../tags.js";
import { dataKey } from "../data-key.js";
import type { FsxLustreOutputs, FsxLustreProps } from "../props.js";
import { checkLustre } from "./checks.js";
import { type ResolvedLustre, resolveLustre } from "./resolve.js";

/** Version of Lustre: the newest that clients of the node images speak. */
const lustreVersion = "2.15";

/** Ports of Lustre; with EFA everything, because its traffic has no ports. */
const lustrePorts = [
  { id: "lnet", ipProtocol: "tcp", fromPort: 988, toPort: 988 },
  { id: "lustre", ipProtocol: "tcp", fromPort: 1018, toPort: 1023 },
] as const;

/**
 * A file system of type PERSISTENT_2 on SSD in the zone of the GPU nodes. It stands in one zone: make
 * one for each zone with GPUs. Costs by capacity and throughput, used or not.
 *
 * @example
 * new FsxLustre("weights", {
 *   network,
 *   zone: "us-west-2a",
 *   clients: { nodes: cluster.securityGroupId },
 *   capacityGiB: 2400,
 *   repository: { bucketName: bucket.bucketName },
 * });
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class FsxLustre extends ComponentResource implements FsxLustreOutputs {
  readonly fileSystemId: Output<string>;
  readonly fileSystemArn: Output<string>;
  readonly dnsName: Output<string>;
  readonly mountName: Output<string>;
  readonly keyArn: Output<string>;
  readonly securityGroupId: Output<string>;
  readonly zone: string;
  readonly capacityGiB: number;

  constructor(name: string, props: FsxLustreProps, opts?: ComponentResourceOptions) {
    const lustre = resolveLustre(name, props);
    const findings = accept(checkLustre(lustre), props.waive);
    super("dynamo-iac:aws:FsxLustre", name, {}, opts);
    announce(this, findings);

    const { network, zone, tags, removal, repository, efa, capacityGiB } = lustre;
    const child = { parent: this };
    this.keyArn = dataKey(name, "File system", network.region, lustre, child);
    const gate = createGate(lustre, child);
    const subnet = network.privateSubnets.find((each) => each.zone === zone);
    const system = new LustreFileSystem(
      name,
      {
        deploymentType: "PERSISTENT_2",
        storageType: "SSD",
        fileSystemTypeVersion: lustreVersion,
        storageCapacity: capacityGiB,
        perUnitStorageThroughput: lustre.throughputPerTiB,
        dataCompressionType: "LZ4",
        metadataConfiguration: { mode: "AUTOMATIC" },
        kmsKeyId: this.keyArn,
        subnetIds: subnet?.id ?? "",
        securityGroupIds: [gate.id],
        efaEnabled: efa,
        automaticBackupRetentionDays: lustre.backupRetentionDays,
        copyTagsToBackups: true,
        // There is no backup of a file system with a bucket behind it, not even a last one.
        skipFinalBackup: removal === "delete" || repository !== undefined,
        tags: named(tags, name),
      },
      { ...child, ...kept(removal), dependsOn: [...gate.rules] },
    );
    createRepository(lustre, system.id, child);

    this.fileSystemId = system.id;
    this.fileSystemArn = system.arn;
    this.dnsName = system.dnsName;
    this.mountName = system.mountName;
    this.securityGroupId = gate.id;
    this.zone = zone;
    this.capacityGiB = capacityGiB;
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      fileSystemArn: this.fileSystemArn,
      dnsName: this.dnsName,
      mountName: this.mountName,
      keyArn: this.keyArn,
      securityGroupId: this.securityGroupId,
      zone: this.zone,
      capacityGiB: this.capacityGiB,
    });
  }
}

/** FSx looks at the rules when it makes the file system: its servers have to reach one another. */
function createGate(
  { name, network, clients, tags, efa }: ResolvedLustre,
  child: CustomResourceOptions,
) {
  const group = new SecurityGroup(
    name,
    { vpcId: network.vpcId, description: "Lustre file system", tags: named(tags, name) },
    child,
  );
  const peers: readonly (readonly [string, Input<string>])[] = [
    ["servers", group.id],
    ...Object.entries(clients),
  ];
  const ports = efa ? [{ id: "all", ipProtocol: "-1" }] : lustrePorts;
  const rules = peers.flatMap(([peer, referencedSecurityGroupId]) =>
    ports.flatMap(({ id, ...port }) => {
      const rule = `${name}-${peer}-${id}`;
      const args = {
        securityGroupId: group.id,
        referencedSecurityGroupId,
        ...port,
        tags: named(tags, rule),
      };
      return [
        new SecurityGroupIngressRule(rule, { ...args, description: `From ${peer}` }, child),
        new SecurityGroupEgressRule(rule, { ...args, description: `To ${peer}` }, child),
      ];
    }),
  );
  return { id: group.id, rules };
}

const changes = ["NEW", "CHANGED", "DELETED"];

/** What is new in the bucket shows up as a file, and is read when somebody opens it. */
function createRepository(
  { name, repository, tags }: ResolvedLustre,
  fileSystemId: Output<string>,
  child: CustomResourceOptions,
): void {
  if (repository === undefined) return;
  const { path, bucketName, prefix } = repository;
  new DataRepositoryAssociation(
    name,
    {
      fileSystemId,
      fileSystemPath: path,
      dataRepositoryPath: interpolate`s3://${bucketName}${prefix === undefined ? "" : `/${prefix}`}`,
      batchImportMetaDataOnCreate: true,
      s3: {
        autoImportPolicy: { events: changes },
        ...(repository.export ? { autoExportPolicy: { events: changes } } : {}),
      },
      tags: named(tags, name),
    },
    child,
  );
}
