// SPDX-License-Identifier: Apache-2.0
/** @module Google Cloud Managed Lustre: the fastest shared files on Google Cloud, in one zone. */
import { type Backing, required } from "../backing.js";

interface ManagedLustreCommon {
  /** Throughput per TiB, MB/s: 125, 250, 500 or 1000. @default 500 */
  readonly perUnitStorageThroughput?: number | undefined;
}

/** An instance that exists. */
export interface ManagedLustreInstance extends ManagedLustreCommon {
  /** The instance as `project/zone/name`. */
  readonly instance: string;
  /** Address of its management server. */
  readonly address: string;
  /** File system name, of at most 8 letters and digits. Two with one name cannot be mounted on one node. */
  readonly fileSystem: string;
}

/** An instance that the driver makes for the claim. */
export interface ManagedLustreDynamic extends ManagedLustreCommon {
  readonly instance?: undefined;
  /** Network with private services access, as `projects/<project>/global/networks/<name>`. */
  readonly network: string;
  /** File system name, of at most 8 letters and digits. @default "dynamo" */
  readonly fileSystem?: string | undefined;
}

/** Google Cloud Managed Lustre. */
export type ManagedLustreProps = ManagedLustreInstance | ManagedLustreDynamic;

/** Label by which drivers of GKE know the zone of a node. */
export const gkeZone = "topology.gke.io/zone";

/** Nodes run Container-Optimized OS. @see GoogleCloudPlatform/lustre-csi-driver */
export function managedLustre(props: ManagedLustreProps): Backing {
  const tier = String(props.perUnitStorageThroughput ?? 500);
  const common = {
    product: "gcp-managed-lustre",
    tier,
    owner: "root",
    zoneLabel: gkeZone,
  } as const;
  if (props.instance !== undefined) {
    const { instance, address, fileSystem } = props;
    return {
      ...common,
      provision: {
        kind: "static",
        volumeHandle: instance,
        attributes: { ip: address, filesystem: fileSystem },
      },
      zone: instance.split("/")[1],
      problems: required({ instance, address, fileSystem }),
    };
  }
  return {
    ...common,
    provision: {
      kind: "dynamic",
      parameters: {
        perUnitStorageThroughput: tier,
        network: props.network,
        filesystem: props.fileSystem ?? "dynamo",
      },
      binding: "WaitForFirstConsumer",
      expandable: true,
      zoneFrom: "topology",
    },
    problems: required({ network: props.network }),
  };
}
