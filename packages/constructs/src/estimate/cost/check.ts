// SPDX-License-Identifier: Apache-2.0
/** @module Findings about the cost of graphs on pools. */
import type { GraphView } from "../../checks/index.js";
import { type Finding, finding, type PriceOverrides } from "../../facts/index.js";
import type { Pool } from "../placement/pool.js";
import { type CostEstimate, type CostOptions, estimateCost, poolRegion } from "./cost.js";

/** A limit for the bill, besides what decides the bill. */
export interface CostCheckOptions extends CostOptions {
  /** Dollars per month that must not be exceeded at maximum scale. @default - no limit */
  readonly monthlyUsd?: number | undefined;
}

/** DYN-COST-001 to 003 for graphs on pools. */
export function checkCost(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: CostCheckOptions = {},
): readonly Finding[] {
  return costFindings(estimateCost(graphs, pools, options), pools, options);
}

/** The findings about an estimate that is there already. */
export function costFindings(
  { max }: CostEstimate,
  pools: readonly Pool[],
  options: {
    readonly monthlyUsd?: number | undefined;
    readonly prices?: PriceOverrides | undefined;
  } = {},
): readonly Finding[] {
  const found: Finding[] = [];
  const { total } = max;
  const { monthlyUsd } = options;
  const budget = { object: "Budget/monthly", path: ["monthlyUsd"] };
  if (monthlyUsd !== undefined && total.usdPerMonth > monthlyUsd) {
    const more = total.unknown.length === 0 ? "" : `, and ${total.unknown.join(", ")} on top`;
    const message = `maximum scale costs ${dollars(total.usdPerMonth)} a month${more}; the budget is ${dollars(monthlyUsd)}`;
    const fix =
      "Lower the maximum of pools or replicas, choose cheaper capacity, or raise the budget.";
    found.push(finding("DYN-COST-001", budget, message, fix));
  }
  for (const name of total.unknown) {
    const message = `the price of ${name} is not known${monthlyUsd === undefined ? "" : ", so the budget cannot be proven"}`;
    found.push(
      finding(
        "DYN-COST-002",
        { object: "Budget/prices", path: [name] },
        message,
        `Give a price for ${name}.`,
      ),
    );
  }
  for (const cost of max.pools) {
    const pool = pools.find(({ name }) => name === cost.pool);
    const region = pool === undefined ? undefined : poolRegion(pool);
    if (cost.machines === 0 || cost.usdPerHour === undefined) continue;
    if (cost.region === undefined || region === undefined || region === cost.region) continue;
    const message = `${cost.type} is counted with the price of ${cost.region}, and pool ${cost.pool} is in ${region}`;
    const fix = `Give the price of ${cost.type} in ${region}.`;
    found.push(
      finding("DYN-COST-003", { object: `Pool/${cost.pool}`, path: ["zones"] }, message, fix),
    );
  }
  return found;
}

/** `$12,345` or `$0.53` */
export function dollars(amount: number): string {
  const digits = amount < 100 ? 2 : 0;
  return `$${amount.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}
