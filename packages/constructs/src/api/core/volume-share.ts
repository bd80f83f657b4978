// SPDX-License-Identifier: Apache-2.0
/** @module Volumes on a network file system; the in-tree ones are superseded by CSI drivers. */
import { z } from "zod";
import { list } from "./field.js";
import { localReference } from "./volume-disk.js";

const readOnly = z.boolean().optional();
const secretRef = localReference.optional();

/** Volume sources that many pods can share. */
export const shareFields = {
  /** Azure Files, in-tree; use the CSI driver. */
  azureFile: z
    .strictObject({
      /** True mounts read-only. @default false */
      readOnly,
      /** Secret with account name and key. */
      secretName: z.string(),
      /** Name of the share. */
      shareName: z.string(),
    })
    .optional(),
  /** CephFS, in-tree; removed from current Kubernetes. */
  cephfs: z
    .strictObject({
      /** Addresses of the Ceph monitors. */
      monitors: list(z.string()),
      /** Path in the file system. */
      path: z.string().optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** File with the key. @default "/etc/ceph/user.secret" */
      secretFile: z.string().optional(),
      /** Secret with the credentials. */
      secretRef,
      /** User that connects. */
      user: z.string().optional(),
    })
    .optional(),
  /** Flocker; removed from current Kubernetes. */
  flocker: z
    .strictObject({
      /** Name of the dataset. */
      datasetName: z.string().optional(),
      /** UUID of the dataset. */
      datasetUUID: z.string().optional(),
    })
    .optional(),
  /** Git repository; deprecated and off by default. */
  gitRepo: z
    .strictObject({
      /** Folder to clone into. */
      directory: z.string().optional(),
      /** URL of the repository. */
      repository: z.string(),
      /** Commit. */
      revision: z.string().optional(),
    })
    .optional(),
  /** GlusterFS; removed from current Kubernetes. */
  glusterfs: z
    .strictObject({
      /** Name of the Endpoints with the servers. */
      endpoints: z.string(),
      /** Path in the file system. */
      path: z.string(),
      /** True mounts read-only. @default false */
      readOnly,
    })
    .optional(),
  /** NFS export. */
  nfs: z
    .strictObject({
      /** Path in the file system. */
      path: z.string(),
      /** True mounts read-only. @default false */
      readOnly,
      /** Address of the server. */
      server: z.string(),
    })
    .optional(),
  /** Quobyte; removed from current Kubernetes. */
  quobyte: z
    .strictObject({
      /** Group that owns the files. */
      group: z.string().optional(),
      /** True mounts read-only. @default false */
      readOnly,
      /** Addresses of the registry. */
      registry: z.string(),
      /** Tenant of the volume. */
      tenant: z.string().optional(),
      /** User that connects. */
      user: z.string().optional(),
      /** Name of the volume. */
      volume: z.string(),
    })
    .optional(),
};
