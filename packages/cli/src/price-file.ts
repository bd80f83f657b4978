// SPDX-License-Identifier: Apache-2.0
/** @module A file of prices: what somebody knows better than the dated tables. */
import { type Capacity, nearest, type PriceOverrides } from "@dynamo-iac/constructs/facts";
import { parse } from "yaml";
import { capacities } from "./commands/pool-options.js";
import { attempt, readText } from "./source-files.js";
import { UsageError } from "./usage-error.js";

const keys = ["asOf", "currency", "machines", "storage", "loadBalancer"] as const;

/**
 * Reads a price file:
 *
 * ```yaml
 * asOf: 2026-11-01            # when the prices were true
 * currency: USD               # no other
 * machines:                   # per machine and hour
 *   p5.48xlarge: 40.5
 *   p5en.48xlarge: { reserved: 44, spot: 30 }
 * storage:                    # per GiB and month, by product or storage class
 *   fsx-lustre: 0.14
 * loadBalancer: 0.0225        # per hour
 * ```
 *
 * @throws UsageError with the file and the field that is wrong
 */
export function readPriceFile(path: string): PriceOverrides {
  const text = readText(path);
  const document = attempt(path, () => parse(text) as unknown);
  const fail = (message: string): never => {
    throw new UsageError(`${path}: ${message}`);
  };
  const given = recordOf(document) ?? fail("it is no mapping of prices");
  for (const key of Object.keys(given)) {
    if (keys.some((known) => known === key)) continue;
    const close = nearest(key, keys);
    fail(
      `there is no field ${key}${close === undefined ? `; there are ${keys.join(", ")}` : `; did you mean ${close}?`}`,
    );
  }
  const { asOf, currency, machines, storage, loadBalancer } = given;
  if (currency !== undefined && currency !== "USD") fail(`currency is USD, got ${show(currency)}`);
  if (asOf !== undefined && !(typeof asOf === "string" && /^\d{4}-\d\d-\d\d$/.test(asOf)))
    fail(`asOf is a day such as 2026-11-01, got ${show(asOf)}`);
  const amount = (value: unknown, field: string): number =>
    typeof value === "number" && value >= 0
      ? value
      : fail(`${field} is a number of dollars, got ${show(value)}`);
  const listOf = <T>(value: unknown, field: string, read: (value: unknown, at: string) => T) =>
    Object.fromEntries(
      Object.entries(recordOf(value) ?? fail(`${field} is a mapping, got ${show(value)}`)).map(
        ([name, item]) => [name, read(item, `${field}.${name}`)] as const,
      ),
    );
  const machine = (value: unknown, field: string) =>
    recordOf(value) === undefined
      ? amount(value, field)
      : (listOf(value, field, (item, at) => {
          const how = at.slice(field.length + 1);
          return capacities.some((known) => known === how)
            ? amount(item, at)
            : fail(`${at}: a machine is had ${capacities.join(", ")}`);
        }) as Readonly<Partial<Record<Capacity, number>>>);
  return {
    ...(typeof asOf === "string" ? { asOf } : {}),
    ...(machines === undefined ? {} : { machines: listOf(machines, "machines", machine) }),
    ...(storage === undefined ? {} : { storage: listOf(storage, "storage", amount) }),
    ...(loadBalancer === undefined ? {} : { loadBalancer: amount(loadBalancer, "loadBalancer") }),
  };
}

/** Those of the command line over those of the file. */
export function mergedPrices(file: PriceOverrides, given: PriceOverrides): PriceOverrides {
  return {
    ...file,
    ...given,
    machines: { ...file.machines, ...given.machines },
    storage: { ...file.storage, ...given.storage },
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
