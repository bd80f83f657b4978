// SPDX-License-Identifier: Apache-2.0
/** @module File systems and buckets, and the drivers that mount them. */
import {
  type AddOnName,
  AddOns,
  Efs,
  type EfsRef,
  FsxLustre,
  ModelBucket,
} from "@dynamo-iac/clouds/aws";
import type { Environment } from "@dynamo-iac/clouds/environment";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import {
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import type { Foundation } from "./foundation.js";

/** Where data is. */
export interface Stores {
  readonly files: EfsRef;
  readonly lustre: FsxLustre | undefined;
  readonly bucket: ModelBucket | undefined;
  /** What the backup plan keeps, by a name of its own; empty when it belongs to somebody else. */
  readonly backedUp: Readonly<Record<string, Input<string>>>;
  /** Drivers and mount targets: volumes can be mounted when they are there. */
  readonly ready: readonly Resource[];
}

/** Makes them. */
export function stores(
  environment: Environment,
  base: Foundation & { readonly keyArn: Output<string> },
  aws: ComponentResourceOptions,
): Stores {
  const { name, region, tags, storage, backup } = environment;
  const { network, cluster, clients, keyArn } = base;
  const common = { keyArn, removal: storage.retain ? "retain" : "delete", tags } as const;
  const { existingId, replicaRegion } = storage.fileShare;
  const own =
    existingId !== undefined
      ? undefined
      : new Efs(
          `${name}-files`,
          {
            ...common,
            network,
            clients,
            // The backup plan below keeps it; AWS's own daily backup would be a second one.
            backup: !backup.enabled && storage.retain,
            ...(replicaRegion === undefined ? {} : { replication: { region: replicaRegion } }),
          },
          aws,
        );
  const files = own ?? existingFiles(region, existingId ?? "", aws);
  const bucket = storage.bucket
    ? new ModelBucket(`${name}-models`, { ...common, region }, aws)
    : undefined;
  const lustre =
    storage.lustre === undefined
      ? undefined
      : new FsxLustre(
          `${name}-lustre`,
          {
            ...common,
            network,
            clients,
            zone: storage.lustre.zone,
            capacityGiB: storage.lustre.sizeGiB,
            throughputPerTiB: throughputOf(storage.lustre.throughputMBpsPerTiB),
            ...(bucket === undefined ? {} : { repository: { bucketName: bucket.bucketName } }),
          },
          aws,
        );
  const addOns = new AddOns(
    `${name}-add-ons`,
    {
      cluster,
      nodes: base.nodes,
      addOns: choiceOf(environment, cluster.compute === "auto"),
      efsFileSystemArns: [files.fileSystemArn],
      bucketArns: bucket === undefined ? [] : [bucket.bucketArn],
      keyArns: [keyArn],
      tags,
    },
    aws,
  );
  return {
    files,
    lustre,
    bucket,
    backedUp: own === undefined ? {} : { files: own.fileSystemArn },
    ready: [...addOns.addOns, ...(own?.mountTargets ?? [])],
  };
}

function choiceOf({ storage }: Environment, auto: boolean): readonly AddOnName[] {
  return [
    ...(auto ? [] : (["coredns", "aws-ebs-csi-driver", "eks-node-monitoring-agent"] as const)),
    "metrics-server",
    "snapshot-controller",
    "aws-efs-csi-driver",
    ...(storage.lustre === undefined ? [] : (["aws-fsx-csi-driver"] as const)),
    ...(storage.bucket ? (["aws-mountpoint-s3-csi-driver"] as const) : []),
  ];
}

function existingFiles(region: string, id: string, aws: ComponentResourceOptions): EfsRef {
  const account = getCallerIdentityOutput({}, aws).accountId;
  const fileSystemArn = interpolate`arn:aws:elasticfilesystem:${region}:${account}:file-system/${id}`;
  return { fileSystemId: id, fileSystemArn };
}

/** The configuration has checked that it is one of these. */
function throughputOf(rate: number): 125 | 250 | 500 | 1000 {
  return ([125, 250, 500, 1000] as const).find((one) => one === rate) ?? 250;
}
