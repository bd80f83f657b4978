// SPDX-License-Identifier: Apache-2.0
/** @module Volumes of a pod. */
import { z } from "zod";
import { list, quantity } from "./field.js";
import { labelSelector, templateMeta } from "./meta.js";
import { volumeResources } from "./resources.js";
import { diskFields } from "./volume-disk.js";
import { projectedFields } from "./volume-projected.js";
import { shareFields } from "./volume-share.js";

/** What a claim is filled from. */
const dataSourceFields = {
  /** API group. @default - the core group */
  apiGroup: z.string().optional(),
  /** `PersistentVolumeClaim`, `VolumeSnapshot`, ... */
  kind: z.string(),
  /** Name of the source. */
  name: z.string(),
};

const volumeClaimSpecSchema = z.strictObject({
  /** `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, `ReadWriteOncePod`. */
  accessModes: list(z.string()).optional(),
  /** Snapshot or claim to copy. */
  dataSource: z.strictObject(dataSourceFields).optional(),
  /** As `dataSource`, for any kind and other namespaces. */
  dataSourceRef: z
    .strictObject({
      ...dataSourceFields,
      /** Namespace of the source. @default - the claim's */
      namespace: z.string().optional(),
    })
    .optional(),
  /** Size, as `requests.storage`. */
  resources: volumeResources.optional(),
  /** Existing volumes to choose from. */
  selector: labelSelector.optional(),
  /** StorageClass. @default - the cluster's default class */
  storageClassName: z.string().optional(),
  /** VolumeAttributesClass. */
  volumeAttributesClassName: z.string().optional(),
  /** `Filesystem` or `Block`. @default "Filesystem" */
  volumeMode: z.string().optional(),
  /** Existing PersistentVolume to bind. */
  volumeName: z.string().optional(),
});
/** What storage is wanted. */
export interface VolumeClaimSpec extends Readonly<z.infer<typeof volumeClaimSpecSchema>> {}
const volumeClaimSpec: z.ZodType<VolumeClaimSpec> = volumeClaimSpecSchema;

const volumeSchema = z.strictObject({
  ...diskFields,
  ...shareFields,
  ...projectedFields,
  /** Scratch space that lives as long as the pod. */
  emptyDir: z
    .strictObject({
      /** `""` for the node's disk, `Memory` for tmpfs. @default "" */
      medium: z.string().optional(),
      /** Upper limit. @default - none */
      sizeLimit: quantity.optional(),
    })
    .optional(),
  /** A claim that is created and deleted with the pod. */
  ephemeral: z
    .strictObject({
      /** The claim. */
      volumeClaimTemplate: z
        .strictObject({
          /** Labels and annotations of the claim. */
          metadata: templateMeta.optional(),
          /** What storage is wanted. */
          spec: volumeClaimSpec,
        })
        .optional(),
    })
    .optional(),
  /** A file or folder of the node. */
  hostPath: z
    .strictObject({
      /** Path on the node. */
      path: z.string(),
      /** `Directory`, `DirectoryOrCreate`, `File`, ... @default "" (no check) */
      type: z.string().optional(),
    })
    .optional(),
  /** The files of an OCI image. */
  image: z
    .strictObject({
      /** `Always`, `IfNotPresent` or `Never`. */
      pullPolicy: z.string().optional(),
      /** Image reference. */
      reference: z.string().optional(),
    })
    .optional(),
  /** Name, unique in the pod; a DNS label. */
  name: z.string(),
  /** An existing claim. */
  persistentVolumeClaim: z
    .strictObject({
      /** Name of the claim, in the same namespace. */
      claimName: z.string(),
      /** True mounts read-only everywhere. @default false */
      readOnly: z.boolean().optional(),
    })
    .optional(),
});
/** A volume of a pod; exactly one source is set. */
export interface Volume extends Readonly<z.infer<typeof volumeSchema>> {}
export const volume: z.ZodType<Volume> = volumeSchema;
