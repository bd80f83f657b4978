// SPDX-License-Identifier: Apache-2.0
/** @module What machines, storage and load balancers cost; unknown prices stay unknown. */
import type { Capacity, Machine } from "../machines/index.js";
import { awsPrices } from "./aws.js";
import { azurePrices } from "./azure.js";
import { gcpPrices } from "./gcp.js";
import type { MachinePrice, PriceOverrides, PriceTable } from "./price.js";

export { awsPrices } from "./aws.js";
export { azurePrices } from "./azure.js";
export { gcpPrices } from "./gcp.js";
export type { MachinePrice, PriceOverrides, PriceTable } from "./price.js";

/** The price table of every cloud. */
export const priceTables: readonly PriceTable[] = [awsPrices, azurePrices, gcpPrices];

/** A price and how far it can be trusted. */
export interface Quote {
  /** USD per hour; undefined when nobody knows it. */
  readonly usdPerHour: number | undefined;
  /** Region of the price; undefined for an override. */
  readonly region: string | undefined;
  /** Day of the price, ISO date; undefined when an override does not say. */
  readonly asOf: string | undefined;
}

/**
 * The price of a machine for an hour, by the way it is paid for. A reservation costs what the machine
 * costs on demand; capacity blocks and queued capacity have no list price, and a spot price is never
 * taken from the on-demand one.
 */
export function machinePrice(
  machine: Pick<Machine, "cloud" | "type">,
  capacity: Capacity,
  overrides: PriceOverrides = {},
): Quote {
  const given = overrides.machines?.[machine.type];
  const own = typeof given === "number" ? given : given?.[capacity];
  if (own !== undefined) return { usdPerHour: own, region: undefined, asOf: overrides.asOf };
  const table = priceTables.find(({ cloud }) => cloud === machine.cloud);
  const row = table?.machines[machine.type];
  return {
    usdPerHour: row === undefined ? undefined : listPrice(row, capacity),
    region: row?.region ?? table?.region,
    asOf: table?.asOf,
  };
}

function listPrice(row: MachinePrice, capacity: Capacity): number | undefined {
  switch (capacity) {
    case "on-demand":
    case "reserved":
      return row.onDemand;
    case "spot":
      return row.spot;
    case "capacity-block":
    case "queued":
      return undefined;
  }
}

/** Storage that is part of a machine and costs nothing beside it. */
export const includedStorage: readonly string[] = ["nvme"];

/**
 * USD per GiB and month; undefined when nobody knows it. No list prices of storage are verified, so
 * all but the machine's own disks come from the overrides.
 */
export function storagePrice(kind: string, overrides: PriceOverrides = {}): number | undefined {
  return overrides.storage?.[kind] ?? (includedStorage.includes(kind) ? 0 : undefined);
}
