// SPDX-License-Identifier: Apache-2.0
/** @module A bucket of Google Cloud Storage as files, through a sidecar that GKE adds to each pod. */
import { type Backing, bucketName, dynamoUser, required } from "../backing.js";
import { trimmed } from "./s3.js";

/** A bucket that exists, mounted read-only. */
export interface GcsFuseProps {
  readonly bucket: string;
  /** Folder of the bucket below which models lie by their id. @default - the whole bucket */
  readonly prefix?: string | undefined;
  /** Account whose identity reads the bucket; it needs `roles/storage.objectViewer`. */
  readonly serviceAccountName: string;
  /** CPU that the sidecar may take; `0` is no limit. @default "0" */
  readonly sidecarCpuLimit?: string | undefined;
  /** Memory that the sidecar may take; `0` is no limit. @default "0" */
  readonly sidecarMemoryLimit?: string | undefined;
  /** Disk that the sidecar may take for what it keeps; `0` is no limit. @default "0" */
  readonly sidecarDiskLimit?: string | undefined;
}

/** @see https://cloud.google.com/kubernetes-engine/docs (Cloud Storage FUSE CSI driver) */
export function gcsFuse(props: GcsFuseProps): Backing {
  const { bucket, prefix, serviceAccountName } = props;
  return {
    product: "gcs",
    provision: { kind: "static", volumeHandle: bucket, attributes: {} },
    mountOptions: [
      // Folders are there although no object stands for them.
      "implicit-dirs",
      `uid=${dynamoUser}`,
      `gid=${dynamoUser}`,
      ...(prefix === undefined ? [] : [`only-dir=${trimmed(prefix)}`]),
      // Whole files come in parallel parts and stay on the node's disk.
      "file-cache:max-size-mb:-1",
      "file-cache:enable-parallel-downloads:true",
      // Weights do not change under their name.
      "metadata-cache:ttl-secs:-1",
      "read_ahead_kb=1024",
    ],
    accessMode: "ReadOnlyMany",
    readOnly: true,
    layout: "folder",
    pod: {
      serviceAccountName,
      podAnnotations: {
        // GKE adds the sidecar to pods with this annotation alone.
        "gke-gcsfuse/volumes": "true",
        "gke-gcsfuse/cpu-limit": props.sidecarCpuLimit ?? "0",
        "gke-gcsfuse/memory-limit": props.sidecarMemoryLimit ?? "0",
        "gke-gcsfuse/ephemeral-storage-limit": props.sidecarDiskLimit ?? "0",
      },
    },
    problems: [...bucketName("bucket", bucket), ...required({ serviceAccountName })],
  };
}
