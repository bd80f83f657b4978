// SPDX-License-Identifier: Apache-2.0
/** @module Azure Files premium over NFS 4.1: for models of moderate size, and for compilation caches. */
import { type Backing, type BackingProblem, required } from "../backing.js";

interface AzureFilesCommon {
  /** Encrypts what crosses the network; needs driver 1.33 or newer. @default true */
  readonly encryptInTransit?: boolean | undefined;
  /** `Premium_ZRS` survives the loss of a zone. @default "Premium_ZRS" */
  readonly skuName?: "Premium_LRS" | "Premium_ZRS" | undefined;
}

/** A share that exists. */
export interface AzureFilesShare extends AzureFilesCommon {
  readonly storageAccount: string;
  readonly shareName: string;
  /** Resource group of the storage account. @default - that of the cluster's nodes */
  readonly resourceGroup?: string | undefined;
}

/** A share that the driver makes for the claim. */
export interface AzureFilesDynamic extends AzureFilesCommon {
  readonly storageAccount?: undefined;
  readonly shareName?: undefined;
}

/** Azure Files premium. */
export type AzureFilesProps = AzureFilesShare | AzureFilesDynamic;

/** Readable and writable for the owner and the group, which the driver sets to that of the pods. */
export const groupOnly = "0770";

/** @see kubernetes-sigs/azurefile-csi-driver docs/driver-parameters.md */
export function azureFiles(props: AzureFilesProps): Backing {
  const { encryptInTransit = true, skuName = "Premium_ZRS" } = props;
  const nfs = {
    protocol: "nfs",
    encryptInTransit: encryptInTransit ? "true" : undefined,
    mountPermissions: groupOnly,
  };
  const common = {
    product: "azure-files",
    tier: skuName,
    // Four connections instead of one; any source port, so that a node can reconnect; metadata for 30 s.
    mountOptions: ["nconnect=4", "noresvport", "actimeo=30"],
    owner: "group",
  } as const;
  const problems = clearText(encryptInTransit);
  if (props.storageAccount !== undefined) {
    const { storageAccount, shareName, resourceGroup } = props;
    return {
      ...common,
      provision: {
        kind: "static",
        volumeHandle: `${storageAccount}_${shareName}`,
        attributes: { ...nfs, storageAccount, shareName, resourceGroup },
      },
      problems: [...required({ storageAccount, shareName }), ...problems],
    };
  }
  return {
    ...common,
    provision: {
      kind: "dynamic",
      parameters: { ...nfs, skuName, networkEndpointType: "privateEndpoint" },
      binding: "Immediate",
      expandable: true,
    },
    problems,
  };
}

function clearText(encrypted: boolean): readonly BackingProblem[] {
  if (encrypted) return [];
  const message = "is false: weights cross the network in clear text";
  return [
    {
      code: "DYN-STOR-010",
      field: "encryptInTransit",
      message,
      fix: "Leave encryptInTransit out.",
    },
  ];
}
