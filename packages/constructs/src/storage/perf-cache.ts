// SPDX-License-Identifier: Apache-2.0
/** @module Small storage beside the models: results of load tests, and scratch space of one pod. */
import type { Construct } from "constructs";
import type { Volume } from "../api/index.js";
import type { Quantity } from "../facts/index.js";
import type { Backing } from "./backing.js";
import { storageClass } from "./backings/existing.js";
import { StorageVolume } from "./storage-volume.js";
import type { VolumeProps } from "./volume-props.js";

/** Settings of a volume for results. */
export interface PerfCacheProps extends VolumeProps {
  /** Storage for it. @default - the cluster's default class */
  readonly backing?: Backing | undefined;
}

/** A volume for results of load tests and profiling, 50 GiB unless said otherwise. */
export class PerfCache extends StorageVolume {
  /** Name of the claim. */
  readonly claimName: string;

  constructor(scope: Construct, id: string, props: PerfCacheProps = {}) {
    const kind = {
      construct: "PerfCache",
      app: "perf-cache",
      size: "50Gi",
      needsPosix: false,
      shared: true,
    } as const;
    super(scope, id, kind, props, props.backing ?? storageClass());
    this.claimName = this.volumeData.name;
  }
}

/** Scratch space that goes with its pod. */
export interface ScratchProps {
  /** Name of the volume in the pod. @default "scratch" */
  readonly name?: string | undefined;
  /** Upper limit of what it takes. @default "50Gi" */
  readonly size?: Quantity | undefined;
  /** Class that makes a volume per pod, such as one for local NVMe. @default - the node's own disk */
  readonly storageClassName?: string | undefined;
}

/**
 * A volume of one pod: on the disk of its node, or made by a class and deleted with the pod.
 *
 * @example aggregated({ volumes: [scratchVolume({ size: "200Gi" })], volumeMounts: [...] })
 */
export function scratchVolume(props: ScratchProps = {}): Volume {
  const { name = "scratch", size = "50Gi", storageClassName } = props;
  if (storageClassName === undefined) return { name, emptyDir: { sizeLimit: size } };
  return {
    name,
    ephemeral: {
      volumeClaimTemplate: {
        spec: {
          accessModes: ["ReadWriteOnce"],
          resources: { requests: { storage: size } },
          storageClassName,
        },
      },
    },
  };
}
