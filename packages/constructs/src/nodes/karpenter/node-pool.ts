// SPDX-License-Identifier: Apache-2.0
/** @module Karpenter's NodePool, which EKS Auto Mode and AKS read as well. */
import { type Pool, writePools } from "../../estimate/index.js";
import { nodeLabels, poolsAnnotation, type Waiver, waiverAnnotation } from "../../facts/index.js";
import type { Manifest } from "../../graph/index.js";
import type { DisruptionProps, KarpenterPoolProps } from "../props.js";
import { hasRdma, type ResolvedPool } from "../resolve.js";

/** The node class that a NodePool makes nodes from. */
export interface NodeClassReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** One requirement of a NodePool. */
interface Requirement {
  readonly key: string;
  readonly operator: "In";
  readonly values: readonly string[];
}

/** A NodePool as data. */
export interface NodePoolManifest extends Manifest {
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Renders the NodePool of a pool. */
export function renderNodePool(
  resolved: ResolvedPool,
  nodeClassRef: NodeClassReference,
  props: Pick<KarpenterPoolProps, "disruption" | "weight" | "waive">,
): NodePoolManifest {
  const { pool, labels, taints } = resolved;
  const rdma = hasRdma(resolved);
  const fixed = (pool.min ?? 0) > 0;
  const { consolidateAfter, consolidationPolicy, expireAfter, terminationGracePeriod } =
    props.disruption ?? {};
  return {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: poolMetadata(pool, props.waive),
    spec: {
      ...(fixed ? { replicas: pool.max } : {}),
      ...(props.weight === undefined || fixed ? {} : { weight: props.weight }),
      limits: limitsOf(pool, fixed),
      disruption: {
        consolidationPolicy: consolidationPolicy ?? "WhenEmpty",
        consolidateAfter: consolidateAfter ?? "5m",
        budgets: budgetsOf(props.disruption, rdma),
      },
      template: {
        ...(Object.keys(labels).length === 0 ? {} : { metadata: { labels } }),
        spec: {
          nodeClassRef,
          requirements: requirementsOf(pool),
          ...(taints.length === 0 ? {} : { taints }),
          expireAfter: expireAfter ?? (rdma ? "Never" : "720h"),
          terminationGracePeriod: terminationGracePeriod ?? "48h",
        },
      },
    },
  };
}

/**
 * Name of the pool, the pool itself as graphs carry it, because the kinds of the provisioners cannot
 * say all of it, and its waivers.
 */
export function poolMetadata(
  pool: Pool,
  waive: readonly Waiver[] = [],
): Manifest["metadata"] & { readonly annotations: Readonly<Record<string, string>> } {
  const waivers = waive.length === 0 ? {} : { [waiverAnnotation]: JSON.stringify(waive) };
  return {
    name: pool.name,
    annotations: { [poolsAnnotation]: writePools([pool]), ...waivers },
  };
}

/** GPUs cap the bill whatever Karpenter chooses; a static NodePool takes a limit of nodes only. */
function limitsOf({ machine, max }: Pool, fixed: boolean): Readonly<Record<string, string>> {
  const gpus = Math.floor(machine.gpus);
  if (fixed) return { nodes: String(max) };
  return gpus === 0
    ? { cpu: String(max * machine.vcpu) }
    : { "nvidia.com/gpu": String(max * gpus) };
}

/** Empty nodes may go; running workers of a fabric are never moved. */
function budgetsOf(disruption: DisruptionProps | undefined, rdma: boolean): readonly object[] {
  const drift = disruption?.drift ?? (rdma ? "0" : "10%");
  return [
    { nodes: "100%", reasons: ["Empty"] },
    { nodes: drift, reasons: ["Drifted"] },
    { nodes: rdma ? "0" : "10%", reasons: ["Underutilized"] },
  ];
}

function requirementsOf({ machine, zones, capacity = "on-demand" }: Pool): readonly Requirement[] {
  const reserved = capacity === "reserved" || capacity === "capacity-block";
  return [
    allow(nodeLabels.instanceType, [machine.type]),
    allow(nodeLabels.arch, [machine.arch]),
    allow("kubernetes.io/os", ["linux"]),
    allow(nodeLabels.capacityType, [reserved ? "reserved" : capacity]),
    ...(capacity === "capacity-block"
      ? [allow(nodeLabels.reservationType, ["capacity-block"])]
      : []),
    ...(zones === undefined ? [] : [allow(nodeLabels.zone, zones)]),
  ];
}

function allow(key: string, values: readonly string[]): Requirement {
  return { key, operator: "In", values };
}
