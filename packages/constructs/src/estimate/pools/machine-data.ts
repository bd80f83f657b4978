// SPDX-License-Identifier: Apache-2.0
/** @module A machine as an annotation holds it: the name of one in the tables, or its numbers. */
import {
  findMachine,
  gpus,
  type Machine,
  type MachineProps,
  machine,
  machines,
  nearest,
  show,
} from "../../facts/index.js";

/** The machine of data that {@link misreadMachine} found nothing wrong with. */
export function machineOf(data: string | Readonly<Record<string, unknown>>): Machine {
  const known = typeof data === "string" ? findMachine(data) : undefined;
  return known ?? machine(data as unknown as MachineProps);
}

const numbers = new Set([
  "gpus",
  "gpuMemGiB",
  "vcpu",
  "ramGiB",
  "nvmeGB",
  "netGbps",
  "rdmaCount",
  "maxPods",
  "nvlinkMachines",
]);
const texts = new Set(["type", "source", "notes"]);
const choices: Readonly<Record<string, readonly unknown[]>> = {
  cloud: ["aws", "azure", "gcp", "other"],
  arch: ["amd64", "arm64"],
  gpuModel: Object.keys(gpus),
  gpuDirect: [true, false],
  rdma: [
    "none",
    "efa",
    "ib-hdr-200",
    "ib-ndr-400",
    "ib-xdr-800",
    "roce-400",
    "roce-800",
    "tcpx-200",
    "tcpxo-200",
  ] satisfies readonly Machine["rdma"][],
};

/** What is wrong with the machine of a pool; undefined when nothing is. */
export function misreadMachine(data: unknown): string | undefined {
  if (typeof data === "string") {
    if (findMachine(data) !== undefined) return undefined;
    const close = nearest(
      data,
      machines.map(({ type }) => type),
    );
    return `names no machine of the tables: ${show(data)}${close === undefined ? "" : `; did you mean ${close}?`}`;
  }
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return `has no machine, got ${show(data)}`;
  const given = data as Readonly<Record<string, unknown>>;
  for (const key of ["cloud", "type", "vcpu"])
    if (given[key] === undefined) return `has a machine without ${key}`;
  for (const [key, value] of Object.entries(given)) {
    const right =
      key === "capacities"
        ? Array.isArray(value) && value.every((item) => typeof item === "string")
        : numbers.has(key)
          ? typeof value === "number" && value >= 0
          : texts.has(key)
            ? typeof value === "string"
            : Object.hasOwn(choices, key) && choices[key]?.includes(value) === true;
    if (!right) return `has a machine with ${show(value)} as ${key}`;
  }
  return undefined;
}
