// SPDX-License-Identifier: Apache-2.0
/** @module The machines of an environment: the system pool, and one pool per kind of GPU machine. */
import { type Capacity, findMachine } from "@dynamo-iac/constructs/facts";
import { z } from "zod";
import { type CloudFacts, type Provisioner, provisioners } from "../clouds.js";
import { dnsLabel, field, form, whole } from "../field.js";
import type { Preset, PresetDefaults } from "../presets.js";

export const capacities = [
  "on-demand",
  "spot",
  "reserved",
  "capacity-block",
  "queued",
] as const satisfies readonly Capacity[];

const machineType = (example: string) =>
  form(/^[A-Za-z][A-Za-z0-9._-]*$/, "the name of a machine type", example);

const taint = z.strictObject({
  key: field(z.string().min(1), "the key of the taint", "team"),
  value: z.string().optional(),
  effect: field(z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]), "an effect", "NoSchedule"),
});

export const gpuPoolSchema = z.strictObject({
  name: dnsLabel("p5"),
  machine: machineType("p5.48xlarge"),
  provisioner: z.enum(provisioners).meta({ example: "managed" }).optional(),
  capacity: z.enum(capacities).meta({ example: "on-demand" }).optional(),
  reservationIds: z
    .array(field(z.string().min(1), "the id of a reservation", "cr-0123456789abcdef0"))
    .optional(),
  zones: z.array(form(/^[a-z0-9-]+$/, "the name of a zone", "us-east-1a")).optional(),
  min: whole(0, 1000, 0).optional(),
  max: whole(1, 1000, 4),
  diskGiB: whole(50, 16384, 300).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  taints: z.array(taint).optional(),
});

export const nodesSchema = z.strictObject({
  system: z
    .strictObject({
      machine: machineType("m7i.2xlarge").optional(),
      min: whole(1, 100, 3).optional(),
      max: whole(1, 100, 8).optional(),
      diskGiB: whole(20, 16384, 100).optional(),
    })
    .optional(),
  gpu: z
    .array(gpuPoolSchema.meta({ example: { name: "p5", machine: "p5.48xlarge", max: 4 } }))
    .optional(),
});

/** The pool that runs controllers, metrics, frontends: everything but inference. */
export interface SystemPool {
  /** Machine type. @default - by cloud and preset, such as m7i.xlarge and in production m7i.2xlarge */
  readonly machine: string;
  /** Machines that always run. @default 2, in production 3 */
  readonly min: number;
  /** Machines at most. @default 4, 6 or 8 by preset */
  readonly max: number;
  /** Root volume, GiB. @default 50 in dev, 100 otherwise */
  readonly diskGiB: number;
}

/** Machines with GPUs, all of one type. */
export interface GpuPool {
  /** Name of the pool, which graphs ask for by label. */
  readonly name: string;
  /** Machine type, such as `p5.48xlarge`. */
  readonly machine: string;
  /**
   * Who brings the machines: `managed` node groups, `karpenter`, or the cloud's own automation (`auto`).
   *
   * @default "managed" for machines whose fabric reaches GPU memory, otherwise "karpenter", or
   * "managed" where the cloud has no Karpenter; "auto" as soon as another pool says so
   */
  readonly provisioner: Provisioner;
  /** How the machines are paid for. @default "on-demand" */
  readonly capacity: Capacity;
  /** Reservations or capacity blocks that the machines come from. @default - none */
  readonly reservationIds: readonly string[];
  /** Zones where they may stand. @default - the first zone for machines with a fabric, otherwise all zones */
  readonly zones: readonly string[];
  /** Machines that always run. @default 0 */
  readonly min: number;
  /** Machines at most: what limits the cost. */
  readonly max: number;
  /** Root volume, GiB; images of engines take 10 to 25 GB each. @default 300 */
  readonly diskGiB: number;
  /** Labels of the nodes, besides those of the machine type. @default - none */
  readonly labels: Readonly<Record<string, string>>;
  /** Taints besides `nvidia.com/gpu`, which every pool has. @default - none */
  readonly taints: readonly {
    readonly key: string;
    readonly value?: string | undefined;
    readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
  }[];
}

/** The machines, with every default filled in. */
export interface Nodes {
  readonly system: SystemPool;
  /** @default - none: an environment for mockers and CPU-only graphs */
  readonly gpu: readonly GpuPool[];
}

/** What the pools take from the rest of the configuration. */
export interface NodesContext {
  readonly preset: Preset;
  readonly defaults: PresetDefaults["nodes"];
  readonly cloud: CloudFacts;
  readonly zones: readonly string[];
}

/** Fills in what nobody set. */
export function resolveNodes(input: z.output<typeof nodesSchema>, context: NodesContext): Nodes {
  const { defaults, cloud, preset } = context;
  const { system = {}, gpu = [] } = input;
  const auto = gpu.some((pool) => pool.provisioner === "auto");
  return {
    system: {
      machine: system.machine ?? cloud.systemMachine[preset],
      min: system.min ?? defaults.systemMin,
      max: system.max ?? Math.max(defaults.systemMax, system.min ?? 0),
      diskGiB: system.diskGiB ?? defaults.systemDiskGiB,
    },
    gpu: gpu.map((pool) => resolveGpuPool(pool, context, auto)),
  };
}

function resolveGpuPool(
  input: z.output<typeof gpuPoolSchema>,
  { cloud, zones }: NodesContext,
  auto: boolean,
): GpuPool {
  const fabric = hasFabric(input.machine);
  const elastic = cloud.provisioners.includes("karpenter") ? "karpenter" : "managed";
  return {
    name: input.name,
    machine: input.machine,
    provisioner: input.provisioner ?? (auto ? "auto" : fabric ? "managed" : elastic),
    capacity: input.capacity ?? "on-demand",
    reservationIds: input.reservationIds ?? [],
    zones: input.zones ?? (fabric ? zones.slice(0, 1) : zones),
    min: input.min ?? 0,
    max: input.max,
    diskGiB: input.diskGiB ?? 300,
    labels: input.labels ?? {},
    taints: input.taints ?? [],
  };
}

/** True for machines whose network reaches GPU memory, so that prefill and decode move KV blocks over it. */
export function hasFabric(machine: string): boolean {
  const facts = findMachine(machine);
  return facts !== undefined && facts.rdma !== "none" && facts.gpuDirect;
}
