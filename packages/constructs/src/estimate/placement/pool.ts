// SPDX-License-Identifier: Apache-2.0
/** @module A pool of machines: what it is, what one of its machines offers, which labels its nodes have. */
import { type Capacity, gkeAccelerator, gpus, type Machine } from "../../facts/index.js";

/** A taint on the nodes of a pool. */
export interface Taint {
  readonly key: string;
  /** @default "" */
  readonly value?: string | undefined;
  readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
}

/** Machines of one type that come and go together. */
export interface Pool {
  readonly name: string;
  readonly machine: Machine;
  /** Zones where its machines may stand, each in one of them. @default - one zone without a name, shared by all such pools */
  readonly zones?: readonly string[] | undefined;
  /** Machines that always run; an integer of 0 or more. @default 0 */
  readonly min?: number | undefined;
  /** Machines that may run at the same time, over all zones. */
  readonly max: number;
  /** How the machines are paid for. @default "on-demand" */
  readonly capacity?: Capacity | undefined;
  /** Labels of its nodes, besides those that every node of the machine type has. @default - none */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Taints of its nodes. @default - none */
  readonly taints?: readonly Taint[] | undefined;
  /**
   * Amounts of extended resources per machine, in place of what the machine type says, such as
   * `{ "rdma/ib": 8 }`. @default - from the machine type
   */
  readonly resources?: Readonly<Record<string, number>> | undefined;
  /** Disk of the node besides its local ones, GiB. @default - unknown, so that disk space is not counted */
  readonly diskGiB?: number | undefined;
  /** Part of CPU, memory and disk that system pods take, 0 to 1. @default 0.08 */
  readonly overhead?: number | undefined;
  /** Machines of one NVLink domain. @default - from the machine type */
  readonly blockMachines?: number | undefined;
}

/** Resource name of a GPU. */
export const gpuResource = "nvidia.com/gpu";

/**
 * What kubelet, system and DaemonSets take at most of the machines in the tables; see derived check 3
 * of the catalogue (5 to 8 %).
 */
const usualOverhead = 0.08;

/** Pods of a node where nothing says otherwise, and those that DaemonSets take of them. */
const usualPods = 110;
const systemPods = 10;

/** Devices of a shared plugin: as many pods as like. */
const sharedDevices = 63;

/** Zones of a pool; a pool that names none has one without a name. */
export function zonesOf(pool: Pool): readonly string[] {
  return pool.zones === undefined || pool.zones.length === 0 ? [""] : pool.zones;
}

/** Machines of one NVLink domain of the pool; undefined when NVLink ends at the machine. */
export function blockSizeOf(pool: Pool): number | undefined {
  const size = pool.blockMachines ?? pool.machine.nvlinkMachines;
  return size > 1 ? size : undefined;
}

/**
 * What pods can have of one machine: `cpu` in cores, `memory` in GiB, `ephemeral-storage` in GB,
 * everything else in pieces. A resource that is not in the list is not there; `Infinity` is unknown.
 */
export function offerOf(pool: Pool): Readonly<Record<string, number>> {
  const { machine, diskGiB } = pool;
  const part = 1 - (pool.overhead ?? usualOverhead);
  const disk = machine.nvmeGB + (diskGiB ?? 0) * 1.073741824;
  return {
    [gpuResource]: Math.floor(machine.gpus),
    cpu: machine.vcpu * part,
    memory: machine.ramGiB === undefined ? Number.POSITIVE_INFINITY : machine.ramGiB * part,
    "ephemeral-storage": disk === 0 ? Number.POSITIVE_INFINITY : disk * part,
    pods: (machine.maxPods ?? usualPods) - systemPods,
    ...fabricOffer(machine),
    ...pool.resources,
  };
}

/**
 * Fabric devices by the names that the clouds' plugins give them.
 *
 * @see reference: RDMA resource names per cloud; `rdma/ib` is handed out per interface, the shared ones are not
 */
function fabricOffer({ rdma, rdmaCount }: Machine): Record<string, number> {
  if (rdma === "efa") return { "vpc.amazonaws.com/efa": rdmaCount };
  if (rdma.startsWith("ib-"))
    return {
      "rdma/ib": rdmaCount,
      "rdma/shared_ib": sharedDevices,
      "rdma/hca_shared_devices_a": sharedDevices,
    };
  if (!rdma.startsWith("roce-")) return {};
  const networks = Array.from(
    { length: rdmaCount },
    (_, at) => `networking.gke.io.networks/rdma-${at}`,
  );
  return Object.fromEntries(
    networks.flatMap((name) => [
      [name, 1],
      [`${name}.IP`, 1],
    ]),
  );
}

/** True when a node of the pool in that zone has the label with one of the values; undefined when it lacks the label. */
export function hasLabel(
  pool: Pool,
  zone: string,
  key: string,
  values: readonly string[],
): boolean | undefined {
  const { machine } = pool;
  const own = pool.labels?.[key];
  if (own === undefined && key === "nvidia.com/gpu.product" && machine.gpuModel !== undefined) {
    const { product } = gpus[machine.gpuModel];
    return values.some((value) => isProduct(value, product));
  }
  const value = own ?? labelOf(machine, pool.capacity ?? "on-demand", zone, key);
  return value === undefined ? undefined : values.includes(value);
}

/** `NVIDIA-H200` and `NVIDIA-H200-NVL` hold H200; `NVIDIA-GB200` does not hold B200. */
function isProduct(label: string, product: string): boolean {
  return new RegExp(`(^|-)${product}(-|$)`).test(label);
}

/** Labels that clouds, kubelet and GPU feature discovery put on every node. */
function labelOf(
  machine: Machine,
  capacity: Capacity,
  zone: string,
  key: string,
): string | undefined {
  switch (key) {
    case "kubernetes.io/os":
      return "linux";
    case "kubernetes.io/arch":
      return machine.arch;
    case "node.kubernetes.io/instance-type":
      return machine.type;
    case "topology.kubernetes.io/zone":
      return zone === "" ? undefined : zone;
    case "topology.kubernetes.io/region":
      return regionOf(zone);
    case "nvidia.com/gpu.present":
      return machine.gpus > 0 ? "true" : undefined;
    case "nvidia.com/gpu.count":
      return machine.gpus > 0 ? String(Math.floor(machine.gpus)) : undefined;
    case "cloud.google.com/gke-accelerator":
      return machine.cloud === "gcp" ? gkeAccelerator(machine) : undefined;
    case "karpenter.sh/capacity-type":
      return capacity === "spot" || capacity === "reserved" ? capacity : "on-demand";
    default:
      return undefined;
  }
}

/** `us-east-1a` is in `us-east-1`, `eastus-1` in `eastus`, `us-central1-a` in `us-central1`. */
export function regionOf(zone: string): string | undefined {
  return /^(.*\d)[a-z]$/.exec(zone)?.[1]?.replace(/-$/, "") ?? /^(.+)-[a-z0-9]$/.exec(zone)?.[1];
}
