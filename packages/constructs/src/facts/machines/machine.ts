// SPDX-License-Identifier: Apache-2.0
/** @module A machine type with GPUs, and how the tables of the clouds are written. */
import type { GpuModel } from "../gpus/index.js";

/** Who rents the machine out; `other` for one's own. */
export type Cloud = "aws" | "azure" | "gcp" | "other";

/** How a machine is paid for. `queued` waits for capacity (flex start, queued provisioning). */
export type Capacity = "on-demand" | "spot" | "reserved" | "capacity-block" | "queued";

/** Network between machines beside Ethernet, with the rate of one interface in Gbps. */
export type Rdma =
  | "none"
  | "efa"
  | "ib-hdr-200"
  | "ib-ndr-400"
  | "ib-xdr-800"
  | "roce-400"
  | "roce-800"
  | "tcpx-200"
  | "tcpxo-200";

/** One machine type. */
export interface Machine {
  readonly cloud: Cloud;
  /** Name of the type at its cloud, such as `p5.48xlarge`. */
  readonly type: string;
  /** Undefined for a machine without GPUs. */
  readonly gpuModel: GpuModel | undefined;
  /** GPUs; less than 1 for a slice of one. */
  readonly gpus: number;
  /** True for a slice of a GPU, which engines cannot use with CUDA IPC, MIG or RDMA. */
  readonly fractional: boolean;
  /** Nominal memory of one GPU, GiB. */
  readonly gpuMemGiB: number;
  readonly vcpu: number;
  /** Memory, GiB (GB as Google counts it); undefined when no source tells it. */
  readonly ramGiB: number | undefined;
  /** Local disks together, GB; 0 for none. */
  readonly nvmeGB: number;
  /** Network bandwidth, Gbps; undefined when no source tells it. */
  readonly netGbps: number | undefined;
  readonly rdma: Rdma;
  /** RDMA interfaces that pods can have. */
  readonly rdmaCount: number;
  /** True when the interfaces reach GPU memory without a copy in host memory. */
  readonly gpuDirect: boolean;
  readonly arch: "amd64" | "arm64";
  /** Pods per node; undefined where the cluster decides. */
  readonly maxPods: number | undefined;
  /** Machines that share one NVLink domain; 1 when NVLink ends at the machine. */
  readonly nvlinkMachines: number;
  /** Ways in which the machine can be had; undefined when none is known to be closed. */
  readonly capacities: readonly Capacity[] | undefined;
  /** Where the numbers come from, with date. */
  readonly source: string;
  readonly notes: string | undefined;
}

/** What most machines of a table do not have. */
export interface RowFacts
  extends Partial<
    Pick<Machine, "arch" | "maxPods" | "gpuDirect" | "nvlinkMachines" | "capacities" | "notes">
  > {}

/** One line of a table. */
export type Row<Type extends string = string> = readonly [
  type: Type,
  gpuModel: GpuModel,
  gpus: number,
  gpuMemGiB: number,
  vcpu: number,
  ramGiB: number | undefined,
  nvmeGB: number,
  netGbps: number | undefined,
  rdma: Rdma,
  rdmaCount: number,
  facts?: RowFacts,
];

/** A machine type as an identifier: `p5.48xlarge` is `p5_48xlarge`. */
export type Handle<Type extends string> = Type extends `${infer Head}.${infer Tail}`
  ? Handle<`${Head}_${Tail}`>
  : Type extends `${infer Head}-${infer Tail}`
    ? Handle<`${Head}_${Tail}`>
    : Type;

/** The machines of a cloud by handle. */
export type Machines<Type extends string> = {
  readonly [Name in Type as Handle<Name>]: Machine & { readonly type: Name };
};

/** The machines of a table by handle. */
export function catalogue<const Rows extends readonly Row[]>(
  cloud: Cloud,
  source: string,
  rows: Rows,
): Machines<Rows[number][0]> {
  const machines = rows.map((row) => [handle(row[0]), ofRow(cloud, source, row)] as const);
  return Object.fromEntries(machines) as Machines<Rows[number][0]>;
}

function handle(type: string): string {
  return type.replaceAll(/[.-]/g, "_");
}

function ofRow(cloud: Cloud, source: string, row: Row): Machine {
  const [type, gpuModel, gpus, gpuMemGiB, vcpu, ramGiB, nvmeGB, netGbps, rdma, rdmaCount] = row;
  const numbers = { gpuModel, gpus, gpuMemGiB, vcpu, ramGiB, nvmeGB, netGbps, rdma, rdmaCount };
  return machine({ cloud, type, source, ...numbers, ...row[10] });
}

/** The numbers of a machine that somebody has to know; the rest has a default. */
export interface MachineProps
  extends Pick<Machine, "cloud" | "type" | "vcpu" | "ramGiB">,
    Partial<Omit<Machine, "cloud" | "type" | "vcpu" | "ramGiB" | "fractional">> {}

/**
 * A machine that is in no table: one's own, a new type, or one without GPUs. What is left out is
 * none: no GPUs, no local disk, no RDMA; `amd64`.
 */
export function machine(props: MachineProps): Machine {
  const { gpus = 0, rdma = "none" } = props;
  return {
    gpuModel: undefined,
    gpuMemGiB: 0,
    nvmeGB: 0,
    netGbps: undefined,
    rdmaCount: 0,
    gpuDirect: rdma !== "none" && !rdma.startsWith("tcpx"),
    arch: "amd64",
    maxPods: undefined,
    nvlinkMachines: 1,
    capacities: undefined,
    source: "given",
    notes: undefined,
    ...props,
    gpus,
    rdma,
    fractional: gpus > 0 && gpus < 1,
  };
}
