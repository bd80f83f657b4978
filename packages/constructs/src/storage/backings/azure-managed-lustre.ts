// SPDX-License-Identifier: Apache-2.0
/** @module Azure Managed Lustre: the fastest shared files on Azure, in one zone. */
import { type Backing, required } from "../backing.js";
import { lustreMountOptions } from "./fsx-lustre.js";

/** Throughput tiers, MB/s per TiB in the name. */
export type AmlfsSku =
  | "AMLFS-Durable-Premium-40"
  | "AMLFS-Durable-Premium-125"
  | "AMLFS-Durable-Premium-250"
  | "AMLFS-Durable-Premium-500";

interface AzureManagedLustreCommon {
  /** Throughput tier. @default "AMLFS-Durable-Premium-125" */
  readonly sku?: AmlfsSku | undefined;
}

/** A file system that exists. It outlives the cluster, so this is the better way in production. */
export interface AzureManagedLustreFileSystem extends AzureManagedLustreCommon {
  /** Address of its management server. */
  readonly mgsAddress: string;
  /** Its internal name, which is not the name of the resource. @default "lustrefs" */
  readonly fileSystemName?: string | undefined;
}

/** A file system that the driver makes for the claim; the kubelet identity needs rights for it. */
export interface AzureManagedLustreDynamic extends AzureManagedLustreCommon {
  readonly mgsAddress?: undefined;
  /** Network and subnet of the file system. @default - those of the cluster */
  readonly network?:
    | { readonly resourceGroup: string; readonly name: string; readonly subnet: string }
    | undefined;
  /** Resource group of the file system. @default - that of the cluster's nodes */
  readonly resourceGroup?: string | undefined;
  /** Day of the week for maintenance. @default "Sunday" */
  readonly maintenanceDay?: string | undefined;
  /** Time of day for maintenance, UTC. @default "02:00" */
  readonly maintenanceTimeUtc?: string | undefined;
}

/** Azure Managed Lustre. */
export type AzureManagedLustreProps = AzureManagedLustreFileSystem | AzureManagedLustreDynamic;

/** Ubuntu nodes only. @see kubernetes-sigs/azurelustre-csi-driver docs/driver-parameters.md */
export function azureManagedLustre(props: AzureManagedLustreProps): Backing {
  const sku = props.sku ?? "AMLFS-Durable-Premium-125";
  const common = {
    product: "azure-managed-lustre",
    tier: sku,
    mountOptions: lustreMountOptions,
    owner: "root",
  } as const;
  if (props.mgsAddress !== undefined) {
    const { mgsAddress, fileSystemName = "lustrefs" } = props;
    return {
      ...common,
      provision: {
        kind: "static",
        volumeHandle: `${mgsAddress}_${fileSystemName}`,
        attributes: { "mgs-ip-address": mgsAddress, "fs-name": fileSystemName },
      },
      problems: required({ mgsAddress, fileSystemName }),
    };
  }
  const { network, resourceGroup } = props;
  return {
    ...common,
    provision: {
      kind: "dynamic",
      parameters: {
        "sku-name": sku,
        "maintenance-day-of-week": props.maintenanceDay ?? "Sunday",
        "maintenance-time-of-day-utc": props.maintenanceTimeUtc ?? "02:00",
        "resource-group-name": resourceGroup,
        "vnet-resource-group": network?.resourceGroup,
        "vnet-name": network?.name,
        "subnet-name": network?.subnet,
      },
      // Its zone is a parameter of the class, and making it takes 10 to 20 minutes.
      binding: "Immediate",
      expandable: false,
      zoneFrom: { parameter: "zone" },
    },
  };
}
