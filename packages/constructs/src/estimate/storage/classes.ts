// SPDX-License-Identifier: Apache-2.0
/** @module StorageClasses that managed clusters come with, and what they stand for. */
import type { StorageProductName } from "../../facts/index.js";

/** What a class without a manifest is known to be. */
export interface KnownClass {
  readonly product: StorageProductName;
  /** Undefined when the class does not decide it. */
  readonly tier?: string | undefined;
}

/**
 * Classes of AKS and GKE by name; EKS comes with block storage only.
 *
 * @see Azure/AKS storage concepts; Filestore CSI driver of GKE
 */
export const builtInClasses: Readonly<Record<string, KnownClass>> = {
  "azureblob-fuse-premium": { product: "azure-blob" },
  "azureblob-nfs-premium": { product: "azure-blob" },
  "azurefile-csi-premium": { product: "azure-files", tier: "Premium_LRS" },
  "azurefile-premium": { product: "azure-files", tier: "Premium_LRS" },
  "enterprise-rwx": { product: "filestore", tier: "enterprise" },
  "premium-rwx": { product: "filestore", tier: "premium" },
  "zonal-rwx": { product: "filestore", tier: "zonal" },
};
