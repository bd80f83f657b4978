// SPDX-License-Identifier: Apache-2.0
/** @module FSx for Lustre: the fastest shared files on AWS, in one zone. */
import { type Backing, required } from "../backing.js";

/** What both kinds share. */
interface FsxLustreCommon {
  /**
   * Throughput per TiB, MB/s: 125, 250, 500 or 1000.
   *
   * @default 250
   */
  readonly perUnitStorageThroughput?: number | undefined;
}

/** A file system that exists. */
export interface FsxLustreFileSystem extends FsxLustreCommon {
  /** The file system, such as `fs-0123456789abcdef0`. */
  readonly fileSystemId: string;
  /** Its DNS name. */
  readonly dnsName: string;
  /** Its mount name, which is not its id. */
  readonly mountName: string;
  readonly subnetId?: undefined;
}

/** A file system that the driver makes for the claim. */
export interface FsxLustreDynamic extends FsxLustreCommon {
  /** Subnet of the file system, and so its zone. */
  readonly subnetId: string;
  /** Security groups that let Lustre through: TCP 988 and 1018 to 1023. */
  readonly securityGroupIds: readonly string[];
  /** Key for the files. @default - the account's key of FSx */
  readonly kmsKeyId?: string | undefined;
  readonly fileSystemId?: undefined;
}

/** FSx for Lustre. */
export type FsxLustreProps = FsxLustreFileSystem | FsxLustreDynamic;

/** `flock` for the locks that downloads take; reading a file should not write its access time. */
export const lustreMountOptions: readonly string[] = ["flock", "noatime"];

/** @see kubernetes-sigs/aws-fsx-csi-driver docs */
export function fsxLustre(props: FsxLustreProps): Backing {
  const tier = String(props.perUnitStorageThroughput ?? 250);
  const common = {
    product: "fsx-lustre",
    tier,
    mountOptions: lustreMountOptions,
    owner: "root",
  } as const;
  if (props.fileSystemId !== undefined) {
    const { fileSystemId, dnsName, mountName } = props;
    return {
      ...common,
      provision: {
        kind: "static",
        volumeHandle: fileSystemId,
        attributes: { dnsname: dnsName, mountname: mountName },
      },
      problems: required({ fileSystemId, dnsName, mountName }),
    };
  }
  const { subnetId, securityGroupIds, kmsKeyId } = props;
  return {
    ...common,
    provision: {
      kind: "dynamic",
      parameters: {
        deploymentType: "PERSISTENT_2",
        perUnitStorageThroughput: tier,
        fileSystemTypeVersion: "2.15",
        subnetId,
        securityGroupIds: securityGroupIds.join(","),
        kmsKeyId,
      },
      // The subnet decides the zone, so waiting for a pod decides nothing, and making takes minutes.
      binding: "Immediate",
      expandable: true,
    },
    problems: required({ subnetId, securityGroupIds: securityGroupIds.join(",") }),
  };
}
