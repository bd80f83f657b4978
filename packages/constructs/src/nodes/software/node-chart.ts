// SPDX-License-Identifier: Apache-2.0
/** @module A chart for software on the nodes, as plain data: for Pulumi, Flux, Argo CD or the helm program. */
import type { Pool } from "../../estimate/index.js";
import type { Fabric } from "../../graph/index.js";
import type { DriverOwner } from "../props.js";
import type { Provisioner } from "../resolve.js";

/** A pinned chart and its values. */
export interface NodeChart<Values> {
  /** Name in its repository. */
  readonly chart: string;
  /** Address of the repository. */
  readonly repository: string;
  readonly version: string;
  readonly namespace: string;
  readonly values: Values;
}

/** What software on the nodes needs to know of a pool. A `GpuNodePool` is one. */
export interface NodesOfPool {
  readonly pool: Pool;
  readonly provisioner: Provisioner;
  readonly driverOwner: DriverOwner;
  readonly fabric?: Fabric | undefined;
}

/** A toleration of DaemonSets. */
export interface DaemonToleration {
  readonly key: string;
  readonly operator: "Exists";
  readonly effect: "NoSchedule" | "NoExecute";
}

/** Tolerations with which a DaemonSet reaches every node of the pools. */
export function daemonTolerations(pools: readonly NodesOfPool[]): readonly DaemonToleration[] {
  const found = new Map<string, DaemonToleration>();
  for (const { key, effect } of pools.flatMap(({ pool }) => pool.taints ?? [])) {
    if (effect !== "PreferNoSchedule")
      found.set(`${key}:${effect}`, { key, operator: "Exists", effect });
  }
  return [...found.values()];
}
