// SPDX-License-Identifier: Apache-2.0
/** @module A container of Azure Blob Storage as files: over blobfuse2 or NFS 3. */
import { type Backing, type BackingProblem, bucketName, dynamoUser, required } from "../backing.js";

/** A container that exists, mounted read-only. */
export interface AzureBlobProps {
  readonly storageAccount: string;
  readonly container: string;
  /** Resource group of the storage account. @default - that of the cluster's nodes */
  readonly resourceGroup?: string | undefined;
  /** `fuse2` goes through HTTPS; `nfs` is NFS 3 and has no encryption. @default "fuse2" */
  readonly protocol?: "fuse2" | "nfs" | undefined;
  /**
   * Client id of the managed identity that reads the container (fuse2); it needs Storage Blob Data Reader.
   *
   * @default - the kubelet identity
   */
  readonly identityClientId?: string | undefined;
}

/** Read in blocks ahead of the reader, without a copy on the node's disk. */
const fuseOptions: readonly string[] = [
  "-o allow_other",
  `-o uid=${dynamoUser}`,
  `-o gid=${dynamoUser}`,
  "-o ro",
  "--block-cache",
  "--block-cache-block-size=32",
  // Weights do not change under their name.
  "-o attr_timeout=240",
  "-o entry_timeout=240",
  "--use-attr-cache=true",
  "--log-level=LOG_WARNING",
];

/** @see kubernetes-sigs/blob-csi-driver docs/driver-parameters.md */
export function azureBlob(props: AzureBlobProps): Backing {
  const { storageAccount, container, resourceGroup, identityClientId, protocol = "fuse2" } = props;
  const fuse = protocol === "fuse2";
  return {
    product: "azure-blob",
    provision: {
      kind: "static",
      volumeHandle: `${storageAccount}_${container}`,
      attributes: {
        protocol,
        storageAccount,
        containerName: container,
        resourceGroup,
        AzureStorageAuthType: fuse ? "MSI" : undefined,
        AzureStorageIdentityClientID: fuse ? identityClientId : undefined,
      },
    },
    mountOptions: fuse ? fuseOptions : ["nconnect=4", "ro"],
    accessMode: "ReadOnlyMany",
    readOnly: true,
    layout: "folder",
    problems: [
      ...required({ storageAccount }),
      ...bucketName("container", container),
      ...(fuse ? [] : clearText),
    ],
  };
}

const clearText: readonly BackingProblem[] = [
  {
    code: "DYN-STOR-032",
    field: "protocol",
    message: "NFS 3 carries the weights in clear text between machines and storage account",
    fix: 'Leave protocol out for "fuse2", or reach the account through a private endpoint and waive this.',
  },
];
