// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of file systems and buckets for models, and what they offer. */
import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { AwsComponentProps, Removal } from "../component-props.js";
import type { NetworkRef } from "../network/props.js";

/** Settings of every store of data. */
export interface StorageProps extends AwsComponentProps {
  /** ARN of the KMS key of the data. @default - a key of its own, rotated every year */
  readonly keyArn?: Input<string> | undefined;
  /** `retain` protects the data: it stays when the component leaves the program. @default "retain" */
  readonly removal?: Removal | undefined;
}

/** A directory of EFS that clients see as their root, with the user that they act as. */
export interface AccessPointProps {
  /** Directory, made when it is missing, such as `/models`. */
  readonly path: string;
  /** User id of owner and clients. @default 1000, the user `dynamo` of the runtime images */
  readonly uid?: number | undefined;
  /** Group id of owner and clients. @default 1000 */
  readonly gid?: number | undefined;
  /** Mode of the directory when it is made; nothing for others. @default "0750" */
  readonly mode?: string | undefined;
}

/** Copies of EFS in another region, or in another zone of this one. */
export interface EfsReplicationProps {
  /** Region of the copy. */
  readonly region: string;
  /** ARN of a KMS key there. @default - the key of EFS in that region */
  readonly keyArn?: Input<string> | undefined;
}

/** Settings of an EFS file system of our own. */
export interface EfsProps extends StorageProps {
  readonly network: NetworkRef;
  /** Security groups whose members may mount it, by a name of one's own, such as the cluster's. */
  readonly clients: Readonly<Record<string, Input<string>>>;
  /** How throughput is had: `elastic` is paid by use, `bursting` grows with the data. @default "elastic" */
  readonly throughput?: "elastic" | "bursting" | { readonly provisionedMibps: number } | undefined;
  /** Days without access until a file moves to the cheaper class; false never. @default 30 */
  readonly infrequentAccessDays?: 1 | 7 | 14 | 30 | 60 | 90 | 180 | 270 | 365 | false | undefined;
  /** Access points by name, for static volumes and for ECS. @default - none: the driver makes them */
  readonly accessPoints?: Readonly<Record<string, AccessPointProps>> | undefined;
  /**
   * Lets clients mount without an identity in IAM, as long as they use TLS and are no root.
   *
   * @default false
   */
  readonly anonymous?: boolean | undefined;
  /** Daily backups by AWS Backup. @default true */
  readonly backup?: boolean | undefined;
  /** A copy elsewhere. @default - none */
  readonly replication?: EfsReplicationProps | undefined;
}

/** What other components have to know of an EFS file system, ours or an existing one. */
export interface EfsRef {
  readonly fileSystemId: Input<string>;
  readonly fileSystemArn: Input<string>;
}

/** What the component `Efs` offers. */
export interface EfsOutputs extends EfsRef {
  readonly fileSystemId: Output<string>;
  readonly fileSystemArn: Output<string>;
  readonly keyArn: Output<string>;
  readonly securityGroupId: Output<string>;
  /** Ids of the access points, by the names of the props. */
  readonly accessPointIds: Readonly<Record<string, Output<string>>>;
  /** To depend on: mounts work when they are there. */
  readonly mountTargets: readonly Resource[];
}

/** A directory of Lustre that shows a prefix of a bucket. */
export interface DataRepositoryProps {
  /** Directory of the file system. @default "/" */
  readonly path?: string | undefined;
  readonly bucketName: Input<string>;
  /** Prefix inside of the bucket, without a slash at its ends. @default - the whole bucket */
  readonly prefix?: string | undefined;
  /** Writes new and changed files back to the bucket. @default false */
  readonly export?: boolean | undefined;
}

/** Settings of an FSx for Lustre file system of our own. */
export interface FsxLustreProps extends StorageProps {
  readonly network: NetworkRef;
  /** The zone of the GPU nodes: reads over zones are slow and paid. */
  readonly zone: string;
  /** Security groups whose members may mount it, by a name of one's own, such as the cluster's. */
  readonly clients: Readonly<Record<string, Input<string>>>;
  /** Capacity, GiB: 1200, or a multiple of 2400. */
  readonly capacityGiB: number;
  /** Throughput, MB/s per TiB of capacity. @default 250 */
  readonly throughputPerTiB?: 125 | 250 | 500 | 1000 | undefined;
  /** Bucket behind a directory. Such a file system has no backups: the bucket is the truth. @default - none */
  readonly repository?: DataRepositoryProps | undefined;
  /** Days that automatic backups are kept, 0 to 90; only without a repository. @default - 7 without a repository, else 0 */
  readonly backupRetentionDays?: number | undefined;
  /**
   * EFA between clients and file system. It wants more capacity: 4800 GiB at 1000 MB/s per TiB, 9600 at
   * 500, 19200 at 250, 38400 at 125, or a multiple (unverified).
   *
   * @default false
   */
  readonly efa?: boolean | undefined;
}

/** What other components have to know of a Lustre file system, ours or an existing one. */
export interface FsxLustreRef {
  readonly fileSystemId: Input<string>;
  readonly dnsName: Input<string>;
  readonly mountName: Input<string>;
}

/** What the component `FsxLustre` offers. */
export interface FsxLustreOutputs extends FsxLustreRef {
  readonly fileSystemId: Output<string>;
  readonly fileSystemArn: Output<string>;
  readonly dnsName: Output<string>;
  readonly mountName: Output<string>;
  readonly keyArn: Output<string>;
  readonly securityGroupId: Output<string>;
  readonly zone: string;
  readonly capacityGiB: number;
}

/** Settings of a bucket for models. */
export interface ModelBucketProps extends StorageProps {
  /** Region of the provider. */
  readonly region: string;
  /** Name of the bucket, unique in the world. @default - made by Pulumi from the component's name */
  readonly bucketName?: string | undefined;
  /** Old versions of objects are deleted after so many days. @default 30 */
  readonly oldVersionDays?: number | undefined;
  /** Objects move to Intelligent-Tiering after so many days, 0 at once; false never. @default 0 */
  readonly intelligentTieringDays?: number | false | undefined;
}

/** What other components have to know of a bucket, ours or an existing one. */
export interface ModelBucketRef {
  readonly bucketName: Input<string>;
  readonly bucketArn: Input<string>;
  /** KMS key of the objects; undefined for the key of S3. */
  readonly keyArn?: Input<string> | undefined;
}

/** What the component `ModelBucket` offers. */
export interface ModelBucketOutputs extends ModelBucketRef {
  readonly bucketName: Output<string>;
  readonly bucketArn: Output<string>;
  readonly keyArn: Output<string>;
}
