// SPDX-License-Identifier: Apache-2.0
/** @module Whether the nodes of a pool have a label, as far as machine type and cloud tell. */
import { topologyLabels } from "../../facts/index.js";
import { blockSizeOf, hasLabel, type Pool, zonesOf } from "./pool.js";

/** `missing` when certainly no node has it, `unknown` when nobody is known to set it. */
export type LabelPresence = "present" | "missing" | "unknown";

/** Whether every node of the pool has a label with that key, whatever its value. */
export function labelPresence(pool: Pool, key: string): LabelPresence {
  if (pool.labels?.[key] !== undefined) return "present";
  const { machine } = pool;
  const known = topologyLabels.find((label) => label.key === key);
  if (known?.cloud !== undefined && known.cloud !== machine.cloud) return "missing";
  if (known?.machines === "rdma") return machine.rdma === "none" ? "missing" : "present";
  if (known?.machines === "nvlink-domain")
    return blockSizeOf(pool) === undefined ? "missing" : "present";
  // Every kubelet knows its host; the controller of each cloud sets region and zone.
  if (key === "kubernetes.io/hostname") return "present";
  if (known !== undefined && machine.cloud !== "other") return "present";
  const everywhere = zonesOf(pool).every((zone) => hasLabel(pool, zone, key, []) !== undefined);
  return everywhere ? "present" : "unknown";
}
