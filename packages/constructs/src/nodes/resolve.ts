// SPDX-License-Identifier: Apache-2.0
/** @module Every default of a pool of GPU nodes. */
import type { Pool, Taint } from "../estimate/index.js";
import { gkeTaints, type Machine, nodeLabels, quantityValue } from "../facts/index.js";
import type { Fabric, NodePlacement } from "../graph/index.js";
import { fabricOf, isRdma } from "./fabric-of.js";
import type { DriverOwner, GpuNodePoolProps, Hugepages } from "./props.js";

/** Who makes the nodes. */
export type Provisioner = "karpenter" | "eks-auto-mode" | "aks" | "gke" | "existing";

/** A pool with everything said. */
export interface ResolvedPool {
  readonly provisioner: Provisioner;
  /** What placement, memory, transport and cost work on. */
  readonly pool: Pool;
  /** Labels and taints that the provisioner has to put on the nodes. */
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly fabric: Fabric | undefined;
  readonly driverOwner: DriverOwner;
  /** True when local disks hold images and ephemeral storage. */
  readonly localDisks: boolean;
  readonly diskGiB: number;
  readonly hugepages: Hugepages | undefined;
  /** How graphs name the pool. */
  readonly placement: NodePlacement;
}

/** Resolves the settings that every pool has. */
export function resolvePool(
  id: string,
  provisioner: Provisioner,
  props: GpuNodePoolProps & {
    readonly nodeSelector?: Readonly<Record<string, string>> | undefined;
    readonly podAnnotations?: Readonly<Record<string, string>> | undefined;
    /** True when the node image brings NVIDIA's device plugin. */
    readonly ownDevicePlugin?: boolean | undefined;
  },
): ResolvedPool {
  const { machine, max, min, zones, capacity, hugepages } = props;
  const name = props.name ?? id;
  const localDisks = machine.nvmeGB > 0 && (props.localDisks ?? "images-and-cache") !== "none";
  const diskGiB = props.diskGiB ?? usualDisk(provisioner, localDisks);
  const fabric =
    props.fabric === false ? undefined : (props.fabric ?? fabricOf(machine, hugepages?.perWorker));
  const taints = props.taints ?? usualTaints(machine);
  const own = ownLabels(provisioner, name);
  const labels = { ...discoveryLabels(provisioner, machine, fabric, props), ...props.labels };
  // GKE puts its taints on whatever a ComputeClass says; saying them twice is an error there.
  const written =
    provisioner === "gke" ? taints.filter((taint) => !isGkeTaint(taint, machine)) : taints;
  const all = provisioner === "gke" ? [...written, ...gkeTaints(machine)] : taints;
  const pool: Pool = {
    name,
    machine,
    ...(zones === undefined || zones.length === 0 ? {} : { zones }),
    ...(min === undefined || min === 0 ? {} : { min }),
    max,
    capacity: capacity ?? "on-demand",
    labels: { ...labels, ...own },
    taints: all,
    ...resourcesOf(machine, localDisks, diskGiB, hugepages),
    diskGiB,
  };
  return {
    provisioner,
    pool,
    labels,
    taints: written,
    fabric,
    driverOwner: props.driverOwner ?? "provider",
    localDisks,
    diskGiB,
    hugepages,
    placement: {
      nodeSelector: props.nodeSelector ?? selectorOf(own, props.labels ?? {}, machine),
      tolerations: tolerationsOf(pool),
      ...(fabric === undefined ? {} : { fabric }),
      podAnnotations: { ...keepers[provisioner], ...props.podAnnotations },
      ...(machine.cloud === "gcp" && props.driverOwner !== "gpu-operator"
        ? { setup: gkeLibraries }
        : {}),
      pool,
    },
  };
}

/** Images of two releases fit beside the system; AKS puts everything on the one disk. */
function usualDisk(provisioner: Provisioner, localDisks: boolean): number {
  if (provisioner === "aks") return 512;
  return localDisks ? 100 : 300;
}

/** The value differs between clouds, so workers tolerate the key alone. */
function usualTaints({ cloud, gpus }: Machine): readonly Taint[] {
  if (gpus === 0) return [];
  const value = cloud === "aws" ? "true" : "present";
  return [{ key: "nvidia.com/gpu", value, effect: "NoSchedule" }];
}

function isGkeTaint({ key }: Taint, machine: Machine): boolean {
  return gkeTaints(machine).some((taint) => taint.key === key);
}

/** The label that the provisioner itself puts on the nodes of the pool. */
function ownLabels(provisioner: Provisioner, name: string): Readonly<Record<string, string>> {
  switch (provisioner) {
    case "existing":
      return {};
    case "gke":
      return { [nodeLabels.computeClass]: name };
    default:
      return { [nodeLabels.nodePool]: name };
  }
}

/**
 * What pods and the Dynamo operator look for on GPU nodes. Without them on the pool, a provisioner
 * never makes a node for a pod that selects one, and discovery finds no fabric on a cloud.
 *
 * @see deploy/operator/internal/gpu/discovery.go
 */
function discoveryLabels(
  provisioner: Provisioner,
  { gpus }: Machine,
  fabric: Fabric | undefined,
  { ownDevicePlugin }: { readonly ownDevicePlugin?: boolean | undefined },
): Readonly<Record<string, string>> {
  if (provisioner === "existing" || gpus === 0) return {};
  return {
    "nvidia.com/gpu.present": "true",
    ...(isRdma(fabric) ? { "nvidia.com/rdma.present": "true" } : {}),
    // The GPU Operator must not start a second device plugin beside that of the node image.
    ...(ownDevicePlugin === true ? { "nvidia.com/gpu.deploy.device-plugin": "false" } : {}),
  };
}

function selectorOf(
  own: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
  { type }: Machine,
): Readonly<Record<string, string>> {
  if (Object.keys(own).length > 0) return own;
  return Object.keys(labels).length > 0 ? labels : { [nodeLabels.instanceType]: type };
}

/** Taints that clouds put on spot machines, whether or not the pool's own are known. */
const spotTolerations: Partial<
  Record<Machine["cloud"], { readonly key: string; readonly value: string }>
> = {
  azure: { key: "kubernetes.azure.com/scalesetpriority", value: "spot" },
  gcp: { key: "cloud.google.com/gke-spot", value: "true" },
};

function tolerationsOf({
  taints = [],
  capacity,
  machine,
}: Pool): NonNullable<NodePlacement["tolerations"]> {
  const own = taints
    .filter(({ effect }) => effect !== "PreferNoSchedule")
    .map(({ key, value, effect }) =>
      value === undefined || key === "nvidia.com/gpu"
        ? { key, operator: "Exists" as const, effect }
        : { key, operator: "Equal" as const, value, effect },
    );
  const spot = capacity === "spot" ? spotTolerations[machine.cloud] : undefined;
  return spot === undefined || own.some(({ key }) => key === spot.key)
    ? own
    : [...own, { ...spot, operator: "Equal", effect: "NoSchedule" }];
}

/**
 * GKE mounts its driver into pods where images do not look for it.
 *
 * @see examples/deployments/GKE (disagg.yaml)
 */
const gkeLibraries = [
  "export LD_LIBRARY_PATH=/usr/local/nvidia/lib64:$LD_LIBRARY_PATH",
  "export PATH=$PATH:/usr/local/nvidia/bin",
].join("\n");

/** Annotations that keep autoscalers from moving a worker in the middle of a generation. */
const keepers: Readonly<Record<Provisioner, Readonly<Record<string, string>>>> = {
  karpenter: { "karpenter.sh/do-not-disrupt": "true" },
  "eks-auto-mode": { "karpenter.sh/do-not-disrupt": "true" },
  aks: { "karpenter.sh/do-not-disrupt": "true" },
  gke: { "cluster-autoscaler.kubernetes.io/safe-to-evict": "false" },
  existing: {},
};

/** What of the machine's own resources is not there, and what comes on top. */
function resourcesOf(
  machine: Machine,
  localDisks: boolean,
  diskGiB: number,
  hugepages: Hugepages | undefined,
): Pick<Pool, "resources"> {
  const unused = machine.nvmeGB > 0 && !localDisks;
  const resources = {
    // Part of the disk is the system's, as it is of the machine's memory.
    ...(unused ? { "ephemeral-storage": Math.floor(diskGiB * 1.073741824 * 0.92) } : {}),
    ...(hugepages === undefined ? {} : { "hugepages-2Mi": quantityValue(hugepages.perNode) }),
  };
  return Object.keys(resources).length === 0 ? {} : { resources };
}

/** True when workers of the pool use a network that never leaves a zone. */
export function hasRdma({ fabric }: ResolvedPool): boolean {
  return isRdma(fabric);
}
