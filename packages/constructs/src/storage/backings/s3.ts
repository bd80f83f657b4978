// SPDX-License-Identifier: Apache-2.0
/** @module A bucket of Amazon S3 as read-only files (Mountpoint). */
import { type Backing, bucketName, dynamoUser, required } from "../backing.js";

/** A bucket that is mounted. */
export interface S3Props {
  readonly bucket: string;
  /** Region of the bucket. */
  readonly region: string;
  /** Part of the bucket below which models lie by their id. @default - the whole bucket */
  readonly prefix?: string | undefined;
  /**
   * Account whose identity reads the bucket; it needs `s3:ListBucket` and `s3:GetObject`.
   *
   * @default - the identity of the driver
   */
  readonly serviceAccountName?: string | undefined;
  /** Disk of the node that keeps what was read, for pods that start later on the same node. @default - none */
  readonly cacheSize?: string | undefined;
}

/**
 * Mountpoint knows no links, no renames and no locks: the bucket is filled by copying objects, and
 * models lie in it as folders.
 *
 * @see awslabs/mountpoint-s3-csi-driver docs/CONFIGURATION.md
 */
export function s3(props: S3Props): Backing {
  const { bucket, region, prefix, serviceAccountName, cacheSize } = props;
  return {
    product: "s3",
    provision: {
      kind: "static",
      // Unique among volumes, and no path.
      volumeHandle: [bucket, ...(prefix === undefined ? [] : trimmed(prefix).split("/"))].join("-"),
      attributes: {
        bucketName: bucket,
        authenticationSource: serviceAccountName === undefined ? undefined : "pod",
        ...(cacheSize === undefined
          ? {}
          : { cache: "emptyDir", cacheEmptyDirSizeLimit: cacheSize }),
      },
    },
    mountOptions: [
      // Mountpoint runs as another user than the pods.
      "allow-other",
      `uid=${dynamoUser}`,
      `gid=${dynamoUser}`,
      `region ${region}`,
      ...(prefix === undefined ? [] : [`prefix ${trimmed(prefix)}/`]),
      "read-only",
      // Weights do not change under their name.
      "metadata-ttl indefinite",
    ],
    accessMode: "ReadOnlyMany",
    readOnly: true,
    layout: "folder",
    pod: { serviceAccountName },
    problems: [...bucketName("bucket", bucket), ...required({ region })],
  };
}

/** A prefix without slashes around it. */
export function trimmed(prefix: string): string {
  return prefix.replace(/^\/+|\/+$/g, "");
}
