// SPDX-License-Identifier: Apache-2.0
/** @module Volumes on a block device or a driver; the in-tree ones are superseded by CSI drivers. */
import { z } from "zod";
import { int32, list, textMap } from "./field.js";

const localReferenceSchema = z.strictObject({
  /** Name, in the same namespace. */
  name: z.string().optional(),
});
/** An object of the same namespace, by name. */
export interface LocalReference extends Readonly<z.infer<typeof localReferenceSchema>> {}
export const localReference: z.ZodType<LocalReference> = localReferenceSchema;

const fsType = z.string().optional();
const readOnly = z.boolean().optional();
const secretRef = localReference.optional();

/** Volume sources that give one pod a device. */
export const diskFields = {
  /** Amazon EBS, in-tree; use the CSI driver. */
  awsElasticBlockStore: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Partition of the disk. @default 0 (the whole disk) */
      partition: int32.optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** Id of the volume. */
      volumeID: z.string(),
    })
    .optional(),
  /** Azure managed disk, in-tree; use the CSI driver. */
  azureDisk: z
    .strictObject({
      /** `None`, `ReadOnly` or `ReadWrite`. */
      cachingMode: z.string().optional(),
      /** Name of the disk. */
      diskName: z.string(),
      /** URI of the disk. */
      diskURI: z.string(),
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** `Shared`, `Dedicated` or `Managed`. @default "Shared" */
      kind: z.string().optional(),
      /** True mounts read-only. @default false */
      readOnly,
    })
    .optional(),
  /** OpenStack Cinder, in-tree; use the CSI driver. */
  cinder: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** True mounts read-only. @default false */
      readOnly,
      /** Secret with the credentials. */
      secretRef,
      /** Id of the volume. */
      volumeID: z.string(),
    })
    .optional(),
  /** An inline volume of a CSI driver. */
  csi: z
    .strictObject({
      /** Name of the driver, such as `secrets-store.csi.k8s.io`. */
      driver: z.string(),
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Secret that is handed to the driver. */
      nodePublishSecretRef: localReference.optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** What the driver wants to know. */
      volumeAttributes: textMap.optional(),
    })
    .optional(),
  /** Fibre channel. */
  fc: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Logical unit number. */
      lun: int32.optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** World-wide names of the targets. */
      targetWWNs: list(z.string()).optional(),
      /** World-wide ids of the volumes. */
      wwids: list(z.string()).optional(),
    })
    .optional(),
  /** Flexvolume plugin; deprecated. */
  flexVolume: z
    .strictObject({
      /** Name of the plugin. */
      driver: z.string(),
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** What the plugin wants to know. */
      options: textMap.optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** Secret with the credentials. */
      secretRef,
    })
    .optional(),
  /** Google persistent disk, in-tree; use the CSI driver. */
  gcePersistentDisk: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Partition of the disk. @default 0 (the whole disk) */
      partition: int32.optional(),
      /** Name of the disk. */
      pdName: z.string(),
      /** True mounts read-only. @default false */
      readOnly,
    })
    .optional(),
  /** iSCSI. */
  iscsi: z
    .strictObject({
      /** True authenticates discovery. @default false */
      chapAuthDiscovery: z.boolean().optional(),
      /** True authenticates sessions. @default false */
      chapAuthSession: z.boolean().optional(),
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Name of the initiator. */
      initiatorName: z.string().optional(),
      /** Qualified name of the target. */
      iqn: z.string(),
      /** Interface. @default "default" */
      iscsiInterface: z.string().optional(),
      /** Logical unit number. */
      lun: int32,
      /** Further target addresses. */
      portals: list(z.string()).optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** Secret with the credentials. */
      secretRef,
      /** Address of the target. */
      targetPortal: z.string(),
    })
    .optional(),
  /** Photon disk; removed from current Kubernetes. */
  photonPersistentDisk: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Id of the disk. */
      pdID: z.string(),
    })
    .optional(),
  /** Portworx, in-tree; use the CSI driver. */
  portworxVolume: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** True mounts read-only. @default false */
      readOnly,
      /** Id of the volume. */
      volumeID: z.string(),
    })
    .optional(),
  /** Ceph RBD, in-tree; removed from current Kubernetes. */
  rbd: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Name of the image. */
      image: z.string(),
      /** Keyring on the node. @default "/etc/ceph/keyring" */
      keyring: z.string().optional(),
      /** Addresses of the Ceph monitors. */
      monitors: list(z.string()),
      /** Pool. @default "rbd" */
      pool: z.string().optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** Secret with the credentials. */
      secretRef,
      /** User that connects. */
      user: z.string().optional(),
    })
    .optional(),
  /** ScaleIO; removed from current Kubernetes. */
  scaleIO: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Address of the gateway. */
      gateway: z.string(),
      /** Protection domain. */
      protectionDomain: z.string().optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** Secret with the credentials. */
      secretRef: localReference,
      /** True speaks TLS. @default false */
      sslEnabled: z.boolean().optional(),
      /** `ThickProvisioned` or `ThinProvisioned`. @default "ThinProvisioned" */
      storageMode: z.string().optional(),
      /** Storage pool. */
      storagePool: z.string().optional(),
      /** Name of the system. */
      system: z.string(),
      /** Name of the volume. */
      volumeName: z.string().optional(),
    })
    .optional(),
  /** StorageOS; removed from current Kubernetes. */
  storageos: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** True mounts read-only. @default false */
      readOnly,
      /** Secret with the credentials. */
      secretRef,
      /** Name of the volume. */
      volumeName: z.string().optional(),
      /** Namespace of the volume. @default - the pod's */
      volumeNamespace: z.string().optional(),
    })
    .optional(),
  /** vSphere disk, in-tree; use the CSI driver. */
  vsphereVolume: z
    .strictObject({
      /** File system on the device. @default "ext4", or what the driver chooses */
      fsType,
      /** Id of the storage policy. */
      storagePolicyID: z.string().optional(),
      /** Name of the storage policy. */
      storagePolicyName: z.string().optional(),
      /** Path of the disk. */
      volumePath: z.string(),
    })
    .optional(),
};
