// SPDX-License-Identifier: Apache-2.0
/** @module Storage for models, for what engines compile, and for checkpoints. */
export type {
  Backing,
  BackingProblem,
  DynamicProvision,
  Provision,
  StaticProvision,
} from "./backing.js";
export { type AzureBlobProps, azureBlob } from "./backings/azure-blob.js";
export {
  type AzureFilesDynamic,
  type AzureFilesProps,
  type AzureFilesShare,
  azureFiles,
} from "./backings/azure-files.js";
export {
  type AmlfsSku,
  type AzureManagedLustreDynamic,
  type AzureManagedLustreFileSystem,
  type AzureManagedLustreProps,
  azureManagedLustre,
} from "./backings/azure-managed-lustre.js";
export { type EfsProps, efs } from "./backings/efs.js";
export {
  type ExistingClaimProps,
  existingClaim,
  type StorageClassProps,
  storageClass,
} from "./backings/existing.js";
export {
  type FilestoreDynamic,
  type FilestoreInstance,
  type FilestoreProps,
  filestore,
} from "./backings/filestore.js";
export {
  type FsxLustreDynamic,
  type FsxLustreFileSystem,
  type FsxLustreProps,
  fsxLustre,
} from "./backings/fsx-lustre.js";
export { type GcsFuseProps, gcsFuse } from "./backings/gcs-fuse.js";
export {
  type HyperdiskMlDisk,
  type HyperdiskMlLoading,
  type HyperdiskMlProps,
  hyperdiskMl,
} from "./backings/hyperdisk-ml.js";
export {
  type ManagedLustreDynamic,
  type ManagedLustreInstance,
  type ManagedLustreProps,
  managedLustre,
} from "./backings/managed-lustre.js";
export { type NodeLocalProps, nodeLocal } from "./backings/node-local.js";
export { type S3Props, s3 } from "./backings/s3.js";
export { type StreamProps, stream } from "./backings/stream.js";
export {
  type CheckpointClaim,
  CheckpointStorage,
  type CheckpointStorageProps,
} from "./checkpoint-storage.js";
export { CompilationCache, type CompilationCacheProps } from "./compilation-cache.js";
export type { ModelDownloadProps } from "./download/props.js";
export { ModelCache, type ModelCacheProps } from "./model-cache.js";
export { ModelDownload } from "./model-download.js";
export type { ModelExpressProps } from "./model-express/props.js";
export { ModelExpress } from "./model-express.js";
export { PerfCache, type PerfCacheProps, type ScratchProps, scratchVolume } from "./perf-cache.js";
export { StorageVolume } from "./storage-volume.js";
export type { HeldModel, MountingPool, PoolZones, VolumeProps } from "./volume-props.js";
