// SPDX-License-Identifier: Apache-2.0
/** @module Filestore: NFS on Google Cloud, for compilation caches and models of moderate size. */
import { type Backing, required } from "../backing.js";
import { gkeZone } from "./managed-lustre.js";

interface FilestoreCommon {
  /** `zonal` has the throughput; `regional` and `enterprise` survive the loss of a zone. @default "zonal" */
  readonly tier?: "zonal" | "regional" | "enterprise" | undefined;
}

/** An instance that exists. */
export interface FilestoreInstance extends FilestoreCommon {
  /** Name of the instance. */
  readonly instance: string;
  /** Its zone, or its region for a regional one. */
  readonly location: string;
  /** Its address. */
  readonly address: string;
  /** Name of its share. */
  readonly share: string;
}

/** An instance that the driver makes for the claim. */
export interface FilestoreDynamic extends FilestoreCommon {
  readonly instance?: undefined;
  /** Network with private services access. */
  readonly network: string;
  /** Key for the files, as a resource name of Cloud KMS. @default - Google's own */
  readonly kmsKey?: string | undefined;
}

/** Filestore. */
export type FilestoreProps = FilestoreInstance | FilestoreDynamic;

/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/filestore-for-gke */
export function filestore(props: FilestoreProps): Backing {
  const tier = props.tier ?? "zonal";
  const common = { product: "filestore", tier, owner: "group", zoneLabel: gkeZone } as const;
  if (props.instance !== undefined) {
    const { instance, location, address, share } = props;
    return {
      ...common,
      provision: {
        kind: "static",
        volumeHandle: `modeInstance/${location}/${instance}/${share}`,
        attributes: { ip: address, volume: share },
      },
      zone: tier === "zonal" ? location : undefined,
      problems: required({ instance, location, address, share }),
    };
  }
  return {
    ...common,
    provision: {
      kind: "dynamic",
      parameters: {
        tier,
        network: props.network,
        "connect-mode": "PRIVATE_SERVICE_ACCESS",
        "instance-encryption-kms-key": props.kmsKey,
      },
      binding: tier === "zonal" ? "WaitForFirstConsumer" : "Immediate",
      expandable: true,
      zoneFrom: tier === "zonal" ? "topology" : undefined,
    },
    problems: required({ network: props.network }),
  };
}
