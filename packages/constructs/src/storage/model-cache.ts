// SPDX-License-Identifier: Apache-2.0
/** @module Downloaded models, on whatever storage a cloud has for them, ready to be given to a graph. */
import type { Construct } from "constructs";
import type { Volume } from "../api/index.js";
import type { Finding } from "../facts/index.js";
import { applyWaivers, show } from "../facts/index.js";
import type { Environment, ModelCacheSource } from "../graph/index.js";
import type { Backing } from "./backing.js";
import { type AzureBlobProps, azureBlob } from "./backings/azure-blob.js";
import { type AzureFilesProps, azureFiles } from "./backings/azure-files.js";
import {
  type AzureManagedLustreProps,
  azureManagedLustre,
} from "./backings/azure-managed-lustre.js";
import { type EfsProps, efs } from "./backings/efs.js";
import {
  type ExistingClaimProps,
  existingClaim,
  type StorageClassProps,
  storageClass,
} from "./backings/existing.js";
import { type FilestoreProps, filestore } from "./backings/filestore.js";
import { type FsxLustreProps, fsxLustre } from "./backings/fsx-lustre.js";
import { type GcsFuseProps, gcsFuse } from "./backings/gcs-fuse.js";
import { type HyperdiskMlProps, hyperdiskMl } from "./backings/hyperdisk-ml.js";
import { type ManagedLustreProps, managedLustre } from "./backings/managed-lustre.js";
import { type NodeLocalProps, nodeLocal } from "./backings/node-local.js";
import { type S3Props, s3 } from "./backings/s3.js";
import { type StreamProps, stream } from "./backings/stream.js";
import type { VolumeKind } from "./resolve.js";
import { sayOf } from "./say.js";
import { StorageVolume } from "./storage-volume.js";
import type { HeldModel, VolumeProps } from "./volume-props.js";

/** Settings of a model cache, whatever is behind it. */
export interface ModelCacheProps extends VolumeProps {
  /** Where pods mount it. @default "/model-cache" */
  readonly mountPath?: string | undefined;
  /** True mounts it read-only, once the models are there. @default - true where nothing can be written */
  readonly readOnly?: boolean | undefined;
  /** True keeps pods from asking the Hugging Face Hub. @default - true when it is read-only */
  readonly offline?: boolean | undefined;
  /**
   * Models that it will hold: a missing size follows from them, a given one is compared with them.
   *
   * @default - unknown
   */
  readonly models?: readonly HeldModel[] | undefined;
  /**
   * `hub` is the Hub's cache, which `HF_HOME` points to; in `folder` every model lies under its id.
   *
   * @default "hub", and "folder" for buckets, which cannot hold links
   */
  readonly layout?: "hub" | "folder" | undefined;
}

const kind: VolumeKind = {
  construct: "ModelCache",
  app: "model-cache",
  needsPosix: false,
  shared: true,
};

/**
 * Downloaded models that every pod of a graph reads.
 *
 * @example
 * const cache = ModelCache.efs(chart, "models", { fileSystemId: "fs-0123", size: "2Ti" });
 * new InferenceGraph(chart, "qwen3", { model: { id: "Qwen/Qwen3-32B", cache }, ...graph });
 *
 * @see docs/guides/storage.md for which storage to take
 */
export class ModelCache extends StorageVolume implements ModelCacheSource {
  /** Amazon EFS: every zone, elastic, no size to choose. */
  static efs(scope: Construct, id: string, props: ModelCacheProps & EfsProps): ModelCache {
    return new ModelCache(scope, id, props, efs(props));
  }

  /** FSx for Lustre: the fastest shared files on AWS, in one zone. */
  static fsxLustre(
    scope: Construct,
    id: string,
    props: ModelCacheProps & FsxLustreProps,
  ): ModelCache {
    return new ModelCache(scope, id, props, fsxLustre(props));
  }

  /** A bucket of Amazon S3 as read-only files (Mountpoint). */
  static s3(scope: Construct, id: string, props: ModelCacheProps & S3Props): ModelCache {
    return new ModelCache(scope, id, props, s3(props));
  }

  /** A bucket of any cloud from which vLLM and SGLang stream weights, without a volume. */
  static stream(scope: Construct, id: string, props: ModelCacheProps & StreamProps): ModelCache {
    return new ModelCache(scope, id, props, stream(props));
  }

  /** Azure Managed Lustre: the fastest shared files on Azure, in one zone. */
  static azureManagedLustre(
    scope: Construct,
    id: string,
    props: ModelCacheProps & AzureManagedLustreProps,
  ): ModelCache {
    return new ModelCache(scope, id, props, azureManagedLustre(props));
  }

  /** Azure Files premium over NFS 4.1. */
  static azureFiles(
    scope: Construct,
    id: string,
    props: ModelCacheProps & AzureFilesProps = {},
  ): ModelCache {
    return new ModelCache(scope, id, props, azureFiles(props));
  }

  /** A container of Azure Blob Storage as read-only files. */
  static azureBlob(
    scope: Construct,
    id: string,
    props: ModelCacheProps & AzureBlobProps,
  ): ModelCache {
    return new ModelCache(scope, id, props, azureBlob(props));
  }

  /** Google Cloud Managed Lustre: the fastest shared files on Google Cloud, in one zone. */
  static managedLustre(
    scope: Construct,
    id: string,
    props: ModelCacheProps & ManagedLustreProps,
  ): ModelCache {
    return new ModelCache(scope, id, props, managedLustre(props));
  }

  /** Filestore: NFS on Google Cloud. */
  static filestore(
    scope: Construct,
    id: string,
    props: ModelCacheProps & FilestoreProps,
  ): ModelCache {
    return new ModelCache(scope, id, props, filestore(props));
  }

  /** A bucket of Google Cloud Storage as read-only files (FUSE). */
  static gcsFuse(scope: Construct, id: string, props: ModelCacheProps & GcsFuseProps): ModelCache {
    return new ModelCache(scope, id, props, gcsFuse(props));
  }

  /** Hyperdisk ML: one disk that thousands of machines read. */
  static hyperdiskMl(
    scope: Construct,
    id: string,
    props: ModelCacheProps & HyperdiskMlProps = {},
  ): ModelCache {
    return new ModelCache(scope, id, props, hyperdiskMl(props));
  }

  /** Local disks of the machines, each with a copy of its own. */
  static nodeLocal(
    scope: Construct,
    id: string,
    props: ModelCacheProps & NodeLocalProps,
  ): ModelCache {
    return new ModelCache(scope, id, props, nodeLocal(props));
  }

  /** A claim that exists. */
  static existingClaim(
    scope: Construct,
    id: string,
    props: ModelCacheProps & ExistingClaimProps,
  ): ModelCache {
    return new ModelCache(scope, id, props, existingClaim(props));
  }

  /** A claim from a class of the cluster. */
  static storageClass(
    scope: Construct,
    id: string,
    props: ModelCacheProps & StorageClassProps = {},
  ): ModelCache {
    return new ModelCache(scope, id, props, storageClass(props));
  }

  readonly claimName: string | undefined;
  readonly volume: Omit<Volume, "name"> | undefined;
  readonly mountPath: string;
  readonly readOnly: boolean;
  readonly offline: boolean;
  readonly location: string | undefined;
  readonly loadFormat: string | undefined;
  readonly loaderConfig: Readonly<Record<string, unknown>> | undefined;
  readonly env: Environment | undefined;
  readonly podLabels: Readonly<Record<string, string>> | undefined;
  readonly podAnnotations: Readonly<Record<string, string>> | undefined;
  readonly serviceAccountName: string | undefined;

  readonly #props: ModelCacheProps;

  /** A cache on storage of one's own making; the static functions know the common kinds. */
  constructor(scope: Construct, id: string, props: ModelCacheProps, backing: Backing) {
    super(scope, id, kind, props, backing);
    this.#props = props;
    const { provision, pod } = backing;
    this.claimName =
      provision.kind === "node" || provision.kind === "stream" ? undefined : this.volumeData.name;
    this.volume = provision.kind === "node" ? provision.volume : undefined;
    this.mountPath = props.mountPath ?? "/model-cache";
    this.readOnly = props.readOnly ?? backing.readOnly ?? false;
    this.offline = props.offline ?? this.readOnly;
    const folders = (props.layout ?? backing.layout ?? "hub") === "folder";
    const root = provision.kind === "stream" ? provision.address : this.mountPath;
    this.location = folders ? root : undefined;
    this.loadFormat = pod?.loadFormat;
    this.loaderConfig = pod?.loaderConfig;
    this.env = pod?.env;
    this.podLabels = pod?.podLabels;
    this.podAnnotations = pod?.podAnnotations;
    this.serviceAccountName = pod?.serviceAccountName;
  }

  /** Size of the claim, GiB; undefined when nobody knows it. */
  get sizeGiB(): number | undefined {
    const { sizeGiB } = this.volumeData;
    return Number.isNaN(sizeGiB) ? undefined : sizeGiB;
  }

  /** True when the provider keeps to the size: what is larger does not fit. */
  get enforcesSize(): boolean {
    return this.volumeData.product?.sized !== false;
  }

  /** What the rules say about the props, waived findings included. */
  override findings(): readonly Finding[] {
    const { waive = [], mountPath } = this.#props;
    const say = sayOf(`ModelCache/${this.volumeData.name}`);
    const paths =
      mountPath === undefined || mountPath.startsWith("/")
        ? []
        : [
            say(
              "DYN-STOR-022",
              ["mountPath"],
              `must begin with a slash, got ${show(mountPath)}`,
              `Set mountPath to "/${mountPath}".`,
            ),
          ];
    return [...super.findings(), ...applyWaivers(paths, waive)];
  }
}
