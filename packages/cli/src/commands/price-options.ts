// SPDX-License-Identifier: Apache-2.0
/** @module Options that say what things cost. */
import {
  type Capacity,
  findMachine,
  machines,
  nearest,
  type PriceOverrides,
  storageProducts,
} from "@dynamo-iac/constructs/facts";
import { type Command, InvalidArgumentError } from "commander";
import { capacities } from "./pool-options.js";

/** Prices of the command line and of its file. */
export interface PriceOptions {
  readonly price?: PriceOverrides;
  readonly prices?: string;
}

/** Name by which the price of a load balancer is given. */
const loadBalancer = "load-balancer";

/** Adds the options to a command. */
export function addPriceOptions(command: Command): Command {
  return command
    .option(
      "--price <price>",
      "a price in USD, over the dated list prices: TYPE=USD[/h] or TYPE:CAPACITY=USD[/h] of a machine, " +
        `STORAGE=USD/GiB-month of a storage product or class, ${loadBalancer}=USD[/h]; may be repeated`,
      priceOf,
    )
    .option(
      "--prices <file>",
      "YAML or JSON with prices in USD: machines, storage, loadBalancer, asOf",
    );
}

const pattern = /^([^=:]+)(?::([^=]+))?=(\d+(?:\.\d+)?)(?:\/(.+))?$/;

const units: Readonly<Record<string, "hour" | "GiB-month">> = {
  h: "hour",
  hour: "hour",
  "GiB-month": "GiB-month",
  "GiB/month": "GiB-month",
};

/** `p5.48xlarge=40.5/h`, `fsx-lustre=0.14/GiB-month` */
function priceOf(text: string, before: PriceOverrides = {}): PriceOverrides {
  const [, name, how, usd, unitText] = pattern.exec(text) ?? [];
  if (name === undefined || usd === undefined)
    throw new InvalidArgumentError(
      "It is a name and dollars without signs or separators, as p5.48xlarge=40.5/h.",
    );
  const unit = unitText === undefined ? undefined : units[unitText];
  if (unitText !== undefined && unit === undefined)
    throw new InvalidArgumentError(`A price is per /h or per /GiB-month, got /${unitText}.`);
  const amount = Number(usd);
  const machine = findMachine(name);
  if (machine === undefined && how !== undefined)
    throw new InvalidArgumentError(`${unknownName(name)} Only machines have a capacity.`);
  if (machine !== undefined || name === loadBalancer) {
    if (unit === "GiB-month") throw new InvalidArgumentError(`${name} is paid by the hour.`);
    return machine === undefined
      ? { ...before, loadBalancer: amount }
      : withMachine(before, name, how, amount);
  }
  const isProduct = Object.hasOwn(storageProducts, name);
  // The classes of a cluster are named by its owner, so the unit has to say that it is one.
  if (unit !== "GiB-month" && !isProduct)
    throw new InvalidArgumentError(
      `${unknownName(name)} A storage class is priced per /GiB-month.`,
    );
  if (unit === "hour") throw new InvalidArgumentError(`${name} is paid by GiB and month.`);
  return { ...before, storage: { ...before.storage, [name]: amount } };
}

function withMachine(
  before: PriceOverrides,
  type: string,
  how: string | undefined,
  amount: number,
): PriceOverrides {
  if (how === undefined) return { ...before, machines: { ...before.machines, [type]: amount } };
  const capacity = capacities.find((known) => known === how);
  if (capacity === undefined)
    throw new InvalidArgumentError(
      `After the colon comes one of ${capacities.join(", ")}, got ${how}.`,
    );
  const known = before.machines?.[type];
  const others: Readonly<Partial<Record<Capacity, number>>> =
    typeof known === "number"
      ? Object.fromEntries(capacities.map((each) => [each, known]))
      : (known ?? {});
  return {
    ...before,
    machines: { ...before.machines, [type]: { ...others, [capacity]: amount } },
  };
}

function unknownName(name: string): string {
  const known = [
    ...machines.map(({ type }) => type),
    ...Object.keys(storageProducts),
    loadBalancer,
  ];
  const close = nearest(name, known);
  const hint = close === undefined ? "" : ` Did you mean ${close}?`;
  return `There is no machine type or storage product ${JSON.stringify(name)}.${hint}`;
}
