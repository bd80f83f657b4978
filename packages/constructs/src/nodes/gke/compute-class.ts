// SPDX-License-Identifier: Apache-2.0
/** @module GKE's ComputeClass: one way of getting one machine type, with node pools made on demand. */
import { type Finding, finding, gkeAccelerator, quantityValue } from "../../facts/index.js";
import { type NodePoolManifest, poolMetadata } from "../karpenter/node-pool.js";
import type { GkeProps } from "../props.js";
import type { ResolvedPool } from "../resolve.js";

/** Families that attach Hyperdisk only. @see Compute Engine documentation of accelerator-optimized machines */
const hyperdiskOnly = /^(a4|a4x|g4)-/;

/** Renders the ComputeClass of a pool. */
export function renderComputeClass(resolved: ResolvedPool, props: GkeProps): NodePoolManifest {
  const { pool, labels, taints } = resolved;
  const { serviceAccount } = props;
  return {
    apiVersion: "cloud.google.com/v1",
    kind: "ComputeClass",
    metadata: poolMetadata(pool, props.waive),
    spec: {
      priorities: [priorityOf(resolved, props)],
      nodePoolAutoCreation: { enabled: true },
      nodePoolConfig: {
        imageStreaming: { enabled: true },
        imageType: "cos_containerd",
        ...(Object.keys(labels).length === 0 ? {} : { nodeLabels: labels }),
        ...(taints.length === 0 ? {} : { taints }),
        ...(serviceAccount === undefined ? {} : { serviceAccount }),
      },
      // A worker is never moved to a better machine while it serves.
      activeMigration: { optimizeRulePriority: false },
      autoscalingPolicy: { consolidationDelayMinutes: 5 },
      whenUnsatisfiable: "DoNotScaleUp",
    },
  };
}

function priorityOf(resolved: ResolvedPool, props: GkeProps): Readonly<Record<string, unknown>> {
  const { pool, diskGiB, fabric, hugepages } = resolved;
  const { machine, zones } = pool;
  const { placementPolicy } = props;
  return {
    machineType: machine.type,
    ...(machine.gpus === 0
      ? {}
      : {
          gpu: {
            type: gkeAccelerator(machine),
            count: machine.gpus,
            driverVersion: props.driverVersion ?? "latest",
          },
        }),
    ...capacityOf(resolved, props),
    ...(zones === undefined ? {} : { location: { zones, locationPolicy: "ANY" } }),
    storage: { bootDiskType: bootDiskOf(resolved, props), bootDiskSize: diskGiB },
    ...(fabric?.name === "roce" ? { acceleratorNetworkProfile: "auto" } : {}),
    ...(placementPolicy === undefined ? {} : { placement: { policyName: placementPolicy } }),
    ...(hugepages === undefined
      ? {}
      : {
          nodeSystemConfig: {
            linuxNodeConfig: {
              hugepageConfig: {
                hugepage_size2m: Math.ceil(quantityValue(hugepages.perNode) / 2 ** 21),
              },
            },
          },
        }),
  };
}

function capacityOf({ pool }: ResolvedPool, props: GkeProps): Readonly<Record<string, unknown>> {
  switch (pool.capacity) {
    case "spot":
      return { spot: true };
    case "reserved":
      return {
        reservations: {
          affinity: "Specific",
          specific: (props.reservations ?? []).map(({ name, project }) => ({
            name,
            ...(project === undefined ? {} : { project }),
          })),
        },
      };
    case "queued":
      return {
        flexStart: {
          enabled: true,
          nodeRecycling: { leadTimeSeconds: props.recyclingLeadSeconds ?? 3600 },
        },
        maxRunDurationSeconds: props.maxRunSeconds ?? 604_800,
      };
    default:
      return {};
  }
}

function bootDiskOf({ pool }: ResolvedPool, { bootDiskType }: GkeProps): string {
  return (
    bootDiskType ?? (hyperdiskOnly.test(pool.machine.type) ? "hyperdisk-balanced" : "pd-balanced")
  );
}

/** DYN-NODE-013, 017: what only GKE asks for. */
export function checkComputeClass(resolved: ResolvedPool, props: GkeProps): readonly Finding[] {
  const { pool } = resolved;
  const object = `Pool/${pool.name}`;
  const found: Finding[] = [];
  const { reservations = [] } = props;
  if (pool.capacity === "reserved" && reservations.length === 0) {
    const message = "reserved capacity names no reservation, got 0";
    const fix = 'Give reservations, such as [{ name: "gpus-2027" }].';
    found.push(finding("DYN-NODE-013", { object, path: ["reservations"] }, message, fix));
  }
  if (pool.capacity !== "reserved" && reservations.length > 0) {
    const message = `has ${reservations.length} reservations, and capacity ${pool.capacity ?? "on-demand"} takes nothing from them`;
    const fix = 'Set capacity to "reserved".';
    found.push(finding("DYN-NODE-013", { object, path: ["capacity"] }, message, fix));
  }
  const disk = bootDiskOf(resolved, props);
  if (hyperdiskOnly.test(pool.machine.type) && disk !== "hyperdisk-balanced") {
    const message = `${pool.machine.type} attaches Hyperdisk only, got ${disk}`;
    const fix = 'Set bootDiskType to "hyperdisk-balanced", or leave it out.';
    found.push(finding("DYN-NODE-017", { object, path: ["bootDiskType"] }, message, fix));
  }
  return found;
}
