// SPDX-License-Identifier: Apache-2.0
/** @module The shape of a price table: dated, of one region, with gaps where no price is known. */
import type { Capacity, Cloud, Machine } from "../machines/index.js";

/** Price of one machine for an hour. A missing price is unknown, never 0. */
export interface MachinePrice {
  readonly onDemand?: number | undefined;
  readonly spot?: number | undefined;
  /** Region of this price. @default - that of the table */
  readonly region?: string | undefined;
}

/** Prices of one cloud, as of one day. */
export interface PriceTable<Type extends string = string> {
  readonly cloud: Cloud;
  /** ISO date. */
  readonly asOf: string;
  readonly region: string;
  readonly currency: "USD";
  readonly source: string;
  /** By machine type; every type of the cloud has a row. */
  readonly machines: Readonly<Record<Type, MachinePrice>>;
}

/** Machine types of a cloud's table. */
export type TypesOf<Machines extends Readonly<Record<string, Machine>>> =
  Machines[keyof Machines]["type"];

/** Prices that somebody knows better: contracts, discounts, other regions. In USD. */
export interface PriceOverrides {
  /** Per machine and hour, by machine type: one price for all, or by the way it is paid for. */
  readonly machines?:
    | Readonly<Record<string, number | Readonly<Partial<Record<Capacity, number>>>>>
    | undefined;
  /** Per GiB and month, by storage kind. */
  readonly storage?: Readonly<Record<string, number>> | undefined;
  /** Per load balancer and hour, traffic not included. */
  readonly loadBalancer?: number | undefined;
  /** When the overriding prices were true, ISO date. @default - unknown */
  readonly asOf?: string | undefined;
}
